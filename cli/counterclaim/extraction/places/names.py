"""Which capitalised words of a text name a place: longest match in the gazetteer, then the
words around it decide whether it is a place, a person, an outlet or an ordinary word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.extraction.places.reading import Reading, Token
from counterclaim.extraction.places.standing import Standings
from counterclaim.knowledge.gazetteer import Gazetteer, Match
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.place_context import PlaceContext
from counterclaim.knowledge.sides import load_sides
from counterclaim.knowledge.spelling import fold

_ARTICLES = word_class("name_articles")
_SHORTENED = word_class("name_abbreviations")
_TABLED = frozenset({"settlement", "capital", "region", "country", "county", "continent"})
_LINKS = word_class("name_links")


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may name a place: tokens `first`..`last` (half open) and what they may mean.
    `inside` is the place named right after it ("Oxford, Ohio"), `compound` a lower-case word
    tied to it by a hyphen ("Kyiv-based"), `paired` a second place ("the Orikhiv-Hulyaipole line").
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    matches: tuple[Match, ...]
    inside: tuple[Match, ...] = ()
    compound: bool = False
    located: bool = False
    paired: bool = False


def find_names(
    reading: Reading,
    gazetteer: Gazetteer,
    context: PlaceContext,
    standings: Standings | None = None,
) -> list[Name]:
    """Place names in text order, longest first at each word, unlikely ones left out."""
    names: list[Name] = []
    i = 0
    while i < len(reading.tokens):
        name = _longest(reading, gazetteer, context, i)
        if name and standings and not name.located:
            name = replace(name, located=standings.is_marked(name.start, name.end))
        if name and _is_place(reading, context, name, names):
            names.append(name)
            i = name.last
        else:
            i += 1
    return names


def _longest(reading: Reading, gazetteer: Gazetteer, context: PlaceContext, i: int) -> Name | None:
    tokens, token = reading.tokens, reading.tokens[i]
    article = token.text.lower() in _ARTICLES and i + 1 < len(tokens) and tokens[i + 1].capital
    if not (token.capital or article):
        return None
    if token.text.rstrip(".") not in context.states and not gazetteer.begins(token.key):
        return None
    if shortened := _shortened_state(reading, gazetteer, context, i):
        return shortened
    for last in range(min(i + limits().name_words, len(tokens)), i, -1):
        words = tokens[i:last]
        if not _in_one_piece(words) or not (words[-1].capital or last - i > 1):
            continue
        if not words[-1].capital and _is_demonym(token, gazetteer):
            continue  # "a Ukrainian village" is not the place called Ukrainian Village
        text = reading.text[token.start : words[-1].end]
        matches = _waters(tokens, i, gazetteer.lookup(text))
        if not words[-1].capital:  # "Bor said" is not Bor Said
            matches = tuple(m for m in matches if m.how not in ("alternate", "sound"))
        if matches and _case_fits(text, matches, words):
            return Name(
                i,
                last,
                token.start,
                words[-1].end,
                text,
                matches,
                _container(reading, gazetteer, context, last),
                _tied(tokens, i, last),
                _after_locative(reading, context, i),
                _is_paired(tokens, last, gazetteer),
            )
    return None


def _is_demonym(token: Token, gazetteer: Gazetteer) -> bool:
    return load_sides().of_word(token.text) is not None and not gazetteer.lookup(token.text)


def _is_adjective(name: Name, context: PlaceContext) -> bool:
    """Whether it is a people or its adjective, and a place only by another name of it: "Thai"."""
    return name.text in context.demonyms and name.matches[0].how not in ("name", "strong")


def _waters(tokens: list[Token], i: int, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """After "the" a bare name is that of a river, where there is one ("the Dnipro")."""
    if i == 0 or tokens[i - 1].key != "the":
        return matches
    rivers = tuple(replace(m, how="strong") for m in matches if m.entry.kind == "river")
    return rivers or matches


def _shortened_state(
    reading: Reading, gazetteer: Gazetteer, context: PlaceContext, i: int
) -> Name | None:
    """A state as it follows a town: "Ga." in "Macon, Ga."; its full stop belongs to it."""
    token, text = reading.tokens[i], reading.text
    plain = token.text.rstrip(".")
    if plain not in context.states or not (token.gap == ", " or "." in plain):
        return None
    end = token.end + (text[token.end : token.end + 1] == "." and not token.text.endswith("."))
    if not text[token.start : end].endswith("."):
        return None
    matches = _areas(gazetteer.lookup(context.states[plain]))
    return Name(i, i + 1, token.start, end, text[token.start : end], matches)


def _tied(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a hyphen ties the name to a lower-case word: "Kyiv-based", "pro-Damascus"."""
    after = last < len(tokens) and tokens[last].gap == "-" and not tokens[last].capital
    if first == 0 or tokens[first].gap != "-":
        return after
    return after or not (tokens[first - 1].capital or tokens[first - 1].key in _ARTICLES)


