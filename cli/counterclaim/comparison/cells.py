"""Claims by what one axis reads of them, and by the days and voices of those who say so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from counterclaim.comparison.axes import Axis
from counterclaim.comparison.gates import is_aimed
from counterclaim.comparison.related import Related
from counterclaim.comparison.subjects import Meeting, Subject

_EVER = (-(10**9), 10**9)
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

    members: list[Subject] = field(default_factory=list)
    tellers: dict[Teller, Days] = field(default_factory=dict)
    aimed: bool = False
    met: int = 0

    @property
    def model(self) -> Subject:
        """The claim that stands for all."""
        return self.members[0]

    def is_open(self, found: Collection[str]) -> bool:
        """Tell whether any of the claims has not been found yet."""
        while self.met < len(self.members) and self.members[self.met].id in found:
            self.met += 1
        return self.met < len(self.members)

    def partners(
        self, others: Frame, roots: dict[str, str], how: Meeting, found: Collection[str]
    ) -> list[str]:
        """Give the claims that have a partner among the others who meets them that way: another
        voice or the same, in any article or in their own, on days that meet or do not. Those
        already found are passed over.
        """
        given = []
        known: dict[Hashable, bool] = {}
        for member in self.members:
            if member.id in found:
                continue
            teller, window = teller_of(member, roots), days_of(member)
            key = (teller, window)
            if key not in known:
                known[key] = others.has(teller, window, how)
            if known[key]:
                given.append(member.id)
        return given

    def has(self, teller: Teller, window: tuple[int, int], how: Meeting) -> bool:
        """Tell whether anybody here meets that teller in that way."""
        voice, article, root = teller
        for (other, place, first_place), days in self.tellers.items():
            reprint = first_place == root and place != article
            elsewhere = how.one_article and place != article
            if (other == voice) != how.one_voice or elsewhere or reprint:
                continue
            if days.any(window, overlap=how.overlap):
                return True
        return False


@dataclass(eq=False, slots=True)
class Cell:
    """Claims of which one axis reads the same, about the same places."""

    frames: dict[Hashable, Frame] = field(default_factory=dict)
    model: Subject = field(init=False)  # the claim that stands for all

    def ids(self) -> Iterator[str]:
        """Give the ids of all its claims."""
        return (member.id for frame in self.frames.values() for member in frame.members)


def make_cells(
    subjects: Iterable[Subject], axis: Axis, related: Related
) -> dict[Hashable, list[Cell]]:
    """Put claims together that one axis cannot tell apart, by block; those it cannot read are left
    out.
    """
    cells: dict[Hashable, dict[Hashable, Cell]] = defaultdict(lambda: defaultdict(Cell))
    for subject in subjects:
        reading = subject.value(axis.reads, related.world.rules)
        if reading is not None:
            block, value = reading
            cell = cells[block][value, related.where(subject), subject.epoch]
            cell.frames.setdefault(_frame(subject), Frame()).members.append(subject)
    made = {block: list(found.values()) for block, found in cells.items()}
    for cell in (cell for found in made.values() for cell in found):
        cell.model = next(iter(cell.frames.values())).model
        for frame in cell.frames.values():
            frame.tellers = _tellers(frame.members, related.roots)
            frame.aimed = is_aimed(frame.model)
    return made


def teller_of(subject: Subject, roots: dict[str, str]) -> Teller:
    """Say who tells it, where, and where it was printed first."""
    return subject.source, subject.entry.article.id, roots[subject.origin]


def days_of(subject: Subject) -> tuple[int, int]:
    """Give the days of a claim; undated claims, which meet only in one article, have any day."""
    return (subject.window.first, subject.window.last) if subject.window else _EVER


def _tellers(members: Iterable[Subject], roots: dict[str, str]) -> dict[Teller, Days]:
    windows: dict[Teller, list[tuple[int, int]]] = defaultdict(list)
    for member in members:
        windows[teller_of(member, roots)].append(days_of(member))
    return {teller: _days(sorted(found)) for teller, found in windows.items()}


def _days(windows: list[tuple[int, int]]) -> Days:
    ends = tuple(accumulate((last for _, last in windows), max))
    return Days(tuple(first for first, _ in windows), ends, min(last for _, last in windows))


def _frame(subject: Subject) -> Hashable:
    return subject.claim.hedged, subject.speaker, is_aimed(subject)
