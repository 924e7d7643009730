"""The parties of an article: which conflict it is about, who acts in it, and whom "the enemy"
means."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.knowledge.sides import load_sides


def find_parties(text: str, on: str | None) -> tuple[str | None, list[ActorMention]]:
    """The conflict of an article (an id of data/sides.yaml, None when its words do not tell) and
    the actors it names, their sides as they count in that conflict on the day `on`."""
    votes = Counter(a.side for a in scan_actors(text, on) if a.side is not None)
    conflict = load_sides().guess_conflict(votes)
    return conflict, scan_actors(text, on, conflict)


def settle_actors(
    actors: list[ActorMention], side: str, conflict: str | None, on: str | None
) -> list[ActorMention]:
    """The actors as one source sees them: "our troops" are its side, "the enemy" its only opponent
    in the conflict; with several opponents the enemy's side stays open."""
    own = side if side not in ("unknown", "independent") else None
    enemy = _only_opponent(own, conflict, on) if own is not None else None
    settled = []
    for actor in actors:
        if actor.side is None and actor.relative == "own":
            settled.append(replace(actor, side=own))
        elif actor.side is None and actor.relative == "enemy":
            settled.append(replace(actor, side=enemy))
        else:
            settled.append(actor)
    return settled


def _only_opponent(side: str, conflict: str | None, on: str | None) -> str | None:
    sides = load_sides()
    known = sides.conflicts.get(conflict or "")
    parties = known.parties if known is not None else ()
    opponents = [p for p in parties if sides.opposed(side, p, on)]
    return opponents[0] if len(opponents) == 1 else None
