"""Numbers as English writes them: 1,200; 473 400; 2.5 million; sixty-four; two and a half."""

from __future__ import annotations

import re

from counterclaim.knowledge.lexicon import listed

_SMALL = listed("numbers")
_TENS = listed("tens")
UNITS: dict[str, int] = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "fourty": 40,
}
"""Words that add up: "forty" + "two"."""

SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
}
"""Words that multiply what stands before them: "three" x "hundred"."""

LARGEST = 1e15
"""Beyond this, digits are a serial number or run together: no number of anything."""

_ORDINALS = listed("ordinals")
ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS) if value},
    **{word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS, 2)},
}

_WORD = "|".join(sorted(UNITS, key=lambda word: -len(word)))
_SCALE = "|".join(SCALES)
_GROUP = 100
"""The scale that multiplies a group of three digits; larger ones close it."""
_LARGE = "|".join(word for word, value in SCALES.items() if value > _GROUP)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?"
WORDS = rf"(?:{_WORD})(?:[- ](?:and[- ])?(?:{_WORD}|{_SCALE})\b)*"
"""A cardinal in words: "sixty-four", "two hundred and five"."""

DIGITS = rf"(?:{_DIGITS})(?:[- ]?(?:{_LARGE})\b)?"
"""A cardinal in digits: "1,200", "473 400", "2.5 million"."""

NUMBER = rf"(?:{DIGITS}|(?:{WORDS})\b)"
"""Any cardinal; no named groups, meant for lower-case text."""

ORDINAL_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})[- ])?(?:{'|'.join(sorted(ORDINALS, key=lambda w: -len(w)))})"
)
"""An ordinal in words: "fourth", "twenty-first"."""


def parse_number(words: str) -> float | None:
    """The value of a cardinal in digits or words, or None where it is not one.

    ``parse_number("2.5 million") == 2500000``; ``parse_number("two hundred and five") == 205``.
    """
    text = words.strip().lower()
    digits = re.match(rf"(?:{_DIGITS})", text)
    if digits is None:
        return _words_value(re.split(r"[-\s]+", text))
    value = float(re.sub(r"[,\s]", "", digits[0]))
    for word in re.split(r"[-\s]+", text[digits.end() :].strip("- ")):
        if word:
            if word not in SCALES:
                return None
            value *= SCALES[word]
    return value if value <= LARGEST else None


def _words_value(words: list[str]) -> float | None:
    """Left to right: units add, "hundred" multiplies the group, bigger scales close it."""
    total, group, seen = 0.0, 0.0, False
    for word in words:
        if word == "and" and seen:
            continue
        if word in UNITS:
            group, seen = group + UNITS[word], True
        elif SCALES.get(word) == _GROUP:
            group, seen = (group or 1) * 100, True
        elif word in SCALES:
            total, group, seen = total + (group or 1) * SCALES[word], 0.0, True
        else:
            return None
    return total + group if seen else None


def parse_ordinal(words: str) -> int | None:
    """The value of an ordinal: ``parse_ordinal("336th") == 336``, ``("twenty-first") == 21``."""
    text = words.strip().lower()
    digits = re.match(r"(\d+)(?:st|nd|rd|th)?$", text)
    if digits:
        return int(digits[1])
    *tens, last = re.split(r"[-\s]+", text)
    if last not in ORDINALS or (tens and (len(tens) > 1 or tens[0] not in UNITS)):
        return None
    return ORDINALS[last] + (UNITS[tens[0]] if tens else 0)
