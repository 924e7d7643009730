"""The course of days: a lane for each side, a dot for its claims of a day, lines that collide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt

from counterclaim.comparison import Entry, Relation
from counterclaim.comparison.prepared.windows import first_day
from counterclaim.comparison.types import CONFLICTS
from counterclaim.comparison.verdicts.rows import side_order
from counterclaim.comparison.views.timeline import place_in_time
from counterclaim.presentation.compare.report.desk import Chapter
from counterclaim.presentation.compare.report.drawn import Chart, Clash, Dot, Lane
from counterclaim.presentation.compare.words import day_words, side_heading

LANE, TOP, BOTTOM = 52, 30, 40  # pixels
LEFT, RIGHT = 3.0, 97.0  # per cent: where the first and the last day stand
TICKS = 5
CLASHES_DRAWN = 80
_LEAST, _MOST = 5, 16  # pixels of a dot's radius
_FEWEST_DAYS = 3
Spot = tuple[int, str]  # a day, a side


def make_chart(
    entries: Sequence[Entry], relations: Iterable[Relation], place: Chapter
) -> Chart | None:
    """Draw the claims by side and day; None where they were made on one day or two.

    >>> make_chart(entries, comparison.relations, place).undated
    0
    """
    spots = {e.claim.id: (day, e.group) for e in entries if (day := _day(e)) is not None}
    days = sorted({day for day, _ in spots.values()})
    if len(days) < _FEWEST_DAYS:
        return None
    sides = sorted({side for _, side in spots.values()}, key=side_order)
    lanes = {side: TOP + LANE * at + LANE // 2 for at, side in enumerate(sides)}
    number: dict[Spot, int] = defaultdict(int)
    for spot in spots.values():
        number[spot] += 1
    heads = {side: side_heading(side, place.comparison, place.desk.name) for side in sides}
    clashes = _clashes(relations, spots)
    return Chart(
        height=TOP + LANE * len(sides) + BOTTOM,
        lanes=tuple(Lane(heads[s], place.desk.colours[s], lanes[s]) for s in sides),
        dots=tuple(_dot(spot, number[spot], days, lanes, heads, place) for spot in sorted(number)),
        clashes=tuple(
            Clash(_share(a[0], days), lanes[a[1]], _share(b[0], days), lanes[b[1]])
            for a, b in clashes
        ),
        ticks=tuple(_ticks(days)),
        heads=("Day", *heads.values(), "Collides with"),
        days=tuple(_table(days, sides, number, clashes, heads)),
        undated=len(entries) - len(spots),
        summary=f"{len(spots)} claims on {len(days)} days by {', '.join(heads.values())}; "
        f"{len(clashes)} collisions between sides and days",
    )


def _day(entry: Entry) -> int | None:
    return first_day(place_in_time(entry).day)


def _clashes(relations: Iterable[Relation], spots: Mapping[str, Spot]) -> list[tuple[Spot, Spot]]:
    """Give the pairs of spots of two sides between which claims are surely at odds; of many, those
    nearest to each other in time."""
    found = set()
    for relation in relations:
        if relation.relation in CONFLICTS and relation.strength == "strong":
            a, b = spots.get(relation.a), spots.get(relation.b)
            if a and b and a[1] != b[1]:
                found.add((min(a, b), max(a, b)))
    nearest = sorted(found, key=lambda pair: (abs(pair[0][0] - pair[1][0]), pair))
    return sorted(nearest[:CLASHES_DRAWN])


def _share(day: int, days: Sequence[int]) -> str:
    """Place a day between the first and the last."""
    share = (day - days[0]) / (days[-1] - days[0])
    return f"{LEFT + share * (RIGHT - LEFT):.2f}%"


def _dot(
    spot: Spot,
    number: int,
    days: Sequence[int],
    lanes: Mapping[str, int],
    heads: Mapping[str, str],
    place: Chapter,
) -> Dot:
    day, side = spot
    radius = min(_LEAST + round(2 * sqrt(number - 1)), _MOST)
    words = f"{heads[side]}, {_written(day)}: {_claims(number)}"
    return Dot(_share(day, days), lanes[side], radius, place.desk.colours[side], words)


def _claims(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"


def _written(day: int) -> str:
    return day_words(date.fromordinal(day).isoformat(), years=True)


def _ticks(days: Sequence[int]) -> Iterable[tuple[str, str, str]]:
    """Name some days below the lanes, evenly, the first and the last among them."""
    length = days[-1] - days[0]
    steps = min(TICKS - 1, length)
    for at in range(steps + 1):
        day = days[0] + round(length * at / steps)
        anchor = "start" if at == 0 else "end" if at == steps else "middle"
        written = _written(day) if at in (0, steps) else _written(day).rpartition(" ")[0]
        yield _share(day, days), anchor, written


def _table(
    days: Sequence[int],
    sides: Sequence[str],
    number: Mapping[Spot, int],
    clashes: Sequence[tuple[Spot, Spot]],
    heads: Mapping[str, str],
) -> Iterable[tuple[str, ...]]:
    """The same for those who do not see it: days as rows, sides as columns."""
    for day in days:
        others = [b if a[0] == day else a for a, b in clashes if day in (a[0], b[0])]
        met = dict.fromkeys(f"{heads[side]}, {_written(other)}" for other, side in sorted(others))
        counts = (str(number.get((day, side), 0) or "") for side in sides)
        yield (_written(day), *counts, "; ".join(met))
