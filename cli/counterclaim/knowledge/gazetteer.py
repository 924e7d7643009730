"""The gazetteer: places by the keys of their names, by id, and what lies in what.

Nothing is guessed here: `lookup` knows a folded spelling or does not, `sounding` proposes by the
sound. Likeness of letters (`suggest`) is only ever shown to people. How a whole phrase in any
language leads to a name is in `place_search`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache
from math import log10

from counterclaim.knowledge.place_forms import load_forms
from counterclaim.knowledge.place_ids import PlaceIds
from counterclaim.knowledge.spelling import fold, skeleton, slavic_key
from counterclaim.knowledge.tables import SortedTable
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place. `precision` is that of the records; `kind` is "settlement", "capital", "region",
    "county", "country", "continent" or the noun of a named object ("plant"); `code` is its
    first-level region, `part_of` the place it is a part of. `reviewed` places of war, and regions
    that reports name, need no more context to be believed.
    """

    id: str
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "settlement"
    population: int = 0
    kind: str = "settlement"
    code: str = ""
    part_of: str = ""
    reviewed: bool = False

    @property
    def is_settlement(self) -> bool:
        """Whether it is a settlement of the tables, a capital included."""
        return self.kind in ("settlement", "capital")


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a spelling may mean. `how` is "name", "strong", "alternate", "historical",
    "weak", "foreign" (a name in another language than English) or "sound"; `rank` orders matches
    (higher is likelier); `why` is for people.
    """

    entry: PlaceEntry
    how: str
    rank: float
    why: str


_HOW = {
    "s": ("strong", 0.0, "a listed spelling"),
    "h": ("historical", -1.0, "a former name"),
    "w": ("weak", -3.5, "a name that usually means another place"),
    "f": ("foreign", -0.5, "the name in another language"),
    "a": ("alternate", -1.5, "another name in GeoNames"),
    "k": ("sound", -2.0, "sounds the same in another transliteration"),
}
_CAPITAL = b"\tcapital\t"
_WHOLES = ("country", "continent")
_AREAS = ("country", "area", "region")
_UNKNOWN_PEOPLE = 1000
_KIND_BONUS = {"country": 2.0, "continent": 2.0, "region": 0.5, "capital": 2.0}


def _place_key(line: bytes) -> bytes:
    name = line[: line.index(b"\t")]
    if name.isascii() and name.isalpha():
        return name.lower()
    return fold(name.decode()).encode()


def _name_key(line: bytes) -> bytes:
    return line[: line.index(b"\t")]


@dataclass(slots=True)
class Gazetteer:
    """Look-up in the built tables. Get it from `load_gazetteer`."""

    _places: SortedTable
    _names: SortedTable
    _regions: dict[str, int]
    _numbers: PlaceIds
    _entries: dict[int, PlaceEntry] = field(default_factory=dict)
    _ids: dict[str, int | None] = field(default_factory=dict)
    _found: dict[str, tuple[Match, ...]] = field(default_factory=dict)
    _begun: dict[str, bool] = field(default_factory=dict)
    _capitals: dict[str, int] = field(default_factory=dict)

    def lookup(self, spelling: str, *, foreign: bool = False) -> tuple[Match, ...]:
        """Matches of the folded spelling itself, best first: no guessing of any kind. Names of
        other languages only where they are asked for: an English text has a person "Maurice".
        """
        key = fold(spelling)
        if key not in self._found:
            self._found[key] = tuple(self._ranked(key)) or self._region_called(key)
        found = self._found[key]
        if foreign or all(match.how != "foreign" for match in found):
            return found
        return tuple(match for match in found if match.how != "foreign")

    def begins(self, word: str) -> bool:
        """Whether a name of one or more words begins with the folded `word`."""
        if word not in self._begun:
            key = word.encode()
            self._begun[word] = bool(
                self.lookup(word)
                or next(self._places.beginning(key + b" "), None)
                or next(self._names.beginning(key + b" "), None)
            )
        return self._begun[word]

    def _ranked(self, key: str) -> list[Match]:
        found: dict[str, Match] = {}
        for at, _ in self._places.matching(key.encode()) if key else ():
            entry = self._at(at)
            found[entry.id] = Match(entry, "name", _weight(entry), "its name")
        for how, at in self._references(key) if key else ():
            entry = self._at(at)
            name, malus, why = _HOW[how]
            if name == "alternate" and skeleton(key) == skeleton(entry.name) != "":
                malus = -0.5  # its own name, written in another way
            if entry.id not in found:
                rank = _weight(entry) + malus
                found[entry.id] = Match(entry, name, rank, f"{why} of {entry.name}")
        return sorted(found.values(), key=lambda m: (-m.rank, m.entry.id))

    def _region_called(self, key: str) -> tuple[Match, ...]:
        """The regions that a name with a noun for its kind means ("surin province"), though they
        are listed without it, or with another one."""
        name, _, noun = key.rpartition(" ")
        if not name or load_forms().nouns.get(noun) != "region":
            return ()
        areas = (m for m in self._ranked(name) if m.entry.kind == "region")
        return tuple(replace(m, how="strong") for m in areas if m.how != "foreign")

    def _references(self, key: str) -> Iterator[tuple[str, int]]:
        for _, line in self._names.matching(key.encode()):
            for reference in line.split(b"\t")[1].split():
                yield chr(reference[0]), int(reference[1:])

    def sounding(self, spelling: str) -> tuple[Match, ...]:
        """Places whose sound skeleton is that of `spelling`: a proposal, marked as such."""
        sound = skeleton(spelling)
        if not sound or len(spelling) < 5:
            return ()
        matches = []
        for how, at in self._references("~" + sound):
            entry = self._at(at)
            name, malus, why = _HOW[how]
            rank = _weight(entry) + malus
            matches.append(Match(entry, name, rank, f"{why}: {entry.name}"))
        return tuple(sorted(matches, key=lambda m: (-m.rank, m.entry.id)))

    def respelled(self, spelling: str) -> tuple[PlaceEntry, ...]:
        """The settlements of Ukraine that a Russian spelling may mean, the larger first.

        >>> [e.name for e in load_gazetteer().respelled("Novobakhmutovka")]
        ['Novobakhmutivka', 'Novobakhmutivka']
        """
        key = slavic_key(spelling)
        found = [self._at(at) for _, at in self._references("!" + key)] if len(key) > 1 else []
        return tuple(sorted(found, key=lambda e: (-e.population, e.id)))

    def suggest(self, spelling: str, n: int = 3) -> list[str]:
        """Canonical names written much like `spelling`, for "did you mean": never a resolution.

        >>> load_gazetteer().suggest("Bakhmud")[0]
        'Bakhmut'
        """
        key = fold(spelling)
        if not key:
            return []
        scored: dict[str, float] = {}
        for other, entry in self._alike(key):
            ratio = SequenceMatcher(None, key, other).ratio()
            if ratio >= 0.7:
                score = ratio + _weight(entry) / 100
                scored[entry.name] = max(score, scored.get(entry.name, 0.0))
        return sorted(scored, key=lambda name: (-scored[name], name))[:n]

    def _alike(self, key: str) -> Iterator[tuple[str, PlaceEntry]]:
        """Keys that share the first letter, about the length and half the letter pairs."""
        pairs = {key[i : i + 2] for i in range(len(key) - 1)}
        for table in (self._places, self._names):
            for at, line in table.beginning(key[:1].encode()):
                other = table.key_of(line).decode()
                if abs(len(other) - len(key)) > 2:
                    continue
                shared = sum(other[i : i + 2] in pairs for i in range(len(other) - 1))
                if shared * 2 >= len(pairs):
                    where = (
                        at if table is self._places else int(line.split(b"\t")[1].split()[0][1:])
                    )
                    yield other, self._at(where)

    def entry(self, place_id: str) -> PlaceEntry | None:
        """The place with this id ("geonames:713174", "geonames:690791/eastern"), or None."""
        base, _, side = place_id.partition("/")
        if base not in self._ids:
            self._ids[base] = self._numbers.find(base)
        where = self._ids[base]
        if where is None:
            return None
        whole = self._at(where)
        if not side:
            return whole
        return part_of(whole, side) if whole.kind in _WHOLES else facility_of(whole, side)

    def learn(self, place_id: str, name: str) -> None:
        """Find a place by its id where its name is known: quicker than among all."""
        if place_id not in self._ids:
            for at, _ in self._places.matching(fold(name).encode()):
                if self._at(at).id == place_id:
                    self._ids[place_id] = at

    def spellings(self, place_id: str) -> list[str]:
        """Every spelling known for a place, its name first, the rest sorted."""
        entry = self.entry(place_id)
        if entry is None or "/" in place_id:
            return [entry.name] if entry else []
        at = self._ids[place_id]
        names = set()
        for match in re.finditer(
            rb"(?m)^([^~\t\n][^\t\n]*)\t[^\n]*?[shwfa]%d(?= |\t|\n)" % (at or 0), self._names.data
        ):
            columns = self._names.line_at(match.start()).decode().split("\t")
            names.add(columns[2] if len(columns) > 2 else columns[0].title())
        return [entry.name, *sorted(names - {entry.name})]

    def within(self, inner_id: str, outer_id: str) -> bool:
        """Whether a place is the other or lies in it: settlement in oblast in country.

        >>> load_gazetteer().within("geonames:713174", "geonames:709716")
        True
        """
        outer = self.entry(outer_id)
        area = outer is not None and outer.kind in _AREAS
        inner = self.entry(inner_id) if area or self._numbers.is_part(inner_id, outer_id) else None
        if inner is None or outer is None:
            return False
        if inner_id == outer_id or inner_id.startswith(outer_id + "/") or inner.part_of == outer_id:
            return True
        if inner.country != outer.country:
            return False
        if outer.kind == "area" and "/" in outer_id:
            return _on_side(inner, self.entry(outer.part_of), outer_id.rpartition("/")[2])
        if outer.kind == "country":
            return True
        codes = set(inner.code.split("+")) - {""}
        return outer.kind == "region" and bool(codes) and codes <= set(outer.code.split("+"))

    def country(self, code: str) -> tuple[Match, ...]:
        """The country with this ISO code, as a match; () when there is none."""
        at = self._regions.get(code)
        if at is None:
            return ()
        return (Match(self._at(at), "name", _weight(self._at(at)), "its code"),)

    def capital(self, country: str) -> PlaceEntry | None:
        """The capital of the country with this ISO code, or None."""
        if not self._capitals:
            data = self._places.data
            at = data.find(_CAPITAL)
            while at >= 0:
                start = data.rfind(b"\n", 0, at) + 1
                self._capitals.setdefault(self._at(start).country or "", start)
                at = data.find(_CAPITAL, at + 1)
        return self._at(self._capitals[country]) if country in self._capitals else None

    def region(self, country: str, code: str) -> PlaceEntry | None:
        """The first-level region with this GeoNames code, for example ("UA", "05")."""
        at = self._regions.get(f"{country}.{code}")
        return None if at is None else self._at(at)

    def _at(self, offset: int) -> PlaceEntry:
        if offset not in self._entries:
            self._entries[offset] = self._read(offset)
        return self._entries[offset]

    def _read(self, offset: int) -> PlaceEntry:
        columns = self._places.line_at(offset).decode().split("\t")
        name, number, country, code, lat, lon, people, precision, kind, more = columns
        region = kind == "region"
        admin1 = (more or name.removesuffix(" region")) if region else None
        if not region and f"{country}.{code}" in self._regions:
            admin1 = self._at(self._regions[f"{country}.{code}"]).admin1
        return PlaceEntry(
            id=f"geonames:{number}" if number.isdigit() else number,
            name=name,
            country=country or None,
            admin1=admin1,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            precision=precision or "settlement",
            population=int(people or 0),
            kind=kind or "settlement",
            code=code,
            part_of="" if region or more == "*" else more,
            reviewed=more == "*" or (region and (bool(more) or precision != "oblast")),
        )


def part_of(entry: PlaceEntry, side: str) -> PlaceEntry:
    """A part of a place by its compass word: an area of its own for a country ("eastern
    Ukraine", without a point: no one knows where its middle is), else the place itself.
    """
    if entry.kind not in _WHOLES:
        return entry
    return replace(
        entry,
        id=f"{entry.id}/{side}",
        name=f"{side} {entry.name}",
        precision="area",
        kind="area",
        lat=None,
        lon=None,
        population=0,
        part_of=entry.id,
    )


def facility_of(entry: PlaceEntry, noun: str) -> PlaceEntry:
    """What a settlement has one of, called by its name: "Goma Airport". It has no point of its own:
    airports lie outside their towns.

    >>> facility_of(goma, "airport").id
    'geonames:216281/airport'
    """
    return replace(
        entry,
        id=f"{entry.id}/{noun}",
        name=f"{entry.name} {noun.capitalize()}",
        precision="district",
        kind=noun,
        lat=None,
        lon=None,
        population=0,
        part_of=entry.id,
    )


def _on_side(inner: PlaceEntry, whole: PlaceEntry | None, side: str) -> bool:
    """Whether a place lies on that side of the middle of a country: Donetsk in eastern Ukraine.
    Nobody draws the border of such a part, so the middle of the country is no part of it.
    """
    if whole is None or inner.kind == "country" or "central" in side:
        return False
    if None in (inner.lat, inner.lon, whole.lat, whole.lon):
        return False
    north, east = (inner.lat or 0) - (whole.lat or 0), (inner.lon or 0) - (whole.lon or 0)
    ways = {"north": north, "south": -north, "east": east, "west": -east}
    return all(way > 0 for word, way in ways.items() if word in side)


def around(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The senses of a name after a compass word: "eastern Donetsk" is in the oblast, not in the
    city, unless the city is a capital ("northern Kyiv").
    """
    region = [m for m in matches if m.how == "weak" and m.entry.kind == "region"]
    if not region or matches[0].entry.kind != "settlement":
        return matches
    namesake = [m for m in region if m.entry.country == matches[0].entry.country]
    return (*(replace(m, how="strong") for m in namesake), *matches) if namesake else matches


def _weight(entry: PlaceEntry) -> float:
    """How often a place is meant by its name, other things being equal: by its people."""
    people = entry.population or _UNKNOWN_PEOPLE
    return log10(people + 10) + _KIND_BONUS.get(entry.kind, 0.0)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once. Only bytes are read; lines are parsed when they are asked for."""
    folder = data_path("gazetteer")
    regions = (folder / "regions.tsv").read_text(encoding="utf-8").splitlines()
    places = (folder / "places.tsv").read_bytes()
    return Gazetteer(
        SortedTable(places, _place_key),
        SortedTable((folder / "names.tsv").read_bytes(), _name_key),
        {code: int(at) for code, at in (line.split("\t") for line in regions)},
        PlaceIds(places),
    )
