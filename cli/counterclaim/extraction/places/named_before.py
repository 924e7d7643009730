"""The places that a text named before: how much it is about each, which may be meant."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field

from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import PlaceEntry
from counterclaim.knowledge.limits import limits

EVENT, OFFICE, ASIDE, NOT_MEANT = 3, 2, 1, 0
"""The place of an event, of an official, told in passing, not meant at all."""


@dataclass(frozen=True, slots=True)
class NamedBefore:
    """A place named before, with how much the text is about it there. An unknown name has no
    toponym, nor has a "town" that was left open, of which only its `noun` is known."""

    start: int
    end: int
    rank: int
    key: str
    toponym: Toponym | None
    noun: str = ""


@dataclass(slots=True)
class Fitting:
    """The places that a noun may mean, as far as a text was read: the last ones, how often each was
    the place of an event, and how many were it once, twice and so on at least."""

    seen: int = 0
    last: deque[NamedBefore] = field(default_factory=lambda: deque(maxlen=limits().looked_back))
    counts: Counter[str] = field(default_factory=Counter)
    reached: Counter[int] = field(default_factory=Counter)

    def add(self, named: NamedBefore) -> None:
        """Take in the next place of the text."""
        self.last.append(named)
        if named.rank == EVENT and not named.noun:
            self.counts[named.key] += 1
            self.reached[self.counts[named.key]] += 1

    def outnumber(self, chosen: NamedBefore) -> bool:
        """Whether the text so far speaks as often of another place that fits as well."""
        times = self.counts[chosen.key]
        return self.reached[max(times, 1)] > (times > 0)


def size_fits(entry: PlaceEntry, noun: str) -> bool:
    """Whether a place is as large as a noun says: a million people are no village."""
    if noun in ("village", "hamlet"):
        return entry.population <= limits().village_most
    if noun == "town":
        return entry.population <= limits().town_most
    if noun == "city":
        return not 0 < entry.population < limits().city_least
    return noun != "area" or not ("/" in entry.id or entry.kind in ("region", "continent"))


def finest(named: list[NamedBefore]) -> list[NamedBefore]:
    """Without the regions and countries that only say where the town named with them lies."""
    towns = [n.toponym.entry for n in named if n.toponym and n.toponym.entry]
    towns = [e for e in towns if e.is_settlement]

    def holds(n: NamedBefore) -> bool:
        entry = n.toponym.entry if n.toponym else None
        return (
            entry is not None
            and entry.kind == "region"
            and any((e.country, e.code) == (entry.country, entry.code) for e in towns)
        )

    return [n for n in named if not holds(n)]
