"""Several of whom each speaks: `Neither the army nor the rebels confirmed …`."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


def tell_apart(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, that of `Neither the army nor the rebels confirmed …` as one of each."""
    return [replace(a, source=part) for a in attributions for part in _each(parse, a.source)]


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
