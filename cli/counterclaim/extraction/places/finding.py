"""Places of a text: which words name one, which one it is, and whether the event was there.

`find_toponyms` reads a text once; `places_in` picks the places of one claim from it. A country
or capital that speaks or acts is a toponym but not the place of an event. "the city", "the
plant" take up the last fitting place.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from counterclaim.extraction.places.anaphors import find_anaphors
from counterclaim.extraction.places.choice import choose_places
from counterclaim.extraction.places.kinds import tell_kinds
from counterclaim.extraction.places.names import Name, find_names
from counterclaim.extraction.places.peoples import find_of_countries
from counterclaim.extraction.places.reading import Reading, read
from counterclaim.extraction.places.regions import region_of
from counterclaim.extraction.places.respelled import respell
from counterclaim.extraction.places.roles import AWAY, ORIGIN, is_event_place, relation_of, side_of
from counterclaim.extraction.places.standing import Standings
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.extraction.places.unknown_names import find_unknown
from counterclaim.knowledge.gazetteer import Gazetteer, PlaceEntry, load_gazetteer, part_of
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.place_context import PlaceContext, load_place_context
from counterclaim.language.span_index import inside, touching
from counterclaim.records.model import Place, Span

if TYPE_CHECKING:
    from counterclaim.language.tree import Parse


def find_toponyms(text: str, parse: Parse | None = None) -> list[Toponym]:
    """The places a text names, in text order.

    >>> [(t.text, t.entry.name) for t in find_toponyms("Shelling hit Ugledar, Kyiv said.")]
    [('Ugledar', 'Vuhledar'), ('Kyiv', 'Kyiv')]
    """
    verbs = frozenset(w.start for w in parse.words if w.is_verb) if parse else frozenset()
    gazetteer, context = load_gazetteer(), load_place_context()
    reading = read(text, context)
    standings = Standings(parse, context) if parse else None
    names = find_names(reading, gazetteer, context, standings)
    chosen = choose_places(names, _peoples(reading, context))
    found = [
        _toponym(reading, gazetteer, context, name, entries[0], standings)
        if len(entries) == 1
        else _undecided(reading, context, name, entries)
        for name, entries in zip(names, chosen, strict=True)
        if entries
    ]
    found += find_of_countries(reading, gazetteer, context, found)
    found += (new := find_unknown(reading, context, found, verbs)).stated
    found = tell_kinds(reading, gazetteer, context, sorted(found, key=lambda t: t.start))
    found = [_as_city(t, gazetteer) for t in respell(found, gazetteer)]
    found = _without_descriptions(text, sorted(found, key=lambda t: t.start))
    found = _with_countries(text, found, context)
    again = find_anaphors(text, found, new.open, context)
    found = _without_attributes(found, again)
    return sorted([*found, *again], key=lambda t: (t.start, t.end))


def _as_city(toponym: Toponym, gazetteer: Gazetteer) -> Toponym:
    """The city itself for a region that is called after it: Kyiv for "Kyiv City"."""
    entry, name = toponym.entry, toponym.text.removesuffix(" City")
    if entry is None or entry.kind != "region" or name == toponym.text:
        return toponym
    found = [m.entry for m in gazetteer.lookup(name) if m.entry.country == entry.country]
    city = next((e for e in found if e.is_settlement or e.kind == "capital"), None)
    return replace(toponym, entry=city) if city else toponym


def _without_attributes(named: list[Toponym], again: list[Toponym]) -> list[Toponym]:
    """Leave out as places of events the names that only tell of a place taken up: Darfur in "the
    Darfur city"."""
    return [replace(t, event_place=False) if touching(again, t.start, t.end) else t for t in named]


_DESCRIBES = pattern("describes")
# Behind a country: it acts, and is no place.
_SPEAKS = re.compile(rf"[’'-]|\s+{any_of('acting')}\b")


