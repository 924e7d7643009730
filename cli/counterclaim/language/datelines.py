"""Datelines: where, when and by which agency a report was filed, before its first sentence."""

from __future__ import annotations

import re

from counterclaim.language.phrasing import read_words

_DATELINE = re.compile(
    r"(?:(?P<capitals>[A-Z][A-Z’' /-]{2,30})|[A-Z][\w’' /-]{1,30}?)"
    r"(?P<country>,\s+(?!\d)[A-Z][\w. ]{1,40}?)?"
    r"(?P<day>,\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?)?"
    r"\s*(?:(?P<agency>\([A-Z][^()\n]{1,25}\))\s*[-–—]+\s*|\s[–—]\s+|\s--?\s+|(?P<colon>:\s+))(?=[A-Z“\"])"
)
_CITY = r"[A-Z][\w’' /-]{1,30}?"
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-zA-Z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_OTHERS = re.compile(
    "(?:"
    rf"{_DAY} \([A-Z][A-Z’' /-]{{2,30}}\)\s*[-–—]+"  # November 4, 2024 (KHARTOUM) –
    rf"|{_DAY}, {_CITY}\s+[-–—]+"  # 3 May 2025, Khartoum -
    rf"|\({_CITY}(?:, {_DAY})?\)\s*[-–—]+"  # (Tripoli) –
    rf"|{_CITY}\s+[-–—]+\s+{_DAY}\s*:"  # Rawalpindi - May 03, 2009:
    rf"|{_CITY}, \(?[A-Z]{{2,10}}\)?\s*[-–—]+"  # Damascus, SANA-
    rf"|[A-Z][A-Z’' -]{{2,30}}(?:, [A-Z][\w ]{{2,20}})?, {_DAY}(?:[,/] ?[A-Z][\w/-]+)?\."
    r")\s*(?=[A-Z“\"])"  # BAKU, Azerbaijan, October 3.
)
_TOP, _FULL, _SHORTEST = 800, 60, 5
"""Code points: how far down a dateline stands, how long a full sentence is at least, how short the
name of a town that is no acronym may be."""
_DASH = re.compile(r"\s[-–—]+\s")


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline ends with which the words from `start` to `end` begin, None without one. A
    place before a dash is one with an agency or a day, in capitals, or with its country; not where
    a second dash shows an insertion (`NATO – Europe's alliance – said`).

    >>> dateline_end("KYIV, Oct 2 (Agency) - Shells fell.", 0, 35)
    23
    """
    if other := _OTHERS.match(text, start, end):
        return other.end()
    found = _DATELINE.match(text, start, end)
    if found is None or (found["colon"] and not _files(found, end)):
        return None
    if not (found["agency"] or found["day"] or found["colon"]):
        named = found["capitals"] or found["country"]
        if not named or _DASH.search(text, found.end(), end):
            return None
    return found.end()


def _files(found: re.Match[str], end: int) -> bool:
    """Whether capitals before a colon tell where a report was filed: with the country, or near the
    top, of a length that acronyms seldom have and before a full sentence ("QUETTA: Rebels …")."""
    place = found["capitals"]
    if not place or found["country"]:
        return bool(place)
    known = not set(place.lower().split()).isdisjoint(read_words("abbreviations.yaml")["no_towns"])
    top = found.start() < _TOP and end - found.end() > _FULL
    return top and not known and len(place) >= _SHORTEST
