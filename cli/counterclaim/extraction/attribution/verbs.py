"""Verb cues: `officials said that …`, `…, he added`, `claimed advances`, `is said to have …`.

A cue verb nominates; the rule then asks of its clause: who is the source, and where does the
content stand (to the right as a clause, around it as in a parenthesis, as an object or an
infinitive)? The content of speech runs on to the end of the sentence unless another cue of the
same speaker takes over; subtrees of long news sentences are too noisy to say where it ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.spans import (
    ANAPHORIC_NOUNS,
    DOCUMENT_NOUNS,
    TIME_NOUNS,
    is_day,
    noun_phrase,
    phrase_after,
    trim,
    trim_clause,
    unit_bounds,
)
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ACTS_OF_WAR = frozenset({"attack", "assail", "blast", "slam", "hit", "fire", "strike", "charge", "press", "push", "hold", "begin", "start"})
_FRAME_OF = {"infinitive": "xcomp", "object": "obj", "relative object": "obj", "as phrase": "as", "of phrase": "of", "on phrase": "on", "for phrase": "for", "about phrase": "about", "against phrase": "against"}
_EVENT_OBJECTS = frozenset({"claim", "report", "announce", "note", "allege", "describe", "criticise", "criticize", "condemn", "blame"})
_REACH = 24
_SUBORDINATORS = frozenset("that what which who whom whose where when while as if because although though since after before and but or how why than to of".split())
_PASSIVE_REPORT = frozenset({"say", "report", "believe", "think", "know", "quote", "cite", "allege", "claim", "understand", "expect", "suspect", "rumour", "tell", "accuse", "estimate"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in its clause."""

    word: Word
    entry: VerbCue
    subject: Word | None
    passive: bool
    agent: Word | None
    negated: bool

    @property
    def lemma(self) -> str:
        return self.entry.lemma


def find_verb_cues(parse: Parse) -> list[Cue]:
    """The verbs of the text that may report speech, with their subjects."""
    cues = load_cues()
    out = []
    for word in parse.words:
        if not word.tag.startswith("VB") or word.rel in ("amod", "compound"):
            continue
        particle = parse.child(word.i, "compound:prt")
        entry = cues.verb(word.lemma, particle.lower if particle is not None else None)
        if entry is None or (entry.particle and particle is None):
            continue
        if entry.lemma in _ACTS_OF_WAR and entry.particle is None:
            entry = replace(entry, frames=entry.frames & {"quote"})
        if word.tag == "VB" and not _performed(parse, word):
            continue
        subject, passive = _subject(parse, word)
        if subject is None and not passive and word.tag in ("VBD", "VBZ") and word.rel == "root":
            subject = _name_on_the_left(parse, word)
        agent = next((w for w in parse.children(word.i, "obl") if _case(parse, w) == "by"), None) if passive else None
        negated = any(c.lower in ("not", "n't", "n’t", "never") for c in parse.children(word.i))
        out.append(Cue(word, entry, subject, passive, agent, negated))
    return out


def _performed(parse: Parse, verb: Word) -> bool:
    """Whether a bare infinitive reports: `did not say`, `could not confirm`, `can confirm`, but not
    `to say`, `will tell`."""
    helpers = {c.lower for c in parse.children(verb.i, "aux")}
    negated = any(c.lower in ("not", "n't", "n’t", "never") for c in parse.children(verb.i))
    return bool(helpers & {"did", "does", "do", "can"}) or (negated and "to" not in helpers)


def _case(parse: Parse, noun: Word) -> str:
    case = parse.child(noun.i, "case")
    return case.lower if case else ""


