"""Places told by the adjective of a country: "hit Israeli cities", "the Sudanese capital", "on the
Thai-Cambodian border".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.extraction.places.reading import Reading, Token
from counterclaim.extraction.places.roles import relation_of
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import Gazetteer, PlaceEntry
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.place_context import PlaceContext


def find_of_countries(
    reading: Reading, gazetteer: Gazetteer, context: PlaceContext, found: list[Toponym]
) -> list[Toponym]:
    """The places that a country gives by its adjective or its possessive, and borders of two.

    "Missiles hit Israeli cities" gives Israel, "Sudan's capital" Khartoum.
    """
    countries = {t.core[0]: t.entry for t in found if t.entry and t.entry.kind == "country"}
    out: list[Toponym] = []
    for k, token in enumerate(reading.tokens):
        if token.key in word_class("borders"):
            out += _border(reading, gazetteer, context, countries, k)
        elif token.key in word_class("country_places") | word_class("capitals") and k:
            out += _own(reading, gazetteer, context, countries, k)
    return out


def _own(
    reading: Reading,
    gazetteer: Gazetteer,
    context: PlaceContext,
    countries: dict[int, PlaceEntry],
    k: int,
) -> Iterator[Toponym]:
    """The country of "Israeli cities", the city of "Sudan's capital"."""
    owner, noun = reading.tokens[k - 1], reading.tokens[k]
    if noun.gap != " " or _named_behind(reading.tokens, k):
        return
    country = _country(gazetteer, context, countries, owner)
    if country is None:
        return
    if noun.key in word_class("capitals"):
        meant = gazetteer.capital(country.country or "")
    else:
        meant = country if not owner.possessive else None
    if meant is not None:
        yield replace(_told(reading, owner.start, noun.end, meant, ""), anaphor=True)


def _border(
    reading: Reading,
    gazetteer: Gazetteer,
    context: PlaceContext,
    countries: dict[int, PlaceEntry],
    k: int,
) -> Iterator[Toponym]:
    """The border of two countries: "the Chad-Sudan border", "the border between Chad and Sudan"."""
    tokens = reading.tokens
    before, behind = tokens[max(0, k - 3) : k], tokens[k + 1 : k + 5]
    two = [c for t in before if (c := _country(gazetteer, context, countries, t))]
    if len(two) == 2 and tokens[k].gap == " ":
        yield _told(reading, before[0].start, tokens[k].end, None, _named(two))
        return
    two = [c for t in behind if (c := _country(gazetteer, context, countries, t))]
    if len(two) == 2 and behind[0].key == "between":
        yield _told(reading, tokens[k].start, behind[-1].end, None, _named(two))


def _named(two: list[PlaceEntry]) -> str:
    return f"{two[0].name}-{two[1].name} border"


def _told(reading: Reading, start: int, end: int, entry: PlaceEntry | None, name: str) -> Toponym:
    words = reading.text[start:end]
    relation = relation_of(reading.text, start, end)
    return Toponym(start, end, words, entry, relation=relation, core=(start, end), name=name)


def _country(
    gazetteer: Gazetteer, context: PlaceContext, countries: dict[int, PlaceEntry], token: Token
) -> PlaceEntry | None:
    if token.start in countries:
        return countries[token.start]
    code = context.demonyms.get(token.text)
    found = gazetteer.country(code) if code else ()
    return found[0].entry if found else None


def _named_behind(tokens: list[Token], k: int) -> bool:
    """Whether the place is named behind: "the Ukrainian city of Sumy", "its capital Kyiv"."""
    if k + 1 >= len(tokens) or tokens[k + 1].gap not in (" ", ", "):
        return False
    return tokens[k + 1].key == "of" or (tokens[k + 1].capital and tokens[k + 1].gap == " ")
