"""Claims by what one axis reads of them, and by the days and voices of those who say so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from counterclaim.comparison.axes import Axis
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.pairs.gates import is_aimed
from counterclaim.comparison.prepared.claim import Meeting, PreparedClaim

_EVER = (-(10**9), 10**9)
Collision = tuple[str, Meeting]  # a relation, and a way to meet in which it holds
Teller = tuple[tuple[str, str], str, str]  # the voice, its article, the article printed first


@dataclass(frozen=True, slots=True)
class Days:
    """The windows of some claims, ready to be asked whether one of them meets another window."""

    first: tuple[int, ...]
    last: tuple[int, ...]  # the latest end so far, in the order of `first`
    earliest_end: int

    def any(self, window: tuple[int, int], *, overlap: bool) -> bool:
        """Tell whether any window meets (or, without `overlap`, misses) the given one.

        >>> Days((3, 8), (4, 9), 4).any((5, 7), overlap=True)
        False
        """
        if not overlap:
            return self.first[-1] > window[1] or self.earliest_end < window[0]
        number = bisect_right(self.first, window[1])
        return number > 0 and self.last[number - 1] >= window[0]


@dataclass(eq=False, slots=True)
class Frame:
    """Claims of one cell that are weighed alike: hedged or not, dated or not, of one side."""

    roots: dict[str, str]
    members: list[PreparedClaim] = field(default_factory=list)
    _tellers: dict[Teller, Days] | None = None

    @property
    def model(self) -> PreparedClaim:
        """The claim that stands for all."""
        return self.members[0]

    @property
    def aimed(self) -> bool:
        """Tell whether the claims say by their words which claim they deny or doubt."""
        return is_aimed(self.model)

    def partners(self, others: Frame, how: Meeting, found: Collection[str]) -> list[str]:
        """Give the claims that have a partner among the others who meets them that way: another
        voice or the same, in any article or in their own, on days that meet or do not. Those
        already found are passed over.
        """
        given = []
        known: dict[Hashable, bool] = {}
        for member in self.members:
            if member.id in found:
                continue
            teller, window = self._teller_of(member), days_of(member)
            key = (teller, window)
            if key not in known:
                known[key] = others.has(teller, window, how)
            if known[key]:
                given.append(member.id)
        return given

    def has(self, teller: Teller, window: tuple[int, int], how: Meeting) -> bool:
        """Tell whether anybody here meets that teller in that way."""
        voice, article, root = teller
        if self._tellers is None:
            self._tellers = self._find_tellers()
        for (other, place, first_place), days in self._tellers.items():
            reprint = first_place == root and place != article
            elsewhere = how.one_article and place != article
            if (other == voice) != how.one_voice or elsewhere or reprint:
                continue
            if days.any(window, overlap=how.overlap):
                return True
        return False

    def _teller_of(self, member: PreparedClaim) -> Teller:
        return member.source, member.entry.article.id, self.roots[member.origin]

    def _find_tellers(self) -> dict[Teller, Days]:
        windows: dict[Teller, list[tuple[int, int]]] = defaultdict(list)
        for member in self.members:
            windows[self._teller_of(member)].append(days_of(member))
        return {teller: _days(sorted(found)) for teller, found in windows.items()}


@dataclass(eq=False, slots=True)
class Cell:
    """Claims of which one axis reads the same, about the same places."""

    frames: dict[Hashable, Frame] = field(default_factory=dict)
    known: dict[Cell, tuple[Collision, ...]] = field(default_factory=dict)

    @property
    def model(self) -> PreparedClaim:
        """The claim that stands for all."""
        return next(iter(self.frames.values())).model


class Cells:
    """Claims put together, for each axis when it is first asked for, with those that it cannot
    tell apart.
    """

    def __init__(self, subjects: Sequence[PreparedClaim], related: ClassRelations) -> None:
        self.subjects = subjects
        self.ids = frozenset(subject.id for subject in subjects)
        self._groups = related.gather(subjects)
        self._related = related
        self._blocks: dict[Axis, dict[Hashable, list[Cell]]] = {}

    def blocks(self, axis: Axis) -> dict[Hashable, list[Cell]]:
        """Give the cells by block; claims that the axis cannot read are left out.

        >>> [len(cells) for cells in Cells(subjects, related).blocks(AGENT).values()]
        [2]
        """
        if axis not in self._blocks:
            self._blocks[axis] = self._read(axis)
        return self._blocks[axis]

    def _read(self, axis: Axis) -> dict[Hashable, list[Cell]]:
        related = self._related
        cells: dict[Hashable, dict[Hashable, Cell]] = defaultdict(lambda: defaultdict(Cell))
        for group in self._groups:
            reading = group.readings.get(axis)
            if reading is not None:
                block, value = reading
                model = group.model
                cell = cells[block][value, group.where, model.epoch]
                frame = cell.frames.get(key := _frame(model))
                if frame is None:
                    frame = cell.frames[key] = Frame(related.roots)
                frame.members += group.members
        return {block: list(found.values()) for block, found in cells.items()}


def days_of(subject: PreparedClaim) -> tuple[int, int]:
    """Give the days of a claim; undated claims, which meet only in one article, have any day."""
    return (subject.window.first, subject.window.last) if subject.window else _EVER


def _days(windows: list[tuple[int, int]]) -> Days:
    ends = tuple(accumulate((last for _, last in windows), max))
    return Days(tuple(first for first, _ in windows), ends, min(last for _, last in windows))


def _frame(subject: PreparedClaim) -> Hashable:
    return subject.claim.hedged, subject.speaker, is_aimed(subject)
