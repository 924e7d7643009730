"""What the names within a description tell of the place it means: "the eastern Ukrainian city" lies
in Ukraine, "the North Darfur town" in North Darfur, "the Black Sea port city" at a sea.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import PlaceEntry, load_gazetteer
from counterclaim.knowledge.place_context import PlaceContext

_START = attrgetter("start")
_AREAS = ("country", "region", "area", "sea", "continent")


@dataclass(frozen=True, slots=True)
class Attribute:
    """Where a described place lies: in a country (its code), in an area, or nobody says where."""

    country: str | None = None
    area: PlaceEntry | None = None

    def fits(self, entry: PlaceEntry | None) -> bool:
        """Whether a place may be the one described; of an unknown one nothing speaks against it."""
        if entry is None:
            return True
        if self.country is not None:
            return entry.country == self.country
        if self.area is None or self.area.kind in ("sea", "continent"):
            return True
        return load_gazetteer().within(entry.id, self.area.id)


NOTHING = Attribute()


def read_attribute(
    text: str, start: int, end: int, named: list[Toponym], context: PlaceContext
) -> Attribute | None:
    """What the capitalised words at start..end tell of the place behind them; None: they are a name
    of something else ("the Azovstal plant").

    `named` are the places of the text, in order.
    """
    area = _area(text, start, end, named)
    if area is not None:
        return Attribute(area=area)
    words = [word for word in text[start:end].split() if word[0].isupper()]
    country = None
    for word in words:
        people, _, more = word.partition("-")
        code = context.demonyms.get(people)
        if code is None and people.lower() not in context.peoples:
            return None
        country = country if more else code
    return Attribute(country=country)


def _area(text: str, start: int, end: int, named: list[Toponym]) -> PlaceEntry | None:
    """The country, region or sea that the words name, but for a lower-case word behind it."""
    for toponym in named[max(0, bisect_left(named, start, key=_START) - 1) :]:
        if toponym.start >= end:
            return None
        core = toponym.core
        if core[0] >= start and core[1] <= end and toponym.entry is not None:
            rest = text[core[1] : end]
            whole = toponym.start <= start + 1 and rest == rest.lower()
            return toponym.entry if whole and toponym.entry.kind in _AREAS else None
    return None
