"""What the axes find of two claims, weighed: every axis is asked, the gravest answer stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.comparison.axes import Axis
from counterclaim.comparison.prepared.claim import Finding, Pair
from counterclaim.comparison.types import RELATIONS, Relation
from counterclaim.knowledge.predicates import family

REPRINT = Finding("same_origin", "origin", "one utterance in two articles: it counts once")
_ARGUED = ("contradicts", "tension", "mutual_blame")
_BY_TYPE = ("occurrence", "incident")  # axes that ask what happened, not who has or did it


def judge(pair: Pair, axes: Iterable[Axis]) -> Finding | None:
    """Ask some axes, weigh what they find, and give the gravest; None: no common axis.

    It reads nothing of the two claims but what `profile_of` gives, and how they meet.
    """
    weighed = [weigh(f, pair) for axis in axes if (f := axis.compare(pair)) is not None]
    return min(weighed, key=gravity, default=None)


def gravity(finding: Finding | Relation) -> tuple[int, bool]:
    """Order findings: the gravest first, of two alike the strong one."""
    return RELATIONS.index(finding.relation), finding.strength != "strong"


def name(finding: Finding, a: str, b: str) -> Relation:
    """Give a finding as the relation of two claims."""
    return Relation(a, b, finding.relation, finding.axis, finding.reason, finding.strength)


def weigh(finding: Finding, pair: Pair) -> Finding:
    """Lower a finding by what is uncertain in the two claims."""
    if pair.one_voice and finding.relation in _ARGUED:
        return _one_voice(finding, pair)
    alike = finding.relation in ("agrees", "concedes") and finding.axis in _BY_TYPE
    if alike and pair.across and not _parties_known(pair):
        return replace(finding, relation="compatible", reason=f"{finding.reason}, parties unclear")
    if finding.relation == "agrees" and pair.across:
        finding = replace(finding, relation="concedes", reason=f"both sides: {finding.reason}")
    if finding.relation == "contradicts" and (why := _softened(finding, pair)):
        finding = replace(finding, relation="tension", reason=f"{finding.reason} ({why})")
    return replace(finding, strength="weak") if _uncertain(pair) else finding


def _parties_known(pair: Pair) -> bool:
    """Tell whether opposed sides tell of one party; of what two do together it does not matter,
    nor of what is counted.
    """
    a, b = pair.a, pair.b
    if any(s.kind in family("mutual") for s in (a, b)):
        return True
    known = pair.one(a.author, b.author) or pair.one(a.sufferer, b.sufferer)
    named = a.author or b.author
    return bool(known) or not (named and pair.axes.of("hostile", a.kind))


def _one_voice(finding: Finding, pair: Pair) -> Finding:
    """A source that says otherwise later has changed its word; in one text it has nuances."""
    if not pair.meeting.same_day:
        return replace(finding, relation="update", reason=f"one source, later: {finding.reason}")
    return replace(finding, relation="compatible", reason=f"one source: {finding.reason}")


def _softened(finding: Finding, pair: Pair) -> str | None:
    """Say why two claims only strain that would otherwise contradict."""
    if _hedged(pair):
        return "hedged"
    if pair.coarse:
        return "the area is wide"
    same_words = "same words" in finding.reason
    return "the place is supposed" if pair.ground.supposed and not same_words else None


def _hedged(pair: Pair) -> bool:
    return pair.a.claim.hedged or pair.b.claim.hedged


def _uncertain(pair: Pair) -> bool:
    """Tell whether place, time or certainty of either claim are only supposed."""
    dated = pair.a.window is not None and pair.b.window is not None
    return pair.ground.supposed or pair.coarse or _hedged(pair) or not dated
