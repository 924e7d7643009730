"""From degrees to a sheet of paper: a window on the world, and what of a line falls into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import cos, radians

from counterclaim.knowledge.base_map import Box, Point

KM = 111.32  # to a degree of latitude
_SEEN = 1.2  # units of the sheet
MARGIN = 20.0  # around the sheet: edges of cut land lie outside


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world on a sheet: `scale` is how many units of the sheet a degree of latitude
    takes, `squeeze` how much shorter a degree of longitude is there."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int

    def place(self, point: Point) -> Point:
        """Place a point on the sheet.

        >>> Window(30.0, 50.0, 100.0, 0.5, 480, 320).place((31.0, 49.0))
        (50.0, 100.0)
        """
        right = (point[0] - self.west) * self.squeeze * self.scale
        return round(right, 1), round((self.north - point[1]) * self.scale, 1)

    def km(self, distance: float) -> float:
        """Tell how long a distance is on the sheet."""
        return distance / KM * self.scale

    @property
    def box(self) -> Box:
        """What it shows, in degrees."""
        east = self.west + self.width / self.scale / self.squeeze
        return self.west, self.north - self.height / self.scale, east, self.north

    @property
    def sheet(self) -> Box:
        """The sheet with its margin."""
        return -MARGIN, -MARGIN, self.width + MARGIN, self.height + MARGIN


def make_window(points: Sequence[Point], width: int, height: int, least: float) -> Window:
    """Open a window on all of some points, at least so many km wide.

    >>> round(make_window([(38.0, 48.6)], 480, 320, 60).km(60))
    480
    """
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle = (west + east) / 2, (south + north) / 2
    squeeze = max(cos(radians(middle[1])), 0.2)
    wide = max((east - west) * squeeze * 1.35, (north - south) * 1.35 * width / height, least / KM)
    scale = width / wide
    left = middle[0] - width / scale / squeeze / 2
    return Window(left, middle[1] + height / scale / 2, scale, squeeze, width, height)


def coarsen(points: Iterable[Point]) -> list[Point]:
    """Leave out points so near to the one before that no eye tells them apart; the last one stays.

    >>> coarsen([(0.0, 0.0), (0.2, 0.3), (4.0, 0.0), (4.1, 0.0)])
    [(0.0, 0.0), (4.0, 0.0), (4.1, 0.0)]
    """
    kept: list[Point] = []
    last = None
    for last in points:
        if not kept or abs(last[0] - kept[-1][0]) + abs(last[1] - kept[-1][1]) > _SEEN:
            kept.append(last)
    return kept if last is None or kept[-1] == last else [*kept, last]


def cut_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """Cut a ring to a box (Sutherland-Hodgman).

    >>> cut_ring([(-1, -1), (3, -1), (3, 3), (-1, 3)], (0, 0, 2, 2))
    [(0, 2), (0, 0), (2, 0), (2, 2)]
    """
    found = list(ring)
    for axis, edge, upper in ((0, box[0], False), (0, box[2], True), (1, box[1], False),
                              (1, box[3], True)):  # fmt: skip
        found = _cut_edge(found, axis, edge, upper=upper)
    return found


def _cut_edge(ring: Sequence[Point], axis: int, edge: float, *, upper: bool) -> list[Point]:
    found: list[Point] = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        inside = point[axis] <= edge if upper else point[axis] >= edge
        was = before[axis] <= edge if upper else before[axis] >= edge
        if inside != was:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            found.append((edge, other) if axis == 0 else (other, edge))
        if inside:
            found.append(point)
    return found


def cut_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """Take the runs of a line that come near a box; what goes over its edge goes on to the next
    point.

    >>> cut_line([(-9, 1), (1, 1), (9, 1), (19, 1), (1, 0)], (0, 0, 2, 2))
    [[(-9, 1), (1, 1), (9, 1)], [(19, 1), (1, 0)]]
    """
    inside = [box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in line]
    runs: list[list[Point]] = []
    for at, point in enumerate(line):
        near = any(inside[max(at - 1, 0) : at + 2])
        if near and runs and at and runs[-1][-1] is line[at - 1] and (inside[at] or inside[at - 1]):
            runs[-1].append(point)
        elif near:
            runs.append([point])
    return [run for run in runs if len(run) > 1]


def path(rings: Iterable[Sequence[Point]]) -> str:
    """Write rings as a path of SVG, one spot for points that follow on the same. They do not bend:
    their edges along a box would, too. A ring may come back to a corner of the box.

    >>> path([[(0, 0), (2.5, 1), (2.5, 1), (0, 1)]])
    'M0 0L2.5 1L0 1Z'
    """
    spots = ([spot for spot, _ in groupby(map(_spot, ring))] for ring in rings)
    return "".join(f"M{'L'.join(ring)}Z" for ring in spots if ring)


def bends(lines: Iterable[Sequence[Point]]) -> str:
    """Write lines as a path of SVG that bends at each point, on its way from the middle of one
    stretch to the middle of the next.

    >>> bends([[(0, 0), (2, 0), (2, 2)]])
    'M0 0Q2 0 2 2'
    """
    return "".join(map(_line, lines))


def _line(line: Sequence[Point]) -> str:
    if len(line) == 2:
        return f"M{_spot(line[0])}L{_spot(line[1])}"
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(line[1:-1])]
    ends = zip(line[1:-1], [*middles, line[-1]], strict=True)
    return f"M{_spot(line[0])}{''.join(f'Q{_spot(a)} {_spot(b)}' for a, b in ends)}"


def _spot(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}".replace(".0", "")
