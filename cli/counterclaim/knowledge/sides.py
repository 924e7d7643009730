"""Sides of wars: who stands against whom, which words name a side, whose organs speak for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from counterclaim.knowledge.dates import within
from counterclaim.knowledge.entries import load_countries
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.names import Key, fold, longest
from counterclaim.knowledge.overlay import in_use, kept, merge_sides
from counterclaim.resources import data_path

INDEPENDENT, UNKNOWN = "independent", "unknown"


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


@dataclass(frozen=True, slots=True)
class Relation:
    """Two sides that are opposed or allied since..until (open where None)."""

    pair: frozenset[str]
    since: str | None
    until: str | None


class Sides:
    """Read access to data/sides.yaml and the countries."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.names: dict[str, str] = {row["id"]: row["name"] for row in data["sides"]}
        self.conflicts: dict[str, Conflict] = {}
        for row in data["conflicts"]:
            self.conflicts[row["id"]] = Conflict(**{**row, "parties": tuple(row["parties"])})
        self._opposed = _relations(data["opposed"])
        self._allied = _relations(data["allied"])
        self._epochs: dict[tuple[str | None, frozenset[str]], frozenset[int]] = {}
        self.ties: frozenset[str] = frozenset(data["tied_by"])
        self.tied_with: frozenset[str] = frozenset(data["tied_with"])
        self._patrons: dict[tuple[str, str], str | None] = {
            (row["of"], tie): row["side"] for row in data["patrons"] for tie in row["ties"]
        }
        self.blocs: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in data["blocs"].items()}
        self._country_sides = {c.iso2: c.side for c in load_countries()}
        wars = (war.countries.values() for war in self.conflicts.values())
        self._states = {*self._country_sides.values(), *(side for of in wars for side in of)}
        self._states -= {INDEPENDENT, UNKNOWN}
        self.adjectives: dict[Key, str] = {}
        self.terms: dict[Key, str] = {}
        for country in load_countries():
            for word in country.adjectives:
                self.adjectives.setdefault(fold(word), country.iso2)
            for word in (
                country.name,
                *country.adjectives,
                *country.other_names,
                *country.metonyms,
            ):
                self.terms.setdefault(fold(word), country.iso2)
        self._reach = longest(self.terms)

    def term_at(self, keys: Key, first: int) -> tuple[str, int] | None:
        """The longest country or capital that folded words name from `first` on: ISO 2, length.

        >>> load_sides().term_at(("north", "korean", "troops"), 0)
        ('KP', 2)
        """
        most = self._reach.get(keys[first], 0) if first < len(keys) else 0
        for size in range(min(most, len(keys) - first), 0, -1):
            iso2 = self.terms.get(keys[first : first + size])
            if iso2:
                return iso2, size
        return None

    def opposed(self, a: str, b: str, on: str | None = None) -> bool:
        """Whether two sides are at war with each other on a day (ever, when it is not given).

        >>> load_sides().opposed("russia", "ukraine", "2023-01-25")
        True
        """
        return _related(self._opposed, a, b, on)

    def allied(self, a: str, b: str, on: str | None = None) -> bool:
        """Whether two different sides fight on one side: ``allied("iran", "hezbollah")``."""
        return _related(self._allied, a, b, on)

    def epoch(self, on: str | None, among: frozenset[str]) -> frozenset[int]:
        """Name a period: on two days of one epoch the same of some sides are enemies and allies.

        >>> among = frozenset({"russia", "ukraine"})
        >>> load_sides().epoch("2023-01-25", among) == load_sides().epoch("2023-12-01", among)
        True
        """
        if (on, among) not in self._epochs:
            dated = enumerate((*self._opposed, *self._allied))
            between = ((i, r) for i, r in dated if r.pair <= among)
            self._epochs[on, among] = frozenset(
                i for i, r in between if on is None or within(on, r.since, r.until)
            )
        return self._epochs[on, among]

    def side_name(self, side: str) -> str:
        """A side as a reader calls it: ``side_name("sudan_army") == "Sudanese army"``."""
        return self.names.get(side, side)

    def of_country(self, iso2: str | None, conflict: str | None = None) -> str:
        """The side the organs of a country speak for; a third country is independent.

        >>> load_sides().of_country("GB"), load_sides().of_country("IL", "ukraine")
        ('independent', 'independent')
        """
        if iso2 is None:
            return UNKNOWN
        if conflict in self.conflicts:
            party = self.conflicts[conflict].countries.get(iso2)
            return party or self.view(self._country_sides.get(iso2, INDEPENDENT), conflict)
        return self._country_sides.get(iso2, UNKNOWN)

    def of_place(self, iso2: str | None, region: str | None, conflict: str | None) -> str:
        """The side that the officials of a place speak for; unknown where two sides have some, and
        where no conflict is at hand.

        >>> load_sides().of_place("RU", "23", "ukraine"), load_sides().of_place(None, None, None)
        ('russia', 'unknown')
        """
        known = self.conflicts.get(conflict or "")
        if known is None or iso2 is None:
            return UNKNOWN
        if iso2 in known.countries and (not region or region in known.contested.get(iso2, region)):
            return UNKNOWN
        return self.of_country(iso2, conflict)

    def of_bloc(self, word: str, conflict: str | None = None) -> str:
        """The side of officials of a group of countries ("Western"): independent where none of
        them is a party, else unknown."""
        members = self.blocs.get(word, ())
        sides = {self.of_country(iso2, conflict) for iso2 in members}
        return INDEPENDENT if sides == {INDEPENDENT} else UNKNOWN

    def of_word(self, word: str, conflict: str | None = None) -> str | None:
        """The side of an adjective or country name ("Russian", "Kyiv"), None for other words."""
        key = fold(word)
        return self.of_country(self.terms[key], conflict) if key in self.terms else None

    def of_tie(self, iso2: str, tie: str, conflict: str | None = None) -> str | None:
        """The side of what is "<country>-<tie>": ``of_tie("RU", "installed") == "russia"``."""
        if (iso2, tie) in self._patrons:
            return self._patrons[iso2, tie]
        side = self.of_country(iso2, conflict)
        return None if side in {INDEPENDENT, UNKNOWN} else side

    def view(self, side: str, conflict: str | None) -> str:
        """A side as it counts in one conflict: a state that is party to another war is a third
        party in it, unless it is at war with one of the parties (Iran, in a war between Israel and
        Hezbollah). An armed group is never a third party.

        >>> load_sides().view("turkey", "ukraine"), load_sides().view("turkey", "syria")
        ('independent', 'turkey')
        """
        known = self.conflicts.get(conflict or "")
        if known is None or side in known.parties or side not in self._states:
            return side
        return side if any(self.opposed(side, party) for party in known.parties) else INDEPENDENT

    def guess_conflict(
        self,
        votes: Mapping[str, int],
        on: str | None = None,
        countries: Mapping[str, int] | None = None,
    ) -> str | None:
        """The conflict whose parties are named most in an article of the day `on`: at least two of
        them, one that is no country and a party to no other conflict, or one at war in the country
        of most places named. Where two are named equally, the war in that country is meant.

        `votes` counts mentions by side (as `scan_actors` gives them), `countries` places by ISO 2.
        None when nothing fits or two conflicts fit equally well.
        """
        scores = []
        at_the_time = [c for c in self.conflicts.values() if on is None or _lasts(c, on)]
        for conflict in at_the_time:
            named = [votes.get(party, 0) for party in conflict.parties]
            core = sorted((n for n in named if n), reverse=True)
            if len(core) > 1:
                scores.append((core[0] + core[1], core[1], conflict.id))
        scores.sort(reverse=True)
        if scores:
            tied = [self.conflicts[id_] for *score, id_ in scores if (*score,) == scores[0][:2]]
            if len(tied) == 1:
                return tied[0].id
            return self._war_in(tied, votes, countries or {}) or _at_home(tied, votes)
        alone = {c.id for side in votes if votes[side] and (c := self._only_war(side))}
        if alone:
            return alone.pop() if alone <= {c.id for c in at_the_time} and len(alone) == 1 else None
        return self._war_in(at_the_time, votes, countries or {})

    def war_inside(self, iso2: str, on: str | None = None) -> str | None:
        """The one conflict inside a country on a day, where "the army" is the state's.

        >>> load_sides().war_inside("NE", "2024-08-28"), load_sides().war_inside("EG", None)
        ('niger', None)
        """
        inside = [
            c.id
            for c in self.conflicts.values()
            if c.state and c.countries.get(iso2) == c.state and (on is None or _lasts(c, on))
        ]
        return inside[0] if len(inside) == 1 else None

    @staticmethod
    def _war_in(
        conflicts: list[Conflict], votes: Mapping[str, int], countries: Mapping[str, int]
    ) -> str | None:
        """The only conflict of the country of most places in which a side named is a party."""
        most = max(countries.values(), default=0)
        top = [iso2 for iso2, count in countries.items() if count == most]
        wars = [
            conflict.id
            for conflict in conflicts
            if any(votes.get(party) for party in conflict.parties)
            and len(top) == 1
            and top[0] in conflict.countries
        ]
        return wars[0] if len(wars) == 1 else None

    def _only_war(self, side: str) -> Conflict | None:
        """The one conflict a side is a party to. Of a country, much is reported besides its war,
        unless the war is in the country itself."""
        wars = [conflict for conflict in self.conflicts.values() if side in conflict.parties]
        if len(wars) != 1:
            return None
        at_home = wars[0].state == side
        return wars[0] if at_home or side not in self._country_sides.values() else None


