"""Which place a spelling means, in any language, script or case form.

A spelling is looked up as it stands, then without articles and words such as "city", then as a part
("eastern Ukraine"), then as a form that a sentence gives a name ("под Бахмутом", "obwód
charkowski", "בחרסון"), and last by its sound. Every match says in plain words why; likeness of
letters never resolves anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from counterclaim.knowledge.gazetteer import Gazetteer, Match, around, load_gazetteer, part_of
from counterclaim.knowledge.place_forms import (
    PlaceFrame,
    adjective_bases,
    detached,
    phrase_nominatives,
    take_apart,
)
from counterclaim.knowledge.spelling import skeleton
from counterclaim.knowledge.transliteration import is_cyrillic, is_semitic

_GENERIC = re.compile(
    r"^(?:the\s+)?(?:(?:city|town|village|settlement|port|capital|outskirts|suburbs|area)\s+of\s+|"
    r"(?:regional\s+capital|city|town|village)\s+(?=\S))?"
    r"(?P<name>.+?)"
    r"(?:[’']?s?\s+(?:city|town|village|settlement|area|outskirts|suburbs|surroundings))?$"
)
_DIRECTION = re.compile(
    r"^(?:the\s+)?(?P<side>(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central)"
    r"\s+(?P<name>.+)$",
    re.IGNORECASE,
)

Matches = tuple[Match, ...]


def find_places(spelling: str, gazetteer: Gazetteer | None = None) -> list[Match]:
    """The places `spelling` may mean, best first; [] when unknown.

    >>> [m.entry.name for m in find_places("под Бахмутом")]
    ['Bakhmut']
    """
    known = gazetteer or load_gazetteer()
    for matches in _ways(known, " ".join(spelling.split())):
        if matches:
            return _war_first(matches)
    return []


def _war_first(matches: Matches) -> list[Match]:
    """Reviewed places of war before namesakes up to ten times their size, which are not meant."""
    first = matches[0].entry
    if first.reviewed or not first.is_settlement:
        return list(matches)
    near = [m for m in matches if m.entry.reviewed and m.rank + 1.0 > matches[0].rank]
    towns = [m for m in near if m.entry.is_settlement]
    return [*towns, *(m for m in matches if m not in towns)]


def _ways(known: Gazetteer, spelling: str) -> Iterator[Matches]:
    yield _city_first(known.lookup(spelling, foreign=True))
    bare = _GENERIC.match(spelling)
    plain = bare["name"] if bare else spelling
    yield known.lookup(plain, foreign=True)
    yield known.lookup(plain.removeprefix("the ").removeprefix("The "), foreign=True)
    if part := _DIRECTION.match(plain):
        yield _parts(known, part["side"].lower(), part["name"])
    if is_cyrillic(plain):
        yield _case_forms(known, phrase_nominatives(plain))
    if is_semitic(plain):
        yield _first_known(known, detached(plain))
    yield from _framed(known, take_apart(plain))
    yield known.sounding(plain)


def _framed(known: Gazetteer, frame: PlaceFrame) -> Iterator[Matches]:
    """Readings of a name out of its frame: what the noun or compass word beside it asks for."""
    if not frame.name:
        return
    if frame.side:
        yield _sides(known, frame)
    if frame.kind == "region":
        yield _regions(known, frame.name)
    elif frame.kind or frame.governed:
        found = _named(known, frame.name)
        towns = [m for m in found if frame.kind and m.entry.is_settlement]
        yield (*towns, *(m for m in found if m not in towns))


def _named(known: Gazetteer, name: str) -> Matches:
    """The senses of a name in any case form, a direct hit among them; else by its sound."""
    found = known.lookup(name, foreign=True)
    if is_cyrillic(name):
        found = _merged([*found, *_case_forms(known, phrase_nominatives(name))])
    if is_semitic(name):
        found = found or _first_known(known, detached(name))
    return found or known.sounding(name)


def _regions(known: Gazetteer, name: str) -> Matches:
    """Regions called by that name, by that of their town, or by an adjective made from it."""
    for form in (name, *phrase_nominatives(name)) if is_cyrillic(name) else (name,):
        for base in (form, *adjective_bases(form)):
            towns = known.lookup(base, foreign=True)
            regions = [m for m in towns if m.entry.kind == "region"]
            regions += [m for town in towns[:1] for m in _region_of(known, town)]
            if regions:
                why = f"region of {regions[0].entry.admin1}"
                return _merged(replace(m, how="strong", why=why) for m in regions)
    return ()


def _region_of(known: Gazetteer, town: Match) -> list[Match]:
    """The region around a town when it bears the name of the town, else one that does."""
    entry = town.entry
    around_it = known.region(entry.country or "", entry.code)
    if around_it and skeleton(around_it.admin1 or "") == skeleton(entry.name) != "":
        return [replace(town, entry=around_it)]
    return [
        m
        for m in known.lookup(entry.name, foreign=True)
        if m.entry.kind == "region" and m.entry.country == entry.country
    ]


def _sides(known: Gazetteer, frame: PlaceFrame) -> Matches:
    """A region with a compass word in its name ("Darfour du Nord"), or a part of a country."""
    for whole in _named(known, frame.name)[:3]:
        if found := known.lookup(f"{frame.side} {whole.entry.name}", foreign=True):
            return tuple(replace(m, why=f"translated {m.entry.name}") for m in found)
    return _parts(known, f"{frame.side}ern", frame.name)


def _case_forms(known: Gazetteer, forms: Iterable[str]) -> Matches:
    return _merged(
        replace(match, why=f"case form of {form.title()}")
        for form in forms
        for match in known.lookup(form, foreign=True)
    )


def _first_known(known: Gazetteer, forms: Iterable[str]) -> Matches:
    """What the first form means that the gazetteer has: each has less of the word than the last."""
    for form in forms:
        if found := known.lookup(form, foreign=True):
            return tuple(replace(match, why=f"{form} behind a prefix") for match in found)
    return ()


def _merged(matches: Iterable[Match]) -> Matches:
    """Each place once, by its likeliest match, the likelier places first."""
    found: dict[str, Match] = {}
    for match in sorted(matches, key=lambda m: (-m.rank, m.entry.id)):
        found.setdefault(match.entry.id, match)
    return tuple(found.values())


def _parts(known: Gazetteer, side: str, name: str) -> Matches:
    whole = around(known.lookup(name, foreign=True))
    return tuple(
        replace(m, entry=part_of(m.entry, side), why=f"{side} {m.entry.name}")
        for m in whole
        if m.how != "weak" or len(whole) == 1
    )


def _city_first(matches: Matches) -> Matches:
    """Put a city before the region around it that bears a name of that city, a former one too."""
    best = matches[0].entry if matches else None
    if best is None or best.kind != "region":
        return matches
    cities = [
        m
        for m in matches[1:]
        if m.entry.is_settlement
        and m.how in ("name", "strong", "historical")
        and m.entry.country == best.country
        and m.entry.code == best.code
    ]
    if not cities:
        return matches
    return (cities[0], *(m for m in matches if m is not cities[0]))
