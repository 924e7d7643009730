"""The axes: shared variables on which two claims can collide.

An axis is two functions: what it reads of one claim and how two claims stand to each other on it.
A reading is a block and a value; None: the claim says nothing on this axis. Only claims of one
block can meet, and claims of one value stand alike to all others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from counterclaim.comparison.axes.agent import (
    NOBODY,
    authored_as,
    compare_agent,
    compare_object_hit,
    object_hit,
)
from counterclaim.comparison.axes.figures import is_harm, read_figures
from counterclaim.comparison.axes.goals import compare_goals, goal
from counterclaim.comparison.axes.numbers import compare_numbers
from counterclaim.comparison.axes.occurrence import compare_denied, compare_told
from counterclaim.comparison.axes.outcome import compare_direction, compare_outcome, outcome, way
from counterclaim.comparison.axes.states import (
    access,
    activity,
    compare_access,
    compare_activity,
    compare_stage,
    compare_valence,
    judged_party,
    judged_topic,
    stage,
    valence,
)
from counterclaim.comparison.axes.territory import compare_territory, hold, thing
from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.comparison.prepared.words import of_the_rest
from counterclaim.knowledge.comparison import Rules
from counterclaim.knowledge.predicates import family

Reading = tuple[Hashable, Hashable]


@dataclass(frozen=True, eq=False, slots=True)
class Axis:
    """One shared variable. `roles` are all it reads of an event's roles, when it reads and when it
    compares: claims that differ in none of them are one to it. `yields` are the relations it can
    find, before doubts are weighed. Two axes of one name read different sides of one variable: no
    two claims meet on both.
    """

    name: str
    reads: Callable[[PreparedClaim, Rules], Reading | None]
    compare: Callable[[Pair], Finding | None]
    roles: frozenset[str]
    yields: frozenset[str]


def _territory(subject: PreparedClaim, rules: Rules) -> Reading | None:
    held = subject.value(hold, rules.axes)
    stated = subject.role("extent") is not None
    return ("", (held, stated, thing(subject))) if held else None


def _outcome(subject: PreparedClaim, rules: Rules) -> Reading | None:
    found = subject.value(outcome, rules.axes)
    roles = (subject.role("degree"), subject.flag("inside"))
    return ("", (found, subject.kind, subject.author, *roles)) if found else None


def _agent(subject: PreparedClaim, rules: Rules) -> Reading | None:
    block = authored_as(subject, rules.axes)
    if subject.negative or subject.doubted or block is None or not subject.author:
        return None
    window, actor = subject.window, subject.claim.event.initiator
    stated = window is not None and window.stated
    days = window.last - window.first if window and stated else 0
    parties = subject.author, actor and actor.name, subject.sufferer
    roles = subject.kind, subject.role("kind"), subject.role("object_hit")
    return block, (*parties, *roles, stated, days < rules.thresholds.one_event_days)


def _numbers(subject: PreparedClaim, rules: Rules) -> Reading | None:
    figures = subject.value(read_figures, rules)
    if not figures or subject.doubted:
        return None
    harm = all(is_harm(figure.what, rules.axes) for figure in figures)
    kind = "" if harm else subject.kind  # the harmed are counted whatever the event
    roles = tuple(subject.role(name) for name in ("item", "object"))
    return "", (kind, subject.sufferer, figures, roles)


def _access(subject: PreparedClaim, rules: Rules) -> Reading | None:
    found = subject.value(access, rules.axes)
    return ("", (found, subject.kind in family("siege"))) if found else None


def _activity(subject: PreparedClaim, rules: Rules) -> Reading | None:
    found = subject.value(activity, rules.axes)
    return ("", found) if found else None


def _stage(subject: PreparedClaim, rules: Rules) -> Reading | None:
    found = subject.value(stage, rules.axes)
    if found is None or not rules.axes.of("process", subject.kind):
        return None
    words = subject.role("status") or subject.role("stage")
    return subject.kind, (found, words, subject.negative, subject.author, subject.sufferer)


def _object_hit(subject: PreparedClaim, rules: Rules) -> Reading | None:
    hit = subject.value(object_hit, rules.axes)
    if hit is None:
        return None
    alone = subject.kind if hit != NOBODY and not rules.axes.of("strike", subject.kind) else None
    return alone or "strike", (subject.kind, hit, subject.author, subject.sufferer)


def _direction(subject: PreparedClaim, rules: Rules) -> Reading | None:
    if subject.negative or subject.doubted or way(subject, rules.axes) is None:
        return None
    return "", (subject.kind, way(subject, rules.axes), subject.author, subject.sufferer)


def _valence(subject: PreparedClaim, rules: Rules) -> Reading | None:
    found, topic = subject.value(valence, rules.axes), judged_topic(subject, rules.axes)
    if found is None or topic is None:
        return None
    return topic, (found, subject.kind, judged_party(subject, rules.axes))


def _told(subject: PreparedClaim, rules: Rules) -> Reading | None:
    if subject.negative or subject.doubted:
        return None
    block = "ground" if rules.axes.of("ground", subject.kind) else subject.kind
    roles = tuple(subject.role(name) for name in ("state", "status", "outcome", "extent", "object"))
    counts = rules.axes.of("counted", subject.kind) and bool(subject.claim.quantities)
    return block, (subject.kind, subject.author, subject.sufferer, roles, counts)


def _denied(subject: PreparedClaim, rules: Rules) -> Reading | None:
    parties = subject.author, subject.sufferer, subject.speaker
    block = authored_as(subject, rules.axes) or subject.kind
    numbered = bool(subject.value(read_figures, rules))
    said = subject.negative, subject.doubted, subject.role("harm"), numbered
    rest = subject.value(of_the_rest, rules)
    return block, (subject.kind, *said, rest, thing(subject), *parties)


def _goals(subject: PreparedClaim, rules: Rules) -> Reading | None:
    named = goal(subject)
    expected = subject.claim.stance == "predicts"
    parties = subject.speaker, subject.author, subject.sufferer
    return (expected, (named, subject.negative, parties)) if named else None


def _axis(name: str, reads: Any, compare: Any, *, roles: str = "", yields: str) -> Axis:
    return Axis(name, reads, compare, frozenset(roles.split()), frozenset(yields.split()))


FACTS: tuple[Axis, ...] = (
    _axis(
        "territory",
        _territory,
        compare_territory,
        roles="extent degree inside success object",
        yields="contradicts tension agrees compatible update",
    ),
    _axis(
        "outcome",
        _outcome,
        compare_outcome,
        roles="outcome status extent degree inside success object",
        yields="contradicts tension agrees compatible",
    ),
    _axis(
        "agent",
        _agent,
        compare_agent,
        roles="kind object_hit status",
        yields="mutual_blame tension agrees",
    ),
    _axis(
        "quantity",
        _numbers,
        compare_numbers,
        roles="category cumulative harm item object",
        yields="contradicts tension differs_in_number agrees compatible",
    ),
    _axis(
        "access",
        _access,
        compare_access,
        roles="degree state",
        yields="contradicts tension agrees compatible update",
    ),
    _axis("activity", _activity, compare_activity, roles="status", yields="tension"),
    _axis(
        "stage",
        _stage,
        compare_stage,
        roles="stage status",
        yields="contradicts agrees compatible update",
    ),
    _axis(
        "object_hit", _object_hit, compare_object_hit, roles="object_hit state", yields="tension"
    ),
    _axis("direction", _direction, compare_direction, roles="state", yields="tension agrees"),
    _axis(
        "valence",
        _valence,
        compare_valence,
        roles="condition topic valence",
        yields="tension agrees",
    ),
    _axis(
        "occurrence",
        _denied,
        compare_denied,
        roles="kind status harm category cumulative object",
        yields="contradicts tension agrees",
    ),
    _axis(
        "occurrence",
        _told,
        compare_told,
        roles="state status outcome extent object",
        yields="concedes agrees compatible",
    ),
)
AIMS: tuple[Axis, ...] = (
    _axis(
        "goal",
        _goals,
        compare_goals,
        roles="goal",
        yields="contradicts tension agrees shift",
    ),
)


def axes_of(subject: PreparedClaim) -> tuple[Axis, ...]:
    """Give the axes that may read something of a claim: a fact stands against facts alone."""
    return FACTS if subject.real else AIMS


__all__ = ["AIMS", "FACTS", "Axis", "Reading", "axes_of"]
