"""Which of several places of one name is meant: the rest of the text decides.

Evidence, strongest first: the region or country named right after ("Oxford, Ohio"); regions and
countries named anywhere; other places of the text that lie in the same region or near; and, where
the text says nothing, the larger place. A small place needs some such evidence to count at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import asin, cos, floor, log2, radians, sin, sqrt

from counterclaim.extraction.places.names import Name
from counterclaim.knowledge.gazetteer import Match, PlaceEntry
from counterclaim.knowledge.limits import limits

_EARTH_KM = 6371.0
_TO_CONTAINER = 2  # tokens between "Bathinda" and "Punjab" in "Bathinda in the Punjab"
_MORE = 1.01
"""A cell is a little wider than the way that still is near: what is near a place lies in its cell
or in one next to it."""

_Cell = tuple[int, int, int]
_Senses = tuple[tuple[str, str], ...]
_Reading = tuple[str, _Senses, _Senses]


class Points:
    """Where the places of a text lie: each name once, in cells of the globe, so that asking what is
    near one place looks at its surroundings only."""

    def __init__(self, points: dict[str, tuple[float, float]]) -> None:
        self._cells: dict[_Cell, list[tuple[str, float, float]]] = defaultdict(list)
        for name, (lat, lon) in points.items():
            self._cells[_cell(lat, lon)].append((name, lat, lon))

    def near(self, name: str, lat: float, lon: float) -> tuple[int, int]:
        """How many places of other names lie near a point, and how many beside it, counted up to
        `enough_near`."""
        near, beside, most = 0, 0, limits()
        x, y, z = _cell(lat, lon)
        for cell in product((x - 1, x, x + 1), (y - 1, y, y + 1), (z - 1, z, z + 1)):
            for other, other_lat, other_lon in self._cells.get(cell, ()):
                if other == name:
                    continue
                apart = kilometres(lat, lon, other_lat, other_lon)
                near, beside = near + (apart <= most.near_km), beside + (apart <= most.beside_km)
                if min(near, beside) >= most.enough_near:
                    return near, beside
        return near, beside


@dataclass(slots=True)
class Evidence:
    """What a text says about where it plays: votes for countries, regions and points."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str, str]] = field(default_factory=Counter)
    coherent: Counter[tuple[str, str]] = field(default_factory=Counter)
    points: Points = field(default_factory=lambda: Points({}))


def choose_places(names: list[Name], peoples: Iterable[str] = ()) -> list[tuple[PlaceEntry, ...]]:
    """The place meant by each name: none where nothing supports any, two where small places of
    one name do equally well; one sense per text for names without a region or country right after
    them. `peoples` are the countries whose adjectives the text uses ("Syrian"): weaker evidence
    than their names.
    """
    evidence = _gather(names)
    evidence.countries.update(sorted(set(peoples)))
    first = _best_of_each(names, evidence)
    evidence.points = Points(
        {
            name.text: (entry.lat, entry.lon)
            for name, entry in zip(names, map(_single, first), strict=True)
            if entry
            and entry.lat is not None
            and entry.lon is not None
            and entry.precision != "country"
        }
    )
    chosen = _with_containers(names, _best_of_each(names, evidence))
    told = {n.text: e for n, e in zip(names, chosen, strict=True) if n.inside and e}
    return [
        told.get(name.text, entry) if not name.inside else entry
        for name, entry in zip(names, chosen, strict=True)
    ]


def _single(found: tuple[PlaceEntry, ...]) -> PlaceEntry | None:
    return found[0] if len(found) == 1 else None


def _with_containers(
    names: list[Name], chosen: list[tuple[PlaceEntry, ...]]
) -> list[tuple[PlaceEntry, ...]]:
    """The area named right after a place is the one of its name that the place lies in: "Punjab"
    in "Bathinda, Punjab"."""
    out = chosen[:1]
    for (inner, outer), found, area in zip(pairwise(names), chosen[:-1], chosen[1:], strict=True):
        follows = inner.inside and outer.first - inner.last <= _TO_CONTAINER
        place = _single(found)
        holding = tuple(m.entry for m in outer.matches if place and _inside(place, m.entry))
        out.append(holding[:1] if follows and holding else area)
    return out


