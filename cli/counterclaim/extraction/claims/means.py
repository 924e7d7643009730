"""What fell on a place that was "hit": the strike that was told of just before.

"Jets bombed the port on Monday. The attack also hit a clinic." tells of the jets twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.knowledge.predicates import family, load_predicates, load_words
from counterclaim.records import Claim, Event

_REACH = 4  # claims back that a blow without means of its own may be one with


def meant_strike(claim: Claim, before: Sequence[Claim]) -> Event:
    """The event of a claim; a blow that names no means is the strike from the air, if one is the
    last violence told `before` it; fighting on the ground or shelling between them parts them."""
    words, kind = load_words().sets["blows"], claim.event.type
    if kind not in family("combat") or not words & set(claim.text.lower().split()):
        return claim.event
    told = (other.event.type for other in reversed(before[-_REACH:]))
    last = next((other for other in told if other in family("deadly")), None)
    finer = family("airborne").intersection(load_predicates()[kind].finer)
    return replace(claim.event, type=last) if last is not None and last in finer else claim.event