def _subject(parse: Parse, verb: Word) -> tuple[Word | None, bool]:
    """The subject of a verb, its own or the one it shares, and whether the verb is passive."""
    passive = bool(parse.children(verb.i, "aux:pass")) or bool(parse.children(verb.i, "nsubj:pass"))
    seen: Word | None = verb
    for _ in range(4):
        if seen is None:
            break
        own = [w for w in parse.children(seen.i, "nsubj") if w.tag != "WDT" and w.lower not in ("who", "which", "that")]
        if own:
            return _nearest(parse, own, verb), passive
        relative = parse.child(seen.i, "nsubj")
        governor = parse.head(seen)
        if seen.dep == "acl:relcl" or (relative is not None and governor is not None):
            return _owner(parse, governor, seen), passive
        if seen.rel == "acl":
            return _owner(parse, governor, seen), passive or seen.tag == "VBN"
        if seen.rel in ("conj", "advcl", "xcomp", "parataxis", "ccomp") and governor is not None:
            if seen.rel in ("parataxis", "ccomp") and seen.tag in _FINITE:
                break
            seen = governor
            continue
        break
    return None, passive


def _name_on_the_left(parse: Parse, verb: Word) -> Word | None:
    """`Speaking to the programme Ana Groll – the director – said …`: the head of the last name."""
    before = [w for w in parse.sentence_words(verb.sentence) if w.i < verb.i]
    if any(w.tag in _FINITE for w in before):
        return None
    names = [w for w in before if w.tag == "NNP" and w.rel in ("appos", "nsubj", "root", "obl", "dep", "parataxis", "dislocated", "vocative")]
    names = [w for w in names if parse.child(w.i, "case") is None]
    return names[0] if names else None


def _owner(parse: Parse, noun: Word | None, verb: Word) -> Word | None:
    """Whose words a participle or relative clause on a noun reports: the noun's, but for `a letter
    that says`, `on Friday saying` the subject of the verb above."""
    if noun is None or verb.tag == "VBN":
        return None
    above = parse.head(noun)
    if (is_day(noun) or noun.lemma in TIME_NOUNS or noun.lemma in DOCUMENT_NOUNS) and noun.rel in ("obj", "obl", "nmod"):
        while above is not None and not above.is_verb:
            above = parse.head(above)
        if above is not None:
            subject, passive = _subject(parse, above)
            if subject is not None and not passive:
                return subject
    return noun


def _nearest(parse: Parse, words: list[Word], verb: Word) -> Word:
    """The subject of a cue: the one on its left if there is one. A subject on the right is inverted
    (`said the governor`) unless a noun phrase runs up to the verb, as an apposition does."""
    left = [w for w in words if w.i < verb.i]
    if left:
        return left[-1]
    previous = parse.words[verb.i - 1] if verb.i else None
    if previous is not None and previous.sentence == verb.sentence and previous.tag in ("-", ":", "-RRB-", ",", "NNP", "NN", "NNS"):
        phrase = [w for w in parse.sentence_words(verb.sentence) if w.i < verb.i]
        names = [w for w in phrase if w.tag in ("NNP", "NNPS") and w.rel not in ("compound", "flat") and parse.child(w.i, "case") is None]
        if names and not any(w.tag in _FINITE for w in phrase) and previous.text != ",":
            return names[0]
    return words[0]


def attribute_verbs(parse: Parse, cues: list[Cue], used: set[Span | None], speech_units: set[int]) -> list[Attribution]:
    """The attributions of all verb cues that are not in `used`. Parentheses come first, because the
    sentence around them is theirs; inside direct speech (`speech_units`) `I think` reports nothing.
    """
    free = [c for c in cues if (c.word.start, c.word.end) not in used and not _own_voice(c, speech_units)]
    out: list[Attribution] = []
    claimed: dict[int, Attribution] = {}
    for cue in free:
        unit = unit_bounds(parse, cue.word)
        found = _appended(parse, cue, unit) or _parenthesis(parse, cue, cues, unit)
        if found is not None:
            out.append(found)
            claimed[cue.word.i] = found
    closing = {a.unit: a.clause[0] for a in out if a.clause is not None and len(a.content) == 1}
    for cue in free:
        if cue.word.i in claimed:
            continue
        start, end = unit_bounds(parse, cue.word)
        limit = closing.get(cue.word.sentence, end)
        found = attribute_verb(parse, cue, cues, (start, limit if limit > cue.word.end else end))
        if found is not None:
            out.append(found)
    return out


