"""Names with a noun that says what kind of place they are: "the Kharkiv and Sumy regions", "Goma
airport", "the villages of Kholm and Verkh", "the Munigi neighbourhood".

The noun decides over the name: with `regions` behind it a city stands for its region, with
`airport` for a part of it; and a name that no gazetteer knows is a place by the noun alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.extraction.places.reading import Reading
from counterclaim.extraction.places.regions import region_of
from counterclaim.extraction.places.roles import relation_of
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.extraction.places.unknown_names import names_of
from counterclaim.knowledge.gazetteer import Gazetteer, PlaceEntry, facility_of
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.place_context import NamedKind, PlaceContext
from counterclaim.knowledge.sides import load_sides
from counterclaim.knowledge.spelling import fold

Group = tuple[int, int]
_WITH_NOUN = ("front", "part", "region", "thing")


@dataclass(frozen=True, slots=True)
class _Told:
    """A noun of a kind at a token, and the names that it is said of."""

    kind: NamedKind
    at: int
    groups: tuple[Group, ...]


def tell_kinds(
    reading: Reading, gazetteer: Gazetteer, context: PlaceContext, found: list[Toponym]
) -> list[Toponym]:
    """The toponyms of a text as the nouns beside them tell, and those that only a noun makes known.

    "Shells hit the Kharkiv and Sumy regions" gives the two regions, not the cities.
    """
    by_start = {t.core[0]: t for t in found}
    by_end = {t.core[1]: t for t in found}
    new: dict[int, Toponym] = {}
    for told in _told(reading, context):
        for group in told.groups:
            tokens = reading.tokens[group[0] : group[1]]
            known = by_end.get(tokens[-1].end) or by_start.get(tokens[0].start)
            made = _as_told(reading, gazetteer, context, told, group, known)
            if made is not None:
                new[made.core[0] if known is None else known.core[0]] = made
    kept = [new.pop(t.core[0], t) for t in found]
    return sorted([*kept, *new.values()], key=lambda t: t.start)


def _told(reading: Reading, context: PlaceContext) -> Iterator[_Told]:
    for k, token in enumerate(reading.tokens):
        kind = context.kinds.get(token.key)
        if kind is None:
            continue
        before = tuple(_before(reading, context, k, plural=kind.plural))
        named = any(reading.tokens[a].text not in context.demonyms for a, _ in before)
        led = kind.led and not named  # "the Tver region of Russia", "the Thai province of Surin"
        behind = tuple(_behind(reading, k, plural=kind.plural)) if led else ()
        for groups in (before, behind):
            if groups:
                yield _Told(kind, k, groups)


def _before(reading: Reading, context: PlaceContext, k: int, *, plural: bool) -> Iterator[Group]:
    """The names before a noun: one, or with a plural all that commas and "and" tie to it."""
    tokens, last = reading.tokens, k
    while last > 0 and tokens[last].gap == " " and tokens[last - 1].key in context.kind_adjectives:
        last -= 1
    if last == 0 or tokens[last].gap != " ":
        return
    while last > 0 and tokens[last - 1].capital and not tokens[last - 1].possessive:
        first = max(reading.group[last - 1][0], last - limits().name_words)
        led = last - first > 1 and tokens[first].text == "The"
        yield first + led, last
        if not plural or first == 0:
            return
        if tokens[first].gap == " " and tokens[first - 1].key in word_class("joined_by"):
            last = first - 1
        elif tokens[first].gap == ", ":
            last = first
        else:
            return


def _behind(reading: Reading, k: int, *, plural: bool) -> Iterator[Group]:
    """The names behind a noun and "of", likewise."""
    tokens = reading.tokens
    first = k + 2
    if first >= len(tokens) or tokens[k + 1].text != "of":
        return
    first += tokens[first].text == "the"
    while first < len(tokens) and tokens[first].capital and tokens[first].gap in (" ", ", "):
        last = min(reading.group[first][1], first + limits().name_words)
        yield first, last
        if not plural or tokens[last - 1].possessive or last >= len(tokens):
            return
        first = last + (
            tokens[last].gap in (" ", ", ") and tokens[last].key in word_class("joined_by")
        )


def _as_told(
    reading: Reading,
    gazetteer: Gazetteer,
    context: PlaceContext,
    told: _Told,
    group: Group,
    known: Toponym | None,
) -> Toponym | None:
    """What a name means with its noun, where that is another place than without it."""
    kind = told.kind
    town = _of_adjective(reading, gazetteer, context, group) if kind.of == "front" else None
    if town is not None and (known is None or known.entry is None):
        tokens = reading.tokens[group[0] : group[1]]
        front = replace(town, name=f"{town.name} {kind.singular}")
        made = _made(reading, tokens[0].start, tokens[-1].end, front.name, front)
        return replace(made, relation=kind.singular)
    if known is not None and known.entry is None and kind.of == "front":
        return replace(known, name=f"{known.name} {kind.singular}", relation=kind.singular)
    if known is not None:
        entry = _entry_told(gazetteer, known.entry, kind)
        relation = kind.singular if kind.of == "front" else known.relation
        return None if entry is None else replace(known, entry=entry, relation=relation)
    return _new(reading, gazetteer, context, told, group)


def _of_adjective(
    reading: Reading, gazetteer: Gazetteer, context: PlaceContext, group: Group
) -> PlaceEntry | None:
    """The town at war that an adjective may be made of, far larger than others: Popasna of
    "Popasnyansky"."""
    word = reading.tokens[group[1] - 1].key
    made = {
        word.removesuffix(ending) + own
        for ending, *names in context.adjective_endings
        for own in names
        if word.endswith(ending) and group[1] - group[0] == 1
    }
    found = [m.entry for name in sorted(made) for m in gazetteer.lookup(name)]
    towns = [e for e in found if e.is_settlement and e.country in context.at_war]
    towns = sorted(towns, key=lambda e: (-e.population, e.id))
    rivals = [e for e in towns if e.name != towns[0].name]
    clear = all(e.population * limits().far_larger <= towns[0].population for e in rivals)
    return towns[0] if towns and clear else None


def _new(
    reading: Reading, gazetteer: Gazetteer, context: PlaceContext, told: _Told, group: Group
) -> Toponym | None:
    """The place of a name that is none without its noun: listed with it, or known by it alone."""
    kind, tokens = told.kind, reading.tokens[group[0] : group[1]]
    if all(token.key in word_class("name_leads") for token in tokens):
        return None
    start, end = tokens[0].start, tokens[-1].end
    name = reading.text[start:end]
    full = [f"{name} {kind.singular}"]
    if kind.of == "region":  # "the North and South Kivu provinces"
        full.append(f"{name} {reading.tokens[told.groups[0][1] - 1].text}")
    if all(token.key in context.directions for token in tokens):
        full = full[1:]
    listed = [m for words in full for m in gazetteer.lookup(words) if m.how in ("name", "strong")]
    meant = [m.entry for m in listed if kind.of != "region" or m.entry.kind == "region"]
    if meant:
        return _made(reading, start, end, name, meant[0])
    proper = reading.tokens[told.at].capital
    if not _may_be_named(reading, context, group, proper=proper) or not kind.names:
        return None
    if kind.of in _WITH_NOUN:
        noun = kind.singular if kind.plural else reading.tokens[told.at].text
        name = f"{name} {noun}"
    return _made(reading, start, end, name, None)


def _made(reading: Reading, start: int, end: int, name: str, entry: PlaceEntry | None) -> Toponym:
    words = reading.text[start:end]
    relation = relation_of(reading.text, start, end)
    return Toponym(start, end, words, entry, relation=relation, core=(start, end), name=name)


def _entry_told(
    gazetteer: Gazetteer, entry: PlaceEntry | None, kind: NamedKind
) -> PlaceEntry | None:
    """The region for its city, a part of a town for the town; None: the name means what it did."""
    if entry is None or not (entry.is_settlement or entry.precision == "settlement"):
        return None
    if kind.of == "region":
        return region_of(entry) or _own_region(gazetteer, entry)
    if kind.of == "front":
        return replace(entry, name=f"{entry.name} {kind.singular}")
    return facility_of(entry, kind.singular) if kind.of == "part" else None


def _own_region(gazetteer: Gazetteer, city: PlaceEntry) -> PlaceEntry | None:
    """The region that a city lies in, where it has the name of the city in its own."""
    region = gazetteer.region(city.country or "", city.code)
    named = region is not None and fold(city.name) in fold(region.name)
    return region if named else None


def _may_be_named(
    reading: Reading, context: PlaceContext, group: Group, *, proper: bool = False
) -> bool:
    """Whether unknown words may be a name: no people, no party, no ordinary word of place names; a
    `proper` noun behind makes even a people one ("the Turkish Friendship Hospital")."""
    tokens = names_of(reading.tokens[group[0] : group[1]])
    plain = (context.never, context.common, context.titles, context.directions, context.peoples)
    sides = load_sides()
    return (
        group[0] > 0
        and reading.tokens[group[0]].gap in (" ", ", ")
        and 0 < len(tokens) <= limits().unknown_words
        and not any(i in reading.people for i in range(*group))
        and all(t.text.isalpha() and not t.text.isupper() for t in tokens)
        and not any(t.key in words for t in tokens for words in plain)
        and (proper or not any(t.text in context.demonyms or sides.of_word(t.text) for t in tokens))
    )
