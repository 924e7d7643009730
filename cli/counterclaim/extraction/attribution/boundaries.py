"""Where a content ends: at the next cue of the same voice, or at the end of its sentence."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.entities.speaks import is_mute
from counterclaim.extraction.grammar.clauses import is_relative_clause
from counterclaim.extraction.grammar.spans import trim_clause
from counterclaim.extraction.grammar.words import PAUSES, opens_adjunct, opens_noun_phrase
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_MARKS = ("”", '"', "’", "''", "»")
_PARTING = word_class("opposing") | {";"}


def content_end(parse: Parse, cue: Cue, cues: list[Cue], start: int, unit: Span) -> int:
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
        if (
            w.lower in word_class("cites")
            and parse.words[min(w.i + 1, len(parse.words) - 1)].lower == "to"
            and w.i
            and parse.words[w.i - 1].text in PAUSES
        ):
            end = min(end, w.start)
    end = _before_verdict(parse, start, _before_silence(parse, start, end))
    end = _before_next_deed(parse, cue, start, end)
    end = _before_main_clause(parse, cue, start, end)
    end = _inside_relative(parse, cue, start, end)
    return _without_trailing_adjunct(parse, start, end)


def _before_next_deed(parse: Parse, cue: Cue, start: int, end: int) -> int:
    """`The army confirmed the raid but put the toll at 31`: what is confirmed is a thing, and the
    next verb tells what else the speaker does."""
    told = parse.child(cue.word.i, "obj")
    if told is None or told.start < start or parse.child(cue.word.i, "ccomp") is not None:
        return end
    for verb in parse.children(cue.word.i, "conj"):
        joint = parse.child(verb.i, "cc")
        own = parse.child(verb.i, "nsubj", "expl") is not None
        if joint is not None and verb.is_verb and not own and told.i < joint.i:
            return min(end, joint.start)
    return end


def _before_silence(parse: Parse, start: int, end: int) -> int:
    """`The army says a depot burned; no word from the mayor`: of others' silence notes tell
    themselves."""
    words = parse.within(start, end)
    for mark, word in pairwise(words):
        if mark.text == ";" and word.lower == "no":
            noun = next((w for w in words if w.i > word.i and w.is_noun), None)
            return mark.start if noun and noun.lemma in cue_words("silence_nouns") else end
    return end


def _before_verdict(parse: Parse, start: int, end: int) -> int:
    """`… two posts were destroyed, a claim the ministry did not address`: what becomes of a claim
    is no part of it."""
    words = parse.within(start, end)
    for k, (comma, article, noun) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        named = article.is_determiner and noun.lemma in cue_words("anaphoric_nouns")
        if k and comma.text == "," and named and any(w.is_finite for w in words[k + 3 :]):
            return comma.start
    return end


def _before_main_clause(parse: Parse, cue: Cue, start: int, end: int) -> int:
    """`While Kyiv said the town had held, the enemy claimed …`, `Saying the town had held, it …`: a
    cue in a subordinate clause or a participle in front has its content end where the main clause
    begins."""
    if opener_of(parse, cue) is None and not is_fronted(parse, cue):
        return end
    inside = parse.within(start, end)
    for k, w in enumerate(inside):
        if w.text == "," and k > 2 and _opens_main_clause(inside[k + 1 :]):
            return w.start
    return end


def _inside_relative(parse: Parse, cue: Cue, start: int, end: int) -> int:
    """`Kigali, which denies backing the rebels, sent men`: behind the comma that closes a relative
    clause the main clause goes on with its verb."""
    if not is_relative_clause(parse, cue.word):
        return end
    inside = parse.within(start, end)
    for k, w in enumerate(inside[:-1]):
        if w.text == "," and inside[k + 1].is_finite and k:
            return w.start
    return end


def opener_of(parse: Parse, cue: Cue) -> str | None:
    """The word that opens the subordinate clause of a cue: "while" in `While Kyiv said …`."""
    before = parse.before(cue.word)
    for w in reversed(before):
        if w.lower in cue_words("conjunctions"):
            return w.lower
        if w.text == "," or (w.is_finite and w.head != cue.word.i):
            return None
    return None


def is_fronted(parse: Parse, cue: Cue) -> bool:
    """Whether a participle opens the sentence: `Responding to the raid, Kyiv said …`."""
    before = parse.before(cue.word)
    return (cue.word.is_present_participle or cue.word.is_past_participle) and all(
        opens_adjunct(w) for w in before
    )


def _opens_main_clause(words: list[Word]) -> bool:
    """Whether words begin with a noun phrase that a finite verb follows."""
    if not words or not opens_noun_phrase(words[0]):
        return False
    for w in words[1:10]:
        if w.text in (",", ";") or (w.is_wh or w.is_conjunction):
            return False
        if w.is_finite:
            return True
    return False


def _handover(parse: Parse, cue: Cue, other: Cue) -> int | None:
    """The offset where `other` takes the word from `cue`, or None when it is part of the
    content."""
    left = reversed(parse.before(other.word))
    before = next((w for w in left if w.text not in _MARKS), None)
    if before is None:
        return None
    same = other.subject is cue.subject or other.subject is None
    if other.word.is_present_participle and before.text in PAUSES and same and other.entry.speech:
        closing = parse.words[before.i + 1]
        return closing.end if closing.text in _MARKS else before.start
    if other.word.is_present_participle and before.lower in ("and", "before", "while") and same:
        return before.start
    own = [w for w in parse.children(other.word.i, "nsubj") if w.i < other.word.i]
    told = own and not is_mute(own[0]) and other.entry.speech
    if told and not other.word.is_present_participle:
        first = min(w.start for w in parse.subtree(own[0].i))
        marker = own[0]
        while marker.end > first and marker.i:
            marker = parse.words[marker.i - 1]
        marker = marker if marker.end <= first else before
        if marker.lower in _PARTING or (
            marker.lower == "and" and (other.word.head == cue.word.i or other.lemma == cue.lemma)
        ):
            return marker.start
    if other.word.has_form_of(cue.word) and not own and other.entry.speech:
        passed = before.is_adverb or before.is_adjective
        marker = parse.words[before.i - 1] if passed else before
        if marker.lower in ("and", "but", "then", ";"):
            return marker.start
    return None


def _without_trailing_adjunct(parse: Parse, start: int, end: int) -> int:
    """Cut `in its daily report on Wednesday`, `in a statement`, `on Telegram` off the end."""
    words = [w for w in parse.within(start, end) if w.text not in (".", "”", '"', ",", "’")]
    for k in range(len(words) - 1, max(len(words) - 12, 2), -1):
        w = words[k]
        if w.lower in ("in", "on", "at", "during", "via", "to") and w.is_preposition:
            noun = parse.head(w)
            tail = words[k + 1 :]
            held = w.lower in ("on", "at") and noun is not None and noun.is_plural
            if (
                noun is not None
                and not held  # `fired on its posts`
                and noun.i > w.i
                and noun.lemma in cue_words("document_nouns")
                and noun in tail
            ):
                cut = words[k - 1].end
                return cut if cut > start else end
    return end


def with_left_part(parse: Parse, cue: Cue, content: Span, unit: Span) -> tuple[Span, ...]:
    """`The dam, officials said, had given way`: the part before the cue belongs to the content when
    the cue stands between commas."""
    if cue.subject is None or cue.passive:
        return (content,)
    first = (
        min(cue.word.start, *(w.start for w in parse.subtree(cue.subject.i)))
        if cue.subject.i < cue.word.i
        else cue.word.start
    )
    before = [w for w in parse.within(unit[0], first) if w.end <= first]
    gap = parse.text[cue.word.end : content[0]]
    if (
        len(before) >= 3
        and before[-1].text in PAUSES
        and "," in gap
        and not before[0].is_preposition
    ):
        left = trim_clause(parse, unit[0], before[-1].start)
        if left is not None:
            return (left, content)
    return (content,)
