"""The words around place names (data/gazetteer/context.yaml), as sets ready to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.lexicon import nouns_of
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

_LED = ("region", "settlement")


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A noun that tells what kind of place a name beside it is: a "region", a "settlement" (any
    place known by its bare name), the one "part" of its sort that a town has ("Goma airport"), or
    a "thing" of which it may have several ("Al Mawashi market").
    `names`: the noun alone makes unknown words a place.
    """

    of: str
    singular: str
    plural: bool
    led: bool
    names: bool


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """Word lists by the part they play; all in lower case. `anaphors` maps a noun to the kinds
    of place it takes up, `states` an abbreviation to its state, `demonyms` to a country code.
    """

    common: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    given: frozenset[str]
    not_after: frozenset[str]
    allowed_after: frozenset[str]
    not_before: frozenset[str]
    directions: frozenset[str]
    locatives: frozenset[str]
    speech_verbs: frozenset[str]
    actor_nouns: frozenset[str]
    office_before: frozenset[str]
    units: frozenset[str]
    waters: frozenset[str]
    whereabouts: frozenset[str]
    regional: frozenset[str]
    before_places: frozenset[str]
    not_there: frozenset[str]
    natives: frozenset[str]
    removals: frozenset[str]
    arrivals: frozenset[str]
    governments: frozenset[str]
    treaties: frozenset[str]
    steps: frozenset[str]
    homes: frozenset[str]
    anaphors: dict[str, frozenset[str]]
    facilities: frozenset[str]
    states: dict[str, str]
    demonyms: dict[str, str]
    at_war: frozenset[str]
    kinds: dict[str, NamedKind]
    kind_adjectives: frozenset[str]
    adjective_endings: tuple[tuple[str, ...], ...]
    neighbours: frozenset[tuple[str, str]]
    peoples: frozenset[str]


@cache
def load_place_context() -> PlaceContext:
    """Read the lists once: titles, given names, verbs, nouns (``load_place_context().titles``)."""
    data: dict[str, Any] = read_yaml(data_path("gazetteer", "context.yaml"))

    def words(name: str) -> frozenset[str]:
        return frozenset(data[name].split())

    anaphors: dict[str, set[str]] = {}
    for kind, nouns in data["anaphors"].items():
        for noun in nouns.split():
            anaphors.setdefault(noun, set()).add(kind)
    return PlaceContext(
        common=words("common_words"),
        never=words("never"),
        titles=words("titles"),
        offices=words("offices"),
        given=words("given_names"),
        not_after=words("not_after"),
        allowed_after=words("allowed_after"),
        not_before=words("not_before"),
        directions=words("directions"),
        locatives=words("locatives"),
        speech_verbs=words("speech_verbs"),
        actor_nouns=nouns_of("places", "actor_nouns"),
        office_before=nouns_of("places", "office_before"),
        units=words("units"),
        waters=words("waters"),
        whereabouts=words("whereabouts"),
        regional=words("regional"),
        before_places=words("before_places"),
        not_there=words("not_there"),
        natives=nouns_of("places", "natives"),
        removals=words("removals"),
        arrivals=words("arrivals"),
        governments=words("governments"),
        treaties=words("treaties"),
        steps=words("steps"),
        homes=words("homes"),
        anaphors={noun: frozenset(kinds) for noun, kinds in anaphors.items()},
        facilities=words("facilities"),
        states=data["states"],
        demonyms=data["demonyms"],
        at_war=frozenset(data["at_war"].split()),
        kinds=dict(_kinds(data["named_kinds"])),
        kind_adjectives=words("kind_adjectives"),
        adjective_endings=tuple(tuple(e.split("/")) for e in data["adjective_endings"].split()),
        neighbours=frozenset(_neighbours(data["neighbours"])),
        peoples=words("peoples"),
    )


def _neighbours(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    for country, others in table.items():
        for other in others.split():
            yield country, other
            yield other, country


def _kinds(table: dict[str, str]) -> Iterator[tuple[str, NamedKind]]:
    for of, pairs in table.items():
        for pair in pairs.split():
            singular, _, plural = pair.rstrip("*").partition("/")
            for noun in (singular, plural):
                yield noun, NamedKind(of, singular, noun == plural, of in _LED, pair[-1] != "*")
