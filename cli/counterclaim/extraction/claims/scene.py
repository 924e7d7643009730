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
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter

from counterclaim.extraction.claims.context import says_where
from counterclaim.extraction.places import (
    anaphor_pattern,
    from_context,
    is_facility,
    places_in,
    turns_from,
)
from counterclaim.extraction.places.roles import AWAY, ORIGIN
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.predicates import FALLBACK, family, load_predicates
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
_BACK = pattern("taken_up_place")
_SCENE = word_class("the_scene")  # where it was, whatever that is; "the town" is one of several
_WITNESS = re.compile(rf"\b{any_of('on_the_spot')}\b", re.IGNORECASE)
_TROOPS = re.compile(
    rf"\b{any_of('formations')} [A-Z][\w-]+|\b[A-Z][\w-]+ {any_of('formations_behind')}\b"
)
_JOINED = re.compile(rf",? {any_of('joined_by')} (?:the )?(?:[a-z]+ of )?")
_NOT_YET = ("predicts", "intends", "doubts")
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
        self._in_order: list[Span] = []
        self._went_on: dict[Span, tuple[str | None, tuple[Place, ...]]] = {}

    def place(self, claim: Claim) -> Claim:
        """The claim, placed by its scene if it needs a place and its words do not name one. Claims
        are asked in text order: those with places of their own set the scene for others."""
        if claim.places and (has_place(claim.event.type) or claim.event.type == FALLBACK):
            stated = {p.name for p in claim.places if p.basis != "context"}
            for here in {self._sentence(span[0]) for span in claim.spans if stated}:
                if here not in self._set:
                    insort(self._in_order, here)
                self._set.setdefault(here, set()).update(stated)
        if claim.places or not has_place(claim.event.type) or self._is_elsewhere(claim.spans):
            return claim
        here = self._sentence(claim.spans[0][0])
        found = self._set_before(claim, here) if _takes_scene(claim) else ()
        if (
            not found
            or self._is_wide(found[0], here)
            or self._turned(here, found[0])
            or self._of_other_troops(here, found[0])
        ):
            return claim
        self._went_on[here] = claim.source.name, found
        return replace(claim, places=from_context(found))

    def _is_wide(self, place: Place, here: Span) -> bool:
        """Whether a place of another sentence is too wide for a scene: "eastern Ukraine"; ships are
        at sea."""
        entry = load_gazetteer().entry(place.id) if place.id else None
        if entry is not None and entry.kind in ("sea", "strait"):
            return False
        wide = place.precision == "area" and (place.country is None or "/" in (place.id or ""))
        return wide and not here[0] <= place.span[0] < here[1]

    def _is_elsewhere(self, spans: tuple[Span, ...]) -> bool:
        """Whether words say themselves where it was, or was not: they take no place from others."""
        words = " ".join(self.text[a:b] for a, b in spans)
        told = (_ELSEWHERE, _OF_ALL, _MANY)
        again = {m["noun"] for m in anaphor_pattern().finditer(words)} - {None, *_SCENE}
        again = {noun for noun in again if not is_facility(noun)}
        return (
            any(pattern.search(words) for pattern in told)
            or bool(again)
            or any(says_where(self.parse, span) for span in spans)
        )

    def _set_before(self, claim: Claim, here: Span) -> tuple[Place, ...]:
        """The place set by the nearest sentence that names one, if it is one alone, or that of a
        claim before to which the scene went on, where the same voice or the words go on with it."""
        named = foremost(places_in((here,), self.toponyms))
        if len(named) == 1 and self._is_last_set(named[0], here):
            return named
        for back, sentence in enumerate(self._back(claim.spans[0][0])):
            found = foremost(places_in((sentence,), self.toponyms))
            if found:
                both = not back and not claim.quantities and self._are_joined(found)
                one = len(found) == 1 or both
                return found if one and all(self._holds(sentence, p) for p in found) else ()
            voice, went_on = self._went_on.get(sentence, (None, ()))
            if went_on:
                return went_on if voice == claim.source.name or self._goes_on(claim) else ()
        return ()

    def _are_joined(self, places: tuple[Place, ...]) -> bool:
        """Whether two places are told of in one breath: "towards Kaya and Bodu". What is counted
        behind them may be of one alone."""
        (_, end), (start, _) = places[0].span, places[-1].span
        return len(places) == 2 and _JOINED.fullmatch(self.text, end, start) is not None

    def _holds(self, sentence: Span, place: Place) -> bool:
        """Whether an event of a sentence was at a place, or the last one before it that had a place
        was: "the mayor of the city said" leaves the scene as it is."""
        return place.name in self._set.get(sentence, ()) or self._is_last_set(place, sentence)

    def _is_last_set(self, place: Place, sentence: Span) -> bool:
        before = bisect_left(self._in_order, sentence)
        return before > 0 and place.name in self._set[self._in_order[before - 1]]

    def _goes_on(self, claim: Claim) -> bool:
        """Whether another voice tells of the same: the words point back ("operating there", "the
        blast lasted"), or somebody tells who lives where it was."""
        heard = _WITNESS.search(claim.source.mention.text) if claim.source.mention else None
        return heard is not None or any(_BACK.search(self.text, *span) for span in claim.spans)

    def _of_other_troops(self, here: Span, place: Place) -> bool:
        """Whether a sentence names troops that the one with the place does not: each formation
        fights in a sector of its own ("Battlegroup North repelled two attacks")."""
        there = self._sentence(place.span[0])
        named = (m.group() for m in _TROOPS.finditer(self.text, *here))
        return any(name not in self.text[slice(*there)] for name in named)

    def _turned(self, here: Span, place: Place) -> bool:
        """Whether the claim's own sentence names another place than the one set: "In Bamako, the
        authorities said …", "the mayor of Gao said …"."""
        entry = load_gazetteer().entry(place.id) if place.id else None
        return any(turns_from(entry, toponym) for toponym in inside(self.toponyms, (here,)))

    def _sentence(self, at: int) -> Span:
        here = self.sentences[max(0, bisect_right(self.sentences, at, key=_START) - 1)]
        return here.start, here.end

    def _back(self, at: int) -> Iterator[Span]:
        """The sentences before an offset, nearest first, until the scene changes."""
        here = bisect_right(self.sentences, at, key=_START) - 1
        if here < 0 or self._is_title(self.sentences[here].end):
            return
        paragraph = self.sentences[here].paragraph
        for k in range(here, max(0, here - limits().scene_sentences), -1):
            if self._turns(self.sentences[k].start):
                return
            before = self.sentences[k - 1]
            if paragraph - before.paragraph > 1 or before.headline != self.sentences[here].headline:
                return
            yield before.start, before.end

    def _is_title(self, end: int) -> bool:
        """Whether a sentence that ends here is a line without a stop: a title of another report."""
        line = self.text[self.text.rfind("\n", 0, end) + 1 : end]
        return self.text[end : end + 1] == "\n" and not re.search(r"[.!?…:;)\"”’\]]\s*$", line)

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


def _takes_scene(claim: Claim) -> bool:
    """Whether an event is told as one that was somewhere: no forecast, no plan, no doubt, nothing
    that is told of forces wherever they are."""
    return claim.stance not in _NOT_YET and claim.event.type not in family("roaming")


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
