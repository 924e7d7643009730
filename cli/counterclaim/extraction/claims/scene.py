"""The place that a discourse has set for an event whose own words name none.

A report names a place once and tells on: `Drones hit Sumy overnight. Two people died.` The second
claim is about Sumy, and its record says so: `basis: context`. It is taken only where the text has
earned it: the event is one that has a place, and the nearest sentences before it, in its paragraph
or the one before, name one. A word that turns to another scene (`elsewhere`), a total, talk and
judgement have none.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter

from counterclaim.extraction.places.finding import from_context, places_in
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import family, load_predicates
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Sentence
from counterclaim.records.model import Claim, Place, Span

_START = attrgetter("start")
import os
BACK = int(os.environ.get("BACK", "3"))


class Scenes:
    """The scenes of one article: which places its sentences have set."""

    def __init__(self, layout: Layout, toponyms: list[Toponym]) -> None:
        self.layout = layout
        self.sentences = layout.sentences
        self.toponyms = toponyms

    def place(self, claim: Claim) -> Claim:
        """A claim with the place of its scene, where its words name none and need one."""
        if claim.places or not has_place(claim.event.type):
            return claim
        found = self._before(claim.spans[0][0])
        return replace(claim, places=from_context(found)) if found else claim

    def _before(self, at: int) -> tuple[Place, ...]:
        here = bisect_right(self.sentences, at, key=_START) - 1
        if here < 0:
            return ()
        for k in range(here - 1, max(-1, here - 1 - BACK), -1):
            s = self.sentences[k]
            if self.sentences[here].paragraph - s.paragraph > 1:
                break
            found = narrowest(places_in(((s.start, s.end),), self.toponyms))
            if found:
                return found
        return ()


def narrowest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    g = load_gazetteer()
    return tuple(
        p
        for p in places
        if not any(
            q is not p and q.id and p.id and q.id != p.id and g.within(q.id, p.id) for q in places
        )
    )


def has_place(kind: str) -> bool:
    """Whether events of a type happen somewhere: `capture`, but not `negotiation`.

    >>> has_place("shelling"), has_place("statement")
    (True, False)
    """
    predicate = load_predicates().get(kind)
    roles = predicate.roles if predicate else ()
    placed = any(role.endswith("place") for role in roles)
    return placed and kind not in family("speech") and kind not in family("process")
