"""The map: where the claims are about, on coast, lakes and rivers; no borders are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import asin, cos, hypot, radians, sin, sqrt

from counterclaim.comparison import Entry
from counterclaim.knowledge.base_map import LAKE, LAND, RIVER, Point, towns_within, water_within
from counterclaim.presentation.compare.report.desk import Chapter
from counterclaim.presentation.compare.report.drawn import Mark, PlaceMap, Ring
from counterclaim.presentation.compare.report.labels import place_labels
from counterclaim.presentation.compare.report.pins import KINDS, Pin, gather_pins
from counterclaim.presentation.compare.report.projection import (
    KM,
    Window,
    bends,
    coarsen,
    cut_line,
    cut_ring,
    make_window,
    path,
)
from counterclaim.presentation.compare.words import one_line

WIDTH, HEIGHT = 560, 370
LEAST_KM = 140.0
FAR_KM = 150.0  # from the place asked for: what lies farther off is told, not drawn
TOWNS = 7
_BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_APART = 1.5
_ROOM = 14.0
_RIVERS_KM = 1500.0  # a wider map would be full of them


def make_map(entries: Sequence[Entry], place: Chapter) -> PlaceMap | None:
    """Draw the places that claims are about; None where no point of them is known.

    >>> make_map(entries, place).distance
    '20 km'
    """
    pins, wide = gather_pins(entries)
    asked = place.comparison.place
    centre = (asked.lon, asked.lat) if asked and asked.kind not in ("region", "country") else None
    middle = (centre[0], centre[1]) if centre and centre[0] is not None and centre[1] else None
    near = [p for p in pins if middle is None or apart(middle, p.point) <= FAR_KM]
    if not near:
        return None
    window = make_window([pin.point for pin in near], WIDTH, HEIGHT, LEAST_KM)
    far = [pin for pin in pins if pin not in near]
    return _draw(near, window, _note(far, wide), place)


def apart(a: Point, b: Point) -> float:
    """Tell how many km two points lie apart.

    >>> round(apart((37.99886, 48.59419), (38.08722, 48.68333)))     # Bakhmut and Soledar
    12
    """
    x, y, u, v = map(radians, (*a, *b))
    half = sin((v - y) / 2) ** 2 + cos(y) * cos(v) * sin((u - x) / 2) ** 2
    return 2 * KM * 57.29578 * asin(sqrt(half))


def _draw(pins: Sequence[Pin], window: Window, note: str, place: Chapter) -> PlaceMap:
    spots = {pin.name: window.place(pin.point) for pin in pins}
    marks = [mark for pin in pins for mark in _marks(pin, spots[pin.name])]
    towns = _towns(window, list(spots.values()))
    lines = _water(window)
    km = next((km for km in reversed(_BARS) if window.km(km) <= WIDTH / 3), _BARS[0])
    about = place.comparison.place
    name = one_line(about.name) if about else "all places"
    return PlaceMap(
        width=WIDTH,
        height=HEIGHT,
        land=path(lines[LAND]),
        lakes=path(lines[LAKE]),
        rivers=bends(lines[RIVER]),
        graticule="".join(_graticule(window)),
        towns=tuple(point for _, point in towns),
        rings=tuple(Ring(*spots[p.name], round(window.km(p.ring), 1)) for p in pins if p.ring),
        marks=tuple(marks),
        labels=tuple(place_labels(spots, marks, towns, WIDTH, HEIGHT)),
        bar=round(window.km(km), 1),
        distance=f"{km} km",
        counts=tuple(_count(pin) for pin in pins),
        note=note,
        summary=f"Map of the places that claims about {name} name: {len(pins)}",
    )


def _towns(window: Window, taken: Sequence[Point]) -> list[tuple[str, Point]]:
    """Find large towns that stand free of the places of the claims and of one another."""
    found: list[tuple[str, Point]] = []
    for name, point in towns_within(window.box, TOWNS * 3 + len(taken)):
        spot = window.place(point)
        others = [*taken, *(other for _, other in found)]
        if all(hypot(spot[0] - x, spot[1] - y) > _ROOM for x, y in others):
            found.append((name, spot))
    return found[:TOWNS]


def _water(window: Window) -> Mapping[str, list[list[Point]]]:
    lines: dict[str, list[list[Point]]] = {LAND: [], LAKE: [], RIVER: []}
    far = window.km(_RIVERS_KM) < WIDTH
    for kind, points in water_within(window.box):
        if kind == RIVER and far:
            continue
        placed = coarsen(window.place(point) for point in points)
        if kind == RIVER:
            lines[kind] += cut_line(placed, window.sheet)
        elif ring := cut_ring(placed, window.sheet):
            lines[kind].append(ring)
    return lines


def _marks(pin: Pin, spot: Point) -> Iterator[Mark]:
    """Set a mark for each kind of claims side by side."""
    kinds = [kind for kind in KINDS if pin.number[kind]]
    sizes = [min(4.0 + 1.6 * sqrt(pin.number[kind]), 14.0) for kind in kinds]
    left = spot[0] - sum(sizes) - _APART * (len(sizes) - 1) / 2
    for kind, size in zip(kinds, sizes, strict=True):
        words = f"{pin.name}: {pin.number[kind]} {KINDS[kind]}"
        yield Mark(round(left + size, 1), spot[1], round(size, 1), kind, words)
        left += 2 * size + _APART


def _count(pin: Pin) -> tuple[str, str, str, str]:
    claimed, denied, third = (str(pin.number[kind] or "") for kind in KINDS)
    return pin.name, claimed, denied, third


def _graticule(window: Window) -> Iterator[str]:
    """Draw a few meridians and parallels."""
    west, south, east, north = window.box
    step = next(s for s in (0.25, 0.5, 1, 2, 5, 10, 20, 45) if (north - south) / s <= 3)
    for degree in _steps(west, east, step):
        x, _ = window.place((degree, north))
        yield f"M{x:g} 0V{HEIGHT}"
    for degree in _steps(south, north, step):
        _, y = window.place((west, degree))
        yield f"M0 {y:g}H{WIDTH}"


def _steps(low: float, high: float, step: float) -> Iterator[float]:
    at = int(low // step) + 1
    while at * step < high:
        yield at * step
        at += 1


def _note(far: Sequence[Pin], wide: Counter[str]) -> str:
    """Say what is not drawn."""
    away = [f"{pin.name} ({pin.number.total()})" for pin in far]
    areas = [f"{name} ({number})" for name, number in sorted(wide.items())]
    told = [f"Farther off: {_some(away)}."] if away else []
    return " ".join([*told, *([f"Too wide for a mark: {_some(areas)}."] if areas else [])])


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return ", ".join(names[:8]) + more
