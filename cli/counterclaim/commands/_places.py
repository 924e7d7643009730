"""Places for `compare`: the gazetteer as the comparison asks it, and the place that is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from counterclaim.comparison import Asked, World
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.comparison.selection import Wanted, may_be_about
from counterclaim.knowledge.entries import load_countries
from counterclaim.knowledge.gazetteer import Gazetteer, PlaceEntry, load_gazetteer
from counterclaim.knowledge.place_search import find_places
from counterclaim.ledger.index.shelf import Shelf
from counterclaim.records import Place, Record

NEAR = 3  # places that are named where none is known


@dataclass(slots=True)
class Atlas:
    """The gazetteer, with its answers remembered: one question is asked of many pairs."""

    gazetteer: Gazetteer = field(default_factory=load_gazetteer)
    _within: dict[tuple[str, str], bool] = field(default_factory=dict)

    def within(self, inner: str, outer: str) -> bool:
        """Tell whether the place `inner` lies in the place `outer`, another one."""
        key = (inner, outer)
        if key not in self._within:
            self._within[key] = inner != outer and self.gazetteer.within(inner, outer)
        return self._within[key]

    def spells(self, words: str, place: str) -> bool:
        """Tell whether `words` are a name of the place."""
        return any(match.entry.id == place for match in self.gazetteer.lookup(words))

    def suggest(self, spelling: str) -> list[str]:
        """Name places that are written much alike."""
        return self.gazetteer.suggest(spelling)

    def find(self, spelling: str) -> list[PlaceEntry]:
        """Find the places a spelling may mean, best first."""
        return [match.entry for match in find_places(spelling, self.gazetteer)]

    def learn(self, records: Iterable[Record]) -> None:
        """Find the places that records speak of, by their names."""
        places = (p for record in records for claim in record.events for p in claim.places)
        for place_id, name in dict.fromkeys((p.id, p.name) for p in places):
            if place_id:
                self.gazetteer.learn(place_id, name)

    def describe(self, place: Place) -> Asked:
        """Describe a place of a record."""
        return Asked(
            place_key(place),
            place.name,
            place.precision,
            place.admin1,
            country_name(place.country),
            place.lat,
            place.lon,
        )


def choose_place(spelling: str, shelf: Shelf, atlas: Atlas) -> Asked | None:
    """Choose the place a spelling or an id means: of several, the first that the ledger speaks of.

    >>> choose_place("BACHMUT", shelf, Atlas()).name
    'Bakhmut'
    """
    if ":" in spelling and (entry := atlas.gazetteer.entry(spelling)):
        return _asked(entry)
    places = shelf.places()
    spoken = {place_key(place) for place in places}
    found = [_asked(entry) for entry in atlas.find(spelling)]
    if found:
        return next((asked for asked in found if asked.id in spoken), found[0])
    folded = " ".join(spelling.split()).casefold()
    named = [place_key(place) for place in places if _is_named(place, folded)]
    if not named:
        return None
    key = min(named)
    claims = (claim for record in shelf.about({key}) for claim in record.events)
    places = [p for c in claims for p in c.places if place_key(p) == key and _is_named(p, folded)]
    return atlas.describe(places[0])


def other_meanings(
    spelling: str, asked: Asked, shelf: Shelf, atlas: Atlas
) -> list[tuple[str, str, int]]:
    """Other places that a spelling may mean and the ledger speaks of: the name to type, what it is,
    and in how many claims; those of most claims first.

    >>> other_meanings("donetsk", the_city, shelf, Atlas())
    [('Donetsk Oblast', 'region, Ukraine', 75)]
    """
    if ":" in spelling:
        return []
    spoken = {place_key(place) for place in shelf.places()}
    entries = [e for e in atlas.find(spelling) if e.id != asked.id and e.id in spoken]
    counted = [(_to_type(e, atlas), _kind_of(e), count_claims(shelf, e.id)) for e in entries]
    return sorted(counted, key=lambda found: (-found[2], found[0]))


def count_claims(shelf: Shelf, key: str) -> int:
    """Count the claims about one place alone."""
    claims = (claim for record in shelf.about({key}) for claim in record.events)
    return sum(any(place_key(place) == key for place in claim.places) for claim in claims)


def _to_type(entry: PlaceEntry, atlas: Atlas) -> str:
    """The name that means a place, or its id where that name means another one."""
    first = next(iter(atlas.find(entry.name)), None)
    return entry.name if first and first.id == entry.id else entry.id


def _kind_of(entry: PlaceEntry) -> str:
    return ", ".join(filter(None, (entry.kind, country_name(entry.country))))


def near_places(spelling: str, shelf: Shelf, atlas: Atlas) -> list[str]:
    """Name places that are written much like a spelling: those that the ledger speaks of first.

    >>> near_places("goam", shelf, Atlas())[0]
    'Goma'
    """
    from difflib import get_close_matches  # noqa: PLC0415 only for a name that is not there

    spoken = {word.casefold(): p.name for p in shelf.places() for word in (p.name, p.mention)}
    own = [
        spoken[word] for word in get_close_matches(spelling.casefold(), sorted(spoken), cutoff=0.7)
    ]
    return list(dict.fromkeys((*own, *atlas.suggest(spelling))))[:NEAR]


def take_about(
    shelf: Shelf, spelling: str, wanted: Wanted, world: World, atlas: Atlas
) -> tuple[Asked | None, list[Record]]:
    """Take the place that a spelling means and the records that may be about it."""
    asked = choose_place(spelling, shelf, atlas)
    if asked is None:
        return None, []
    here = replace(wanted, place=asked)
    keys = {place_key(p) for p in shelf.places() if may_be_about(p, here, world)}
    words = None if atlas.gazetteer.entry(asked.id) else asked.name
    return asked, shelf.about(keys, words)


def _is_named(place: Place, folded: str) -> bool:
    return folded in (place.name.casefold(), place.mention.casefold())


def country_name(code: str | None) -> str | None:
    """Name a country: ``country_name("UA") == "Ukraine"``."""
    return next((c.name for c in load_countries() if c.iso2 == code), code)


def _asked(entry: PlaceEntry) -> Asked:
    region = entry.admin1 if entry.admin1 != entry.name else None
    country = country_name(entry.country)
    return Asked(entry.id, entry.name, entry.kind, region, country, entry.lat, entry.lon)
