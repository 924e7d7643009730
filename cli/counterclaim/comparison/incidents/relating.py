"""One relation for two claims: an answer, what an axis finds, or what they are as claims of one
happening.
"""

from __future__ import annotations

from counterclaim.comparison.incidents.admission import AFRESH, Ways
from counterclaim.comparison.incidents.judging import compare_incident, is_open
from counterclaim.comparison.pairs.denials import find_answer
from counterclaim.comparison.pairs.gates import ORIGIN, Refusal, admit
from counterclaim.comparison.pairs.judging import REPRINT, ask_all, gravity, name
from counterclaim.comparison.prepared.claim import Finding, PreparedClaim
from counterclaim.comparison.types import Relation, World


def relate(a: PreparedClaim, b: PreparedClaim, world: World) -> Relation | None:
    """Relate two claims; None when a gate is shut or no axis is shared.

    Symmetric: ``relate(a, b, world) == relate(b, a, world)``.

    >>> relate(moscow_took_it, kyiv_holds_it, world).relation
    'contradicts'
    """
    if a.id == b.id:
        return None
    a, b = (a, b) if a.id < b.id else (b, a)
    if answer := find_answer(a, b):
        return name(answer, a.id, b.id)
    pair = admit(a, b, world)
    if pair is ORIGIN:
        return name(REPRINT, a.id, b.id)
    found = None if isinstance(pair, Refusal) else ask_all(pair)
    found = settle(a, b, world, found)
    return name(found, a.id, b.id) if found else None


def settle(
    a: PreparedClaim, b: PreparedClaim, world: World, found: Finding | None, ways: Ways = AFRESH
) -> Finding | None:
    """Let one happening decide where the axes, by event type and place alone, find nothing or only
    that both can hold; the smaller id comes first.

    >>> settle(moscow_saw_drones, kyiv_struck_the_refinery, world, None).relation
    'concedes'
    """
    if found is not None and not is_open(found, a, b, world.rules):
        return found
    bound = compare_incident(a, b, world, found, ways)
    if bound is None or found is None or bound.relation == "update":
        return bound or found
    return bound if gravity(bound) < gravity(found) else found
