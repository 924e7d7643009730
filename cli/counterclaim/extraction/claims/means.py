"""What fell on a place that was "hit": the strike that was told of just before.

"Jets bombed the port on Monday. The attack also hit a clinic." tells of the jets twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.predicates import family, load_predicates, load_words
from counterclaim.records import Claim, Event

_REACH = 4  # claims back that a blow without means of its own may be one with
_HAPPENED = ("asserts", "confirms", "denies")  # what is still to come is no blow told before


def meant_strike(claim: Claim, before: Sequence[Claim]) -> Event:
    """The event of a claim; a blow that names no means is the strike from the air, if one is the
    last violence told `before` it; fighting on the ground or shelling between them parts them."""
    words, kind = load_words().sets["blows"], claim.event.type
    if kind not in family("combat") or not words & set(claim.text.lower().split()):
        return claim.event
    if claim.stance not in _HAPPENED or claim.event.role("negated") or _is_somebodys(claim.text):
        return claim.event
    told = (other.event for other in reversed(before[-_REACH:]))
    last = next((event for event in told if event.type in family("deadly")), None)
    finer = family("airborne").intersection(load_predicates()[kind].finer)
    if last is None or last.type not in finer or not _by_same(claim.event, last):
        return claim.event
    return replace(claim.event, type=last.type)


def _is_somebodys(text: str) -> bool:
    """Whether somebody's blow is told that a pronoun only means: "they had struck targets"."""
    before = takewhile(lambda word: word not in load_words().sets["blows"], text.lower().split())
    return not word_class("they").isdisjoint(before)


def _by_same(blow: Event, strike: Event) -> bool:
    """Whether who deals a blow may be who flew the strike: nobody is named, or the same side."""
    doer, flown = blow.initiator, strike.initiator
    return doer is None or (flown is not None and doer.side == flown.side)