def _at_home(conflicts: list[Conflict], votes: Mapping[str, int]) -> str | None:
    """The only conflict whose own states are named most: of the wars with one group, the one in
    Burkina Faso where its army is named."""
    named = [(sum(votes.get(s, 0) for s in set(c.countries.values())), c.id) for c in conflicts]
    best = max(named)
    alone = sum(count == best[0] for count, _ in named) == 1
    return best[1] if alone and best[0] else None


def _lasts(conflict: Conflict, on: str) -> bool:
    return within(on, conflict.since, conflict.until)


def _relations(rows: list[dict[str, Any]]) -> tuple[Relation, ...]:
    return tuple(Relation(frozenset(r["pair"]), r.get("since"), r.get("until")) for r in rows)


def _related(relations: tuple[Relation, ...], a: str, b: str, on: str | None) -> bool:
    pair = frozenset((a, b))
    found = [r for r in relations if r.pair == pair]
    return any(on is None or within(on, r.since, r.until) for r in found)


@cache
def shipped_sides() -> dict[str, Any]:
    """data/sides.yaml as it is."""
    data: dict[str, Any] = read_yaml(data_path("sides.yaml"))
    return data


@kept
def load_sides() -> Sides:
    """The sides of data/sides.yaml and of the user's own knowledge, read once."""
    return Sides(merge_sides(shipped_sides(), in_use()))


def opposed(a: str, b: str, on: str | None = None) -> bool:
    """Whether two sides are at war with each other on a day (ever, when it is not given)."""
    return load_sides().opposed(a, b, on)


def allied(a: str, b: str, on: str | None = None) -> bool:
    """Whether two different sides fight on one side on a day (ever, when it is not given)."""
    return load_sides().allied(a, b, on)


def side_name(side: str) -> str:
    """A side as a reader calls it: ``side_name("rsf") == "Rapid Support Forces"``."""
    return load_sides().side_name(side)


def country_terms(keys: Key) -> list[tuple[int, int, str]]:
    """Countries named in folded words: (first, past the last, ISO 2), longest first at each place.

    >>> country_terms(("north", "korean", "and", "russian", "troops"))
    [(0, 2, 'KP'), (3, 4, 'RU')]
    """
    sides, found, i = load_sides(), [], 0
    while i < len(keys):
        iso2, size = sides.term_at(keys, i) or (None, 1)
        if iso2:
            found.append((i, i + size, iso2))
        i += size
    return found