def _is_paired(tokens: list[Token], last: int, gazetteer: Gazetteer) -> bool:
    """Whether a hyphen or dash ties a second settlement to it: "the Sloviansk-Kramatorsk area"."""
    if last >= len(tokens) or tokens[last].gap not in ("-", "–", "—"):
        return False
    found = gazetteer.lookup(tokens[last].text) if tokens[last].capital else ()
    return any(m.entry.is_settlement and m.how in ("name", "strong") for m in found)


def _in_one_piece(words: list[Token]) -> bool:
    for before, word in pairwise(words):
        if before.possessive and word.capital:
            continue
        dotted = word.gap == ". " and before.key in _SHORTENED
        if word.gap not in (" ", "-", "–") and not dotted:
            return False
    return True


def _case_fits(text: str, matches: tuple[Match, ...], words: list[Token]) -> bool:
    """Abbreviations stand in capitals ("US", not "Us"); capitals alone name no small place."""
    if len(fold(text).replace(" ", "")) <= 3 and matches[0].how in ("strong", "historical"):
        return sum(c.isupper() for c in text) > 1  # "US", "LoC"
    if len(text) <= 3 and text.isupper():
        return False
    return not (text.isupper() and len(words) == 1 and len(text) < 4)


def _container(
    reading: Reading, gazetteer: Gazetteer, context: PlaceContext, last: int
) -> tuple[Match, ...]:
    """The region or country named right after: "Macon, Ga.", "Izium, Kharkiv region", "Makiivka in
    Luhansk region".
    """
    tokens = reading.tokens
    if last + 1 < len(tokens) and tokens[last].text == "in" and tokens[last].gap == " ":
        after = last + 1 + (tokens[last + 1].key == "the")
        return _area_at(reading, gazetteer, after)
    if last >= len(tokens) or tokens[last].gap not in (", ", " (", ","):
        return ()
    token = tokens[last]
    shortened = token.text.rstrip(".")
    full_stop = reading.text[token.end : token.end + 1] in (".", "") or "." in token.text
    if shortened in context.states and full_stop:
        return _areas(gazetteer.lookup(context.states[shortened]))
    return _area_at(reading, gazetteer, last)


def _area_at(reading: Reading, gazetteer: Gazetteer, first: int) -> tuple[Match, ...]:
    """The region or country whose name begins at the token `first`."""
    tokens = reading.tokens
    for end in range(min(first + 4, len(tokens)), first, -1):
        words = tokens[first:end]
        if words[0].capital and _in_one_piece(words):
            text = reading.text[words[0].start : words[-1].end]
            if found := _areas(gazetteer.lookup(text)):
                return found
    return ()


