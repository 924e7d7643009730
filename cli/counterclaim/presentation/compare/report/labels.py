"""Names on a map, each where it covers neither a mark nor another name; else it is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.knowledge.base_map import Box, Point, meets
from counterclaim.presentation.compare.report.drawn import Label, Mark
from counterclaim.presentation.console import count_cells

_LETTER, _LINE = 7.2, 15.0  # of a name, in units of the map
_TOWN_LETTER = 6.2
_GAP = 3.0


def place_labels(
    spots: Mapping[str, Point],
    marks: Sequence[Mark],
    towns: Sequence[tuple[str, Point]],
    width: int,
    height: int,
) -> Iterator[Label]:
    """Name the places of the claims first, then the towns around, as far as there is room.

    >>> [label.anchor for label in place_labels({"Lyman": (50.0, 50.0)}, marks, (), 480, 320)]
    ['start']
    """
    taken = [_around(mark) for mark in marks]
    sheet: Box = (2.0, 2.0, width - 2.0, height - 2.0)
    for name, spot in spots.items():
        own = [
            mark for mark in marks if mark.y == spot[1] and abs(mark.x - spot[0]) < 4 * mark.size
        ]
        boxes = [_around(mark) for mark in own] or [(spot[0], spot[1], spot[0], spot[1])]
        label = _find(name, _join(boxes), taken, sheet, town=False)
        if label is not None:
            yield label
    for name, (x, y) in towns:
        label = _find(name, (x - 2, y - 2, x + 2, y + 2), taken, sheet, town=True)
        if label is not None:
            yield label


def _around(mark: Mark) -> Box:
    return mark.x - mark.size, mark.y - mark.size, mark.x + mark.size, mark.y + mark.size


def _join(boxes: Sequence[Box]) -> Box:
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _find(name: str, at: Box, taken: list[Box], sheet: Box, *, town: bool) -> Label | None:
    """Try right, left, above and below; the place that is free is taken."""
    long = count_cells(name) * (_TOWN_LETTER if town else _LETTER)
    middle = (at[0] + at[2]) / 2, (at[1] + at[3]) / 2
    ways = (
        (at[2] + _GAP, middle[1] + _LINE / 3, "start"),
        (at[0] - _GAP, middle[1] + _LINE / 3, "end"),
        (middle[0], at[1] - _GAP, "middle"),
        (middle[0], at[3] + _LINE, "middle"),
    )
    for x, y, anchor in ways:
        left = {"start": x, "end": x - long, "middle": x - long / 2}[anchor]
        box = left, y - _LINE * 0.8, left + long, y + _LINE * 0.2
        within = (
            sheet[0] <= box[0] and box[2] <= sheet[2] and sheet[1] <= box[1] <= sheet[3] - _LINE
        )
        if within and not any(meets(box, other) for other in taken):
            taken.append(box)
            return Label(round(x, 1), round(y, 1), anchor, name, town)
    return None
