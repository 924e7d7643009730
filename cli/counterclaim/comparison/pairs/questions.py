"""Which claims answer one kind of question: only these can share an axis."""

from __future__ import annotations

from counterclaim.comparison.axes.figures import is_harm
from counterclaim.comparison.axes.states import SITUATION, judged_topic
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Rules
from counterclaim.knowledge.predicates import family

_GROUND = ("territory", "combat")
GOALS = "goals"
QUESTION_ROLES = frozenset({"kind", "topic"})
"""The roles that decide which question a claim answers."""


def topic_of(subject: PreparedClaim, rules: Rules) -> str:
    """Name the one question a claim answers; aims, demands and forecasts are one question."""
    return rules.topic_of(subject.kind) if subject.real else GOALS


def clusters_of(subject: PreparedClaim, world: World) -> tuple[str, ...]:
    """Name the groups of event types that share an axis with this one."""
    if not subject.real:
        return ("aims",)
    rules = world.rules
    harm = any(is_harm(q.what, rules.axes) for q in subject.claim.quantities)
    damage = bool(subject.claim.quantities) and rules.axes.of("damaging", subject.kind)
    more = [name for name, holds in (("harm", harm), ("damage", damage)) if holds]
    return (*_by_kind(subject, rules), *more)


def _by_kind(subject: PreparedClaim, rules: Rules) -> tuple[str, ...]:
    topic = rules.topic_of(subject.kind)
    if subject.negative and rules.axes.of("presence", subject.kind):
        return topic, "strikes"
    if subject.kind in family("truce"):
        return topic, "ground", "strikes"
    if subject.kind in family("siege"):
        return "ground", "supply", SITUATION
    if judged_topic(subject, rules.axes) == SITUATION:
        return topic, SITUATION
    if subject.role("kind") == "blame":
        return topic, "ground", "strikes"
    return ("ground",) if topic in _GROUND else (topic,)
