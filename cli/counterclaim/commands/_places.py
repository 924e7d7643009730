"""Places for `compare`: the gazetteer as the comparison asks it, and the place that is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.comparison import Asked
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.knowledge.entries import load_countries
from counterclaim.knowledge.gazetteer import Gazetteer, PlaceEntry, load_gazetteer
from counterclaim.knowledge.place_search import find_places
from counterclaim.records import Place, Record


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


def choose_place(spelling: str, records: Sequence[Record], atlas: Atlas) -> Asked | None:
    """Choose the place a spelling means: of several, the first that the ledger speaks of.

    >>> choose_place("BACHMUT", records, Atlas()).name
    'Bakhmut'
    """
    places = [p for record in records for claim in record.events for p in claim.places]
    number = Counter(place_key(place) for place in places)
    found = [_asked(entry) for entry in atlas.find(spelling)]
    spoken = [asked for asked in found if number[asked.id]]
    if spoken or found:
        return (spoken or found)[0]
    folded = " ".join(spelling.split()).casefold()
    named = [p for p in places if folded in (p.name.casefold(), p.mention.casefold())]
    return atlas.describe(min(named, key=place_key)) if named else None


def country_name(code: str | None) -> str | None:
    """Name a country: ``country_name("UA") == "Ukraine"``."""
    return next((c.name for c in load_countries() if c.iso2 == code), code)


def _asked(entry: PlaceEntry) -> Asked:
    region = entry.admin1 if entry.admin1 != entry.name else None
    country = country_name(entry.country)
    return Asked(entry.id, entry.name, entry.kind, region, country, entry.lat, entry.lon)
