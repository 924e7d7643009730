"""What a doubt is about that names nothing: "Officials have yet to confirm it."

Such a claim tells of no event of its own; what it doubts is what was claimed last.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.knowledge.predicates import FALLBACK, family
from counterclaim.records import Claim, Event


def doubted_event(claim: Claim, before: Sequence[Claim]) -> Event:
    """The event of a claim; of a doubt that names none, that of the claim it leans on among those
    told `before` it: the one it answers, else the last that tells of something.

    "Rebels shot down a drone. This could not be verified." doubts the shooting down.
    """
    if claim.stance != "doubts" or claim.event.type != FALLBACK:
        return claim.event
    answered = [other for other in before if other.id == claim.responds_to]
    told = (other.event for other in (*answered, *reversed(before[-_REACH:])))
    leant = next((e for e in told if e.type not in family("speech")), None)
    return claim.event if leant is None else Event(leant.type, leant.initiator, leant.target)


_REACH = 2  # claims back that a doubt without words of its own may mean
