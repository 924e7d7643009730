"""Datelines: where, when and by which agency a report was filed, before its first sentence."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"(?:(?P<capitals>[A-Z][A-Z’' /-]{2,30})|[A-Z][\w’' /-]{1,30}?)"
    r"(?P<country>,\s+(?!\d)[A-Z][\w. ]{1,20}?)?"
    r"(?P<day>,\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?)?"
    r"\s*(?:(?P<agency>\([A-Z][^()\n]{1,25}\))\s*[-–—]+\s*|\s[–—]\s+|\s--?\s+|(?P<colon>:\s+))(?=[A-Z“\"])"
)
_DATED = re.compile(  # "November 4, 2024 (KHARTOUM) – "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4} "
    r"\([A-Z][A-Z’' /-]{2,30}\)\s*[-–—]+\s*(?=[A-Z“\"])"
)
_DASH = re.compile(r"\s[-–—]+\s")


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline ends with which the words from `start` to `end` begin, None without one. A
    place before a dash is one with an agency or a day, in capitals, or with its country; not where
    a second dash shows an insertion (`NATO – Europe's alliance – said`).

    >>> dateline_end("KYIV, Oct 2 (Agency) - Shells fell.", 0, 35)
    23
    """
    if dated := _DATED.match(text, start, end):
        return dated.end()
    found = _DATELINE.match(text, start, end)
    if found is None or (found["colon"] and not (found["capitals"] and found["country"])):
        return None
    if not (found["agency"] or found["day"]):
        named = found["capitals"] or found["country"]
        if not named or _DASH.search(text, found.end(), end):
            return None
    return found.end()
