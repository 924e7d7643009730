"""In which ways the claims of two cells can meet, and what one axis says of each way."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.comparison.axes import Axis
from counterclaim.comparison.graph.cells import Cell, Collision
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.prepared.claim import Ground, Meeting, PreparedClaim

_TIMELESS = ("quantity", "goal")  # axes on which claims of different days can collide


def find_collisions(axis: Axis, x: Cell, y: Cell, related: ClassRelations) -> tuple[Collision, ...]:
    """Say how claims of two cells of one axis stand to each other, for each way to meet in which
    they have something to say to each other. Cells remember it.

    >>> [relation for relation, _ in find_collisions(TERRITORY, taken, held, related)]
    ['contradicts', 'update']
    """
    known = x.known.get(y)
    if known is None:
        known = tuple(_collide(axis, x.model, y.model, related))
        x.known[y] = y.known[x] = known
    return known


def _collide(
    axis: Axis, a: PreparedClaim, b: PreparedClaim, related: ClassRelations
) -> Iterator[Collision]:
    ground = related.ground(a, b)
    for meeting in _meetings(axis, a, b, ground) if ground else ():
        pair = related.pair(a, b, meeting)
        finding = pair and axis.compare(pair)
        if finding:
            yield finding.relation, meeting


def _meetings(axis: Axis, a: PreparedClaim, b: PreparedClaim, ground: Ground) -> Iterator[Meeting]:
    """Give the ways to meet that the axis tells apart."""
    at_odds = ground.coarse or a.negative != b.negative or a.doubted != b.doubted
    told = axis.name == "agent" or (at_odds and axis.name == "occurrence")
    nears = (False, True) if told else (False,)
    dated = a.window is not None and b.window is not None
    for overlap in (True, False) if dated and axis.name in _TIMELESS else (True,):
        for one_voice in (False, True) if axis.name == "quantity" else (False,):
            for near in nears if dated and a.entry.whereabouts.around else (True,):
                for later in ("a",) if a.epoch == b.epoch else ("a", "b"):
                    yield Meeting(
                        overlap=overlap, one_voice=one_voice, one_article=near, later=later
                    )