def _without_descriptions(text: str, toponyms: list[Toponym]) -> list[Toponym]:
    """Leave out as a place of events what only says where the place named before it lies: Damascus
    in "Madaya, a town near Damascus"."""
    told = toponyms[:1]
    for before, here in pairwise(toponyms):
        between = text[before.end : here.start]
        told_of = before.event_place and (before.entry or not between.startswith(", "))
        lies = here.relation and told_of and _DESCRIBES.fullmatch(between)
        told.append(replace(here, event_place=False) if lies else here)
    return told


def _with_countries(text: str, toponyms: list[Toponym], context: PlaceContext) -> list[Toponym]:
    """Take as a place of events the country that a place of events is said to lie in: "a blast in
    Beirut, Lebanon, killed two", but not "in Goma, Congo said"."""
    told = toponyms[:1]
    for before, here in pairwise(toponyms):
        lies = (
            before.event_place
            and here.entry is not None
            and here.entry.kind == "country"
            and (before.entry is None or before.entry.country == here.entry.country)
            and text[before.end : here.start] == ", "
            and not _SPEAKS.match(text, here.end)
        )
        told.append(replace(here, event_place=True) if lies else here)
    return told


def _peoples(reading: Reading, context: PlaceContext) -> list[str]:
    """Countries of the adjectives in the text."""
    words = (token.text for token in reading.tokens if token.capital)
    return [context.demonyms[word] for word in words if word in context.demonyms]


def _toponym(
    reading: Reading,
    gazetteer: Gazetteer,
    context: PlaceContext,
    name: Name,
    entry: PlaceEntry,
    standings: Standings | None,
) -> Toponym:
    start, side = side_of(reading, context, name)
    placed = _sided(reading.text[start : name.end], gazetteer, entry, side) if side else entry
    if placed is entry and side and entry.is_settlement:
        start = name.start
    event = is_event_place(reading, context, name, placed, standings)
    told = standings.is_here(name.start, name.end, placed) if standings else None
    relation = relation_of(reading.text, start, name.end)
    if placed is entry and side:
        relation = relation or side
    return Toponym(
        start,
        name.end,
        reading.text[start : name.end],
        placed,
        tuple(match.entry for match in name.matches),
        relation,
        event,
        core=(name.start, name.end),
        placed=event and (name.located or told is True),
    )


def _undecided(
    reading: Reading, context: PlaceContext, name: Name, entries: tuple[PlaceEntry, ...]
) -> Toponym:
    """A name of two places of which the text does not say which: it is a place, without a point."""
    called = {entry.name for entry in entries}
    before = reading.tokens[max(0, name.first - 1)]
    listed = reading.tokens[name.first].gap == ", " or before.key in word_class("joined_by")
    return Toponym(
        name.start,
        name.end,
        name.text,
        None,
        entries,
        relation_of(reading.text, name.start, name.end),
        (name.located or listed) and is_event_place(reading, context, name, entries[0]),
        core=(name.start, name.end),
        name=called.pop() if len(called) == 1 else name.text,
    )


def _sided(mention: str, gazetteer: Gazetteer, entry: PlaceEntry, side: str) -> PlaceEntry:
    """The place of "eastern X": known by that name, or the region for its city, or a part."""
    known = [m.entry for m in gazetteer.lookup(mention) if m.entry.country == entry.country]
    if known:
        return known[0]
    if entry.kind == "settlement":
        return region_of(entry) or entry
    return part_of(entry, side)


def places_in(spans: tuple[Span, ...], toponyms: list[Toponym]) -> tuple[Place, ...]:
    """The places of an event told in `spans`: each place once, by its first mention, in order. A
    border only says where the places lie that are named with it."""
    told = [t for t in inside(toponyms, spans) if t.event_place]
    places: dict[str, Place] = {}
    for t in [t for t in told if not t.is_border] or told:
        places.setdefault(t.key, as_place(t))
    here = [p for p in places.values() if p.relation not in (AWAY, ORIGIN)]
    elsewhere = any(p.id is None or p.precision == "settlement" for p in here)
    return tuple(here if elsewhere else places.values())


