"""The place that a discourse has set for an event whose own words name none.

A report names a place once and tells on: `Drones hit Sumy overnight. Two people died.` The second
claim is about Sumy, and its record says so: `basis: context`. It is taken only where the text has
earned it: the event is one that has a place, and the nearest sentence before it that names a place,
in its paragraph or the one before, tells an event there and names no other. What turns to another
scene (`elsewhere`), tells of the whole war, or says where in words that nobody can place (`in three
districts`, `in the town` behind two towns) is left without.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter

from counterclaim.extraction.claims.context import says_where
from counterclaim.extraction.places import anaphor_pattern, from_context, places_in, turns_from
from counterclaim.extraction.places.roles import AWAY, ORIGIN
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import family, load_predicates
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import inside
from counterclaim.language.tree import Parse
from counterclaim.records.model import Claim, Place, Span

_START = attrgetter("start")
_ELSEWHERE = re.compile(rf"\b{any_of('other_scene')}\b", re.IGNORECASE)
_OF_ALL = re.compile(rf"\b{any_of('whole_war')}\b", re.IGNORECASE)
_MANY = re.compile(
    rf"\b{any_of('where_to')} (?:[\w’'-]+ ){{0,4}}{any_of('many_places')}\b", re.IGNORECASE
)
_OPENING = 60  # code points at the start of a sentence in which it turns to another scene


class Scenes:
    """The scenes of one article: which places its sentences have set, asked claim by claim.

    `Scenes(parse, layout, toponyms).place(claim)` gives the claim, with a place of the scene where
    its words name none.
    """

    def __init__(self, parse: Parse, layout: Layout, toponyms: list[Toponym]) -> None:
        self.parse = parse
        self.text = layout.text
        self.sentences = layout.sentences
        self.toponyms = toponyms
        self._set: dict[Span, set[str]] = {}

    def place(self, claim: Claim) -> Claim:
        """The claim, placed by its scene if it needs a place and its words do not name one. Claims
        are asked in text order: those with places of their own set the scene for others."""
        if claim.places and has_place(claim.event.type):
            stated = {p.name for p in claim.places if p.basis != "context"}
            for span in claim.spans:
                self._set.setdefault(self._sentence(span[0]), set()).update(stated)
        if claim.places or not has_place(claim.event.type) or self._is_elsewhere(claim.spans):
            return claim
        found = self._set_before(claim.spans[0][0])
        if found and self._turned(claim.spans[0][0], found[0]):
            return claim
        return replace(claim, places=from_context(found)) if found else claim

    def _is_elsewhere(self, spans: tuple[Span, ...]) -> bool:
        """Whether words say themselves where it was, or was not: they take no place from others."""
        words = " ".join(self.text[a:b] for a, b in spans)
        told = (_ELSEWHERE, _OF_ALL, _MANY, anaphor_pattern())
        return any(pattern.search(words) for pattern in told) or any(
            says_where(self.parse, span) for span in spans
        )

    def _set_before(self, at: int) -> tuple[Place, ...]:
        """The place set by the nearest sentence that names one, if it is one alone."""
        for start, end in self._back(at):
            found = foremost(places_in(((start, end),), self.toponyms))
            if found:
                set_by_event = self._set.get((start, end), set())
                return found if len(found) == 1 and found[0].name in set_by_event else ()
        return ()

    def _turned(self, at: int, place: Place) -> bool:
        """Whether the claim's own sentence names another place than the one set: "In Bamako, the
        authorities said …", "the mayor of Gao said …"."""
        entry = load_gazetteer().entry(place.id) if place.id else None
        here = inside(self.toponyms, (self._sentence(at),))
        return any(turns_from(entry, toponym) for toponym in here)

    def _sentence(self, at: int) -> Span:
        here = self.sentences[max(0, bisect_right(self.sentences, at, key=_START) - 1)]
        return here.start, here.end

    def _back(self, at: int) -> Iterator[Span]:
        """The sentences before an offset, nearest first, until the scene changes."""
        here = bisect_right(self.sentences, at, key=_START) - 1
        if here < 0:
            return
        paragraph = self.sentences[here].paragraph
        for k in range(here, max(0, here - limits().scene_sentences), -1):
            if self._turns(self.sentences[k].start):
                return
            before = self.sentences[k - 1]
            if paragraph - before.paragraph > 1 or before.headline != self.sentences[here].headline:
                return
            yield before.start, before.end

    def _turns(self, start: int) -> bool:
        """Whether a sentence opens another scene: "Elsewhere", "Meanwhile in the south"."""
        return _ELSEWHERE.search(self.text, start, start + _OPENING) is not None


def foremost(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of the places of one sentence those it is about: without what only says where another lies
    ("Zamzam, south of El Fasher", "Goma in eastern Congo").
    """
    gazetteer = load_gazetteer()
    at = [p for p in places if p.relation not in (AWAY, ORIGIN)]
    at = [p for p in at if p.relation is None] or at
    small = any(p.id is None or p.precision in ("point", "settlement", "district") for p in at)

    def is_wider(outer: Place) -> bool:
        if small and outer.precision in ("oblast", "area", "country"):
            return True
        return any(
            p.id and outer.id and p.id != outer.id and gazetteer.within(p.id, outer.id) for p in at
        )

    return tuple(p for p in at if not is_wider(p))


@cache
def has_place(kind: str) -> bool:
    """Whether events of a type happen somewhere: `capture`, but not `negotiation`.

    >>> has_place("shelling"), has_place("statement")
    (True, False)
    """
    predicate = load_predicates().get(kind)
    roles = predicate.roles if predicate else ()
    placed = any(role.endswith("place") for role in roles)
    return placed and kind not in family("speech") and kind not in family("process")
