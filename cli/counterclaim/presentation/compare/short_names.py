"""Short names of sources: a surname, an acronym, the words of the text."""

from __future__ import annotations

import re

from counterclaim.records import Source

STEM = 5  # letters that the name of a country shares with what belongs to it
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PARTICLES = ("al", "el", "abdel", "abu", "bin", "ibn", "van", "von", "de", "der", "da", "di")
_LONG_NAME = 24


def short_name(source: Source) -> str:
    """Name a source in few letters: a surname, an acronym, the words of the text.

    >>> short_name(Source("Institute for the Study of War", "organisation", mention=in_the_text))
    'ISW'
    """
    mention = source.mention.text if source.mention else ""
    if source.kind == "person":
        return _surname(source.name)
    if source.kind == "unnamed":
        return _uncapped(_ARTICLE.sub("", mention), source.name) or source.name
    acronym = _ACRONYM.search(mention) or _ACRONYM.search(source.name)
    if acronym:
        return acronym.group(1)
    if len(source.name) > _LONG_NAME and (state := _state(source)):
        return state
    plain = _ARTICLE.sub("", mention)
    if len(source.name) <= _LONG_NAME or " " not in plain or not _names(plain, source.name):
        return source.name
    return min(plain, source.name, key=len)


def _state(source: Source) -> str | None:
    """Name a state that speaks as its side is named: "DR Congo"."""
    from counterclaim.knowledge.entries import load_countries  # noqa: PLC0415 start-up stays quick
    from counterclaim.knowledge.sides import load_sides  # noqa: PLC0415

    names = {c.name for c in load_countries() if source.side in (c.side, c.party)}
    return load_sides().side_name(source.side) if source.name in names else None


def _surname(name: str) -> str:
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold().rstrip("-") in _PARTICLES:
        start -= 1
    return " ".join(words[max(start, 0) :])


def _names(mention: str, name: str) -> bool:
    """Tell whether a mention names the source; "he" and "it" do not. "Congolese" names what is of
    the Congo.
    """
    ours, theirs = ({word[:STEM] for word in w.casefold().split()} for w in (mention, name))
    return bool(ours & theirs - {"the", "of"})


def _uncapped(mention: str, name: str) -> str:
    """Take the capital off a mention that has it only for standing first in its sentence.

    >>> _uncapped("Residents of Lyman", "residents")
    'residents of Lyman'
    """
    lower = mention[:1].lower() + mention[1:]
    return lower if lower.split()[:1] == name.split()[:1] else mention
