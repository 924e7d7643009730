"""Villages of Ukraine that a report spells as in Russian: "the settlement of Zhelannoye".

Many villages share a spelling, so the rest of the text decides: the regions it names, then the
places near. Where several are left, they are candidates, and none is chosen.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.places.choice import kilometres
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import Gazetteer, PlaceEntry
from counterclaim.knowledge.limits import limits

_COUNTRY = "UA"


def respell(found: list[Toponym], gazetteer: Gazetteer) -> list[Toponym]:
    """Toponyms, those that no table has under their name read as villages of Ukraine, if the text
    plays there.
    """
    known = [t.entry for t in found if t.entry is not None and t.entry.country == _COUNTRY]
    if not known:
        return found
    return [t if t.entry is not None else _respelled(t, known, gazetteer) for t in found]


def _respelled(toponym: Toponym, known: list[PlaceEntry], gazetteer: Gazetteer) -> Toponym:
    may_be = list(gazetteer.respelled(toponym.name))
    codes = {entry.code for entry in known if entry.kind == "region"}
    in_region = [e for e in may_be if e.code in codes]
    may_be = in_region or may_be
    near = [e for e in may_be if _near(e, known)]
    may_be = near or may_be
    if len(may_be) == 1 and (in_region or near):
        return replace(toponym, entry=may_be[0], candidates=tuple(may_be))
    few = len(may_be) <= limits().candidates
    return replace(toponym, candidates=tuple(may_be) if few else ())


def _near(entry: PlaceEntry, known: list[PlaceEntry]) -> bool:
    """Whether another settlement of the text lies near."""
    if entry.lat is None or entry.lon is None:
        return False
    return any(
        kilometres(entry.lat, entry.lon, e.lat, e.lon) <= limits().near_km
        for e in known
        if e.is_settlement and e.lat is not None and e.lon is not None
    )
