"""Aims, demands and forecasts: compared with each other only, never with a fact."""

from __future__ import annotations

from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.predicates import family


def compare_goals(pair: Pair) -> Finding | None:
    """Set two aims or two forecasts side by side."""
    a, b = pair.a, pair.b
    if a.real or b.real:
        return None
    forecasts = (a.claim.stance == "predicts", b.claim.stance == "predicts")
    if all(forecasts):
        return _forecasts(pair)
    return None if any(forecasts) else _aims(pair)


def _aims(pair: Pair) -> Finding | None:
    a, b = pair.a, pair.b
    if not pair.one(a.speaker, b.speaker):
        return None
    x, y = goal(a), goal(b)
    if x is None or y is None:
        return None
    if x != y:
        told_apart = pair.one_voice and not pair.meeting.same_day
        return Finding("shift", "goal", f"{x} / {y}") if told_apart else None
    if a.negative != b.negative:
        return Finding("contradicts", "goal", f"{x}: intended ⇄ denied")
    return Finding("agrees", "goal", f"one aim: {x}")


def _forecasts(pair: Pair) -> Finding | None:
    a, b = pair.a, pair.b
    x, y = goal(a), goal(b)
    if not pair.overlap or x is None or x != y or not pair.same_actors:
        return None
    if a.negative != b.negative:
        return Finding("tension", "forecast", f"{x}: expected ⇄ not expected", "weak")
    known = pair.one(a.author, b.author) or pair.one_voice
    return Finding("agrees", "forecast", f"both expect: {x}", "weak") if known else None


def goal(subject: PreparedClaim) -> str | None:
    """Name the aim: the role, or the kind of event that is wanted."""
    stated = subject.role("goal")
    if stated:
        return stated.replace("_", " ")
    return None if subject.kind in family("empty") else subject.kind.replace("_", " ")
