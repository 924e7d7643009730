"""Names that stand like places and are in no gazetteer.

Where the text itself calls one a place ("the village of Kholm", "Kholm, a hamlet"), or says what
is only said of places ("north of Kholm", "control over Kholm", "Lyman and Kholm were shelled"), its
name is the place of an event like any other, without coordinates. Where it only stands like one
("fighting in Kholm"), it keeps "the town" behind it from meaning some other town.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass

from counterclaim.extraction.places.reading import Reading, Token
from counterclaim.extraction.places.roles import relation_of
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern, pattern_with
from counterclaim.knowledge.place_context import PlaceContext
from counterclaim.knowledge.sides import load_sides
from counterclaim.knowledge.spelling import fold
from counterclaim.records.model import Span

_BEFORE = 40  # code points of "in the direction of the village of"
_OF_PLACES = re.compile(rf"\b{any_of('of_places')} (?:the )?$", re.IGNORECASE)
_LIES = pattern("lies_off")
_AND = pattern("and_place")
_ANOTHER = pattern("another_name")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Places that the text calls so, and the spans of names that only stand where one would."""

    stated: list[Toponym]
    open: list[Span]


def find_unknown(
    reading: Reading, context: PlaceContext, known: list[Toponym], verbs: frozenset[int]
) -> Unknown:
    """The unknown place names of a text, `known` being those that were found, and `verbs` where
    its verbs begin.

    "Shells hit the village of Kholm and burned houses in Verkh" gives both; "a Verkh leader" none.
    """
    taken = {edge for t in known for edge in t.core}
    towns = sorted(t.core[1] for t in known if t.event_place and _is_town(t))
    named = {fold(t.text) for t in known}
    found = Unknown([], [])
    for first, end in dict.fromkeys(reading.group):
        called = end - first > 1 and reading.tokens[end - 1].key in context.kinds
        last = end - called  # "Kholm Village"
        tokens = reading.tokens[first:last]
        if not _may_name(reading, context, first, last) or tokens[-1].key[:-1] in named:
            continue  # "Aleppos" lost its apostrophe
        if any(t.start in taken or t.end in taken for t in tokens):
            continue
        if _is_stated(reading, context, first, last) or (
            _ends_phrase(reading, last, verbs)
            and (
                _stands_as_place(reading, tokens)
                or _is_listed(reading, first, last, towns)
                or _is_where(reading, first, last)
            )
        ):
            found.stated.append(_toponym(reading, tokens))
            insort(towns, tokens[-1].end)
        elif reading.tokens[first - 1].key in context.before_places:
            found.open.append((tokens[0].start, tokens[-1].end))
    return found


def _may_name(reading: Reading, context: PlaceContext, first: int, last: int) -> bool:
    tokens = names_of(reading.tokens[first:last])
    unplaced = word_class("no_unknown_places")
    # Asked one after the other: a union of them all is large.
    plain = (
        context.never,
        context.common,
        context.titles,
        context.given,
        context.peoples,
        unplaced,
    )
    sides = load_sides()
    return (
        0 < len(tokens) <= limits().unknown_words
        and first > 0
        and tokens[0].capital
        and reading.tokens[first].gap in (" ", ", ")
        and not any(i in reading.people for i in range(first, last))
        and all(t.text.isalpha() and not t.text.isupper() for t in tokens)
        and not any(t.key in words for t in _told_apart(tokens) for words in plain)
        and not any(t.text in context.demonyms or sides.of_word(t.text) for t in tokens)
    )


def _told_apart(tokens: list[Token]) -> list[Token]:
    """The words of a name without one that begins names of towns, too: "Abu" of "Abu Zabad"."""
    opens = len(tokens) > 1 and tokens[0].key in word_class("town_openers")
    return tokens[opens:]


def names_of(tokens: list[Token]) -> list[Token]:
    """The words of a name that tell whose it is: behind the last small article within it, if there
    is one ("Nour" of "Hay al-Nour")."""
    articles = word_class("name_articles")
    last = max((i for i, t in enumerate(tokens) if t.text in articles), default=-1)
    return tokens[last + 1 :]


def _is_stated(reading: Reading, context: PlaceContext, first: int, last: int) -> bool:
    """Whether a noun of settlements goes with the name: "the village of X", "in X village",
    "X, a hamlet"."""
    tokens, text = reading.tokens, reading.text
    nouns = {n for n, kinds in context.anaphors.items() if "settlement" in kinds}
    if first > 1 and tokens[first - 1].key == "of" and tokens[first - 2].key in nouns:
        return True
    after = tokens[last].key if last < len(tokens) and tokens[last].gap == " " else ""
    if after in nouns and tokens[first - 1].key in context.before_places:
        return True
    behind = pattern_with("noun_of_place", nouns="|".join(sorted(nouns)))
    return behind.match(text, tokens[last - 1].end, tokens[last - 1].end + 60) is not None


def _is_town(toponym: Toponym) -> bool:
    return toponym.entry is None or toponym.entry.kind == "settlement"


def _is_where(reading: Reading, first: int, last: int) -> bool:
    """Whether a preposition of place stands right before, and no owner is named: "fighting in
    Kholm", but not "near Wills' home"."""
    tokens = reading.tokens
    led = tokens[first - 1].key in word_class("where_unknown") and tokens[first].gap == " "
    behind = reading.text[tokens[last - 1].end :][:1]
    return led and not tokens[last - 1].possessive and behind not in ("’", "'")


def _ends_phrase(reading: Reading, last: int, verbs: frozenset[int]) -> bool:
    """Whether no noun follows that the name would only tell more of: "near Kholm", "near Kholm
    after dawn", but not "near Kholm positions"."""
    after = reading.tokens[last : last + 1]
    if not after or after[0].gap != " ":
        return not after or after[0].gap != "-"
    return after[0].key in word_class("behind_places") or after[0].start in verbs


def _stands_as_place(reading: Reading, tokens: list[Token]) -> bool:
    """Whether words before a name are only said of places: "north of", "control over"."""
    start = tokens[0].start
    before = reading.text[max(0, start - _BEFORE) : start]
    return (
        bool(_OF_PLACES.search(before) or _LIES.match(reading.text, tokens[-1].end))
        or relation_of(reading.text, start, tokens[-1].end) is not None
    )


def _is_listed(reading: Reading, first: int, last: int, towns: list[int]) -> bool:
    """Whether a name is joined to a town before it ("Lyman and Kholm"), or stands in a list of
    towns ("Lyman, Yampil, Kholm")."""
    tokens, text = reading.tokens, reading.text
    before = bisect_right(towns, tokens[first].start)
    ends = towns[max(0, before - 2) : before]
    if not ends:
        return False
    if _AND.fullmatch(text, ends[-1], tokens[first].start):
        return True
    if len(ends) < 2 or text[ends[1] : tokens[first].start] != ", ":
        return False
    return _ANOTHER.fullmatch(text, ends[0], ends[1]) is not None


def _toponym(reading: Reading, tokens: list[Token]) -> Toponym:
    start, end = tokens[0].start, tokens[-1].end
    name = reading.text[start:end]
    relation = relation_of(reading.text, start, end)
    return Toponym(start, end, name, None, relation=relation, core=(start, end), name=name)
