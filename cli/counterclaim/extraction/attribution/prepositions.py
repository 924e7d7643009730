"""Prepositional cues: `according to`, `in the words of`."""

from __future__ import annotations

from functools import cache

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import trim, trim_clause, unit_bounds, without_day
from counterclaim.extraction.grammar.words import (
    CITING,
    PAUSES,
    is_mention,
    is_somebody,
    opens_new_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.entries import role_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


def attribute_prepositions(parse: Parse) -> list[Attribution]:
    """`According to X, …`, `…, according to X`, `…, according to X, …`."""
    out = []
    for words in _preposition_cues(parse, parse.words):
        found = _around(parse, words)
        if found is not None:
            out.append(found)
    return out


def _lost_to(parse: Parse, word: Word) -> bool:
    """`…, according the agency`: copy that lost its "to"."""
    following = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else None
    return following is not None and following.lower in word_class("articles", "possessives")


@cache
def _cue_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The prepositional cues by their first word, longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_cues().prepositions:
        words = tuple(phrase.split())
        out.setdefault(words[0], []).append(words)
    return {k: sorted(v, key=lambda w: (-len(w), w)) for k, v in sorted(out.items())}


def _preposition_cues(parse: Parse, firsts: list[Word]) -> list[list[Word]]:
    """The prepositional cues that begin with one of some words."""
    phrases = _cue_phrases()
    out: list[list[Word]] = []
    for first in firsts:
        if first.lower in word_class("cites") and _lost_to(parse, first):
            out.append([first])
            continue
        for cue in phrases.get(first.lower, ()):
            words = parse.words[first.i : first.i + len(cue)]
            if tuple(w.lower for w in words) == cue and not _is_rate(parse, words):
                out.append(words)
                break
    return out


def _is_rate(parse: Parse, cue: list[Word]) -> bool:
    """`20 per cent`, `twice per day`: a rate, no source; a source is a name or has an article."""
    if cue[0].lower != "per":
        return False
    behind = parse.words[cue[-1].i + 1 : cue[-1].i + 4]
    named = bool(behind) and (behind[0].is_proper or opens_new_phrase(behind[0]))
    return not named and not any(w.is_plural and is_somebody(w) for w in behind)


def preposition_sources(parse: Parse, unit: int) -> list[tuple[list[Word], Span]]:
    """The prepositional cues of one unit with their sources."""
    out = []
    for cue in _preposition_cues(parse, parse.sentence_words(unit)):
        end = _source_end(parse, cue[-1], unit_bounds(parse, cue[0]))
        source = trim(parse.text, cue[-1].end, end)
        if source is not None:
            out.append((cue, source))
    return out


def _around(parse: Parse, cue: list[Word]) -> Attribution | None:
    unit = unit_bounds(parse, cue[0])
    source_end = _source_end(parse, cue[-1], unit)
    source = trim(parse.text, cue[-1].end, source_end)
    lemma = " ".join(w.lower for w in cue)
    if source is None or (lemma in CITING and not _can_speak(parse, source)):
        return None
    left = trim_clause(parse, unit[0], cue[0].start)
    right = trim_clause(parse, source_end, unit[1])
    if left is not None and len(parse.within(*left)) < 3 and not _goes_on(parse, right):
        left = None
    if right is not None and not _tells_more(parse.within(*right)):
        right = right if left is None else None
    content = tuple(s for s in (left, right) if s is not None)
    if not content:
        return None
    if left is None and right is not None:
        content = (right,)
    return Attribution(
        content=content,
        cue=(cue[0].start, cue[-1].end),
        source=without_day(parse, source),
        lemma=lemma,
        rule="preposition",
        unit=cue[0].sentence,
        cue_word=cue[0].i,
        clause=(cue[0].start, source_end),
    )


def _goes_on(parse: Parse, right: Span | None) -> bool:
    """Whether the words behind the source begin with their verb, so that what stands before it is
    their subject: `Rebels, according to the army, shelled the town`."""
    words = parse.within(*right) if right is not None else []
    first = next((w for w in words if not w.is_adverb), None)
    return first is not None and (first.is_verb or first.rel == "aux")


def _tells_more(words: list[Word]) -> bool:
    """Whether words behind a source go on with what it says: with a verb, or with when it was
    (`…, according to the mayor, after the raid`)."""
    return words[0].lower in cue_words("occasions") or any(w.is_verb for w in words)


def _can_speak(parse: Parse, source: Span) -> bool:
    """Whether what is cited is a voice: `citing Interfax`, `citing officials`. In `citing satellite
    images` it is what a speaker rests on, in `citing a lack of shells` a reason."""
    head = parse.top(*source)
    if head is None or is_mention(head):
        return True
    voices = cue_words("voices", "document_nouns", "document_sources")
    return head.lemma in voices | cue_words("channel_nouns", "go_betweens") | role_words()


def _source_end(parse: Parse, cue: Word, unit: Span) -> int:
    """How far the noun phrase behind `according to` reaches: over appositions (`the ISW, a think
    tank,`), up to the comma or the words that begin the content."""
    words = parse.behind(cue, unit[1])
    depth = 0
    for k, w in enumerate(words):
        if w.text in "([":
            depth += 1
        elif w.text in ")]":
            depth -= 1
        elif (
            depth == 0
            and w.text in (*PAUSES, ";", ":", ".")
            and not (
                w.text == "-"
                and w.start == words[k - 1].end
                and k + 1 < len(words)
                and words[k + 1].start == w.end
            )
        ):
            if w.text == "," and _apposition_follows(words[k + 1 :]):
                continue
            return w.start
        elif w.is_finite and k:
            return _before_subject(parse, w, words[:k])
    return unit[1]


def _apposition_follows(rest: list[Word]) -> bool:
    """Whether a comma opens an apposition that another comma closes: `a think tank,`, `the head of
    the council,`; any other `the …` begins the content."""
    length = next((k for k, w in enumerate(rest) if w.text == ","), len(rest))
    phrase = rest[:length]
    if not 0 < length <= 14 or any(w.is_finite for w in phrase):
        return False
    first = phrase[0].lower
    if first in word_class("indefinite"):
        return True
    head = next(
        (
            w
            for k, w in enumerate(phrase)
            if w.is_noun and not (k + 1 < length and phrase[k + 1].is_noun)
        ),
        None,
    )
    return head is not None and (first == "the" or head is phrase[0]) and head.lower in role_words()


def _before_subject(parse: Parse, verb: Word, words: list[Word]) -> int:
    """No comma stands between source and content: the content begins at the verb's subject."""
    subject = next((w for w in parse.children(verb.i, "nsubj") if w in words[1:]), None)
    if subject is None:
        return words[-1].end
    first = min(x.start for x in parse.subtree(subject.i))
    return max(first, words[0].end)
