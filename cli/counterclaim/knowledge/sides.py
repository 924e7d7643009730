"""Sides of wars: who stands against whom, which words name a side, whose organs speak for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from counterclaim.knowledge.conflicts import Conflict, Relation, with_fewer, with_more
from counterclaim.knowledge.dates import told_within, within
from counterclaim.knowledge.entries import load_countries
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.names import Key, fold, longest
from counterclaim.knowledge.overlay import in_use, kept, merge_sides
from counterclaim.knowledge.registry_tables import war_rows
from counterclaim.resources import data_path

_WITH, _WITHOUT = " with ", " without "
INDEPENDENT, UNKNOWN = "independent", "unknown"


class Sides:
    """Read access to data/sides.yaml and the countries."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.names: dict[str, str] = {row["id"]: row["name"] for row in data["sides"]}
        self.conflicts: dict[str, Conflict] = {}
        for row in data["conflicts"]:
            self.conflicts[row["id"]] = Conflict(**{**row, "parties": tuple(row["parties"])})
        self._opposed = _relations(data["opposed"])
        self._allied = _relations(data["allied"])
        self._between = {False: _by_pair(self._opposed), True: _by_pair(self._allied)}
        self._parties = {c.iso2: c.party for c in load_countries()}
        self._adhoc: dict[str, Conflict] = {}
        self._epochs: dict[tuple[str | None, frozenset[str]], frozenset[int]] = {}
        self._helped: frozenset[str] = frozenset(data.get("helped_by", ()))
        self.ties: frozenset[str] = self._helped.union(data["tied_by"])
        self.tied_with: frozenset[str] = frozenset(data["tied_with"])
        self._patrons: dict[tuple[str, str], str | None] = {
            (row["of"], tie): row["side"] for row in data["patrons"] for tie in row["ties"]
        }
        idioms = data.get("idioms", {}).items()
        self.idioms = {fold(words): iso2 for iso2, listed in idioms for words in listed}
        self.blocs: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in data["blocs"].items()}
        self._country_sides = {c.iso2: c.side for c in load_countries()}
        wars = (war.countries.values() for war in self.conflicts.values())
        self._states = {*self._country_sides.values(), *(side for of in wars for side in of)}
        self._states |= set(self._parties.values())
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
        for key, iso2 in list(self.terms.items()):
            for form in map(fold, data.get("state_forms", ())):
                self.terms.setdefault((*form, "of", *key), iso2)
                self.terms.setdefault((*form, "of", "the", *key), iso2)
        self._reach = longest(self.terms)

    def conflict(self, ident: str | None) -> Conflict | None:
        """A war by its id: one of data/sides.yaml and data/wars.tsv, or `iso2+iso2`, that of states
        of which no war is on record (see `war_of_states`).

        >>> load_sides().conflict("GY+VE").parties
        ('guyana', 'venezuela')
        """
        if ident is None or ident in self.conflicts:
            return self.conflicts.get(ident or "")
        if ident not in self._adhoc and _WITHOUT in ident:
            base, _, fewer = ident.rpartition(_WITHOUT)
            if (war := self.conflict(base)) is not None:
                self._adhoc[ident] = with_fewer(war, frozenset(fewer.split("+")))
        if ident not in self._adhoc and _WITH in ident:
            base, _, more = ident.partition(_WITH)
            new = {iso2: self._parties[iso2] for iso2 in more.split("+")}
            self._adhoc[ident] = with_more(self.conflicts[base], new)
        if ident not in self._adhoc:
            of = {iso2: self._parties[iso2] for iso2 in ident.split("+") if iso2 in self._parties}
            if not of:
                return None
            home = next(iter(of.values())) if len(of) == 1 else None
            calm = dict.fromkeys(of, ("",))
            names = " and ".join(self.side_name(side) for side in of.values())
            self._adhoc[ident] = Conflict(
                ident, names, tuple(of.values()), of, home, contested=calm
            )
        return self._adhoc[ident]

    def joined(self, ident: str, states: Iterable[str]) -> str:
        """The id of a war as an article tells it, in which more states (ISO 2) are sides.

        >>> load_sides().conflict(load_sides().joined("ukraine", {"PL"})).parties[-1]
        'poland'
        """
        more = "+".join(sorted(states))
        return f"{ident}{_WITH}{more}" if more else ident

    def without(self, ident: str, states: Iterable[str]) -> str:
        """The id of a war as an article tells it, in which some of its states (ISO 2) look on."""
        fewer = "+".join(sorted(states))
        return f"{ident}{_WITHOUT}{fewer}" if fewer else ident

    def at_peace(self, ident: str, on: str) -> frozenset[str]:
        """The states of a war (ISO 2) that at some time fight one of its parties, though not on a
        day: third parties then.

        >>> sorted(load_sides().at_peace("israel-iran", "2025-06-15"))
        ['US']
        """
        war = self.conflicts[ident]
        gone = set()
        for iso2, side in war.countries.items():
            fights = [r for r in self._opposed if side in r.pair and r.pair <= {*war.parties}]
            if fights and not any(told_within(on, r.since, r.until) for r in fights):
                gone.add(iso2)
        return frozenset(gone)

    def war_of_states(self, countries: Iterable[str]) -> str | None:
        """The id of a war of one or two states that no file knows; of more nobody can tell.

        >>> load_sides().war_of_states({"VE", "GY"})
        'GY+VE'
        """
        known = sorted(set(countries) & set(self._parties))
        return "+".join(known) if 0 < len(known) <= 2 else None

    def party(self, iso2: str) -> str:
        """The side of a state where it fights: ``party("TH") == "thailand"``."""
        return self._parties.get(iso2, UNKNOWN)

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
        return self._related(a, b, on, allied=False)

    def allied(self, a: str, b: str, on: str | None = None) -> bool:
        """Whether two different sides fight on one side: ``allied("iran", "hezbollah")``."""
        return self._related(a, b, on, allied=True)

    def _related(self, a: str, b: str, on: str | None, *, allied: bool) -> bool:
        found = self._between[allied].get(frozenset((a, b)), ())
        return any(on is None or within(on, r.since, r.until) for r in found)

    def is_state(self, side: str) -> bool:
        """Whether a side is a state's: ``not load_sides().is_state("m23")``."""
        return side in self._states

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
        if known := self.conflict(conflict):
            party = known.countries.get(iso2)
            return party or self.view(self._country_sides.get(iso2, INDEPENDENT), conflict)
        return self._country_sides.get(iso2, UNKNOWN)

    def of_place(self, iso2: str | None, region: str | None, conflict: str | None) -> str:
        """The side that the officials of a place speak for; unknown where two sides have some, and
        where no conflict is at hand.

        >>> load_sides().of_place("RU", "23", "ukraine"), load_sides().of_place(None, None, None)
        ('russia', 'unknown')
        """
        known = self.conflict(conflict)
        if known is None or iso2 is None:
            return UNKNOWN
        if iso2 in known.countries and known.is_contested(iso2, region):
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
        if tie in self._helped:
            return None
        if (iso2, tie) in self._patrons:
            return self._patrons[iso2, tie]
        side = self.of_country(iso2, conflict)
        return None if side in {INDEPENDENT, UNKNOWN} else side

    def view(self, side: str, conflict: str | None) -> str:
        """A side as it counts in one conflict: a state that is party to another war is a third
        party in it, unless it is at war with a state in it (Iran, in a war between Israel and
        Hezbollah). An armed group is never a third party.

        >>> load_sides().view("turkey", "ukraine"), load_sides().view("turkey", "syria")
        ('independent', 'turkey')
        """
        known = self.conflict(conflict)
        if known is None or side in known.parties or side not in self._states:
            return side
        states = self._states.intersection(known.parties)
        return side if any(self.opposed(side, state) for state in states) else INDEPENDENT

    def guess_conflict(
        self,
        votes: Mapping[str, int],
        on: str | None = None,
        countries: Mapping[str, int] | None = None,
    ) -> str | None:
        """The conflict whose parties are named most in an article of the day `on`: at least two of
        them that are enemies, one that is no country and a party to no other conflict, or one at
        war in the country of most places named. Of the wars of the same two the first in the
        data is meant; where others are named equally, the one in the country of most places.

        `votes` counts mentions by side (as `scan_actors` gives them), `countries` places by ISO 2.
        None when nothing fits or two conflicts fit equally well.
        """
        at_the_time = self._wars_on(on)
        fights = {c.id: fight for c in at_the_time if (fight := self._fight(c, votes))}
        if fights:
            best = max(fight[:2] for fight in fights.values())
            tied = [self.conflicts[id_] for id_, fight in fights.items() if fight[:2] == best]
            tied = [c for c in tied if c.state is None or votes.get(c.state)] or tied
            there = self._war_in(tied, votes, countries or {}) if len(tied) > 1 else None
            tied = [c for c in tied if c.state in fights[c.id]] or tied
            first = tied[0].id if len({fights[c.id][2:] for c in tied}) == 1 else None
            return there or first or _at_home(tied, votes)
        alone = {c.id for side in votes if votes[side] and (c := self._only_war(side, on))}
        if alone:
            return alone.pop() if len(alone) == 1 else None
        return self._war_in(at_the_time, votes, countries or {})

    def _wars_on(self, on: str | None) -> list[Conflict]:
        """The wars of a day; of an article without one, all."""
        return [c for c in self.conflicts.values() if on is None or _lasts(c, on)]

    def _fight(self, war: Conflict, votes: Mapping[str, int]) -> tuple[int, int, str, str] | None:
        """The two enemies named most in a war; how often together, and how often the second."""
        named = [party for party in war.parties if votes.get(party)]
        pairs = [(a, b) for i, a in enumerate(named) for b in named[i + 1 :] if self.opposed(a, b)]
        if not pairs:
            return None
        first, second = max(
            sorted(map(sorted, pairs)),
            key=lambda pair: (sum(votes[s] for s in pair), min(votes[s] for s in pair),
                              war.state in pair),
        )  # fmt: skip
        return votes[first] + votes[second], min(votes[first], votes[second]), first, second

    def wars_inside(self, iso2: str, on: str | None = None) -> tuple[Conflict, ...]:
        """The wars inside a country on a day, in which "the army" is the state's. Without a day
        those that go on, if there are any."""
        inside = [c for c in self._wars_on(on) if c.state and c.countries.get(iso2) == c.state]
        open_ended = [c for c in inside if on is not None or c.until is None]
        return tuple(open_ended or inside)

    def war_inside(self, iso2: str, on: str | None = None) -> str | None:
        """One of the wars inside a country on a day; in any of them "the army" is the state's.

        >>> load_sides().war_inside("NE", "2024-08-28"), load_sides().war_inside("PT", None)
        ('niger', None)
        """
        return next((war.id for war in self.wars_inside(iso2, on)), None)

    @staticmethod
    def _war_in(
        conflicts: list[Conflict], votes: Mapping[str, int], countries: Mapping[str, int]
    ) -> str | None:
        """The conflict of the country of most places in which a side named is a party: the first
        of those inside it, else the only one."""
        most = max(countries.values(), default=0)
        top = [iso2 for iso2, count in countries.items() if count == most]
        if len(top) != 1:
            return None
        named = [c for c in conflicts if any(votes.get(party) for party in c.parties)]
        there = [c for c in named if top[0] in c.countries]
        inside = [c for c in there if c.state == c.countries[top[0]]]
        wars = inside or there
        return wars[0].id if len(wars) == 1 or inside else None

    def _only_war(self, side: str, on: str | None) -> Conflict | None:
        """The one conflict a side is a party to. Of a country, much is reported besides its war,
        unless the war is in the country itself."""
        wars = [war for war in self._wars_on(on) if side in war.parties]
        lasting = [war for war in wars if on is not None or war.until is None] or wars
        if len(lasting) != 1:
            return None
        at_home = lasting[0].state == side
        return lasting[0] if at_home or side not in self._states else None


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


def _by_pair(relations: tuple[Relation, ...]) -> dict[frozenset[str], list[Relation]]:
    pairs: dict[frozenset[str], list[Relation]] = {}
    for relation in relations:
        pairs.setdefault(relation.pair, []).append(relation)
    return pairs


@cache
def shipped_sides() -> dict[str, Any]:
    """data/sides.yaml as it is, with the wars and sides of the tables behind it."""
    data: dict[str, Any] = read_yaml(data_path("sides.yaml"))
    for key, rows in war_rows().items():
        ids = {row.get("id") for row in data[key]} - {None}
        data[key] += [row for row in rows if row.get("id") not in ids]
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