def _gather(names: list[Name]) -> Evidence:
    evidence = Evidence()
    by_region: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        for match in (*name.inside[:1], *_certain(name)):
            entry = match.entry
            if entry.country:
                evidence.countries[entry.country] += 1
            if entry.kind == "region" and entry.country:
                for code in entry.code.split("+"):
                    evidence.regions[entry.country, code] += 1
        for match in name.matches[: limits().senses]:
            placed = match.entry.is_settlement or match.entry.kind == "county"
            if placed and match.entry.country and match.how != "weak":
                by_region[match.entry.country, match.entry.code].add(name.text)
    for region, texts in by_region.items():
        evidence.coherent[region] = len(texts)
    return evidence


def _certain(name: Name) -> list[Match]:
    """The sense of a name that hardly has another: countries, regions, large or only places."""
    best = name.matches[0]
    if best.entry.kind == "region" and not best.entry.reviewed:
        return []
    areas = [m for m in name.matches if m.entry.kind in ("country", "region") and m.how != "weak"]
    if areas and best == areas[0]:
        return areas if len(areas) == 1 else []
    if best.entry.population >= limits().large and (
        len(name.matches) == 1 or best.rank - name.matches[1].rank >= limits().rank_lead
    ):
        return [best]
    if best.entry.kind not in ("settlement", "capital", "county") and best.entry.country:
        return [best]
    return []


def _best_of_each(names: list[Name], evidence: Evidence) -> list[tuple[PlaceEntry, ...]]:
    """The place of each name; what is written alike and may mean the same is judged once."""
    known: dict[_Reading, tuple[PlaceEntry, ...]] = {}
    out = []
    for name in names:
        reading = name.text, _senses(name.matches), _senses(name.inside)
        if reading not in known:
            known[reading] = _best(name, evidence)
        out.append(known[reading])
    return out


def _senses(matches: tuple[Match, ...]) -> _Senses:
    return tuple((match.entry.id, match.how) for match in matches)


def _best(name: Name, evidence: Evidence) -> tuple[PlaceEntry, ...]:
    at_war = [m.entry.country for m in name.matches if _is_front(m, evidence)]
    scored = [
        (_score(name, match, evidence), match)
        for match in name.matches
        if _supported(name, match, evidence)
        and not (at_war and match.entry.country not in at_war and _is_aside(match, evidence))
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].entry.id))
    return tuple(match.entry for _, match in scored[: 2 if _tied(scored) else 1])


def _is_front(match: Match, evidence: Evidence) -> bool:
    """Whether a sense is a place at war, known by this name, in a country that the text tells of:
    "Palma" in a report about Mozambique."""
    entry = match.entry
    told = evidence.countries[entry.country or ""] >= limits().told_of
    return entry.reviewed and entry.is_settlement and match.how in ("name", "strong") and told


def _is_aside(match: Match, evidence: Evidence) -> bool:
    """Whether nothing but its own name speaks for a sense: "Palma" of Mallorca, there."""
    known = match.entry.kind in ("country", "region", "continent")
    return not known and evidence.countries[match.entry.country or ""] <= 1


def _tied(scored: list[tuple[float, Match]]) -> bool:
    """Whether two small places of one country do equally well: which is meant stays open."""
    if len(scored) < 2 or scored[0][1].entry.population >= limits().small:
        return False
    (best, one), (next_best, other) = scored[:2]
    a, b = one.entry, other.entry
    if (
        best - next_best >= limits().close_score
        or not (a.is_settlement and b.is_settlement)
        or a.reviewed
    ):
        return False
    if a.population and not b.population:
        return False
    if a.country != b.country or None in (a.lat, a.lon, b.lat, b.lon):
        return False
    return kilometres(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) > limits().apart_km


def _inside(entry: PlaceEntry, outer: PlaceEntry) -> bool:
    if entry.country != outer.country or entry.id == outer.id:
        return False
    if outer.kind == "country":
        return True
    return bool(entry.code) and entry.code in outer.code.split("+")


def _score(name: Name, match: Match, evidence: Evidence) -> float:
    entry, score, weights = match.entry, match.rank, limits()
    if any(_inside(entry, m.entry) for m in name.inside):
        score += weights.explicit
    if entry.kind in ("country", "continent"):
        again = weights.country_again * evidence.countries[entry.country or ""]
        return score + min(weights.country_again_most, again)
    region = (entry.country or "", entry.code)
    named = log2(1 + evidence.countries[entry.country or ""])
    score += weights.of_country * min(weights.of_country_most, named)
    coherent = log2(max(1, evidence.coherent[region]))
    score += weights.coherent * min(weights.coherent_most, coherent)
    if entry.kind != "region":
        named = log2(1 + evidence.regions[region])
        score += weights.of_region * min(weights.of_region_most, named) + entry.reviewed
    return score + _neighbours(name, entry, evidence)


