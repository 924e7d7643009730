"""One claim, one proposition: speech cut into its sentences, clauses joined by "and" set apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.extraction.claims.context import says_where
from counterclaim.extraction.grammar.clauses import is_finite_clause, is_predicate
from counterclaim.extraction.grammar.mood import is_future, modals
from counterclaim.extraction.grammar.spans import trim, trim_clause
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import FALLBACK, family, load_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

EventType = Callable[[tuple[Span, ...]], str]


def split_content(
    parse: Parse, content: tuple[Span, ...], event_type: EventType
) -> list[tuple[Span, ...]]:
    """The propositions of a content. A quotation of three sentences gives three; `that A and that
    B` gives two; verbs that share a subject are split only where they speak of different events
    (`blocked the road and took control of the heights`).
    """
    if len(content) > 1 and not _separate(parse, content):
        return [content]
    out: list[tuple[Span, ...]] = []
    for span in content:
        for start, end in _sentences(parse, span):
            out.extend(_coordinated(parse, (start, end), event_type))
    return out or [content]


def _separate(parse: Parse, content: tuple[Span, ...]) -> bool:
    """Whether the pieces are sentences of their own rather than halves of one."""
    return all(
        parse.text[b : b + 1] in (".", "!", "?", "…") or parse.text[b - 1] in ".!?…"
        for _, b in content[:-1]
    )


def _sentences(parse: Parse, span: Span) -> list[Span]:
    """The sentences of a span that touches several parser units."""
    out: list[Span] = []
    for unit in parse.units(*span):
        start, end = max(unit.start, span[0]), min(unit.end, span[1])
        if start >= end:
            continue
        piece = trim(parse.text, start, end)
        if piece is None:
            continue
        if out and len(parse.within(*piece)) < limits().sentence_words:
            out[-1] = (out[-1][0], piece[1])
        else:
            out.append(piece)
    return out


def _coordinated(parse: Parse, span: Span, event_type: EventType) -> list[tuple[Span, ...]]:
    head = parse.top(*span)
    if head is None:
        return [(span,)]
    for own_subject, at in _cut_points(parse, head, span):
        left, right = trim_clause(parse, span[0], at), trim_clause(parse, at, span[1])
        if left is None or right is None or _is_short(parse, left, right, own_subject):
            continue
        kinds = event_type((left,)), event_type((right,))
        if own_subject or _are_two(parse, left, right, kinds):
            return [(left,), *_coordinated(parse, right, event_type)]
    return _with_participle(parse, head, span, event_type)


def _is_short(parse: Parse, left: Span, right: Span, own_subject: bool) -> bool:
    """Whether a half is too short for a proposition; with a subject of its own it needs less."""
    least = limits().proposition_words - own_subject
    return min(len(parse.within(*left)), len(parse.within(*right))) < least


def _are_two(parse: Parse, left: Span, right: Span, kinds: tuple[str, str]) -> bool:
    """Whether two halves with one subject tell of two events: of two kinds, or of two places
    (`hit a depot in Saratov and struck a refinery in Engels`)."""
    if FALLBACK in kinds or kinds[0] in family("plan"):
        return False
    if kinds[1] in family("toll") and len(parse.within(*right)) == limits().proposition_words:
        return False  # a bare toll stays with what caused it: "and killed eight patients"
    return kinds[0] != kinds[1] or (_names_place(parse, left) and _names_place(parse, right))


def _names_place(parse: Parse, span: Span) -> bool:
    """Whether a half says where, or whom or what by name."""
    acted_on = any(w.is_proper and w.rel == "obj" for w in parse.within(*span))
    return acted_on or says_where(parse, span)


def _cut_points(parse: Parse, head: Word, span: Span) -> Iterator[tuple[bool, int]]:
    """Where a second clause may begin: (has its own subject, offset)."""
    second = _second_that(parse, span) or _second_sentence(parse, span)
    if second is not None:
        yield True, second
        return
    below = [head, *parse.children(head.i, "xcomp", "ccomp", "advcl")]
    joined = [w for above in below for w in parse.children(above.i, "conj")]
    joined += [w for w in parse.children(head.i, "parataxis", "advcl") if _is_beside(parse, w)]
    joined += [w for w in parse.within(*span) if w.rel == "conj" and w.head < head.i < w.i]
    for word in sorted(joined, key=lambda w: w.i):
        if not span[0] <= word.start < span[1] or word.i < head.i:
            continue
        if not is_predicate(parse, word):
            continue
        if _is_plan(parse, head) and _is_plan(parse, word):
            continue
        own = parse.child(word.i, "nsubj", "expl") is not None and word.rel != "advcl"
        start = min(w.start for w in parse.subtree(word.i, without=("conj",)))
        conjunction = parse.child(word.i, "cc")
        yield own, min(start, conjunction.start if conjunction is not None else start)


def _is_beside(parse: Parse, verb: Word) -> bool:
    """Whether a clause stands beside the main one without "and": as the next verb of a list, or
    behind a comma with "while" or "as" (`…, while rebels shelled the port`)."""
    first = min(parse.subtree(verb.i, without=("conj", "punct")), key=lambda w: w.i)
    before = parse.words[first.i - 1].text if first.i else ""
    if verb.rel == "parataxis":
        return before == "," and first.i == verb.i and verb.is_past
    return (
        is_finite_clause(parse, verb)
        and parse.child(verb.i, "nsubj") is not None
        and before == ","
        and first.lower in word_class("beside")
    )


def _with_participle(
    parse: Parse, head: Word, span: Span, event_type: EventType
) -> list[tuple[Span, ...]]:
    """`took the hill, cutting the road to the port`: a participle behind a comma that tells of
    another event; a toll stays with what caused it."""
    for word in parse.children(head.i, "advcl", "conj", "acl", "xcomp"):
        before = parse.words[word.i - 1] if word.i else None
        if (
            not word.is_present_participle
            or before is None
            or before.text != ","
            or word.end > span[1]
        ):
            continue
        left = trim_clause(parse, span[0], before.start)
        right = trim_clause(parse, word.start, span[1])
        if left is None or right is None or _is_short(parse, left, right, False):
            continue
        kinds = event_type((left,)), event_type((right,))
        told = kinds[0] != kinds[1] and not {FALLBACK, *family("toll"), *family("plan")} & {*kinds}
        if told or _sums_up(parse, word):
            return [(left,), (right,)]
    return [(span,)]


def _sums_up(parse: Parse, verb: Word) -> bool:
    """`…, bringing the toll to 532`: a total is a figure of its own."""
    sets = load_words().sets
    totals = [w for w in parse.children(verb.i, "obj") if w.lemma in sets["totals"]]
    return verb.lemma in sets["totalling"] and bool(totals)


def _second_that(parse: Parse, span: Span) -> int | None:
    """`the enemy had advanced and that its own lines had moved`: the conjunction before a second
    "that"; a first one inside the span has clauses of its own."""
    words = parse.within(*span)
    for k, w in enumerate(words[1:-2], start=1):
        if w.lower == "that":
            return None
        if w.is_conjunction and words[k + 1].lower == "that" and words[k + 1].is_preposition:
            return w.start
    return None


def _second_sentence(parse: Parse, span: Span) -> int | None:
    """`the enemy shelled the port; our gunners destroyed two tanks`: the semicolon between two
    clauses that both have a subject; between the items of a list it parts nothing."""
    words = parse.within(*span)
    for k, word in enumerate(words):
        if word.text == ";" and all(
            any(_is_clause(parse, w) for w in half) for half in (words[:k], words[k:])
        ):
            return word.start
    return None


def _is_clause(parse: Parse, word: Word) -> bool:
    """Whether a word is the verb of a clause that says who or what."""
    return word.is_verb and parse.child(word.i, "nsubj") is not None


def _is_plan(parse: Parse, verb: Word) -> bool:
    """`will be sent … and … will destroy`: two halves of one plan or forecast stay together."""
    return is_future(parse, verb) or any(w.lower == "would" for w in modals(parse, verb))
