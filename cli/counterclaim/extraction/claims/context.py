"""Where a claim's place and time may be read: its own words first, then its sentence.

A content cut out of a sentence leaves its place behind (`Orikhiv, …, has been shelled since
March`: the claim is the shelling, the place stands before it). Nothing outside the sentence, or
the quotation that the words belong to, is ever searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.model import OF_ARTICLE
from counterclaim.extraction.grammar.clauses import head_predicate, is_relative_clause
from counterclaim.extraction.grammar.spans import overlap
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_WHERE = word_class("where_prepositions")
_ATTACKS = frozenset({"fires", "assaults", "aircraft", "ground_weapon"})
_OTHER_TIMES = word_class("other_times")
_JUST = re.compile(rf"\b{any_of('just')} $")
_RELATIVE = re.compile(rf", ({any_of('relative_words')}\b[^,.;]*)")
_OPENING = re.compile(rf"{any_of('relative_words')}\b[^,.;]*(?=, \w)")
_AFTER = word_class("afterwards")
_NEXT_CLAUSE = pattern("next_clause")


def outside(span: Span, holes: list[Span]) -> list[Span]:
    """What is left of a span when the holes are cut out.

    >>> outside((0, 10), [(2, 4), (8, 12)])
    [(0, 2), (4, 8)]
    """
    out, at = [], span[0]
    for start, end in sorted(holes):
        if end <= at or start >= span[1]:
            continue
        if start > at:
            out.append((at, start))
        at = max(at, end)
    if at < span[1]:
        out.append((at, span[1]))
    return out


def spans_of(attribution: Attribution) -> list[Span]:
    """Everything an attribution covers: its contents and its cue clause."""
    clause = [attribution.clause] if attribution.clause is not None else []
    return [*attribution.content, *clause]


def voiced_spans(parse: Parse, attribution: Attribution) -> list[Span]:
    """What an attribution covers as the tree bounds it: its contents, its source and the clause of
    its cue, without the clauses beside that one (`Rebels left, and the army said …`) and without
    those that tell more of the source (`The army, which left, said …`)."""
    told = () if attribution.rule.endswith(OF_ARTICLE) else attribution.content
    if attribution.clause is None or attribution.cue_word is None:
        return spans_of(attribution)
    verb = parse.words[attribution.cue_word]
    while verb.rel in ("xcomp", "aux") and verb.head != verb.i:
        verb = parse.words[verb.head]
    start, end = attribution.clause
    own = [w for w in _own_words(parse, verb) if start <= w.start < end]
    at = [s for s in (attribution.source, attribution.cue) if s is not None]
    return [*told, *at, *runs_of(own)]


def _own_words(parse: Parse, verb: Word) -> list[Word]:
    """The words of a clause without those beside it and those that tell more of its nouns."""
    own, stack = [verb], [verb]
    while stack:
        for word in parse.children(stack.pop().i):
            beside = word.rel in ("conj", "parataxis") and word.is_verb
            if not beside and not _tells_more(parse, word):
                own.append(word)
                stack.append(word)
    return sorted(own, key=lambda word: word.i)


def _tells_more(parse: Parse, word: Word) -> bool:
    """Whether a relative clause tells more than who somebody is."""
    if not (word.is_verb and is_relative_clause(parse, word)):
        return False
    return not any(w.lower in word_class("of_people") for w in parse.children(word.i, "nsubj"))


def antecedent_span(parse: Parse, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words a relative clause hangs on: `Avdiivka` for `, which fell in February`."""
    first = parse.within(*content[0])[0]
    if first.lower not in word_class("place_clauses") or not first.i:
        return ()
    phrase: list[Word] = []
    for word in reversed(parse.before(first)):
        if word.is_verb or (word.text == "," and phrase) or word.lower in word_class("place_links"):
            break
        phrase.append(word)
    return ((phrase[-1].start, phrase[0].end),) if phrase else ()


