"""The parties of an article: which conflict it is about and who acts in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.grammar import FINITE
from counterclaim.extraction.toponyms import Toponym
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import load_sides
from counterclaim.language.span_index import inside, touching
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import NARRATOR, Actor, Event, Source, Span

_NEAR = 8  # code points before the accused: an article, no more
_LAID = {
    "on phrase": ("on", "upon"),
    "to phrase": ("to",),
}  # "blamed the raid on", "ascribed it to"


def find_parties(
    text: str, on: str | None, toponyms: list[Toponym]
) -> tuple[str | None, list[ActorMention]]:
    """The conflict of an article (an id of data/sides.yaml, None when its words do not tell) and
    the actors it names, their sides as they count in that conflict on the day `on`."""
    actors = scan_actors(text, on)
    votes = Counter(a.side for a in actors if a.side is not None)
    places = (t.entry for t in toponyms if t.event_place)
    countries = Counter(place.country for place in places if place and place.country)
    conflict = load_sides().guess_conflict(votes, on, countries)
    return conflict, scan_actors(text, on, conflict) if conflict else actors


def tells_of_war(conflict: str | None, actors: list[ActorMention]) -> bool:
    """Whether an article is about a conflict: one is known, or somebody in it fights."""
    return conflict is not None or any(a.force for a in actors)


def narrator(content: tuple[Span, ...], actors: list[ActorMention]) -> Source:
    """The article's own voice: independent, but for words that take a side ("our defenders", "the
    enemy"), whose side the article does not tell."""
    takes_side = any(a.relative is not None for a in inside(actors, content))
    return Source(NARRATOR, NARRATOR, "unknown" if takes_side else "independent")


def outside_names(toponyms: list[Toponym], actors: list[ActorMention]) -> list[Toponym]:
    """The toponyms that are no part of the name of somebody who acts: `Faylaq al-Sham`, `the White
    House`. A state named by its country or capital stays a toponym."""
    entries = load_registry().entries
    names = [a for a in actors if a.entry_id in entries]
    return [
        t
        for t in toponyms
        if not any(
            _names(t, a, entries[a.entry_id])
            for a in touching(names, t.start, t.end)
            if a.entry_id is not None
        )
    ]


def _names(toponym: Toponym, actor: ActorMention, entry: Entry) -> bool:
    if not (actor.start <= toponym.start and toponym.end <= actor.end):
        return False
    place = toponym.entry
    return entry.type != "state" or (place is not None and place.country != entry.country)


def find_blamed(
    parse: Parse, attribution: Attribution | None, content: tuple[Span, ...]
) -> tuple[tuple[Span, ...], Span | None]:
    """What somebody is blamed for, and where the accused is named (None: nobody is accused).

    Of "blamed Kyiv for the raid" all words tell of the deed and the first name the accused; of
    "blamed the raid on Kyiv" the deed is "the raid", which was not on Kyiv.
    """
    if attribution is None or attribution.lemma not in cue_words("accusing_verbs"):
        return content, None
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
    initiator = Actor(accused.name, accused.side or "unknown")
    target = None if event.target == initiator else event.target
    roles = tuple(sorted({**dict(event.roles), "kind": "blame"}.items()))
    return replace(event, initiator=initiator, target=target, roles=roles)


def _first_clause(parse: Parse, span: Span) -> Iterator[Word]:
    """The words before the first verb that is finite: a relative clause accuses nobody."""
    return takewhile(lambda w: w.tag not in FINITE, parse.within(*span))
