"""Sorted text tables, searched where they lie: nothing is parsed before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SortedTable:
    """Lines of a file, sorted by the bytes of a key that `key_of` takes from a line."""

    data: bytes
    key_of: Callable[[bytes], bytes]

    def line_at(self, offset: int) -> bytes:
        """The line that begins at `offset`."""
        return self.data[offset : self.data.index(b"\n", offset)]

    def position(self, key: bytes) -> int:
        """The offset of the first line whose key is not below `key`."""
        low, high = 0, len(self.data)
        while low < high:
            start = self.data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self.data.index(b"\n", start) + 1
            if self.key_of(self.data[start : end - 1]) < key:
                low = end
            else:
                high = start
        return low

    def matching(self, key: bytes) -> Iterator[tuple[int, bytes]]:
        """Offsets and lines whose key is `key`."""
        for offset, line in self._from(key):
            if self.key_of(line) != key:
                return
            yield offset, line

    def beginning(self, prefix: bytes) -> Iterator[tuple[int, bytes]]:
        """Offsets and lines whose key begins with `prefix`."""
        for offset, line in self._from(prefix):
            if not self.key_of(line).startswith(prefix):
                return
            yield offset, line

    def _from(self, key: bytes) -> Iterator[tuple[int, bytes]]:
        offset = self.position(key)
        while offset < len(self.data):
            line = self.line_at(offset)
            yield offset, line
            offset += len(line) + 1
