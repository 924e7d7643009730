"""Counts before units of time: "three", "a few", "two and a half", "half an"."""

from __future__ import annotations

import re

from counterclaim.extraction.grammar.numbers import parse_number
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.knowledge.lexicon import word_class


def amount_of(words: str) -> float | None:
    """The number, or None for a vague one: ``amount_of("two and a half") == 2.5``."""
    text = words.strip()
    if text in word_class("indefinite"):
        return 1
    if re.fullmatch(r"(?:a )?couple(?: of)?", text):
        return 2
    if text.startswith("half"):
        return 0.5
    if text in ("a dozen", "dozen"):
        return 12
    text = re.split(r" or | to |-to-|–|(?<=\d)-(?=\d)", text)[-1]
    half = re.search(r"[- ](?:and[- ]a[- ]half|1/2)$", text)
    number = parse_number(text[: half.start()] if half else text)
    return number if number is None or not half else number + 0.5


def vague_range(words: str) -> tuple[int, int]:
    """Fewest and most of a vague count: ``vague_range("a few") == (2, 8)``."""
    for word, (few, most) in lexicon().vague_counts.items():
        if word in words:
            return few, most
    return 2, 9
