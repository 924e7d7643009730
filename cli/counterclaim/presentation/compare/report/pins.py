"""Where claims are about: places with a point, and how many claims of each kind name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.comparison import Entry
from counterclaim.knowledge.base_map import Point
from counterclaim.presentation.compare.report.desk import NEUTRAL
from counterclaim.presentation.compare.words import one_line
from counterclaim.records import Place

KINDS = {
    "claimed": "claimed by a party",
    "denied": "denied or doubted",
    "third": "said by others",
}
_EXACT = ("point", "settlement", "district")
_RINGS = {"district": 5.0}  # km
_NEAR = 10.0  # km, of "near", "south of", "on the outskirts of"


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map, with how many claims of each kind are about it."""

    name: str
    point: Point
    ring: float
    number: Counter[str]


def gather_pins(entries: Sequence[Entry]) -> tuple[list[Pin], Counter[str]]:
    """Gather the claims by place: those with a point, and the names of areas too wide for one."""
    numbers: dict[tuple[str, Point], Counter[str]] = defaultdict(Counter)
    rings: dict[tuple[str, Point], float] = {}
    wide: Counter[str] = Counter()
    for entry in entries:
        for at in {p.id or p.name: p for p in entry.claim.places}.values():
            name = one_line(at.name)
            if at.lat is None or at.lon is None or at.precision not in _EXACT:
                wide[name] += 1
                continue
            key = name, (at.lon, at.lat)
            numbers[key][_kind(entry)] += 1
            rings[key] = max(rings.get(key, 0.0), _ring(at))
    pins = [Pin(*key, rings[key], numbers[key]) for key in sorted(numbers)]
    return sorted(pins, key=lambda pin: -pin.number.total()), wide


def _kind(entry: Entry) -> str:
    if entry.claim.stance in ("denies", "doubts"):
        return "denied"
    return "third" if entry.group in NEUTRAL else "claimed"


def _ring(at: Place) -> float:
    return _NEAR if at.relation else _RINGS.get(at.precision or "", 0.0)
