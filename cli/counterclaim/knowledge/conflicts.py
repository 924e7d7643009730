"""What is known of one war, and of two sides in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from counterclaim.knowledge.dates import within

_ANY = "*"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A war: its parties, the countries whose organs speak for one of them, and the sides that
    bare words mean in it ("the army" -> `state`, "rebels" -> `rebels`; None where ambiguous).
    `since`, `until`: no article of another time is about it.
    `organs`: words that only one side's bodies bear in it, by side; `contested`: by country, the
    first-level regions in which two sides have officials.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    countries: Mapping[str, str]
    state: str | None = None
    rebels: str | None = None
    rebels_until: str | None = None
    since: str | None = None
    until: str | None = None

    def rebels_on(self, on: str | None) -> str | None:
        """Whom "rebels" means on a day: nobody known in Syria once the rebels govern it."""
        return self.rebels if on is None or within(on, None, self.rebels_until) else None

    organs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_contested(self, iso2: str, region: str | None = None) -> bool:
        """Whether two sides have officials in a country, or in one region of it where that is told;
        of a country of which nothing is said they may."""
        regions = [code for code in self.contested.get(iso2, (_ANY,)) if code]
        return bool(regions) and (not region or _ANY in regions or region in regions)

    def calm_state(self) -> str | None:
        """The side of the state inside which the war is fought, where it governs all of it; of a
        war of which only one party is known nobody can tell where it is fought."""
        if len(self.parties) < 2:
            return None
        home = (iso2 for iso2, side in self.countries.items() if side == self.state)
        return self.state if any(not self.is_contested(iso2) for iso2 in home) else None


@dataclass(frozen=True, slots=True)
class Relation:
    """Two sides that are opposed or allied since..until (open where None)."""

    pair: frozenset[str]
    since: str | None
    until: str | None


def with_more(war: Conflict, new: Mapping[str, str]) -> Conflict:
    """A war with further states (ISO 2 and side), of which nobody contests a region."""
    calm = {**war.contested, **dict.fromkeys(new, ("",))}
    parties = (*war.parties, *new.values())
    return replace(war, parties=parties, countries={**war.countries, **new}, contested=calm)


def with_fewer(war: Conflict, gone: frozenset[str]) -> Conflict:
    """A war without some of its states (ISO 2), which only look on."""
    countries = {iso2: side for iso2, side in war.countries.items() if iso2 not in gone}
    lost = {war.countries[iso2] for iso2 in gone} - set(countries.values())
    parties = tuple(side for side in war.parties if side not in lost)
    return replace(war, parties=parties, countries=countries)
