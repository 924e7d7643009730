"""Which claims stand in a relation to some other one, without listing the pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.comparison.axes import AIMS, FACTS, Axis
from counterclaim.comparison.graph.cells import Cell, Cells, Frame
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.graph.collisions import find_collisions
from counterclaim.comparison.pairs.judging import weigh
from counterclaim.comparison.prepared.claim import Meeting, one_party

Level = tuple[str, str]  # a relation and its strength
Couple = tuple[Cell, Cell]
Hit = tuple[Cell, Cell, Meeting]
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
class Partners:
    """The claims under one question: its own (`hosts`), and those of other questions (`guests`),
    which count only where they meet a host. `alone`: hosts are not set against each other, and
    guests alone are asked for. `axes` limits what they are compared on.
    """

    related: ClassRelations
    hosts: Cells
    guests: Sequence[Cells] = ()
    alone: bool = False
    axes: Collection[str] | None = None
    found: set[str] = field(default_factory=set)
    _met: dict[Frame, int] = field(default_factory=dict)

    def standing(self, level: Level) -> set[str]:
        """Find the claims that stand so to another voice (of numbers: to any), and have not been
        found before at another level.

        >>> sorted(Partners(related, subjects).standing(("contradicts", "strong")))
        ['kyiv-post#02', 'tass#01']
        """
        found, known = self.found, set(self.found)
        for axis in self._axes(level):
            for x, y, meeting in self._candidates(axis, level[0]):
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

    def _candidates(self, axis: Axis, relation: str) -> Iterator[Hit]:
        """Give the classes whose claims may stand so, as long as one of them has a claim left that
        has not been found.
        """
        for x, y in self._couples(axis):
            for found, meeting in find_collisions(axis, x, y, self.related):
                if relation == found or relation in _BECOMES.get(found, ()):
                    yield x, y, meeting

    def _couples(self, axis: Axis) -> Iterator[Couple]:
        theirs = [guests.blocks(axis) for guests in self.guests]
        for block, hosts in self.hosts.blocks(axis).items():
            guests = [cell for blocks in theirs for cell in blocks.get(block, ())]
            for i, x in enumerate(hosts):
                for y in guests if self.alone else (*hosts[i:], *guests):
                    if self._is_live(y) or (not self.alone and self._is_live(x)):
                        yield x, y

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
                if level[0] == "agrees" and one_party(gx.model, gy.model):
                    continue
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

    def _is_live(self, cell: Cell) -> bool:
        return any(map(self._is_open, cell.frames.values()))

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
            ours, theirs = (self.related.by_id[id_] for id_ in (a, b))
            read = self.axes is None or relation.axis in self.axes
            one_voice = self.related.voice(ours) == self.related.voice(theirs)
            if not read or (one_voice and level[0] != "differs_in_number"):
                continue
            if level[0] == "agrees" and one_party(ours, theirs):
                continue
            if self.alone:
                yield from (x for x, y in ((a, b), (b, a)) if x in guests and y in hosts)
            elif {a, b} & hosts and {a, b} <= hosts | guests:
                yield from (a, b)
