"""Accusations: what somebody is blamed for, and who is said to have done it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.joint import others_than, told_of_each_other
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Actor, Event, Span

_NEAR = 8  # code points before the accused: an article, no more
_LAID = {
    "on phrase": ("on", "upon"),
    "to phrase": ("to",),
}  # "blamed the raid on", "ascribed it to"


def find_blamed(
    parse: Parse, attribution: Attribution | None, content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], Span | None]:
    """What somebody is blamed for, and where the accused is named (None: nobody is accused).

    Of "blamed Kyiv for the raid" all words tell of the deed and the first name the accused; of
    "blamed the raid on Kyiv" the deed is "the raid", which was not on Kyiv.
    """
    if attribution is None or attribution.lemma not in cue_words("accusing_verbs"):
        return content, None
    if told_of_each_other(parse, attribution):
        other = next(iter(others_than(parse, attribution)), None)
        return content, other or content[0]
    start, end = content[0]
    cases = _LAID.get(attribution.rule, ())
    laid = [w for w in _first_clause(parse, content[0]) if w.lower in cases and w.start > start]
    if not laid:
        return content, (start, start + _NEAR)
    return ((start, parse.words[laid[-1].i - 1].end), *content[1:]), (laid[-1].end, end)


def blame(event: Event, blamed: Span | None, actors: list[ActorMention]) -> Event:
    """An accusation's event with the accused as its initiator: whoever is named there first."""
    if blamed is None:
        return event
    first = bisect_left(actors, blamed[0], key=attrgetter("start"))
    accused = actors[first] if first < len(actors) else None
    if accused is None or accused.start > blamed[1]:
        return replace(event, initiator=None)
    initiator = Actor(accused.name, accused.side or UNKNOWN)
    target = None if event.target == initiator else event.target
    roles = tuple(sorted({**dict(event.roles), "kind": "blame"}.items()))
    return replace(event, initiator=initiator, target=target, roles=roles)


def _first_clause(parse: Parse, span: Span) -> Iterator[Word]:
    """The words before the first verb that is finite: a relative clause accuses nobody."""
    return takewhile(lambda w: not w.is_finite, parse.within(*span))
