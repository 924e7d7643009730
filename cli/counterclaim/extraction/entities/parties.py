"""The parties of an article: which conflict it is about and who acts in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from counterclaim.extraction.entities.taking_part import striking_states
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.country_terms import country_terms
from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.knowledge.names import tokenise
from counterclaim.knowledge.phrases import words
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.span_index import inside, touching
from counterclaim.language.tree import Parse
from counterclaim.records.model import NARRATOR, Source, Span

_OFTEN = 2  # times that a state must strike or be struck, of which the war at hand is not
_POSSESSIVE = 6  # code points of "their "
_OWNED = re.compile(rf"\b(?:{'|'.join(sorted(word_class('possessives')))})\s+$", re.IGNORECASE)


def find_parties(
    text: str, on: str | None, toponyms: list[Toponym], parse: Parse
) -> tuple[str | None, list[ActorMention]]:
    """The conflict of an article (an id of data/sides.yaml, None when its words do not tell) and
    the actors it names, their sides as they count in that conflict on the day `on`."""
    actors = scan_actors(text, on)
    fighting = _states_that_fight(text, actors, on)
    parties = fighting | _states_at_war(actors, on)
    named = (_side_or_party(actor, parties) for actor in actors)
    votes = Counter(side for side in named if side is not None)
    places = (t.entry for t in toponyms if t.event_place)
    countries = Counter(place.country for place in places if place and place.country)
    sides = load_sides()
    conflict = sides.guess_conflict(votes, on, countries)
    if conflict is not None:
        conflict = _as_told(conflict, on, parse, actors)
    conflict = conflict or sides.war_of_states(fighting)
    return conflict, scan_actors(text, on, conflict) if conflict else actors


def _as_told(ident: str, on: str | None, parse: Parse, actors: list[ActorMention]) -> str:
    """A war with the states that strike or are struck in it here and that no file expects, and
    without those that do not fight in it on the day and do not strike here."""
    sides = load_sides()
    war = sides.conflicts[ident]
    often = _often(striking_states(parse, actors))
    gone = sides.at_peace(ident, on) if on is not None else frozenset()
    gone -= _often(striking_states(parse, actors, defending=False)) if gone else frozenset()
    return sides.without(sides.joined(ident, often - war.countries.keys()), gone)


def _often(strikes: Iterable[str]) -> frozenset[str]:
    """The states that strike or are struck more than in passing."""
    times = Counter(strikes)
    most = max(times.values(), default=0)
    return frozenset(iso2 for iso2, n in times.items() if n >= max(_OFTEN, most / 4))


def _states_that_fight(text: str, actors: list[ActorMention], on: str | None) -> frozenset[str]:
    """The countries (ISO 2) that fight in an article: those whose forces it names. Where it
    names none, and rebels of nobody's, those at war at home on the day; where it tells of "his
    troops" or a ministry of defence, the only state it names."""
    fighting = frozenset(a.state for a in actors if a.state and a.force)
    nobodys = [a for a in actors if a.force and a.side is None]
    if fighting or not nobodys:
        return fighting
    named = {iso2 for _, _, iso2 in country_terms(tuple(token.key for token in tokenise(text)))}
    troops = (a for a in nobodys if a.text.lower() in words("bare_state"))
    owned = any(_OWNED.search(text, max(0, a.start - _POSSESSIVE), a.start) for a in troops)
    commands = any(a.body == "ministry-of-defence" for a in actors)
    rebels = any(a.text.lower() in words("bare_rebel") for a in nobodys)
    torn = (iso2 for iso2 in named if rebels and load_sides().wars_inside(iso2, on))
    return frozenset(named if len(named) == 1 and (owned or commands) else torn)


def _states_at_war(actors: list[ActorMention], on: str | None) -> frozenset[str]:
    """The countries of which an article names two that are at war on its day."""
    sides = load_sides()
    named = sorted({actor.state for actor in actors if actor.state})
    pairs = ((a, b) for i, a in enumerate(named) for b in named[i + 1 :])
    at_war = ((a, b) for a, b in pairs if sides.opposed(sides.party(a), sides.party(b), on))
    return frozenset(iso2 for pair in at_war for iso2 in pair)


def _side_or_party(actor: ActorMention, parties: frozenset[str]) -> str | None:
    """Whom a mention counts for: a state that is mostly a third party counts as a party where the
    article names its forces, or a state at war with it."""
    if actor.side == INDEPENDENT and actor.state in parties:
        return load_sides().party(actor.state)
    return actor.side


def tells_of_war(conflict: str | None, actors: list[ActorMention]) -> bool:
    """Whether an article is about a conflict: one is known, or somebody in it fights."""
    return conflict is not None or any(a.force for a in actors)


def narrator(content: tuple[Span, ...], actors: list[ActorMention]) -> Source:
    """The article's own voice: independent, but for words that take a side ("our defenders", "the
    enemy"), whose side the article does not tell."""
    takes_side = any(a.relative is not None for a in inside(actors, content))
    return Source(NARRATOR, NARRATOR, UNKNOWN if takes_side else INDEPENDENT)


def speaks_for_army(source: Source) -> bool:
    """Whether a source is an army or somebody of one, whose "the troops" are its own."""
    known = load_registry().find(source.organisation or source.name)
    return known is not None and known.type == "military"


def outside_names(toponyms: list[Toponym], actors: list[ActorMention]) -> list[Toponym]:
    """The toponyms that are no part of the name of somebody who acts: `Faylaq al-Sham`, `the White
    House`. A state named by its country or capital stays a toponym, and so does a town that stands
    as one (`shelled Tiraspol`), whatever is ruled from it."""
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
    if toponym.placed and place is not None and place.is_settlement:
        return toponym.core != (actor.start, actor.end)
    return entry.type != "state" or (place is not None and place.country != entry.country)
