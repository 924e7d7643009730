"""Names that stand like places and are in no gazetteer.

Where the text itself calls one a place ("the village of Kholm", "Kholm, a hamlet"), its name is
the place of an event like any other, without coordinates. Where it only stands like one ("fighting
in Kholm"), it keeps "the town" behind it from meaning some other town.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.extraction.places.reading import Reading, Token
from counterclaim.extraction.places.roles import relation_of
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.place_context import PlaceContext
from counterclaim.records.model import Span


@dataclass(frozen=True, slots=True)
class Unknown:
    """Places that the text calls so, and the spans of names that only stand where one would."""

    stated: list[Toponym]
    open: list[Span]


def find_unknown(reading: Reading, context: PlaceContext, known: list[Toponym]) -> Unknown:
    """The unknown place names of a text, `known` being those that were found.

    "Shells hit the village of Kholm and burned houses in Verkh" gives Kholm, and leaves Verkh open.
    """
    starts, ends = {t.core[0] for t in known}, {t.core[1] for t in known}
    found = Unknown([], [])
    for first, last in dict.fromkeys(reading.group):
        tokens = reading.tokens[first:last]
        if not _may_name(reading, context, first, last):
            continue
        if any(t.start in starts or t.end in ends for t in tokens):
            continue
        if _is_stated(reading, context, first, last):
            found.stated.append(_toponym(reading, tokens))
        elif reading.tokens[first - 1].key in context.before_places:
            found.open.append((tokens[0].start, tokens[-1].end))
    return found


def _may_name(reading: Reading, context: PlaceContext, first: int, last: int) -> bool:
    tokens = reading.tokens[first:last]
    plain = (context.never, context.common, context.titles, context.given)
    return (
        len(tokens) <= limits().unknown_words
        and first > 0
        and tokens[0].capital
        and tokens[0].gap == " "
        and not any(i in reading.people for i in range(first, last))
        and all(t.text.isalpha() and not t.text.isupper() for t in tokens)
        and not any(t.key in words for t in tokens for words in plain)
        and not any(t.text in context.demonyms for t in tokens)
    )


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
    behind = rf",? an? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(nouns))})\b"
    return re.match(behind, text[tokens[last - 1].end :][:60]) is not None


def _toponym(reading: Reading, tokens: list[Token]) -> Toponym:
    start, end = tokens[0].start, tokens[-1].end
    name = reading.text[start:end]
    relation = relation_of(reading.text, start, end)
    return Toponym(start, end, name, None, relation=relation, core=(start, end), name=name)