def _areas(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(
        m
        for m in matches
        if m.entry.kind in ("region", "country", "county") and m.how != "alternate"
    )


def _after_locative(reading: Reading, context: PlaceContext, i: int) -> bool:
    """Whether a preposition of place stands before, over "the" and compass words."""
    tokens = reading.tokens
    skip = context.directions | word_class("name_leads")
    k = i - 1
    while k >= 0 and tokens[k + 1].gap in (" ", "-") and i - k < 6:
        if tokens[k].key in context.locatives:
            return True
        if tokens[k].key not in skip:
            return False
        k -= 1
    return False


def _starts_sentence(reading: Reading, i: int) -> bool:
    gap = reading.tokens[i].gap
    return i == 0 or "\n" in gap or any(mark in gap for mark in '.!?:“"')


def _is_place(reading: Reading, context: PlaceContext, name: Name, earlier: list[Name]) -> bool:
    tokens, single = reading.tokens, name.last - name.first == 1
    key = fold(name.text)
    best = name.matches[0].entry
    if any(i in reading.people for i in range(name.first, name.last)) and not name.inside:
        known = best.reviewed or best.kind not in _TABLED
        return not single and known and name.located and _alone(reading, name)
    if _is_other_name(reading, context, name) or (single and key in context.never):
        return False
    wide = best.kind in ("country", "continent") or (best.kind == "region" and best.reviewed)
    if single and key in reading.surnames and not name.inside and not wide:
        return False
    if single and key in context.common and not name.inside:
        placed = name.located or tokens[name.first - 1].key in context.before_places
        return placed and not _starts_sentence(reading, name.first) and _alone(reading, name)
    after = tokens[name.last] if name.last < len(tokens) else None
    if after and after.gap == " " and after.key in context.units and not wide:
        return tokens[name.last - 1].possessive
    if single and after and after.gap == " " and after.key in context.speech_verbs:
        small = (
            best.is_settlement
            and best.population < limits().big
            and best.country not in context.at_war
        )
        if small and best.kind != "capital" and not (name.located or name.inside):
            return False
    if single and key in context.given and not (name.inside or name.located or wide):
        return best.population >= limits().large and not tokens[name.first].possessive
    return _fits_group(reading, context, name, earlier, wide)


def _is_other_name(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether the words are an adjective, a description, or a part of the name of something."""
    return (
        _ends_longer_name(reading, context, name)
        or _is_description(reading, context, name)
        or _is_adjective(name, context)
        or _is_vessel(reading, context, name)
    )


def _is_description(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether it is no name but a noun of places: "The village", "the Bay of X"."""
    words = reading.tokens[name.first : name.last]
    if len(words) == 2 and words[0].key in _ARTICLES and words[1].key in context.anaphors:
        return True
    behind = reading.tokens[name.last : name.last + 1]
    common = len(words) == 1 and words[0].key in context.common
    return common and bool(behind) and behind[0].text == "of" and behind[0].gap == " "


def _ends_longer_name(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether an article or a water inside a longer name leads to it: "Shaab" in "Ayta al-Shaab",
    "Aden" in "Gulf of Aden"."""
    tokens = reading.tokens
    if name.first > 1 and tokens[name.first - 1].text == "of":
        water = tokens[name.first - 2]
        return water.capital and water.key in context.waters
    if name.last + 1 < len(tokens) and tokens[name.last].text in _ARTICLES:
        link, word = tokens[name.last : name.last + 2]
        if (
            link.gap == " "
            and word.gap == "-"
            and word.capital
            and not tokens[name.last - 1].possessive
        ):
            return True  # "Al-Quds al-Arabi"
    article = name.first - (tokens[name.first].key not in _ARTICLES)
    if article < 1 or tokens[article].key not in _ARTICLES or tokens[article].capital:
        return False
    before = tokens[article - 1]
    known = context.directions | context.never | context.locatives | context.common
    known |= context.demonyms.keys()
    return (
        before.capital
        and not before.possessive
        and tokens[article].gap == " "
        and before.key not in known
        and not _starts_sentence(reading, article - 1)
    )


def _is_vessel(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether it is, or is in, the name of a ship: "the M/V Odesa Star", "the tanker Minerva"."""
    tokens, first = reading.tokens, reading.group[name.first][0]
    if any(t.text in word_class("vessel_marks") for t in tokens[first : name.first]):
        return True
    before = tokens[first - 1] if first else None
    if before is None or tokens[first].gap not in (" ", "/"):
        return False
    return before.text in word_class("vessel_marks") or (
        not before.capital and before.key in word_class("vessels") and first == name.first
    )


def _alone(reading: Reading, name: Name) -> bool:
    return reading.group[name.first] == (name.first, name.last)


def _fits_group(
    reading: Reading, context: PlaceContext, name: Name, earlier: list[Name], wide: bool
) -> bool:
    """Whether the name may stand where it stands in its group of capitalised words."""
    tokens = reading.tokens
    first, last = reading.group[name.first]
    big = wide or name.matches[0].entry.population >= limits().big
    reviewed = name.matches[0].entry.kind not in _TABLED
    if name.last < last:
        after = tokens[name.last].key
        if {after, tokens[last - 1].key} & context.not_after:
            return False
        known = after in context.allowed_after or after in context.never or name.paired
        if not (known or big or reviewed):
            return False
    if name.first > first:
        before = tokens[name.first - 1].key
        known = before in context.directions | context.never | context.locatives
        known = known or before in context.common
        if tokens[name.first].gap == "-" and before not in context.directions | _ARTICLES:
            return bool(earlier and earlier[-1].last == name.first)
        known = known or bool(earlier and earlier[-1].last == name.first)
        if before in context.not_before or not (known or wide or reviewed):
            return False
    return True
