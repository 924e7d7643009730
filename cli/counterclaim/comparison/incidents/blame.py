"""Claims of one happening that name two doers: who began, or who did one deed."""

from __future__ import annotations

from counterclaim.comparison.incidents.admission import Incident
from counterclaim.comparison.incidents.bonds import STATED, TOUCHING
from counterclaim.comparison.prepared.claim import UNNAMED, Finding, Pair, PreparedClaim
from counterclaim.comparison.prepared.words import begins
from counterclaim.knowledge.predicates import family

_DEEDS = ("strike", "damaging")
_SPOT = "point"
_HERE = (STATED, TOUCHING)


def find_blame(found: Incident) -> Finding | None:
    """Say that two claims of one happening each name somebody else who began it, or did it; None:
    they do not.

    >>> find_blame(found).reason
    'each names another doer: army ⇄ rebels'
    """
    pair = found.pair
    if pair.at_odds or pair.one_voice:
        return None
    return _began(pair) or _two_doers(found)


def _began(pair: Pair) -> Finding | None:
    """Each side says that the other began it."""
    a, b = pair.a, pair.b
    began = all(s.value(begins, pair.world.rules) for s in (a, b))
    if not began or not pair.enemies(a.author, b.author):
        return None
    ours = pair.one(a.speaker, b.author) or pair.one(b.speaker, a.author)
    if not ours or _is_own(pair):
        return None
    return Finding("mutual_blame", "agent", f"each says that the other began: {_names(pair)}")


def _two_doers(found: Incident) -> Finding | None:
    """One deed, and two who are said to have done it, by nobody who says that he did."""
    pair = found.pair
    camps = _of_two_camps(pair)
    one = all(_is_harm(s, pair) for s in (pair.a, pair.b)) and _is_one_deed(found)
    one = one or (camps and pair.across and found.sure and pair.a.kind == pair.b.kind)
    if not (one and found.kin and pair.overlap) or _is_own(pair):
        return None
    if not (pair.enemies(pair.a.author, pair.b.author) or camps):
        return None
    if pair.across:
        return Finding("mutual_blame", "agent", f"each names another doer: {_names(pair)}")
    return Finding("tension", "agent", f"two doers are named: {_names(pair)}", "weak")


def _is_harm(subject: PreparedClaim, pair: Pair) -> bool:
    """Tell whether a claim is of harm done to a thing or a place; not of a fight, nor of arms shot
    down or lost.
    """
    done = any(pair.axes.of(name, subject.kind) for name in _DEEDS)
    return done and subject.kind not in family("consuming")


def _is_own(pair: Pair) -> bool:
    """Tell whether somebody tells of a deed of his own."""
    return any(pair.one(s.speaker, s.author) for s in (pair.a, pair.b))


def _is_one_deed(found: Incident) -> bool:
    """Tell whether words, or a spot, leave little doubt that two deeds are one: enemies shell one
    town all week, but burn one clinic once.
    """
    spot = any(p.precision == _SPOT for s in (found.pair.a, found.pair.b) for p in s.claim.places)
    alike = found.pair.a.kind == found.pair.b.kind and bool(found.common.words)
    here = any(name in found.bonds for name in _HERE)
    if found.pair.crossed and not found.common.rare:
        return found.placed and spot and _is_short(found.pair)
    return (here and found.sure) or (found.placed and _is_short(found.pair) and (spot or alike))


def _is_short(pair: Pair) -> bool:
    """Tell whether both tell of a few days, not of weeks of shelling."""
    most = pair.thresholds.recent_days
    return all(s.window and s.window.last - s.window.first <= most for s in (pair.a, pair.b))


def _of_two_camps(pair: Pair) -> bool:
    """Tell whether one author is called a soldier, the other a rebel, neither of a named side."""
    camps = pair.world.rules.incidents
    called = [_called(s) for s in (pair.a, pair.b)]
    return any(
        not camps.rebels.isdisjoint(x) and not camps.regulars.isdisjoint(y)
        for x, y in (called, reversed(called))
    )


def _called(subject: PreparedClaim) -> list[str]:
    return (subject.author or "").strip(UNNAMED).split()


def _names(pair: Pair) -> str:
    doers = (s.claim.event.initiator for s in (pair.a, pair.b))
    return " ⇄ ".join(sorted(doer.name for doer in doers if doer))