def _appended(parse: Parse, cue: Cue, unit: Span) -> Attribution | None:
    """`…, a claim the army denied`, `… – a report that Kyiv rejected`: an apposition that takes up the
    words before it."""
    subject = cue.subject
    if subject is None or subject.i > cue.word.i or cue.word.tag not in _FINITE or "obj" not in cue.entry.frames:
        return None
    phrase = parse.within(*noun_phrase(parse, subject, cue.word))
    k = phrase[0].i - 1
    if k > 0 and parse.words[k].lower in ("that", "which"):
        k -= 1
    noun = parse.words[k] if k > 1 else None
    if noun is None or noun.lemma not in ANAPHORIC_NOUNS or noun.sentence != cue.word.sentence:
        return None
    first = parse.words[k - 1]
    before = parse.words[k - 2]
    if first.lower not in ("a", "an", "the") or before.text not in (",", "-", "–", "—", ";"):
        return None
    return _made(parse, cue, ((first.start, noun.end),), noun_phrase(parse, subject, cue.word), "relative object", unit, clause=(before.start, unit[1]), noun=True)


def _own_voice(cue: Cue, speech_units: set[int]) -> bool:
    """First and second persons inside a quotation: the speaker's own turns of phrase."""
    if cue.word.sentence not in speech_units:
        return False
    return cue.subject is None or cue.subject.tag == "PRP" or not cue.entry.speech