def _neighbours(name: Name, entry: PlaceEntry, evidence: Evidence) -> float:
    if entry.lat is None or entry.lon is None:
        return 0.0
    near, beside = evidence.points.near(name.text, entry.lat, entry.lon)
    most, each = limits(), limits().near
    return min(most.near_most, each * near) + min(most.beside_most, each * beside)


def _supported(name: Name, match: Match, evidence: Evidence) -> bool:
    """Whether a small or doubtful reading has anything in the text to speak for it."""
    entry = match.entry
    if match.how == "alternate" and (
        _called_so(name, entry) or _abroad(entry, evidence) or _is_outshone(name, entry, evidence)
    ):
        return False
    if any(_inside(entry, m.entry) for m in name.inside):
        return True
    if entry.kind in ("country", "region", "continent"):
        known = match.how != "weak" and (entry.kind != "region" or entry.reviewed)
        return known or evidence.countries[entry.country or ""] > 0
    if match.how == "weak":
        return False
    if entry.reviewed and _only(name, match):
        return True
    named = match.how in ("name", "strong") and not _foreign(entry, evidence)
    if entry.population >= (limits().small if named else limits().large):
        return True
    region = (entry.country or "", entry.code)
    if not entry.is_settlement and entry.kind != "county":
        alone = " " in name.text or "-" in name.text or entry.country is None
        return alone or evidence.countries[entry.country or ""] > 0
    if entry.kind == "county":
        return evidence.regions[region] > 0 or evidence.coherent[region] >= 2
    return (
        evidence.regions[region] > 0
        or evidence.countries[entry.country or ""] > 1
        or evidence.coherent[region] >= 3
    )


def _called_so(name: Name, entry: PlaceEntry) -> bool:
    """Whether another place of that country has as its own the name that this one had once."""
    return any(
        m.how in ("name", "strong") and m.entry.country == entry.country for m in name.matches
    )


def _is_outshone(name: Name, entry: PlaceEntry, evidence: Evidence) -> bool:
    """Whether a larger place of a country that the text names has as its own the name that this one
    has somewhere else: "Islamabad", in a text about India and Pakistan, is not Anantnag."""
    return any(
        m.how in ("name", "strong")
        and m.entry.population > entry.population
        and evidence.countries[m.entry.country or ""] > 0
        for m in name.matches
    )


def _abroad(entry: PlaceEntry, evidence: Evidence) -> bool:
    """Whether nothing but a name that it has in some language speaks for a place in a country of
    which the text does not tell: "Boni", in a text about Mali, is not Bonn."""
    others = (
        evidence.countries[entry.country or ""] - 1,
        evidence.coherent[(entry.country or "", entry.code)] - 1,
    )
    return max(others) <= 0 and not entry.reviewed


def _foreign(entry: PlaceEntry, evidence: Evidence) -> bool:
    """Whether a text that plays in other countries, which it names, says nothing of this one."""
    named = evidence.countries
    return not named[entry.country or ""] and sum(named.values()) >= limits().abroad


def _only(name: Name, match: Match) -> bool:
    """Whether no other place of that country that is as well known has the name."""
    entry = match.entry
    least = entry.population if entry.population >= limits().front_town else -1
    same = [
        m
        for m in name.matches
        if m.entry.country == entry.country
        and m.how != "weak"
        and not (m.how == "alternate" and _called_so(name, m.entry))
        and (m.entry.reviewed or m.entry.population > least)
    ]
    return len(same) == 1 and entry.country == name.matches[0].entry.country


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance. ``round(kilometres(50.45, 30.52, 48.59, 38.0)) == 581``."""
    a, b, c, d = map(radians, (lat, lon, other_lat, other_lon))
    h = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(h)))


def _cell(lat: float, lon: float) -> _Cell:
    """The cell of the globe that a point lies in."""
    north, east = radians(lat), radians(lon)
    x, y, z = cos(north) * cos(east), cos(north) * sin(east), sin(north)
    side = limits().near_km / _EARTH_KM * _MORE
    return floor(x / side), floor(y / side), floor(z / side)
