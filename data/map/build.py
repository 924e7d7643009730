"""Make `water.tsv` from Natural Earth: ``python data/map/build.py FOLDER``.

FOLDER holds three GeoJSON files of Natural Earth's 1:10m physical vectors, with these names:
``ne_10m_land.json``, ``ne_10m_lakes.json``, ``ne_10m_rivers_lake_centerlines.json``. Lines are
thinned to what a map of some ten kilometres shows; specks are left out, and the Antarctic.

Each row is a line or a ring: kind, the box it lies in (west, south, east, north, in degrees), and
its points as the differences between them, in steps of a 200th degree: see ``write_points``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STEPS = 200  # to a degree
TOLERANCE = 0.012  # degrees
LEAST = {"land": 0.05, "lake": 0.06, "river": 0.0}  # degrees of width or height
FILES = {
    "land": "ne_10m_land.json",
    "lake": "ne_10m_lakes.json",
    "river": "ne_10m_rivers_lake_centerlines.json",
}
SOUTHERNMOST = -60.0
GONE = ("Kakhovka Reservoir",)  # drained in June 2023; the river in it is drawn
Point = tuple[float, float]


def main(folder: Path) -> None:
    """Write the table beside this file."""
    rows = sorted({row for kind, name in FILES.items() for row in _rows(kind, folder / name)})
    target = Path(__file__).with_name("water.tsv")
    target.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    print(f"{len(rows)} lines, {target.stat().st_size} bytes")


def _rows(kind: str, file: Path) -> Iterator[str]:
    for feature in json.loads(file.read_text("utf-8"))["features"]:
        if feature["properties"].get("name") in GONE:
            continue
        for line in _lines(feature["geometry"]):
            points = thin([(float(x), float(y)) for x, y, *_ in line])
            west, east = min(x for x, _ in points), max(x for x, _ in points)
            south, north = min(y for _, y in points), max(y for _, y in points)
            if north < SOUTHERNMOST or max(east - west, north - south) < LEAST[kind]:
                continue
            box = "\t".join(f"{edge:.3f}" for edge in (west, south, east, north))
            yield f"{kind}\t{box}\t{write_points(points)}"


def _lines(geometry: dict[str, Any] | None) -> Iterator[list[list[float]]]:
    if geometry is None:
        return
    inner = geometry["coordinates"]
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
    for _ in range(depth[geometry["type"]] - 1):
        inner = [line for part in inner for line in part]
    yield from [inner] if geometry["type"] == "LineString" else inner


def thin(points: list[Point]) -> list[Point]:
    """Leave out points that lie within the tolerance of the line without them (Douglas-Peucker)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    if points[0] == points[-1]:  # a ring: its farthest point divides it
        far = max(range(len(points)), key=lambda i: _square(points[0], points[i]))
        kept.add(far)
        spans = [(0, far), (far, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda i: _off(points[i], points[first], points[last]), default=first)
        if far != first and _off(points[far], points[first], points[last]) > TOLERANCE**2:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [points[at] for at in sorted(kept)]


def _square(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _off(point: Point, a: Point, b: Point) -> float:
    """The square of the distance of a point from the line between two others."""
    length = _square(a, b)
    if not length:
        return _square(point, a)
    share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
    share = min(max(share, 0.0), 1.0)
    return _square(point, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))


def write_points(points: list[Point]) -> str:
    """Write points as differences. Each number is written five bits at a time, the lowest first,
    in characters from ``?`` on, all but the last with 32 added; its sign is its lowest bit.

    >>> write_points([(0.0, 0.0), (0.005, -0.01)])
    '??AB'
    """
    text, before = [], (0, 0)
    for x, y in points:
        now = round(x * STEPS), round(y * STEPS)
        if now != before or not text:
            text += [_number(now[0] - before[0]), _number(now[1] - before[1])]
        before = now
    return "".join(text)


def _number(value: int) -> str:
    left = value << 1 if value >= 0 else ~(value << 1)
    signs = []
    while left >= 32:
        signs.append(chr((left & 31 | 32) + 63))
        left >>= 5
    return "".join([*signs, chr(left + 63)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
