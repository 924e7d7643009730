"""What of two places lies in the other: regions called like their cities, places apart."""

from __future__ import annotations

from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import PlaceEntry, load_gazetteer


def turns_from(place: PlaceEntry | None, named: Toponym) -> bool:
    """Whether naming a place leads away from another: neither lies in the other, nor in the region
    called like it; a capital may stand for its state, and nobody knows where an area ends."""
    entry = named.entry
    if place is None or entry is None or entry.precision in ("country", "area"):
        return False
    if entry.kind == "capital" and not named.event_place:
        return False
    wider = region_of(entry) if entry.is_settlement else None
    within = load_gazetteer().within
    inside = [(place.id, entry.id), (entry.id, place.id)]
    inside += [(place.id, wider.id)] if wider is not None else []
    return entry.id != place.id and not any(within(a, b) for a, b in inside)


def region_of(city: PlaceEntry) -> PlaceEntry | None:
    """The region that has the name of a city in it (`Kharkiv` for `Kharkiv region`)."""
    whole = [m.entry for m in load_gazetteer().lookup(city.name) if m.how == "weak"]
    same = [e for e in whole if (e.country, e.code) == (city.country, city.code)]
    return same[0] if same and same[0].kind == "region" else None
