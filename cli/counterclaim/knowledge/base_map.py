"""What lies under a map: coast, lakes and rivers, and towns to find one's way by; no borders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from heapq import nlargest
from math import ceil, floor

from counterclaim.resources import data_path

STEPS = 200  # to a degree, as data/map/build.py has it
LAND, LAKE, RIVER = "land", "lake", "river"
_PLACES = ("gazetteer", "places.tsv")
Point = tuple[float, float]  # degrees east and north
Box = tuple[float, float, float, float]  # west, south, east, north


def water_within(box: Box) -> list[tuple[str, list[Point]]]:
    """Give the land, the lakes (rings) and the rivers (lines) that may touch a box, as a whole.

    >>> sorted({kind for kind, _ in water_within((34.0, 46.0, 38.0, 49.0))})
    ['lake', 'land', 'river']
    """
    found = []
    for kind, around, points in _rows():
        if meets(around, box):
            found.append((kind, read_points(points)))
    return found


def meets(a: Box, b: Box) -> bool:
    """Tell whether two boxes share a point."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


@cache
def _rows() -> tuple[tuple[str, Box, str], ...]:
    """The table; its lines are read into points only where they are asked for."""
    rows = []
    for line in data_path("map", "water.tsv").read_text("utf-8").splitlines():
        kind, west, south, east, north, points = line.split("\t")
        rows.append((kind, (float(west), float(south), float(east), float(north)), points))
    return tuple(rows)


def read_points(text: str) -> list[Point]:
    """Read points that are written as differences: data/map/build.py tells how.

    >>> read_points("??AB")
    [(0.0, 0.0), (0.005, -0.01)]
    """
    x = y = 0
    points = []
    numbers = _numbers(text)
    for right in numbers:
        x, y = x + right, y + next(numbers)
        points.append((x / STEPS, y / STEPS))
    return points


def _numbers(text: str) -> Iterator[int]:
    value = shift = 0
    for sign in text.encode("ascii"):
        bits = sign - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0


def towns_within(box: Box, most: int) -> list[tuple[str, Point]]:
    """Give the towns of a box with the most people, by name and point, the largest first.

    >>> towns_within((37.9, 48.5, 38.1, 48.7), 1)
    [('Bakhmut', (37.99886, 48.59419))]
    """
    west, south, east, north = box
    found = []
    for row in _rows_of_latitudes(south, north):
        name, id_, _, _, lat, lon, people, _, kind, _ = row.decode().split("\t")
        if people and kind in ("", "capital"):
            point: Point = float(lon), float(lat)
            if west <= point[0] <= east and south <= point[1] <= north:
                found.append((int(people), id_, name, point))
    return [(name, point) for _, _, name, point in nlargest(most, found)]


def _rows_of_latitudes(south: float, north: float) -> Iterator[bytes]:
    """Give the rows of places that may lie between two latitudes; most others are not parsed."""
    degrees = "|".join(sorted({str(abs(d)) for d in range(floor(south), ceil(north) + 1)}))
    row = re.compile(rf"(?m)^(?:[^\t\n]*\t){{4}}-?(?:{degrees})[.\t][^\n]*".encode())
    yield from (found.group() for found in row.finditer(data_path(*_PLACES).read_bytes()))
