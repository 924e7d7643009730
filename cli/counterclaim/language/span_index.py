"""What stands where: the things of an article by the place of their words, found without asking
each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from counterclaim.records.model import Span

_BLOCK = 512
"""Code points of a block, about three sentences: long enough that few things lie in several, short
enough that few lie in one."""

_START = attrgetter("start")
_END = attrgetter("end")


class Placed(Protocol):
    """What stands at a place of an article."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T")
P = TypeVar("P", bound=Placed)


def inside(things: Sequence[P], spans: Iterable[Span]) -> list[P]:
    """Those of some things in text order whose words lie within one of some spans."""
    found = {
        number
        for start, end in spans
        for number in range(
            bisect_left(things, start, key=_START), bisect_left(things, end, key=_START)
        )
        if things[number].end <= end
    }
    return [things[number] for number in sorted(found)]


def touching(things: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of some things in text order, none of which overlaps another, that share a code point
    with start..end."""
    return things[bisect_right(things, start, key=_END) : bisect_left(things, end, key=_START)]


class SpanIndex(Generic[T]):
    """Some things, each with the spans of its words. A question costs what is near, not what the
    article holds.

    >>> SpanIndex([(0, 4), (9, 12)], lambda span: [span]).touching((3, 10))
    [(0, 4), (9, 12)]
    """

    def __init__(self, things: Iterable[T], spans: Callable[[T], Iterable[Span]]) -> None:
        self._things = list(things)
        self._blocks: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, thing in enumerate(self._things):
            for start, end in spans(thing):
                for block in range(start // _BLOCK, (max(start, end - 1)) // _BLOCK + 1):
                    self._blocks[block].append((number, start, end))

    def touching(self, span: Span) -> list[T]:
        """The things that share a code point with a span, in the order in which they came."""
        first, last = span[0] // _BLOCK, max(span[0], span[1] - 1) // _BLOCK
        found = {
            number
            for block in range(first, last + 1)
            for number, start, end in self._blocks.get(block, ())
            if start < span[1] and span[0] < end
        }
        return [self._things[number] for number in sorted(found)]

    def at(self, offset: int) -> list[T]:
        """The things that the code point at an offset belongs to."""
        return self.touching((offset, offset + 1))
