"""Counts before units of time: "three", "a few", "two and a half", "half an"."""

from __future__ import annotations

from counterclaim.extraction.grammar.numbers import parse_number
from counterclaim.extraction.times.forms import beside, sense
from counterclaim.extraction.times.lexicon import lexicon


def amount_of(words: str) -> float | None:
    """The number, or None for a vague one: ``amount_of("two and a half") == 2.5``."""
    text = words.strip()
    if known := sense("amounts", text):
        return float(known)
    text = beside("range").split(text)[-1]
    half = beside("half").search(text)
    number = parse_number(text[: half.start()] if half else text)
    return number if number is None or not half else number + 0.5


def vague_range(words: str) -> tuple[int, int]:
    """Fewest and most of a vague count: ``vague_range("a few") == (2, 8)``."""
    for word, (few, most) in lexicon().vague_counts.items():
        if word in words:
            return few, most
    return 2, 9
