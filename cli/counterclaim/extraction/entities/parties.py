"""The parties of an article: which conflict it is about and who acts in it."""

from __future__ import annotations

from collections import Counter

from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import load_sides
from counterclaim.language.span_index import inside, touching
from counterclaim.records.model import NARRATOR, Source, Span


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
