"""Which claims stand in a relation to some other one, without listing the pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.comparison.axes import AIMS, FACTS, Axis
from counterclaim.comparison.cells import Cell, Cells, Frame
from counterclaim.comparison.relate import weigh
from counterclaim.comparison.related import Related
from counterclaim.comparison.subjects import Ground, Meeting, Subject

Level = tuple[str, str]  # a relation and its strength
Couple = tuple[Cell, Cell]
Hit = tuple[Cell, Cell, Meeting]
_TIMELESS = ("quantity", "goal")  # axes on which claims of different days can collide
_ASIDE: dict[Meeting, Meeting] = {}  # the same meetings of a denial that is aimed elsewhere
_BECOMES = {  # what weighing, or another speaker, makes of a finding
    "contradicts": ("tension",),
    "mutual_blame": ("tension",),
    "tension": ("mutual_blame",),
    "agrees": ("concedes",),
    "concedes": ("agrees",),
    "compatible": ("concedes",),
}


@dataclass(slots=True)
class Joins:
    """The claims under one question: its own (`hosts`), and those of other questions (`guests`),
    which count only where they meet a host. `alone`: hosts are not set against each other, and
    guests alone are asked for. `axes` limits what they are compared on.
    """

    related: Related
    hosts: Cells
    guests: Sequence[Cells] = ()
    alone: bool = False
    axes: Collection[str] | None = None
    found: set[str] = field(default_factory=set)
    _hits: dict[Axis, dict[str, list[Hit]]] = field(default_factory=dict)
    _met: dict[Frame, int] = field(default_factory=dict)

    def standing(self, level: Level) -> set[str]:
        """Find the claims that stand so to another voice (of numbers: to any), and have not been
        found before at another level.

        >>> sorted(Joins(related, subjects).standing(("contradicts", "strong")))
        ['kyiv-post#02', 'tass#01']
        """
        found, known = self.found, set(self.found)
        for axis in self._axes(level):
            for x, y, meeting in self._candidates(axis, level, found):
                self._frame(axis, (x, y), meeting, level, found)
        found.update(self._special(level))
        return found - known

    def _axes(self, level: Level) -> Iterator[Axis]:
        for axis in (*FACTS, *AIMS):
            possible = set(axis.yields)
            for relation in axis.yields:
                possible.update(_BECOMES.get(relation, ()))
            if level[0] in possible and (self.axes is None or axis.name in self.axes):
                yield axis

    def _candidates(self, axis: Axis, level: Level, found: set[str]) -> Iterator[Hit]:
        """Give the classes whose claims may stand so. Figures nearly all differ, so those are
        related only as long as a claim is left that has not been found to differ from any.
        """
        if axis.name == "quantity":
            for x, y in self._couples(axis, found):
                yield from (
                    hit for relation, hit in self._relate(axis, x, y) if relation == level[0]
                )
            return
        if axis not in self._hits:
            hits: dict[str, list[Hit]] = defaultdict(list)
            for x, y in self._couples(axis, set()):
                for relation, hit in self._relate(axis, x, y):
                    hits[relation].append(hit)
            self._hits[axis] = hits
        yield from self._hits[axis].get(level[0], ())

    def _couples(self, axis: Axis, found: set[str]) -> Iterator[Couple]:
        for hosts, guests in self._blocks(axis):
            waiting = _Waiting(guests if self.alone else [*hosts, *guests], found)
            for i, x in enumerate(hosts):
                settled = self.alone or waiting.is_settled(x)
                others = waiting.left() if settled else None
                if others is None:
                    others = [] if self.alone else [*hosts[i:], *guests]
                yield from ((x, y) for y in list(others))

    def _blocks(self, axis: Axis) -> Iterator[tuple[list[Cell], list[Cell]]]:
        theirs = [guests.blocks(axis) for guests in self.guests]
        for block, cells in self.hosts.blocks(axis).items():
            yield cells, [cell for blocks in theirs for cell in blocks.get(block, ())]

    def _relate(self, axis: Axis, x: Cell, y: Cell) -> Iterator[tuple[str, Hit]]:
        a, b = x.model, y.model
        ground = self.related.ground(a, b)
        for meeting in _meetings(axis, a, b, ground) if ground else ():
            pair = self.related.pair(a, b, meeting)
            finding = pair and axis.compare(pair)
            if finding:
                hit = x, y, meeting
                yield finding.relation, hit
                yield from ((other, hit) for other in _BECOMES.get(finding.relation, ()))

    def _frame(
        self, axis: Axis, couple: Couple, meeting: Meeting, level: Level, found: set[str]
    ) -> None:
        """Weigh a finding for claims that are hedged or not, of this side or that."""
        if meeting.one_voice and level[0] != "differs_in_number":
            return
        ours = [] if self.alone else [f for f in couple[0].frames.values() if self._is_open(f)]
        theirs = [f for f in couple[1].frames.values() if self._is_open(f)]
        if not ours and not theirs:
            return
        aside = _ASIDE.get(meeting) or _ASIDE.setdefault(meeting, replace(meeting, answered=False))
        settled = [] if self.alone else [f for f in couple[1].frames.values() if f not in theirs]
        for gx in couple[0].frames.values():
            for gy in theirs if gx not in ours else (*theirs, *settled):
                how = aside if gx.aimed or gy.aimed else meeting
                pair = self.related.pair(gx.model, gy.model, how)
                finding = pair and axis.compare(pair)
                weighed = pair and finding and weigh(finding, pair)
                if weighed and (weighed.relation, weighed.strength) == level:
                    self._mark(gx, gy, meeting, found)

    def _mark(self, x: Frame, y: Frame, meeting: Meeting, found: set[str]) -> None:
        if self._is_open(y):
            found.update(y.partners(x, meeting, found))
        if not self.alone and self._is_open(x):
            found.update(x.partners(y, meeting, found))

    def _is_open(self, frame: Frame) -> bool:
        """Tell whether any of the claims has not been found yet."""
        met = self._met.get(frame, 0)
        while met < len(frame.members) and frame.members[met].id in self.found:
            met += 1
        self._met[frame] = met
        return met < len(frame.members)

    def _special(self, level: Level) -> Iterator[str]:
        """Ask the pairs that meet by their words."""
        hosts, guests = self.hosts.ids, frozenset().union(*(g.ids for g in self.guests))
        for relation in self.related.special_at(level):
            a, b = relation.a, relation.b
            ours, theirs = (self.related.by_id[id_].source for id_ in (a, b))
            read = self.axes is None or relation.axis in self.axes
            if not read or (ours == theirs and level[0] != "differs_in_number"):
                continue
            if self.alone:
                yield from (x for x, y in ((a, b), (b, a)) if x in guests and y in hosts)
            elif {a, b} & hosts and {a, b} <= hosts | guests:
                yield from (a, b)


class _Waiting:
    """The cells with a claim that has not been found yet."""

    def __init__(self, cells: Sequence[Cell], found: set[str]) -> None:
        self._cells = list(cells)
        self._found = found

    def is_settled(self, cell: Cell) -> bool:
        return all(id_ in self._found for id_ in cell.ids())

    def left(self) -> list[Cell]:
        self._cells = [cell for cell in self._cells if not self.is_settled(cell)]
        return self._cells


def _meetings(axis: Axis, a: Subject, b: Subject, ground: Ground) -> Iterator[Meeting]:
    """Give the ways to meet that the axis tells apart."""
    at_odds = ground.coarse or a.negative != b.negative or a.doubted != b.doubted
    nears = (False, True) if at_odds and axis.name == "occurrence" else (False,)
    dated = a.window is not None and b.window is not None
    for overlap in (True, False) if dated and axis.name in _TIMELESS else (True,):
        for one_voice in (False, True) if axis.name == "quantity" else (False,):
            for near in nears if dated and a.entry.setting.around else (True,):
                for later in ("a",) if a.epoch == b.epoch else ("a", "b"):
                    yield Meeting(
                        overlap=overlap, one_voice=one_voice, one_article=near, later=later
                    )