def from_context(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Mark places that the words of a claim do not name: their mention stands elsewhere."""
    return tuple(replace(place, basis="context") for place in places)


def as_place(toponym: Toponym) -> Place:
    """The record of a toponym; a place that the gazetteer lacks has a name and nothing else."""
    span, entry = (toponym.start, toponym.end), toponym.entry
    if entry is None:
        ids = tuple(candidate.id for candidate in toponym.candidates)
        return Place(toponym.name, toponym.text, span, relation=toponym.relation, candidates=ids)
    return Place(
        name=entry.name,
        mention=toponym.text,
        span=span,
        id=entry.id,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        precision=entry.precision,
        relation=toponym.relation,
    )


def annotate_places(text: str, *, demonyms: bool = False) -> list[dict[str, Any]]:
    """Toponyms of any text with coordinates, for measuring: `start`, `end`, `text`, `lat`,
    `lon`, `geonameid`. Metonyms count, "the city" does not; `demonyms` adds "Russian".
    """
    gazetteer, context = load_gazetteer(), load_place_context()
    named = [t for t in find_toponyms(text) if t.entry and not t.anaphor]
    out = [
        _line(text, *_bare(t, gazetteer), _pointed(t.entry, named, gazetteer))
        for t in named
        if t.entry
    ]
    if demonyms:
        held = {at for line in out for at in range(line["start"], line["end"])}
        peoples = _demonyms(text, gazetteer, context)
        out += [line for line in peoples if line["start"] not in held]
    return sorted(out, key=lambda line: (line["start"], line["end"]))


_SUFFIX = re.compile(rf"(?:\s+{any_of('region_nouns')})$")


def _bare(toponym: Toponym, gazetteer: Gazetteer) -> Span:
    """The name without the word for its kind ("Idlib" of "Idlib province")."""
    start, end = toponym.core
    words = toponym.text[start - toponym.start : end - toponym.start]
    short = _SUFFIX.sub("", words)
    known = toponym.entry and any(m.entry.id == toponym.entry.id for m in gazetteer.lookup(short))
    return (start, start + len(short)) if known else (start, end)


def _pointed(entry: PlaceEntry, named: list[Toponym], gazetteer: Gazetteer) -> PlaceEntry | None:
    """The entry with a point: a county, which has none of its own, is given that of its
    neighbours in the text, else that of its state; a part of a country that of the country.
    """
    base = gazetteer.entry(entry.id.partition("/")[0])
    if base is None or base.kind != "county":
        return base
    near = [
        (t.entry.lat, t.entry.lon)
        for t in named
        if t.entry
        and t.entry.is_settlement
        and (t.entry.country, t.entry.code) == (base.country, base.code)
        and t.entry.lat is not None
        and t.entry.lon is not None
    ]
    if not near:
        state = gazetteer.region(base.country or "", base.code)
        near = [(state.lat, state.lon)] if state and state.lat and state.lon else []
    lat = [point[0] for point in near]
    lon = [point[1] for point in near]
    return replace(base, lat=sum(lat) / len(lat), lon=sum(lon) / len(lon)) if near else base


def _line(text: str, start: int, end: int, entry: PlaceEntry | None) -> dict[str, Any]:
    number = entry.id.removeprefix("geonames:") if entry else ""
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "lat": entry.lat if entry else None,
        "lon": entry.lon if entry else None,
        "geonameid": int(number) if number.isdigit() else None,
    }


def _demonyms(text: str, gazetteer: Gazetteer, context: PlaceContext) -> list[dict[str, Any]]:
    names = "|".join(sorted(context.demonyms, key=lambda name: (-len(name), name)))
    codes = {m.entry.country: m.entry for m in _countries(gazetteer, context)}
    return [
        _line(text, *found.span(), codes.get(context.demonyms[found.group()]))
        for found in re.finditer(rf"\b(?:{names})\b", text)
    ]


def _countries(gazetteer: Gazetteer, context: PlaceContext) -> list[Any]:
    return [m for code in sorted(set(context.demonyms.values())) for m in gazetteer.country(code)]