def antecedent_event(parse: Parse, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words of the attack that a relative clause tells of: `the October 7 attacks` for `, which
    killed 40 people`."""
    head = head_predicate(parse, content)
    if head is None or not is_relative_clause(parse, head):
        return ()
    noun = parse.words[head.head]
    if content[0][0] - noun.end not in (1, 2):  # right before it, but for a comma
        return ()
    if not load_words().classes.get(noun.lemma.lower(), frozenset()) & _ATTACKS:
        return ()
    return runs_of(parse.subtree(noun.i, without=("acl", "acl:relcl", "appos", "conj")))


def main_clause(
    parse: Parse, content: tuple[Span, ...], *, causes: bool = False
) -> tuple[Span, ...]:
    """A content without the clauses in it that tell of another event, with a date of their own:
    `the city, which has been divided since 2012`, `the men captured in May`, `before it fell on
    Friday`, and, unless `causes` stay, `after it was hit on Monday`, `just before it left`. What is
    said of the attack itself stays: `the strike that hit the school on Monday`, `drones launched
    overnight`.
    """
    top = parse.top(content[0][0], content[-1][1])
    above = {w.i for w in (top, *parse.ancestors(top))} if top is not None else set()
    holes: list[Span] = []
    for start, end in content:
        holes += [m.span(1) for m in _RELATIVE.finditer(parse.text, start, end)]
        if opening := _OPENING.match(parse.text, start, end):
            holes.append(opening.span())
        others = (w for w in parse.within(start, end) if w.i not in above)
        inside = (w for w in others if start <= parse.words[w.head].start < end)
        holes += [
            _reach(parse, w)
            for w in inside
            if _tells_of_another(parse, w, causes and not _gives_reason(parse, w, top))
        ]
    return tuple(s for span in content for s in outside(span, holes))


def _gives_reason(parse: Parse, clause: Word, top: Word | None) -> bool:
    """Whether a clause stands within one that gives a reason for the main one: "because they left
    after it was hit on Monday"."""
    for above in parse.ancestors(clause):
        if top is None or above.i == top.i:
            return False
        mark = parse.child(above.i, "mark")
        if mark is not None and mark.lower in word_class("reasons"):
            return True
    return False


def governing_clauses(
    parse: Parse, content: tuple[Span, ...], cue: int | None
) -> Iterator[tuple[Span, ...]]:
    """The clauses that say when a claim was, too: one that dates it by another deed (`The road was
    cut when rebels took the town on Friday`), and those that it hangs on without a subject of its
    own, the nearest first (`On Friday rebels shelled the town, killing two`); to a joined verb of
    another tense only what stands before the first (`took the town on Monday and were advancing`).
    That of the `cue` says when somebody spoke."""
    head = head_predicate(parse, content)
    for clause in [] if head is None else parse.children(head.i, "advcl"):
        mark = parse.child(clause.i, "mark", "advmod")
        if mark is not None and mark.lower in word_class("dating"):
            yield runs_of(parse.subtree(clause.i))
    while head is not None and head.rel in ("advcl", "acl", "conj"):
        above = parse.head(head)
        if (
            above is None
            or above.i == cue
            or is_relative_clause(parse, head)
            or _stands_alone(parse, head)
        ):
            return
        words = parse.subtree(above.i, without=("advcl", "acl", "ccomp", "conj", "parataxis"))
        if head.rel == "conj" and _changes_tense(parse, above, head):
            words = [w for w in words if w.i < above.i]
        yield runs_of(words)
        head = above


def _changes_tense(parse: Parse, verb: Word, joined: Word) -> bool:
    """Whether a joined verb has an auxiliary that the first has not: `had taken … and were`."""
    first, own = parse.child(verb.i, "aux"), parse.child(joined.i, "aux")
    return own is not None and (first is None or own.lower != first.lower)


def runs_of(words: list[Word]) -> tuple[Span, ...]:
    """The spans of words that stand side by side."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and runs[-1][-1].i == word.i - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple((run[0].start, run[-1].end) for run in runs)


def _stands_alone(parse: Parse, verb: Word) -> bool:
    """Whether a joined clause has a subject, which a parser may hang on its auxiliary."""
    subjects = (w for w in parse.subtree(verb.i) if w.rel in ("nsubj", "expl") and w.i < verb.i)
    return verb.rel == "conj" and next(subjects, None) is not None


def _tells_of_another(parse: Parse, word: Word, causes: bool) -> bool:
    since = parse.child(word.head, "case")
    if since is not None and since.lower in word_class("since"):
        return False  # "since the war erupted in May", which a parser took for a war that was
    participle = word.is_past_participle and word.head == word.i - 1
    if is_relative_clause(parse, word) or (word.rel == "acl" and participle):
        noun = parse.words[word.head].lemma.lower()
        return not (load_words().classes.get(noun, frozenset()) & _ATTACKS)
    mark = parse.child(word.i, "mark")
    if word.rel != "advcl" or mark is None:
        return False
    if not word.is_present_participle and parse.child(word.i, "nsubj", "nsubj:pass") is None:
        return False  # "before dawn", which the parser took for a verb
    near = mark.lower in _AFTER or _JUST.search(parse.text, 0, mark.start)
    return not causes if near else mark.lower in _OTHER_TIMES | word_class("reasons")


def _reach(parse: Parse, verb: Word) -> Span:
    """The words of a clause, at most to the first comma behind its verb: a parser often hangs the
    rest of the sentence below it."""
    start, end = parse.span(verb.i)
    comma = parse.text.find(",", verb.end, end)
    return start, end if comma < 0 else comma


def says_where(parse: Parse, span: Span) -> bool:
    """Whether words say where by a name, known or not: "near Zatoka", "in the Zatoka sector", but
    not "in May"."""
    names = (w for w in parse.within(*span) if _is_name(parse, w))
    return any({c.lower for c in parse.children(w.i, "case")} & _WHERE for w in names)


def _is_name(parse: Parse, word: Word) -> bool:
    """Whether a word is a name that is no month, or a noun of regions called by one."""
    if word.lower in word_class("edges"):
        return any(c.text[:1].isupper() for c in parse.children(word.i))
    return word.is_proper and word.lower not in lexicon().months


def place_context(
    layout: Layout,
    content: tuple[Span, ...],
    attribution: Attribution | None,
    attributions: SpanIndex[Attribution],
) -> tuple[Span, ...]:
    """Where to look for a place that the content itself does not name: the narrator's sentence, or
    the words that the same voice said just before, never the words that name the source."""
    sentence = layout.sentence_at(content[0][0])
    if attribution is None:
        others = [s for a in attributions.touching(sentence) for s in spans_of(a)]
        return tuple(
            outside(sentence, [s for s in others if not any(overlap(s, c) for c in content)])
        )
    earlier = [s for s in attribution.content if s[1] <= content[0][0]]
    if attribution.speech:
        start = attribution.content[0][0]
        return tuple(s for s in [(start, content[0][0])] if s[0] < s[1]) or tuple(earlier)
    holes = [s for s in (attribution.source, attribution.clause) if s is not None]
    holes += [
        s
        for a in attributions.touching(sentence)
        if a is not attribution
        for s in a.content
        if not any(overlap(s, c) for c in content)
    ]
    return tuple(outside(sentence, holes))


def before_next_clause(
    text: str, content: tuple[Span, ...], spans: tuple[Span, ...]
) -> Iterator[Span]:
    """What of some spans stands before a content, within it, and behind it in the same clause: "two
    were killed and ten hurt in Kaya", but not "it struck at dawn, damaging homes in Kaya"."""
    last = content[-1][1]
    for start, end in spans:
        if start < last:
            yield start, min(end, last)
        if end > last:
            other = _NEXT_CLAUSE.search(text, max(start, last), end)
            yield max(start, last), other.start() if other else end


def speaking_context(
    layout: Layout, attribution: Attribution, attributions: SpanIndex[Attribution]
) -> list[Span]:
    """Where the day of speaking may stand: the sentence of the cue without anybody's content."""
    at = attribution.cue or attribution.source
    if at is None:
        return []
    start, end = layout.sentence_at(at[0])
    holes = [s for a in attributions.touching((start, end)) for s in a.content]
    asides = (m.span(1) for m in _RELATIVE.finditer(layout.text, start, end))
    holes += [s for s in asides if not overlap(s, at)]
    return outside((start, end), holes)
