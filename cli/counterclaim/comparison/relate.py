"""One relation for two claims: every axis is asked, the gravest answer stands."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.comparison.axes import AIMS, FACTS
from counterclaim.comparison.gates import admit
from counterclaim.comparison.subjects import Finding, Pair, Subject
from counterclaim.comparison.types import RELATIONS, Relation, World

_ARGUED = ("contradicts", "tension", "mutual_blame")


def relate(a: Subject, b: Subject, world: World) -> Relation | None:
    """Relate two claims; None when a gate is shut or no axis is shared.

    Symmetric: ``relate(a, b, world) == relate(b, a, world)``.

    >>> relate(moscow_took_it, kyiv_holds_it, world).relation
    'contradicts'
    """
    pair = admit(a, b, world)
    if isinstance(pair, str) or pair.a.id == pair.b.id:
        return None
    if pair.reprint:
        words = "one utterance in two articles: it counts once"
        return Relation(pair.a.id, pair.b.id, "same_origin", "origin", words, "strong")
    axes = FACTS if pair.a.real else AIMS
    found = [finding for axis in axes if (finding := axis(pair)) is not None]
    if not found:
        return None
    weighed = [_weigh(finding, pair) for finding in found]
    best = min(weighed, key=lambda f: (RELATIONS.index(f.relation), f.strength != "strong"))
    return Relation(pair.a.id, pair.b.id, best.relation, best.axis, best.reason, best.strength)


def _weigh(finding: Finding, pair: Pair) -> Finding:
    """Lower a finding by what is uncertain in the two claims."""
    if pair.one_voice and finding.relation in _ARGUED:
        return _one_voice(finding, pair)
    if finding.relation == "agrees" and pair.across:
        finding = replace(finding, relation="concedes", reason=f"both sides: {finding.reason}")
    if finding.relation == "contradicts" and (why := _softened(finding, pair)):
        finding = replace(finding, relation="tension", reason=f"{finding.reason} ({why})")
    return replace(finding, strength="weak") if _uncertain(pair) else finding


def _one_voice(finding: Finding, pair: Pair) -> Finding:
    """A source that says otherwise later has changed its word; in one text it has nuances."""
    if pair.a.day != pair.b.day:
        return replace(finding, relation="update", reason=f"one source, later: {finding.reason}")
    return replace(finding, relation="compatible", reason=f"one source: {finding.reason}")


def _softened(finding: Finding, pair: Pair) -> str | None:
    """Say why two claims only strain that would otherwise contradict."""
    if _hedged(pair):
        return "hedged"
    if pair.coarse:
        return "the area is wide"
    same_words = "same words" in finding.reason
    return "the place is supposed" if pair.supposed and not same_words else None


def _hedged(pair: Pair) -> bool:
    return pair.a.claim.hedged or pair.b.claim.hedged


def _uncertain(pair: Pair) -> bool:
    """Tell whether place, time or certainty of either claim are only supposed."""
    dated = pair.a.window is not None and pair.b.window is not None
    return pair.supposed or pair.coarse or _hedged(pair) or not dated