def attribute_verb(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """The attribution that one verb cue makes, or None when its clause reports nothing."""
    for rule in (_as_saying, _clause_right, _infinitive, _as_phrase, _object):
        found = rule(parse, cue, cues, unit)
        if found is not None:
            return found
    return None


# -- where the content stands -------------------------------------------------------------------


def _as_saying(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`was quoted by Interfax as saying (that) …`: the subject is the source, the agent a relay."""
    if cue.lemma not in ("quote", "cite"):
        return None
    after = [w for w in parse.within(cue.word.end, unit[1]) if w.i > cue.word.i]
    for k, w in enumerate(after[:-1]):
        if w.lower == "as" and after[k + 1].lower in ("saying", "telling"):
            saying = after[k + 1]
            content = trim_clause(parse, saying.end, unit[1])
            subject = cue.subject
            if not cue.passive:
                subject = parse.child(cue.word.i, "obj") or subject
            agent = cue.subject if not cue.passive else cue.agent
            relays = (noun_phrase(parse, agent),) if agent is not None else ()
            if content and subject is not None:
                return _made(parse, cue, (content,), noun_phrase(parse, subject, cue.word), "quoted as saying", unit, relays=relays)
    return None


def _clause_right(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`said (that) …`: a clause to the right of the cue."""
    if "ccomp" not in cue.entry.frames:
        return None
    start = _right_clause_start(parse, cue, unit)
    if start is None:
        return None
    source, clause = _source_left(parse, cue, start)
    if source is None and not cue.passive and cue.word.tag not in ("VBG", "VB"):
        return None
    end = _content_end(parse, cue, cues, start, unit)
    content = trim_clause(parse, start, end)
    if content is None or len(parse.text[content[0] : content[1]].split()) < 2:
        return None
    pieces = _with_left_part(parse, cue, content, unit)
    return _made(parse, cue, pieces, source, "clause", unit, clause=clause)


def _right_clause_start(parse: Parse, cue: Cue, unit: Span) -> int | None:
    """Where the clause after the cue begins: at "that" or a question word, at a clausal dependant, or
    at a subject whose verb follows it; only adjuncts and an addressee may stand between."""
    after = [w for w in parse.within(cue.word.end, unit[1]) if w.i > cue.word.i][:_REACH]
    starts: list[int] = []
    for k, w in enumerate(after):
        if _opens_clause(cue, w, k) and _only_adjuncts(parse, cue, after[:k]):
            starts.append(w.start)
            break
        if w.tag in _FINITE:
            break
    for c in parse.children(cue.word.i, "ccomp"):
        first = _with_stray_subject(parse, cue, c, max(min(w.start for w in parse.subtree(c.i)), cue.word.end))
        if c.i > cue.word.i and _only_adjuncts(parse, cue, [w for w in after if w.start < first]):
            starts.append(first)
    subject = _following_subject(parse, cue, after)
    if subject is not None:
        starts.append(subject)
    return min(starts) if starts else _late_that(parse, cue, after)


def _with_stray_subject(parse: Parse, cue: Cue, clause: Word, first: int) -> int:
    """`conceded Russia had gained`: the clause's subject is easily taken for an object of the cue."""
    if "addressee" in cue.entry.frames or parse.child(clause.i, "nsubj") is not None:
        return first
    for w in parse.children(cue.word.i, "iobj", "obj"):
        start, end = parse.span(w.i)
        if cue.word.i < w.i < clause.i and parse.text[end:first].strip() == "":
            return start
    return first


def _late_that(parse: Parse, cue: Cue, after: list[Word]) -> int | None:
    """`said after the raid that its troops …`: "that" behind a phrase is easily taken for a relative
    pronoun; a subject right behind it tells that it is not."""
    for k, w in enumerate(after[:9]):
        if w.lower == "that" and k and k + 1 < len(after) and after[k + 1].tag in ("DT", "PRP", "PRP$", "NNP", "EX"):
            return w.start if _only_adjuncts(parse, cue, after[:k]) else None
        if w.tag in _FINITE:
            return None
    return None


def _opens_clause(cue: Cue, w: Word, position: int) -> bool:
    if w.lower == "that":
        return w.tag == "IN" or (position == 0 and w.tag in ("WDT", "DT") and w.rel in ("mark", "nsubj", "obj"))
    if w.lower in ("whether", "how", "why", "what", "where", "who") and "wh" in cue.entry.frames:
        return position == 0 or w.rel in ("mark", "advmod")
    return w.lower == "if" and w.rel == "mark" and position == 0


def _only_adjuncts(parse: Parse, cue: Cue, between: list[Word]) -> bool:
    """Whether nothing but adverbs, days, phrases with a preposition, an addressee or an inverted
    subject stands between a cue and its clause."""
    for w in between:
        if w.tag in _FINITE or w.text in (";", ":"):
            return False
        if not w.tag.startswith(("NN", "PRP")) or w.rel in ("compound", "flat", "nmod", "appos", "conj"):
            continue
        if is_day(w) or w.lemma in TIME_NOUNS or parse.child(w.i, "case") is not None or _in_phrase(parse, w):
            continue
        if w.head == cue.word.i and (w.rel == "nsubj" or "addressee" in cue.entry.frames):
            continue
        if "addressee" in cue.entry.frames and w.i - cue.word.i <= 4:
            continue
        return False
    return True


def _in_phrase(parse: Parse, w: Word) -> bool:
    head = parse.head(w)
    return head is not None and head.i > w.i and parse.child(head.i, "case") is not None


def _following_subject(parse: Parse, cue: Cue, after: list[Word]) -> int | None:
    """The start of a bare clause: the first subject (not the cue's own) with a finite verb behind."""
    for w in after:
        if w.text == ";":
            return None
        if w.rel not in ("nsubj", "expl", "csubj") or w.head == cue.word.i or w.tag in ("WDT", "WP"):
            continue
        verb = parse.words[w.head]
        if verb.i < cue.word.i or verb.dep == "acl:relcl":
            continue
        start = max(min(x.start for x in parse.subtree(w.i)), cue.word.end)
        start = _take_fronted(parse, cue, start, after)
        return start if _only_adjuncts(parse, cue, [x for x in after if x.start < start]) else None
    return None


def _take_fronted(parse: Parse, cue: Cue, start: int, after: list[Word]) -> int:
    """An adverbial between the cue and the subject belongs to the content when a comma closes it
    (`said in the past days, the enemy …` is too rare to tell; the cue keeps it)."""
    between = [w for w in after if w.start < start]
    if between and between[0].lower in ("because", "although", "while", "despite", "after", "since", "if", "when", "once", "as", "during"):
        return between[0].start
    if between and between[0].rel in ("advmod", "det", "amod", "nummod") and not is_day(between[0]) and not any(w.text in (",",) for w in between[:1]):
        head = parse.words[between[0].head]
        if head.i > cue.word.i:
            return between[0].start
    return start


def _source_left(parse: Parse, cue: Cue, content_start: int) -> tuple[Span | None, Span]:
    """The source of a cue with its content to the right, and the span of the cue clause."""
    unit = unit_bounds(parse, cue.word)
    clause = (unit[0], content_start)
    if cue.passive:
        if cue.agent is not None:
            return noun_phrase(parse, cue.agent), clause
        return _document_source(parse, cue), clause
    if cue.subject is None:
        return None, clause
    return noun_phrase(parse, cue.subject, cue.word), clause


def _document_source(parse: Parse, cue: Cue) -> Span | None:
    """`In the report of the General Staff, it was said that …`: whose document it is, or the document."""
    for w in parse.children(cue.word.i, "obl"):
        if w.lemma in DOCUMENT_NOUNS and _case(parse, w) in ("in", "by", "from"):
            owner = next((c for c in parse.children(w.i, "nmod") if _case(parse, c) in ("of", "by", "from")), None)
            return noun_phrase(parse, owner or w)
    return None


def _content_end(parse: Parse, cue: Cue, cues: list[Cue], start: int, unit: Span) -> int:
    """Where the content ends: at the end of the sentence, or before the next cue of the same voice
    (`…, adding that`, `… and said`), or before a trailing source (`…, according to`)."""
    end = unit[1]
    for other in cues:
        if other.word.sentence != cue.word.sentence or other.word.start <= start:
            continue
        boundary = _handover(parse, cue, other)
        if boundary is not None and start < boundary < end:
            end = boundary
    for w in parse.within(start, end):
        if w.lower == "according" and parse.words[min(w.i + 1, len(parse.words) - 1)].lower == "to" and w.i and parse.words[w.i - 1].text in (",", "-", "–", "—"):
            end = min(end, w.start)
    return _without_trailing_adjunct(parse, start, end)


def _handover(parse: Parse, cue: Cue, other: Cue) -> int | None:
    """The offset where `other` takes the word from `cue`, or None when it is part of the content."""
    before = parse.words[other.word.i - 1] if other.word.i else None
    if before is None:
        return None
    same = other.subject is cue.subject or other.subject is None
    if other.word.tag == "VBG" and before.text in (",", "-", "–", "—") and same and other.entry.speech:
        return before.start
    if other.word.tag == "VBG" and before.lower in ("and", "before", "while") and same:
        return before.start
    own = [w for w in parse.children(other.word.i, "nsubj") if w.i < other.word.i]
    if own and other.word.tag != "VBG" and other.entry.speech:
        first = min(w.start for w in parse.subtree(own[0].i))
        marker = next((w for w in reversed(parse.words[: own[0].i]) if w.end <= first), before)
        if marker.lower in ("but", "while", "although", "whereas") or (marker.lower == "and" and other.word.head == cue.word.i):
            return marker.start
    if other.word.tag == cue.word.tag and not own and other.entry.speech:
        marker = before if before.tag != "RB" else parse.words[before.i - 1]
        if marker.lower in ("and", "but", "then"):
            return marker.start
    return None


def _without_trailing_adjunct(parse: Parse, start: int, end: int) -> int:
    """Cut `in its daily report on Wednesday`, `in a statement`, `on Telegram` off the end."""
    words = [w for w in parse.within(start, end) if w.text not in (".", "”", '"', ",", "’")]
    for k in range(len(words) - 1, max(len(words) - 12, 2), -1):
        w = words[k]
        if w.lower in ("in", "on", "at", "during", "via", "to") and w.tag in ("IN", "TO"):
            noun = parse.head(w)
            tail = words[k + 1 :]
            if noun is not None and noun.i > w.i and noun.lemma in DOCUMENT_NOUNS and noun in tail:
                cut = words[k - 1].end
                return cut if cut > start else end
    return end


def _with_left_part(parse: Parse, cue: Cue, content: Span, unit: Span) -> tuple[Span, ...]:
    """`The dam, officials said, had given way`: the part before the cue belongs to the content when
    the cue stands between commas."""
    if cue.subject is None or cue.passive:
        return (content,)
    first = min(cue.word.start, *(w.start for w in parse.subtree(cue.subject.i))) if cue.subject.i < cue.word.i else cue.word.start
    before = [w for w in parse.within(unit[0], first) if w.end <= first]
    gap = parse.text[cue.word.end : content[0]]
    if len(before) >= 3 and before[-1].text in (",", "-", "–", "—") and "," in gap and not before[0].tag == "IN":
        left = trim_clause(parse, unit[0], before[-1].start)
        if left is not None:
            return (left, content)
    return (content,)


def _parenthesis(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`…, the governor said on Monday`: the content stands before the cue clause."""
    if not cue.entry.frames & {"ccomp", "quote"} or cue.passive or _has_object(parse, cue):
        return None
    bounds = _cue_clause(parse, cue, unit)
    if bounds is None:
        return None
    start, end, source = bounds
    left = trim_clause(parse, unit[0], start)
    if left is None or not _says_something(parse, left) or not _set_off(parse, cue, start, end, unit):
        return None
    pieces: tuple[Span, ...] = (left,)
    right = trim_clause(parse, end, unit[1])
    if right is not None and parse.text[end : right[0]].strip()[:1] in (",", "-", "–", "—") and len(parse.within(*right)) > 2:
        other = next((c for c in cues if c is not cue and right[0] <= c.word.start < right[1] and c.word.tag == "VBG"), None)
        if other is None or other.word.start > right[0] + 12:
            pieces = (left, right)
    return _made(parse, cue, pieces, source, "parenthesis", unit, clause=(start, end))


def _cue_clause(parse: Parse, cue: Cue, unit: Span) -> tuple[int, int, Span] | None:
    """Start, end and source of a short cue clause (`the ministry said on Sunday`, `said Maria Petro,
    a nurse`) that has words before it and nothing but adjuncts behind."""
    words = parse.sentence_words(cue.word.sentence)
    position = next(k for k, w in enumerate(words) if w.i == cue.word.i)
    subject = cue.subject if cue.subject is not None and cue.subject.sentence == cue.word.sentence else None
    if subject is not None and subject.i < cue.word.i and cue.word.i - subject.i <= 25 and subject.head == cue.word.i:
        source = noun_phrase(parse, subject, cue.word)
        start = source[0]
        end = _adjuncts_end(parse, cue, words[position + 1 :])
        return (start, end, source) if end is not None else None
    before = words[position - 1] if position else None
    marked = before is not None and before.text in (",", "-", "–", "—", '"', "”", "?", "!")
    if before is not None and position > 2 and (marked or _ends_in_name(parse, cue, words[position + 1 :], words[:position])):
        source_after = phrase_after(parse, cue.word, unit[1])
        if source_after is not None:
            rest = [w for w in words if w.start >= source_after[1]]
            end = _adjuncts_end(parse, cue, rest)
            return (before.start if marked else cue.word.start), end or source_after[1], source_after
    return None


def _ends_in_name(parse: Parse, cue: Cue, behind: list[Word], before: list[Word]) -> bool:
    """`The road remains closed said Observatory chief Rami Saleh`: copy that lost its marks. Before
    the cue stands a whole clause, behind it nothing but a name."""
    if cue.word.lower != "said" or not behind:
        return False
    names = any(w.tag in ("NNP", "NNPS") for w in behind)
    verbless = not any(w.is_verb for w in behind)
    clause = any(w.tag in _FINITE for w in before) and not before[-1].tag.startswith(("NNP", "PRP"))
    return names and verbless and clause and behind[0].tag not in ("IN", "RB", "TO")


def _adjuncts_end(parse: Parse, cue: Cue, rest: list[Word]) -> int | None:
    """Where the adjuncts behind a cue end; None when a clause follows that the cue governs."""
    end = cue.word.end
    previous_comma = False
    for w in rest:
        if w.text in (".", "?", "!"):
            return w.start
        if w.text in (",", "-", "–", "—"):
            if previous_comma or end > 0:
                return w.start
        if w.tag in _FINITE or (w.rel in ("nsubj", "expl") and w.tag != "WDT"):
            return None
        end = max(end, w.end)
    return end


def _has_object(parse: Parse, cue: Cue) -> bool:
    """Whether the cue has an object of its own (`claimed advances`), so that the words before it are
    not its content."""
    if "addressee" in cue.entry.frames:
        return False
    objects = [w for w in parse.children(cue.word.i, "obj") if w.i > cue.word.i and w.tag.startswith("NN")]
    return any(w.tag in ("NN", "NNS") and not is_day(w) for w in objects)


def _set_off(parse: Parse, cue: Cue, start: int, end: int, unit: Span) -> bool:
    """Whether a cue clause stands apart: a finite verb, a comma or mark before it and a comma or the
    end behind it. Copy that lost its commas has it at the very end."""
    if cue.word.tag not in ("VBD", "VBZ", "VBP") or any(c.rel == "aux" and c.tag == "MD" for c in parse.children(cue.word.i)):
        return False
    before = [w for w in parse.within(unit[0], start) if w.end <= start][-1:]
    last = before[0] if before else None
    if last is None or last.lower in _SUBORDINATORS:
        return False
    if cue.word.rel == "acl" and ("obj" in cue.entry.frames or parse.text[cue.word.end : unit[1]].strip(" .”\"’")):
        return False
    if start == cue.word.start:
        return True
    behind = parse.text[end : unit[1]].strip(" .”\"’")
    comma = last.text in (",", "-", "–", "—", "?", "!", '"', "”") or parse.text[start : start + 1] in ",-–—"
    return comma and (not behind or behind[0] in ",-–—;:") or not behind and cue.entry.speech and cue.word.tag == "VBD"


def _says_something(parse: Parse, span: Span) -> bool:
    words = parse.within(*span)
    return len(words) >= 3 and any(w.tag in _FINITE for w in words)


def _infinitive(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`claimed to have taken …`, `vowed to …`, `is said to have …`, `told people to leave`."""
    frames = "xcomp" in cue.entry.frames or "addressee" in cue.entry.frames
    if not frames and not (cue.passive and cue.lemma in _PASSIVE_REPORT):
        return None
    after = [w for w in parse.within(cue.word.end, unit[1]) if w.i > cue.word.i]
    for w in after[:14]:
        if w.tag == "TO" and w.rel == "mark" or (w.lower == "to" and w.tag == "TO"):
            verb = parse.words[w.head]
            if verb.i <= w.i or not verb.tag.startswith("VB"):
                continue
            governor = parse.head(verb)
            if governor is not None and governor.i > cue.word.i and governor.rel not in ("obj", "iobj") and verb.rel in ("acl", "advcl"):
                continue
            end = _content_end(parse, cue, cues, w.start, unit)
            content = trim(parse.text, w.start, end)
            if content is None:
                return None
            source, clause = _source_left(parse, cue, w.start)
            if source is None and not cue.passive:
                return None
            pieces: tuple[Span, ...] = (content,)
            if cue.passive and cue.subject is not None and cue.lemma != "tell":
                pieces = (noun_phrase(parse, cue.subject, cue.word), content)
            return _made(parse, cue, pieces, source, "infinitive", unit, clause=clause)
        if w.tag in _FINITE:
            return None
    return None


def _as_phrase(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`described the raid as …`, `accused the army of shelling …`, `called on both sides to …`."""
    preposition = next((p for p in ("as", "of", "on", "for", "about", "against") if p in cue.entry.frames), None)
    if preposition is None or cue.subject is None or cue.passive and not cue.agent:
        return None
    after = [w for w in parse.within(cue.word.end, unit[1]) if w.i > cue.word.i]
    if not after:
        return None
    allowed = [p for p in ("as", "of", "on", "for", "about", "against") if p in cue.entry.frames]
    marker = next((w for w in after[:20] if w.lower in allowed), None)
    if marker is None or any(w.tag in _FINITE for w in after[: after.index(marker)]):
        return None
    start = after[0].start if marker.i > after[0].i else (after[1].start if len(after) > 1 else marker.end)
    content = trim(parse.text, start, _content_end(parse, cue, cues, start, unit))
    if content is None:
        return None
    source, clause = _source_left(parse, cue, start)
    if source is None:
        return None
    return _made(parse, cue, (content,), source, f"{preposition} phrase", unit, clause=clause)


def _object(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`claimed advances`, `confirmed Russian attacks on …`, `denied the report`."""
    if "obj" not in cue.entry.frames or cue.passive or not _takes_events(cue):
        return None
    source, _ = _source_left(parse, cue, cue.word.end)
    if source is None:
        return None
    head = _relative_object(parse, cue)
    rule = "relative object"
    if head is None:
        head = next((w for w in parse.children(cue.word.i, "obj") if w.i > cue.word.i), None)
        rule = "object"
    if head is None or not head.tag.startswith("N"):
        return None
    if rule == "relative object":
        start, end = _before_relative(parse, cue, head)
    else:
        words = [w for w in parse.subtree(head.i) if w.i > cue.word.i]
        start, end = words[0].start, words[-1].end
    if rule == "object":
        end = _content_end(parse, cue, cues, start, (unit[0], max(end, head.end)))
    content = trim(parse.text, start, end)
    if content is None or len(parse.within(*content)) < 2:
        return None
    clause = (unit[0], content[0])
    if rule == "relative object":
        behind = [w for w in parse.within(cue.word.end, unit[1]) if w.i > cue.word.i]
        end = next((w.start for w in behind if w.tag in _FINITE or w.text in (",", ";")), unit[1])
        clause = (cue.word.start, end)
    return _made(parse, cue, (content,), source, rule, unit, clause=clause, noun=True)


def _takes_events(cue: Cue) -> bool:
    """Verbs whose noun object is a claim by itself: `denied`, `confirmed`, `claimed`, `reported`."""
    entry = cue.entry
    return entry.speech and (entry.stance_in("obj") != "asserts" or entry.lemma in _EVENT_OBJECTS)


def _before_relative(parse: Parse, cue: Cue, head: Word) -> Span:
    """From the noun's first word to the relative pronoun before the cue's subject."""
    start = min(w.start for w in parse.subtree(head.i) if w.i <= head.i)
    pronoun = next(w for w in parse.within(head.end, cue.word.start) if w.lower in ("that", "which"))
    return start, pronoun.start


def _relative_object(parse: Parse, cue: Cue) -> Word | None:
    """`the breach at Soledar, further north, that Russia claimed`: the noun that a relative clause
    with the cue hangs on; read from the words, because such clauses are often attached wrongly."""
    subject = cue.subject
    if subject is None or subject.head != cue.word.i or subject.i > cue.word.i or cue.word.tag not in _FINITE:
        return None
    first = parse.within(*noun_phrase(parse, subject, cue.word))[0]
    marker = parse.words[first.i - 1] if first.i else None
    if marker is None or marker.lower not in ("that", "which"):
        return None
    for w in reversed([x for x in parse.sentence_words(cue.word.sentence) if x.i < marker.i]):
        if w.tag in _FINITE:
            return None
        if w.tag in ("NN", "NNS") and parse.child(w.i, "case") is None and w.rel != "compound":
            return w
    return None


def _made(
    parse: Parse,
    cue: Cue,
    content: tuple[Span, ...],
    source: Span | None,
    rule: str,
    unit: Span,
    *,
    clause: Span | None = None,
    relays: tuple[Span, ...] = (),
    noun: bool = False,
) -> Attribution | None:
    stance = cue.entry.stance_in(_FRAME_OF.get(rule, "ccomp"))
    if cue.negated:
        if cue.entry.negated is None:
            return None
        stance = cue.entry.negated
    if rule == "infinitive" and stance == "asserts" and "addressee" in cue.entry.frames and not cue.passive:
        stance = "demands"
    return Attribution(
        content=content,
        cue=(cue.word.start, cue.word.end),
        source=source,
        lemma=cue.lemma,
        rule=rule,
        unit=cue.word.sentence,
        cue_word=cue.word.i,
        noun=noun,
        stance=stance,
        hedged=cue.entry.hedged,
        clause=clause or unit,
        relays=relays,
    )
