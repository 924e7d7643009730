"""The parties of an article: which conflict it is about and who acts in it."""

from __future__ import annotations

from collections import Counter

from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.knowledge.sides import load_sides


def find_parties(text: str, on: str | None) -> tuple[str | None, list[ActorMention]]:
    """The conflict of an article (an id of data/sides.yaml, None when its words do not tell) and
    the actors it names, their sides as they count in that conflict on the day `on`."""
    votes = Counter(a.side for a in scan_actors(text, on) if a.side is not None)
    conflict = load_sides().guess_conflict(votes)
    return conflict, scan_actors(text, on, conflict)
