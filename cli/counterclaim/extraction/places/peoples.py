"""Places told by the adjective of a country: "hit Israeli cities", "the Sudanese capital", "on the
Thai-Cambodian border".
"""

from __future__ import annotations

from collections import Counter
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
            of_two = list(_border(reading, gazetteer, context, countries, k))
            out += of_two or _border_of_one(reading, gazetteer, context, countries, found, k)
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


def _border_of_one(
    reading: Reading,
    gazetteer: Gazetteer,
    context: PlaceContext,
    countries: dict[int, PlaceEntry],
    found: list[Toponym],
    k: int,
) -> Iterator[Toponym]:
    """The border of a country with the neighbour that the text tells of: "near the Algerian
    border", "the border with Algeria", in a report on Mali; and "along the border" of the two that
    it tells of most."""
    tokens, told = reading.tokens, _told_of(reading, context, found)
    start, end, first = k, k, None
    if [t.gap for t in tokens[k + 1 : k + 3]] == [" ", " "] and tokens[k + 1].key == "with":
        end, first = k + 2, _country(gazetteer, context, countries, tokens[k + 2])
    elif k and tokens[k].gap == " " and _stands_alone(reading, k):
        start, first = k - 1, _country(gazetteer, context, countries, tokens[k - 1])
        led = k > 1 and tokens[k - 2].key in word_class("at_borders")
        if led and tokens[k - 1].key in word_class("the_borders") and len(told) > 1:
            first, told = gazetteer.country(told[0])[0].entry, told[:2]
    other = _neighbour(context, first, told) if first is not None else None
    if first is not None and other is not None:
        name = _named([first, gazetteer.country(other)[0].entry])
        yield _told(reading, tokens[start].start, tokens[end].end, None, name)


def _stands_alone(reading: Reading, k: int) -> bool:
    """Whether no noun follows that the border only tells more of: "the border guards"."""
    behind = reading.tokens[k + 1 : k + 2]
    return not behind or behind[0].gap != " " or behind[0].key in word_class("behind_places")


def _neighbour(context: PlaceContext, first: PlaceEntry, told: list[str]) -> str | None:
    """The country told of most of those that another has a border with."""
    return next((code for code in told if (first.country or "", code) in context.neighbours), None)


def _told_of(reading: Reading, context: PlaceContext, found: list[Toponym]) -> list[str]:
    """The countries that a text names at least twice, by their places and peoples, the oftenest
    first."""
    counts = Counter(t.entry.country for t in found if t.entry and t.entry.country)
    counts.update(context.demonyms[t.text] for t in reading.tokens if t.text in context.demonyms)
    return [code for code, n in counts.most_common() if n > 1]


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
