"""Cyrillic names: into Latin letters, and from a case form back to the nominative.

Romanisation follows the Ukrainian national system of 2010 and, for letters that only Russian
has, BGN/PCGN. The case table holds the endings of place names after a preposition ("під
Бахмутом", "в Авдеевке"): what may be cut off, and what may stand there in the nominative.
"""

from __future__ import annotations

from collections.abc import Iterator

_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": "", "ю": "iu", "я": "ia", "ы": "y", "э": "e",
    "ё": "yo", "ʼ": "", "’": "", "'": "",
}  # fmt: skip

_CASES = (
    ("івкою", "івка"), ("ївкою", "ївка"), ("івці", "івка"), ("ївці", "ївка"),
    ("ому", "е"), ("ому", "ий"), ("ого", "е"), ("ого", "ий"), ("ого", "ое"), ("ому", "ое"),
    ("ої", "а"), ("ій", "а"), ("ой", "ая"), ("ом", "ое"), ("ым", "ый"), ("им", "ий"),
    ("єві", "їв"), ("єва", "їв"), ("єву", "їв"), ("євом", "їв"), ("кові", "ків"), ("кова", "ків"),
    ("кову", "ків"), ("ковом", "ків"), ("вові", "вів"), ("вова", "вів"), ("вову", "вів"),
    ("вовом", "вів"), ("цем", "ць"), ("ці", "ць"), ("ця", "ць"), ("це", "ка"), ("ці", "ка"),
    ("ем", "ь"), ("ем", "е"), ("ям", "я"), ("ом", ""), ("ом", "о"), ("єм", "й"), ("ем", "й"),
    ("ою", "а"), ("ею", "я"), ("ей", "я"), ("ой", "а"), ("ью", "ь"), ("ю", "я"), ("ю", "ь"),
    ("ю", "й"), ("ю", "е"), ("у", "а"), ("у", ""), ("у", "о"), ("е", ""), ("е", "а"), ("е", "я"),
    ("е", "ь"), ("е", "о"), ("і", ""), ("і", "а"), ("і", "я"), ("і", "ь"), ("и", "а"), ("и", "ь"),
    ("и", "я"), ("ы", "а"), ("а", ""), ("а", "о"), ("я", "ь"), ("я", "е"), ("я", "й"), ("ї", "я"),
    ("ах", "ы"), ("ах", "и"), ("ами", "ы"), ("ами", "и"), ("ям", "и"), ("ів", "и"),
)  # fmt: skip


def is_cyrillic(name: str) -> bool:
    """Whether the name is written in Cyrillic. ``is_cyrillic("Бахмут")`` is true."""
    return any("\u0400" <= c <= "\u04ff" for c in name)


def romanise(name: str) -> str:
    """Latin letters for Cyrillic ones. ``romanise("Авдіївка") == "avdiivka"``."""
    return "".join(_ROMAN.get(c, c) for c in name.lower())


def nominatives(name: str) -> Iterator[str]:
    """Lower-case forms that `name` may be a case of, likeliest first (longest ending cut).

    >>> "бахмут" in nominatives("Бахмутом"), "авдіївка" in nominatives("Авдіївці")
    (True, True)
    """
    lower = name.lower()
    seen = {lower}
    for ending, base in sorted(_CASES, key=lambda pair: -len(pair[0])):
        if lower.endswith(ending) and len(lower) - len(ending) >= 2:
            form = lower[: len(lower) - len(ending)] + base
            if form not in seen:
                seen.add(form)
                yield form
