"""Several of whom each speaks: `Neither the army nor the rebels confirmed …`, `Kyiv and Moscow
accused each other of …`."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.entities.joint import joint_parts
from counterclaim.extraction.grammar.spans import noun_phrase
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_EACH_OTHER = tuple(sorted(word_class("each_other")))


def tell_apart(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, that of `Neither the army nor the rebels confirmed …`, and what two say of
    each other, as one of each."""
    return [replace(a, source=part) for a in attributions for part in _speakers(parse, a)]


def told_of_each_other(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody is told to say something of `each other`."""
    return parse.text[attribution.start : attribution.end].lower().startswith(_EACH_OTHER)


def others_than(parse: Parse, attribution: Attribution) -> list[Span]:
    """Those with whom a speaker is named, where they speak of each other: in `Kyiv and Moscow
    accused each other` Moscow beside Kyiv."""
    word = attribution.cue_word
    subject = parse.child(word, "nsubj") if word is not None else None
    if subject is None or attribution.source is None:
        return []
    parts = joint_parts(parse, noun_phrase(parse, subject, parse.words[subject.head]))
    return [part for part in parts if part != attribution.source] if len(parts) > 1 else []


def _speakers(parse: Parse, a: Attribution) -> list[Span | None]:
    if a.source is not None and told_of_each_other(parse, a):
        return [*joint_parts(parse, a.source)]
    return _each(parse, a.source)


def _each(parse: Parse, source: Span | None) -> list[Span | None]:
    """The phrases around each "nor" in a source, or the source."""
    words = [] if source is None else parse.within(*source)
    if not any(w.lower == "nor" for w in words):
        return [source]
    phrases: list[list[Word]] = [[]]
    for word in words:
        if word.lower == "nor":
            phrases.append([])
        elif word.lower not in ("neither", ","):
            phrases[-1].append(word)
    return [(p[0].start, p[-1].end) for p in phrases if p] or [source]
