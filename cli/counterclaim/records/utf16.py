"""Offsets for tools that count as JavaScript does: characters beyond U+FFFF are two there."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

_BEYOND = 0xFFFF


class Utf16:
    """The offsets of one text, in code points and in units of UTF-16.

    >>> Utf16("💩 Orikhiv").out(2), Utf16("💩 Orikhiv").back(3)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        self._units = list(accumulate((1 + (ord(sign) > _BEYOND) for sign in text), initial=0))

    def out(self, at: int) -> int:
        """The units before a code point."""
        return self._units[at]

    def back(self, at: int) -> int | None:
        """The code points before a unit; None inside a character or beyond the text."""
        found = bisect_left(self._units, at)
        return found if found < len(self._units) and self._units[found] == at else None
