"""Where coded rows lie: the place of the gazetteer that has their name and is near their point."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, hypot, radians

from counterclaim.coded.tables import Row
from counterclaim.knowledge.entries import load_countries
from counterclaim.knowledge.gazetteer import PlaceEntry
from counterclaim.knowledge.place_search import find_places
from counterclaim.records import Place

_NEAR_KM = 40.0
_KM = 111.2  # of one degree
_WIDE = ("oblast", "country", "area")
Fits = Callable[[PlaceEntry], bool]


def place_of(row: Row) -> Place | None:
    """Give the place of a row, no narrower than its code says that it is known; None: it has none.

    >>> place_of(row).id
    'geonames:713174'
    """
    codes = row.dataset.where
    how = codes.get(row.get("where")) if codes else "exact"
    key = {"exact": "place", "near": "place", "region": "region", "country": "country"}.get(
        how or ""
    )
    name = row.get(key) if key else ""
    if not name:
        return None
    point = _point(row) if key == "place" else None
    relation = "near" if how == "near" else None
    forms = (name,) if key == "place" else (name, f"{name} region")
    entry = _find(forms, _country(row.get("country")), point, wide=key != "place")
    if entry is None:
        wide = {"region": "oblast", "country": "country"}.get(key or "", "settlement")
        lat, lon = point or (None, None)
        return Place(name, name, (0, 0), lat=lat, lon=lon, precision=wide, relation=relation)
    return Place(
        entry.name, name, (0, 0), entry.id, entry.country, entry.admin1, entry.lat, entry.lon,
        entry.precision, relation,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _find(
    names: tuple[str, ...], country: str | None, point: tuple[float, float] | None, *, wide: bool
) -> PlaceEntry | None:
    """Find the place of some names: near the point or, where none is given, in the country."""
    for match in (match for name in names for match in find_places(name)):
        entry = match.entry
        if wide != (entry.precision in _WIDE):
            continue
        if point and entry.lat is not None and entry.lon is not None:
            if _way(point, (entry.lat, entry.lon)) <= _NEAR_KM:
                return entry
        elif not country or entry.country == country:
            return entry
    return None


def _way(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The way between two near points in km, as on a plane."""
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0]))) * _KM


def _point(row: Row) -> tuple[float, float] | None:
    try:
        return float(row.get("lat")), float(row.get("lon"))
    except ValueError:
        return None


@lru_cache(maxsize=512)
def _country(name: str) -> str | None:
    """The code of a country by its name; None where it is called otherwise."""
    folded = name.casefold()
    names = ((c.iso2, (c.name, *c.other_names)) for c in load_countries())
    return next((iso2 for iso2, known in names if folded in map(str.casefold, known)), None)
