"""Phrases as offset spans: trimming their edges, finding how far a noun phrase reaches."""

from __future__ import annotations

from counterclaim.extraction.grammar.words import leads_phrase, opens_adjunct
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.people import is_given_name
from counterclaim.knowledge.phrases import words as listed
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_NAME_REACH = 6  # words that say who somebody is, before the name
_OFFICES = ("titles", "officials", "impartial", "ranks", "employed")
_EDGE = " \t\r\n,;:—–"
_OPENERS = "“„«\"‘'`"
_CLOSERS = "”»\"’'"
_LEADING_WORDS = word_class("leading_words")
_TIME_LEADS = word_class("time_leads")
_PHRASE_BREAKS = word_class("phrase_breaks")


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without blanks, commas and lone quotation marks at its edges; None when no letter or
    figure is left. The full stop goes, too, unless it closes a quotation that the span holds."""
    while True:
        before = (start, end)
        start, end = _without_blanks(text, start, end)
        start, end = _without_brackets(text, start, end)
        start, end = _without_marks(text, start, end)
        if (start, end) == before:
            break
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def _without_blanks(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE + ".)…":
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _without_brackets(text: str, start: int, end: int) -> Span:
    """Without a bracket that has no partner inside, and without the last full stop."""
    if text[start : start + 1] in ("(", "[") and not any(c in text[start:end] for c in ")]"):
        start += 1
    if text[end - 1 : end] in (")", "]") and not any(c in text[start:end] for c in "(["):
        end -= 1
    if end > start and text[end - 1] == "." and not text[start:end].endswith("..."):
        end -= 1
    return start, end


def _without_marks(text: str, start: int, end: int) -> Span:
    if end > start and text[start] in _OPENERS and _alone(text[start + 1 : end]):
        start += 1
    if end > start and text[end - 1] in _CLOSERS and _alone(text[start : end - 1]):
        end -= 1
    if (
        end - start > 1
        and text[start] in '“"'
        and text[end - 1] in '”"'
        and _alone(text[start + 1 : end - 1])
    ):
        start, end = start + 1, end - 1
    return start, end


def _alone(rest: str) -> bool:
    """Whether no quotation mark in `rest` could be the partner of the one at the edge."""
    return not any(c in rest for c in '“”„«»"')


def trim_clause(parse: Parse, start: int, end: int) -> Span | None:
    """Like `trim`, and without a leading "that", "and", "but"."""
    span = trim(parse.text, start, end)
    while span is not None:
        first = parse.within(span[0], span[1])[:1]
        if (
            not first
            or first[0].lower not in _LEADING_WORDS
            or ((first[0].is_determiner or first[0].is_pronoun) and first[0].rel != "mark")
        ):
            return span
        span = trim(parse.text, first[0].end, span[1])
    return None


def unit_bounds(parse: Parse, word: Word) -> Span:
    """The offsets of the stretch of one voice that a word stands in."""
    unit = parse.sentences[word.sentence]
    return unit.start, unit.end


def noun_phrase(parse: Parse, head: Word, stop: Word | None = None) -> Span:
    """The noun phrase around `head`, appositions in, relative clauses out, not across `stop`
    (the cue): `Denis Pushilin, leader of the occupation` before `said`."""
    members = {
        w.i for w in parse.subtree(head.i, without=("acl:relcl", "parataxis", "ccomp", "conj:verb"))
    }
    lo = hi = head.i
    while lo - 1 in members and (stop is None or lo - 1 != stop.i):
        lo -= 1
    while lo and _same_name(parse.words[lo - 1], parse.words[lo]):
        lo -= 1
    while hi + 1 in members and (stop is None or hi + 1 != stop.i):
        following = parse.words[hi + 1]
        if _breaks(following) or (following.is_preposition and _is_adjunct(parse, following)):
            break
        hi += 1
    while lo < head.i and (leads_phrase(parse.words[lo]) or is_day(parse.words[lo])):
        lo += 1
    hi = _before_time(parse, head.i, hi)
    start, end = _with_office(parse, head, lo), parse.words[hi].end
    span = trim(parse.text, start, end)
    return span or (head.start, head.end)


def _with_office(parse: Parse, head: Word, first: int) -> int:
    """Where the phrase of a subject begins: `The mayor, Ivan Lys,` is one phrase, though a parser
    may find two subjects in it."""
    start = parse.words[first].start
    if not (head.rel == "nsubj" and head.is_proper and first > 1):
        return start
    offices = (
        w
        for w in parse.children(head.head, "nsubj")
        if w.i < first and w.is_common and w.is_singular
    )
    office = next(offices, None)
    if office is None or parse.words[first - 1].text != ",":
        return start
    phrase = parse.within(*parse.span(office.i))
    adjoining = [w.i for w in phrase if w.text != ","][-1] == first - 2
    return phrase[0].start if adjoining else start


def _before_time(parse: Parse, head: int, last: int) -> int:
    """The last word of a noun phrase without `, earlier this week`, `on Sunday`, `, two days later`
    behind it."""
    at, time = last, False
    while at > head:
        word = parse.words[at]
        if is_day(word) or word.lemma in cue_words("time_nouns"):
            time = True
        elif word.lower not in _TIME_LEADS and not (time and word.is_number):
            break
        at -= 1
    return at if time else last


def _same_name(before: Word, word: Word) -> bool:
    """`Médecins Sans Frontières`, `Umm Salim`: capitals side by side are one name."""
    return (
        before.sentence == word.sentence
        and before.is_proper
        and word.is_proper
        and before.text[:1].isupper()
        and not is_day(before)
        and before.lemma not in cue_words("time_nouns")
    )


def _breaks(word: Word) -> bool:
    return word.lower in _PHRASE_BREAKS or (
        (word.is_verb and not word.is_base)
        and word.rel in ("acl", "acl:relcl", "ccomp", "conj", "root", "advcl")
    )


def whole_name(parse: Parse, span: Span) -> Span:
    """A name with what stands before it and is of it, though the parser took it for something else:
    the given name of `Olena Koval`, `Missile expert` of `Missile expert Ana Groll`."""
    first = parse.within(*span)[0]
    if not (first.text[:1].isupper() and first.i):
        return span
    run = _names_before(parse, first)
    opened = parse.words[run[-1].i - 1] if run and run[-1].i else None
    hangs = opened is not None and opened.sentence == first.sentence and opened.is_preposition
    given = [w for w in run[:1] if is_given_name(w.lower)]
    run = given if hangs else run
    return (run[-1].start, span[1]) if run else span


def _names_before(parse: Parse, first: Word) -> list[Word]:
    """The words right before a name that are capitalised or say what somebody is, nearest first."""
    run: list[Word] = []
    for word in reversed(parse.words[max(first.i - _NAME_REACH, 0) : first.i]):
        after = run[-1] if run else first
        mark = _is_mark(parse, word)
        gap = after.start - word.end
        joined = word.sentence == first.sentence and gap == (0 if _is_mark(parse, after) else 1)
        nominal = word.is_noun or word.is_adjective or is_given_name(word.lower)
        named = nominal and word.text[:1].isupper() and not is_day(word)
        if not joined or not (named or mark or word.lower in listed(*_OFFICES)):
            break
        run.append(word)
    while run and _is_mark(parse, run[-1]):
        run.pop()
    return run


def _is_mark(parse: Parse, word: Word) -> bool:
    """Whether a word is the ending of an owner before a name (`Mali's`) or the point of a rank that
    is no word of its own (`Maj.`)."""
    if word.text == ".":
        return bool(word.i) and parse.words[word.i - 1].lower in listed("ranks", "honorifics")
    return word.is_genitive and word.text[:1] in "'’"


def phrase_after(parse: Parse, word: Word, limit: int | None = None) -> Span | None:
    """The noun phrase that follows `word` up to offset `limit`, read from left to right: how far an
    inverted subject ("said Olena Koval, head of the council, on Monday") reaches."""
    words = parse.behind(word, limit)
    if words and opens_adjunct(words[0]):
        return None
    taken: list[Word] = []
    for w in words:
        if _ends_phrase(parse, w, taken):
            break
        taken.append(w)
    if not taken:
        return None
    return trim(parse.text, taken[0].start, taken[-1].end)


def _ends_phrase(parse: Parse, w: Word, taken: list[Word]) -> bool:
    if w.lower in _PHRASE_BREAKS or w.is_finite:
        return True
    if (w.is_verb and not w.is_finite) and taken and _stops(taken[-1], w):
        return True
    if w.is_past_participle and w.rel == "acl" and taken and taken[-1].is_noun:
        return True  # "an email seen by an agency" is an email
    if (w.is_to or w.is_base or w.is_present_participle) and w.rel in (
        "advcl",
        "xcomp",
        "ccomp",
        "root",
        "conj",
        "mark",
    ):
        return True
    if w.is_adverb and taken and taken[-1].is_noun:
        return True
    return w.is_preposition and bool(taken) and _is_adjunct(parse, w)


def _stops(before: Word, word: Word) -> bool:
    """A comma or a spaced dash before a word; a hyphen inside a compound is none."""
    return before.text == "," or (before.text in "-–—" and word.start > before.end)


def _is_adjunct(parse: Parse, preposition: Word) -> bool:
    """`on Tuesday`, `in a statement`, `during a visit`, `after the talks`: not part of a name."""
    if preposition.lower in word_class("circumstances"):
        return True
    noun = parse.head(preposition)
    made = parse.head(noun) if noun is not None and preposition.lower == "by" else None
    if made is not None and made.lemma in cue_words("document_sources"):
        return False  # `a report by the agency` names whose it is
    return (
        noun is not None
        and noun.i > preposition.i
        and preposition.lower in word_class("told_at")
        and (is_day(noun) or noun.lemma in cue_words("document_nouns"))
    )


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character: ``overlap((0, 4), (3, 9))``."""
    return a[0] < b[1] and b[0] < a[1]


def is_day(word: Word) -> bool:
    """Whether a word names a day: "Wednesday", "yesterday"."""
    return word.lower in cue_words("days")


def without_day(parse: Parse, span: Span) -> Span:
    """A phrase without the day at its end: `a statement from the army | on Sunday morning`."""
    words = parse.within(*span)
    for k in range(1, len(words) - 1):
        tail = words[k + 2 :]
        dated = words[k].lower in word_class("before_a_day") and is_day(words[k + 1])
        if dated and all(w.is_number or w.lemma in cue_words("time_nouns") for w in tail):
            return span[0], words[k - 1].end
    return span
