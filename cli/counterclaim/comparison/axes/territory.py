"""Who holds how much of a place, and who gains there: claims become shares of the place."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.comparison import Axes, Share
from counterclaim.knowledge.predicates import family

_ALL, _NONE = (1.0, 1.0), (0.0, 0.0)
_TAKEN = "taken"
_SMALL = 1e-6
_ROUGHLY = 0.1  # "half" may be as much less
_REMNANT = 0.05  # who has left may still hold so much; who has not, at least something


@dataclass(frozen=True, slots=True)
class Holding:
    """The share of the place that `party` may hold if the claim is true (between 0 and 1)."""

    party: str | None
    share: Share
    words: str


def is_outside(subject: PreparedClaim, axes: Axes) -> bool:
    """Tell whether the claim is about the surroundings of its place, not the place itself."""
    if subject.flag("inside") is not None:
        return not subject.flag("inside")
    if subject.role("extent") == "surroundings":
        return True
    return _related(subject, axes.outside | axes.towards | axes.orienting)


def _related(subject: PreparedClaim, words: frozenset[str]) -> bool:
    """Tell whether a claim stands so to all its places: "near", "north of", "western"."""
    relations = [(place.relation or "").casefold() for place in subject.entry.whereabouts.places]
    return bool(relations) and all(not words.isdisjoint(r.split()) for r in relations)


def extent_of(subject: PreparedClaim, axes: Axes) -> str | None:
    """Say how much of its place a claim is about: the role, or a part where its words name one.

    >>> extent_of(cleared_the_western_districts, axes)
    'part'
    """
    return subject.role("extent") or ("part" if _related(subject, axes.parts) else None)


def hold(subject: PreparedClaim, axes: Axes) -> Holding | None:
    """Project a claim to the share it leaves possible; None when it says nothing of it.

    >>> hold(failed_to_breach, axes)
    Holding(party='russia', share=(0.0, 0.02), words='defences not breached')
    """
    if is_outside(subject, axes) and subject.role("extent") != "outskirts":
        return None
    project = next((found for name, found in _PROJECT.items() if axes.of(name, subject.kind)), None)
    held = project(subject, axes) if project else None
    if held is None or not subject.negative or subject.kind in family("tried"):
        return held
    return _deny(held)


def compare_territory(pair: Pair) -> Finding | None:
    """Set the shares of two claims side by side."""
    held = pair.a.value(hold, pair.axes), pair.b.value(hold, pair.axes)
    if held[0] is None or held[1] is None or (pair.coarse and not _whole_area(pair)):
        return None
    x, y = _orient(pair, held[0], held[1])
    if x is None or y is None or not comparable_objects(pair):
        return None
    if not _speaks_of_part(pair, x, y):
        return None
    return _judge(pair, held[0].words, held[1].words, x, y)


def _judge(pair: Pair, ours: str, theirs: str, x: Share, y: Share) -> Finding | None:
    gap = max(y[0] - x[1], x[0] - y[1])
    denied = _is_denial(ours, theirs)
    if gap > 0 or denied:
        reason = f"{ours} ⇄ {theirs}"
        if not pair.overlap:
            return Finding("update", "territory", f"{ours}, {theirs}: at different times")
        exact = denied or bool({x, y} & {_ALL, _NONE})
        if exact or gap > pair.thresholds.contradiction_gap:
            return Finding("contradicts", "territory", reason)
        return Finding("tension", "territory", reason, "weak")
    if not pair.overlap:
        return None
    if min(x[0], y[0]) >= 0.5 or (x == y and (max(x[1], y[1]) <= 0.5 or ours == theirs)):
        return Finding("agrees", "territory", f"both: {min(ours, theirs)}")
    if not pair.across and _is_said(ours, x, theirs, y):
        return Finding("agrees", "territory", f"{ours}, {theirs}: the one says the other", "weak")
    return Finding("compatible", "territory", f"{ours}, {theirs}: both can hold")


def _is_denial(ours: str, theirs: str) -> bool:
    return ours == f"not {theirs}" or theirs == f"not {ours}"


def _is_said(ours: str, x: Share, theirs: str, y: Share) -> bool:
    """Tell whether one share says all that a denial does: who holds the town has not left it."""
    denials = ((ours, x, y), (theirs, y, x))
    return any(
        words.startswith("not ") and denied[0] <= told[0] and told[1] <= denied[1]
        for words, denied, told in denials
    )


def _orient(pair: Pair, x: Holding, y: Holding) -> tuple[Share | None, Share | None]:
    """Turn both shares into shares of one party: what the enemy has is what it has not."""
    if x.party is None and _is_denied_to(pair, pair.a, y.party):
        return x.share, y.share
    if y.party is None and _is_denied_to(pair, pair.b, x.party):
        return x.share, y.share
    if any(h.party is None and h.share == _ALL for h in (x, y)):
        return _whole(x, y)
    even = any(h.party is None and abs(h.share[0] + h.share[1] - 1) < _SMALL for h in (x, y))
    if even or pair.one(x.party, y.party):
        return x.share, y.share
    if pair.enemies(x.party, y.party):
        return x.share, (1 - y.share[1], 1 - y.share[0])
    if _is_lost(pair, pair.b, x, y):
        return x.share, _NONE
    if _is_lost(pair, pair.a, y, x):
        return _NONE, y.share
    return None, None


def _is_lost(pair: Pair, taking: PreparedClaim, held: Holding, taken: Holding) -> bool:
    """Tell whether a claim says that all was taken from who holds it by the other."""
    whole = taken.share == _ALL and taken.party is not None and not taking.negative
    apart = pair.one(held.party, taken.party) is not True
    return whole and apart and bool(pair.one(taking.sufferer, held.party))


def _whole(x: Holding, y: Holding) -> tuple[Share | None, Share | None]:
    """That somebody unnamed has all of a place is at odds only with that nobody has."""
    other = y if x.party is None and x.share == _ALL else x
    shared = other.share[0] > 0 and other.share[1] < 1
    return (x.share, y.share) if shared else (None, None)


def _is_denied_to(pair: Pair, denial: PreparedClaim, party: str | None) -> bool:
    """Tell whether who denies that a place was taken denies it to that party, its enemy."""
    return denial.negative and pair.enemies(denial.speaker, party)


def _speaks_of_part(pair: Pair, x: Share, y: Share) -> bool:
    """Of a part only "all" or "none" of the whole says anything."""
    parts = {name for name, s in (("a", pair.a), ("b", pair.b)) if thing(s)}
    parts = parts if len(parts) == 1 else set()
    if pair.part is not None:
        parts.add(pair.part)
    return all((y if part == "a" else x) in (_ALL, _NONE) for part in parts)


def comparable_objects(pair: Pair) -> bool:
    """Tell whether two claims are about one thing in a place, or one about it and one about all.

    The plant taken and the station held are no two accounts of one thing.
    """
    ours, theirs = thing(pair.a), thing(pair.b)
    return ours is None or theirs is None or ours == theirs


def thing(subject: PreparedClaim) -> str | None:
    """Name the one thing in its place that a claim says is held or taken, if it is not all of it.

    >>> thing(took_the_plant_in_the_town)
    'plant'
    """
    return subject.role("object") if subject.kind in family("shares") else None


def _whole_area(pair: Pair) -> bool:
    """Tell whether both speak of shares of the area, not of some village in it."""
    return all(subject.role("extent") is not None for subject in (pair.a, pair.b))


def _deny(held: Holding) -> Holding | None:
    """What is left when the claim is false: something only where it stood at an end."""
    low, high = held.share
    words = f"not {held.words}"
    if high == 1 and low > 0.5:
        return Holding(held.party, (0.0, 0.9999), words)
    gone = held.share[0] == 0 and held.share[1] <= _REMNANT
    return Holding(held.party, (0.0001, 1.0), words) if gone else None


def _control(subject: PreparedClaim, axes: Axes) -> Holding | None:
    extent = extent_of(subject, axes) or "held"
    share = axes.extents.get(extent)
    if share is None or subject.author is None:
        return None
    words = {"held": "control", "full": "full control", "none": "no control"}.get(
        extent, f"{extent.replace('_', ' ')} control"
    )
    return Holding(subject.author, share, f"{_of(subject)}{words} by {_name(subject)}")


def _capture(subject: PreparedClaim, axes: Axes) -> Holding | None:
    extent = extent_of(subject, axes) or "full"
    share = axes.extents.get(extent)
    if share is None:
        return None
    if subject.author is None and subject.sufferer and not subject.negative and share == _ALL:
        return Holding(subject.sufferer, _NONE, f"{_of(subject)}{_TAKEN} from {_loser(subject)}")
    if subject.author is None and not subject.negative and subject.role("extent") != "full":
        return None
    words = _TAKEN if extent == "full" else f"{extent.replace('_', ' ')} {_TAKEN}"
    return Holding(
        subject.author, _counted(subject) or share, f"{_of(subject)}{words} by {_name(subject)}"
    )


def _counted(subject: PreparedClaim) -> Share | None:
    """Give the share that a claim tells in a number: "took half of the town", and may take more."""
    told = [q.low for q in subject.claim.quantities if q.what == "share" and q.low]
    return (max(told[0] - _ROUGHLY, 0.0), 1 - _REMNANT) if len(told) == 1 else None


def _advance(subject: PreparedClaim, axes: Axes) -> Holding | None:
    degree = subject.role("degree")
    if subject.author is None or not (subject.flag("inside") or degree):
        return None
    share = axes.degrees.get(degree or "unstated", axes.degrees["unstated"])
    return Holding(subject.author, share, f"{degree} gains" if degree else "gains inside")


def _breach(subject: PreparedClaim, axes: Axes) -> Holding | None:
    failed = subject.flag("success") is False or subject.negative
    name = "unbreached" if failed else "breached"
    words = "defences not breached" if failed else "defences breached"
    return Holding(subject.author, axes.shares[name], words) if subject.author else None


def _withdrawal(subject: PreparedClaim, axes: Axes) -> Holding | None:
    if subject.author is None or subject.role("extent") not in (None, "full"):
        return None
    return Holding(subject.author, axes.shares["abandoned"], f"left by {_name(subject)}")


def _fighting(subject: PreparedClaim, axes: Axes) -> Holding | None:
    if subject.negative or subject.role("extent") == "outskirts":
        return None
    return Holding(None, axes.shares["contested"], "still fought over")


def _encirclement(subject: PreparedClaim, axes: Axes) -> Holding | None:
    if subject.author is None or subject.role("degree") != "full":
        return None
    return Holding(subject.author, axes.shares["encircled"], "encircled from outside")


def _of(subject: PreparedClaim) -> str:
    found = thing(subject)
    return f"{found}: " if found else ""


def _loser(subject: PreparedClaim) -> str:
    actor = subject.claim.event.target
    return actor.name if actor else "somebody"


def _name(subject: PreparedClaim) -> str:
    actor = subject.claim.event.initiator
    return actor.name if actor else "somebody"


_PROJECT = {
    "held": _control,
    "taking": _capture,
    "gains": _advance,
    "tried": _breach,
    "back": _withdrawal,
    "contested": _fighting,
    "siege": _encirclement,
}
