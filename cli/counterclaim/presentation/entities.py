"""`show --entities`: whom and which places the claims of an article speak of, as it calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from counterclaim.presentation.compare.words import SideName, one_line
from counterclaim.presentation.console import clean
from counterclaim.presentation.listing import to_columns
from counterclaim.records import Actor, Claim, Record
from counterclaim.records.model import NARRATOR

_HEADS = ("who", "side", "kind", "claims", "told of", "called")
_PLACES = ("place", "kind", "country", "claims", "called")
_PARTY, _RELAY = "party", "relay"


@dataclass(slots=True)
class Entity:
    """Somebody, or a place: how many claims it makes (`claims`; of a place: lie there), how many
    tell of it, and in which words the article names it."""

    name: str
    kind: str
    side: str = ""
    country: str = ""
    claims: int = 0
    told: int = 0
    called: dict[str, None] = field(default_factory=dict)


def find_entities(record: Record) -> tuple[list[Entity], list[Entity]]:
    """Find everybody that the claims of an article speak of, and the places; those of most claims
    come first. What no claim speaks of is not here.

    >>> [who.name for who in find_entities(record)[0]]
    ['General Staff', 'Russian Armed Forces']
    """
    people: dict[str, Entity] = {}
    places: dict[str, Entity] = {}
    for claim in record.events:
        _note_people(claim, people)
        for place in claim.places:
            seen = places.setdefault(
                place.id or place.name,
                Entity(place.name, place.precision or "", country=place.country or ""),
            )
            seen.claims += 1
            seen.called[place.mention] = None
    return _ordered(people.values()), _ordered(places.values())


def _note_people(claim: Claim, people: dict[str, Entity]) -> None:
    source, event = claim.source, claim.event
    if source.kind != NARRATOR:
        speaker = _known(people, source.name, source.kind, source.side)
        speaker.claims += 1
        if source.mention:
            speaker.called[source.mention.text] = None
    for relay in source.relay:
        passed_on = _known(people, relay.name, _RELAY, "")
        passed_on.told += 1
        if relay.mention:
            passed_on.called[relay.mention.text] = None
    for party in _parties(event.initiator, event.target):
        _known(people, party.name, _PARTY, party.side).told += 1


def _parties(*actors: Actor | None) -> Iterator[Actor]:
    return (actor for actor in actors if actor is not None)


def _known(people: dict[str, Entity], name: str, kind: str, side: str) -> Entity:
    found = people.setdefault(name, Entity(name, kind, side))
    if found.kind == _PARTY and kind != _PARTY:
        found.kind = kind
    return found


def _ordered(found: Iterable[Entity]) -> list[Entity]:
    return sorted(found, key=lambda e: (-e.claims, -e.told, e.name))


def entities_to_text(record: Record, name: SideName, width: int) -> str:
    """Write both as tables."""
    people, places = find_entities(record)
    sides = {"": None, "unknown": "not known"}
    who = [
        (p.name, sides.get(p.side, name(p.side)), p.kind, p.claims, p.told, _called(p))
        for p in people
    ]
    where = [(p.name, p.kind, p.country, p.claims, _called(p)) for p in places]
    parts = [
        to_columns(heads, rows, width) for heads, rows in ((_HEADS, who), (_PLACES, where)) if rows
    ]
    return clean("\n\n".join("\n".join(lines) for lines in parts) + "\n") if parts else ""


def entities_to_object(record: Record) -> dict[str, list[dict[str, Any]]]:
    """Give both as plain data."""
    people, places = find_entities(record)
    return {
        "who": [
            {
                "name": p.name, "side": p.side or None, "kind": p.kind, "claims": p.claims,
                "told_of": p.told, "called": list(p.called),
            }
            for p in people
        ],
        "places": [
            {
                "name": p.name, "kind": p.kind or None, "country": p.country or None,
                "claims": p.claims, "called": list(p.called),
            }
            for p in places
        ],
    }  # fmt: skip


def _called(entity: Entity) -> str:
    return "; ".join(one_line(words) for words in entity.called if words != entity.name)
