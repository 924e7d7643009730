"""Where in the table of places an id stands, and which places are parts of others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PART_OF = re.compile(rb"\tgeonames:\d+\n")
_MANY = 16
"""Ids that are looked for one by one; when more are asked for, all are looked up."""


@dataclass(slots=True)
class PlaceIds:
    """The ids of a table: its second column, of places of GeoNames without what stands before."""

    data: bytes
    _asked: int = 0
    _offsets: dict[bytes, int] = field(default_factory=dict)
    _parts: dict[str, set[str]] = field(default_factory=dict)

    def find(self, place_id: str) -> int | None:
        """The offset of the line of a place."""
        sought = place_id.removeprefix("geonames:").encode("utf-8", "replace")
        if place_id != _full(sought):
            return None
        self._asked += 1
        if self._asked > _MANY:
            return self._every().get(sought)
        at = self.data.find(b"\t" + sought + b"\t")
        while at >= 0:
            start = self._start(at)
            if _second(self.data[start : at + len(sought) + 2]) == sought:
                return start
            at = self.data.find(b"\t" + sought + b"\t", at + 1)
        return None

    def is_part(self, inner: str, outer: str) -> bool:
        """Whether a place may lie in one that is no area: a part of it by its id, or by the table.
        Most places have no part, and most questions end here."""
        if not self._parts:
            self._parts[""] = set()
            for found in _PART_OF.finditer(self.data):
                whole = found[0].decode().strip()
                part = _second(self.data[self._start(found.start()) : found.end()])
                self._parts.setdefault(whole, set()).add(_full(part))
        parts = self._parts.get(outer, ())
        return inner == outer or inner.startswith(outer + "/") or inner in parts

    def _start(self, offset: int) -> int:
        return self.data.rfind(b"\n", 0, offset) + 1

    def _every(self) -> dict[bytes, int]:
        if not self._offsets:
            at = 0
            for line in self.data.split(b"\n")[:-1]:
                self._offsets[_second(line)] = at
                at += len(line) + 1
        return self._offsets


def _second(line: bytes) -> bytes:
    return line.split(b"\t", 2)[1]


def _full(number: bytes) -> str:
    """An id as records have it."""
    return f"geonames:{number.decode()}" if number.isdigit() else number.decode()
