"""The registry: who a name means, on which side, and who held which office on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.knowledge.country_terms import country_terms
from counterclaim.knowledge.dates import within
from counterclaim.knowledge.entries import (
    Affiliation,
    Body,
    Country,
    DatedSide,
    Entry,
    load_bodies,
    load_countries,
    load_offices,
    read_entries,
)
from counterclaim.knowledge.names import POSSESSIVE, Key, fold
from counterclaim.knowledge.overlay import kept
from counterclaim.knowledge.registry_tables import slug
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides

_GLUE = frozenset({"of", "the", "for", POSSESSIVE, "in", "federal"})
_ORGANS = frozenset({"state", "ministry", "military", "official", "agency", "news_agency"})
_OF_STATES = frozenset({"state", "ministry", "military", "official", "agency", "news_agency"})
_STANDS = (("in",), ("to",), ("at",))
_UN = (("un",), ("united", "nations"))
_ARABIC = frozenset({"al", "el", "ad", "as", "ash", "abdel", "abu", "bin", "ibn"})
_CALLED_AFTER = frozenset({"abu", "umm", "um"})
_EUROPEAN = frozenset({"von", "van", "de"})


@dataclass(frozen=True, slots=True)
class Role:
    """A word for an office: what it is called in the data, and which offices it asks for."""

    role: str
    covers: tuple[str, ...]


class Registry:
    """Lookups over all entries; see `load_registry`."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries: dict[str, Entry] = {entry.id: entry for entry in entries}
        self.strong: dict[Key, Entry] = {}
        self.weak: dict[Key, list[Entry]] = {}
        self.plain: set[Key] = set()  # weak names that are common words: "the junta"
        self.surnames: dict[str, list[Entry]] = {}
        self._bodies: dict[tuple[str, str], Entry] = {}
        self._offices: dict[str, list[tuple[Affiliation, Entry]]] = {}
        self.countries: dict[str, Country] = {c.iso2: c for c in load_countries()}
        self.forms: dict[Key, Body] = {}
        self.roles: dict[Key, Role] = {}
        for entry in entries:
            self._index(entry)
        self._index_words()
        self._index_spellings()
        self.longest_name = max(map(len, self.strong))

    def _index(self, entry: Entry) -> None:
        for name in (entry.name, *entry.names):
            self.strong.setdefault(fold(name), entry)
        for name in entry.weak:
            self.weak.setdefault(fold(name), []).append(entry)
            if name.islower():
                self.plain.add(fold(name))
        if entry.body and entry.country:
            self._bodies.setdefault((entry.country, entry.body), entry)
        if entry.kind == "person":
            for last in sorted({fold(name)[-1] for name in (entry.name, *entry.names)}):
                self.surnames.setdefault(last, []).append(entry)
        for held in entry.affiliations:
            for office in (held.organisation, held.place and "place:" + " ".join(fold(held.place))):
                if office:
                    self._offices.setdefault(office, []).append((held, entry))

    def _index_words(self) -> None:
        for body in load_bodies():
            for form in body.forms:
                self.forms.setdefault(bare(fold(form)), body)
        for row in load_offices()["roles"]:
            for word in row["words"]:
                old = self.roles.get(bare(fold(word)))
                covers = (*(old.covers if old else ()), *row["covers"])
                self.roles[bare(fold(word))] = Role(row["role"], covers)
        for country in self.countries.values():
            state = self.strong.get(fold(country.name)) or _state(country)
            self.entries.setdefault(state.id, state)
            for name in (country.name, *country.other_names, *country.metonyms):
                self.strong.setdefault(fold(name), state)

    def _index_spellings(self) -> None:
        """Proper names that hold an owner's, with the other words for that owner: "Rwanda's Defence
        Force" and "Rwandan Defence Force" of "Rwanda Defence Force", "United Nations Mission in
        South Sudan" of "UN Mission in South Sudan"."""
        for keys, entry in list(self.strong.items()):
            if entry.kind == "person" or entry.type == "state" or self._composed(keys) is not None:
                continue
            for first, last, owners in self._owners_in(keys, entry):
                for owner in owners if last < len(keys) else ():
                    self.strong.setdefault((*keys[:first], *owner, *keys[last:]), entry)

    def _owners_in(self, keys: Key, entry: Entry) -> Iterator[tuple[int, int, list[Key]]]:
        """Where the name of an entry holds the name of its country or of the United Nations, with
        every word for that owner."""
        if country := self.countries.get(entry.country or ""):
            words = [fold(word) for word in (country.name, *country.adjectives)]
            words.append((*fold(country.name), POSSESSIVE))
            for first, last, iso2 in country_terms(keys):
                if iso2 == country.iso2:
                    yield first, last, words
        for i in range(len(keys)):
            size = next((len(word) for word in _UN if keys[i : i + len(word)] == word), 0)
            if size and entry.type == "international":
                yield i, i + size, [*_UN, (*_UN[0], POSSESSIVE)]

    def find(self, name: str, on: str | None = None) -> Entry | None:
        """The entry a whole name means: case, accents, spelling, articles and titles aside.

        >>> load_registry().find("Russia's Defense Ministry").name
        'Russian Ministry of Defence'

        `on` (a day) is for names that pass from one bearer to another; a longer phrase that only
        contains a name is not found here (see `classify`).
        """
        keys = fold(name)
        if found := self.strong.get(keys):
            return found
        titled = self._untitled(keys)
        if titled != keys and (found := self.strong.get(titled)) and found.kind == "person":
            return found
        return self._composed(keys)

    def _untitled(self, keys: Key) -> Key:
        """A name without the honorifics, ranks and offices in front ("Col Gen", "Mr")."""
        titles = _titles()
        while len(keys) > 1 and keys[0] in titles:
            keys = keys[1:]
        return keys

    def _composed(self, keys: Key) -> Entry | None:
        """A body of a country in any order: "Ministry of Defence of Poland", "Polish MoD"."""
        for first, last, iso2 in country_terms(keys):
            rest = bare(keys[:first] + keys[last:])
            if rest in self.forms and bare(keys[first:last]):
                body = self.forms[rest]
                if not (body.abroad and keys[first - 1 : first] in _STANDS):
                    return self.body(iso2, body)
        return None

    def body(self, iso2: str, body: Body) -> Entry:
        """The body of a country, for example Estonia's defence ministry, listed or not."""
        known = self._bodies.get((iso2, body.body))
        if known is None:
            country = self.countries[iso2]
            name = body.name.format(adjective=country.adjectives[0])
            side = (DatedSide(country.side),)
            ident = f"{slug(country.name)}-{body.body}"
            known = Entry(
                ident,
                name,
                "organisation",
                body.type,
                side,
                country=iso2,
                body=body.body,
                force=body.force,
            )
            self._bodies[iso2, body.body] = known
        return known

    def surname(
        self, name: str, on: str | None = None, conflict: str | None = None
    ) -> Entry | None:
        """The person a surname means, when only one in the registry bears it, or one of those who
        have a side in the conflict at hand.

        >>> load_registry().surname("Mr Pushilin").name
        'Denis Pushilin'
        """
        found = self.bearers(name)
        if len(found) > 1 and (war := load_sides().conflict(conflict)):
            found = tuple(b for b in found if self.side(b, on, conflict) in war.parties)
        return found[0] if len(found) == 1 else None

    def bearers(self, name: str) -> tuple[Entry, ...]:
        """Everyone in the registry with this surname, titles and particles ("al-") aside."""
        keys = self._untitled(fold(name))
        if len(keys) > 1 and keys[0] in _EUROPEAN and keys[1] in _ARABIC:
            return ()  # a given name: "Von al-Haq"
        if len(keys) > 1 and keys[0] in _CALLED_AFTER:
            return ()  # whose child it is, not whose: "Abu Hassan"
        while len(keys) > 1 and keys[0] in _ARABIC | _EUROPEAN:
            keys = keys[1:]
        return tuple(self.surnames.get(keys[0], ())) if len(keys) == 1 else ()

    def holder(
        self,
        role_words: str,
        organisation: Entry | str,
        on: str | None = None,
        side: str | None = None,
    ) -> Entry | None:
        """Who held an office on a day: ("boss", "Wagner Group", "2023-03-04") -> Prigozhin.

        `organisation` is an entry, its id or name, or the name of a place ("Melitopol"); of a place
        that two sides claim to govern, `side` tells whose official is meant. None when several
        fit, or when the day is unknown and the office has changed hands.
        """
        role = self.role(role_words)
        if role is None:
            return None
        held = [
            (affiliation, entry)
            for affiliation, entry in self._held(organisation)
            if affiliation.role in role.covers or affiliation.role == role.role
            if side is None or self.side(entry, on) == side
        ]
        exact = [pair for pair in held if pair[0].role == role.covers[0]]
        contested = len({self.side(entry, on) for _, entry in held}) > 1
        for pairs in (held,) if contested else (exact, held):
            people = {e.id: e for a, e in pairs if _holds(a, on)}
            if len(people) == 1 and (on or not any(a.until for a, _ in pairs)):
                return next(iter(people.values()))
        return None

    def _held(self, organisation: Entry | str) -> list[tuple[Affiliation, Entry]]:
        if isinstance(organisation, Entry):
            return self._offices.get(organisation.id, [])
        place = "place:" + " ".join(fold(organisation))
        entry = self.entries.get(organisation) or self.find(organisation)
        found = self._offices.get(entry.id, []) if entry else []
        return found or self._offices.get(place, [])

    def role(self, words: str) -> Role | None:
        """The office some words name, by their longest known ending ("top military commander")."""
        keys = bare(fold(words))
        for start in range(len(keys)):
            if keys[start:] in self.roles:
                return self.roles[keys[start:]]
        return None

    def country_holder(self, role_words: str, iso2: str, on: str | None = None) -> Entry | None:
        """Who held an office of a country: ("defence minister", "UA", "2023-03-01") -> Reznikov."""
        role = self.role(role_words)
        if role is None:
            return None
        bodies = [e for e in self.entries.values() if e.country == iso2 and e.kind != "person"]
        country = self.countries[iso2]  # a rival government in it has a president of its own
        own = {country.side, country.party, INDEPENDENT}
        bodies = [e for e in bodies if own & {side.side for side in e.sides}]
        if role.role == "commander":  # of a country: of its armed forces, not of one service
            bodies = [e for e in bodies if e.body == "armed-forces"]
        state = [e for e in bodies if e.type == "state"]
        wide = role.role not in {"leader", "spokesperson", "adviser", "governor", "mayor"}
        found = {
            holder.id: holder
            for body in (bodies if wide else state[:1])
            if (holder := self.holder(role_words, body, on))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def organisation(self, entry: Entry, on: str | None = None) -> str | None:
        """The name of the organisation a person holds an office in that day, None if unclear."""
        held = [a for a in entry.affiliations if _holds(a, on)]
        names = [self.entries[a.organisation].name for a in held if a.organisation in self.entries]
        unsure = on is None and len(set(names)) > 1
        return None if unsure or not names else names[0]

    def office_words(self, entry: Entry) -> frozenset[str]:
        """The folded words that tell one bearer of a surname from another: places and offices."""
        words = [entry.name.rsplit(" ", 1)[0]]
        for held in entry.affiliations:
            body = self.entries.get(held.organisation or "")
            words += [held.role.replace("_", " "), held.place or "", body.name if body else ""]
        return frozenset(key for word in words for key in fold(word)) - _GLUE

    def candidates(
        self, name: str, on: str | None = None, conflict: str | None = None
    ) -> tuple[Entry, ...]:
        """The entries that a short, context-bound name may mean ("the Observatory", "ADF"). One
        that stands on a side of a war is only meant in an article about that war."""
        found = self.weak.get(fold(name), ())
        return tuple(entry for entry in found if self._is_party(entry, on, conflict))

    def family(self, entry: Entry) -> Entry | None:
        """Who owns an outlet or a body, in the end: ``family(al_hadath)`` is Al Arabiya; None for
        what is nobody's."""
        owner = self.entries.get(entry.owner or "")
        return owner and (self.family(owner) or owner)

    def _is_states(self, entry: Entry) -> bool:
        """Whether a state owns it: state media are the state's voice."""
        owner = self.family(entry)
        return owner is not None and owner.type == "state"

    def _is_party(self, entry: Entry, on: str | None, conflict: str | None) -> bool:
        side = _side_on(entry.sides, on)
        war = load_sides().conflict(conflict)
        return side in {INDEPENDENT, UNKNOWN} or (war is not None and side in war.parties)

    def side(self, entry: Entry, on: str | None = None, conflict: str | None = None) -> str:
        """The side of an entry on a day, seen from one conflict when that is given.

        >>> load_registry().side(load_registry().find("Reuters"))
        'independent'

        Before an entry exists, its name means something else, whose side is not known.
        """
        if on is not None and not within(on, entry.since, None):
            return UNKNOWN
        usual = entry.sides[0].side
        if conflict and entry.country and usual in {INDEPENDENT, UNKNOWN}:
            # A third country may be a party here (the US against Iran); its press is not.
            if entry.type in _ORGANS and (usual == INDEPENDENT or entry.body):
                return load_sides().of_country(entry.country, conflict)
            if usual == INDEPENDENT:
                return usual
        return load_sides().view(_side_on(entry.sides, on), conflict)


def bare(keys: Key) -> Key:
    """Folded words without the small ones that hold a name together.

    >>> bare(("ministry", "of", "the", "interior"))
    ('ministry', 'interior')
    """
    return tuple(key for key in keys if key not in _GLUE)


def _state(country: Country) -> Entry:
    side = (DatedSide(country.side),)
    return Entry(
        slug(country.name), country.name, "organisation", "state", side, country=country.iso2
    )


def _holds(held: Affiliation, on: str | None) -> bool:
    return on is None or within(on, held.since, held.until)


def _side_on(sides: tuple[DatedSide, ...], on: str | None) -> str:
    if len(sides) == 1:
        return sides[0].side
    if on is None:  # undated: the side that was the first one and is the last
        known = [s.side for s in sides if s.side != UNKNOWN]
        return known[0] if known and known[0] == known[-1] else UNKNOWN
    # On the day of a change both periods touch: the later one begins then.
    fitting = [s.side for s in sides if within(on, s.since, s.until)]
    return fitting[-1] if fitting else UNKNOWN


@kept
def _titles() -> frozenset[str]:
    offices = load_offices()
    words = (*offices["honorifics"], *offices["ranks"], *offices["titles"])
    return frozenset(key for word in words for key in fold(word))


@kept
def load_registry() -> Registry:
    """The registry, read once."""
    return Registry(tuple(read_entries()))
