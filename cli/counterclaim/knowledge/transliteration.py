"""Cyrillic names in Latin letters, by the Ukrainian national system of 2010 and, for letters
that only Russian has, BGN/PCGN.
"""

from __future__ import annotations

_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": "", "ю": "iu", "я": "ia", "ы": "y", "э": "e",
    "ё": "yo", "ʼ": "", "’": "", "'": "",
}  # fmt: skip


def is_cyrillic(name: str) -> bool:
    """Whether the name is written in Cyrillic. ``is_cyrillic("Бахмут")`` is true."""
    return any("\u0400" <= c <= "\u04ff" for c in name)


def is_semitic(name: str) -> bool:
    """Whether the name is written in Hebrew or Arabic letters. ``is_semitic("בחמוט")`` is true."""
    return any("\u0590" <= c <= "\u06ff" for c in name)


def romanise(name: str) -> str:
    """Latin letters for Cyrillic ones. ``romanise("Авдіївка") == "avdiivka"``."""
    return "".join(_ROMAN.get(c, c) for c in name.lower())
