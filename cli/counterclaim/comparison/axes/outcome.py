"""How an attack ended, and which way a force moves."""

from __future__ import annotations

from counterclaim.comparison.axes.territory import is_outside, thing
from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.comparison import Axes
from counterclaim.knowledge.predicates import family

_WORDS = {
    "gains": "gains",
    "taking": "place taken",
    "repelling": "attack repelled",
    "campaign": "offensive failed",
}


def outcome(subject: PreparedClaim, axes: Axes) -> str | None:
    """Say how the attack ended: "success", "partial", "repelled", or None: not said.

    >>> outcome(stormed_without_success, axes)
    'repelled'
    """
    kind = subject.kind
    if kind in family("tried"):
        failed = subject.negative or subject.flag("success") is False
        return "repelled" if failed else "success"
    if kind in family("gains"):
        if subject.negative:
            return "repelled"
        return None if is_outside(subject, axes) else "partial"
    if subject.negative:
        return None
    if kind in family("repelling"):
        return "repelled"
    if kind in family("taking"):
        whole = subject.role("extent") in (None, "full") and thing(subject) is None
        return "success" if whole else "partial"
    if not axes.of("combat", kind):
        return None
    stated = subject.role("outcome")
    if stated is None and kind in family("campaign"):
        stated = subject.role("status")
    return axes.outcomes.get(stated or "")


def compare_outcome(pair: Pair) -> Finding | None:
    """Set two outcomes side by side: success against repelled cannot both hold."""
    x, y = pair.a.value(outcome, pair.axes), pair.b.value(outcome, pair.axes)
    if not pair.overlap or x is None or y is None or (pair.coarse and not pair.one_article):
        return None
    if pair.one(pair.a.author, pair.b.author) is False:
        return None
    ours, theirs = _words(pair.a, x), _words(pair.b, y)
    if x == y:
        relation = "agrees" if x == "repelled" and not pair.one_voice else "compatible"
        return Finding(relation, "outcome", f"both: {min(ours, theirs)}")
    if {x, y} == {"success", "repelled"}:
        return Finding("contradicts", "outcome", f"{ours} ⇄ {theirs}")
    if "repelled" in (x, y):
        return Finding("tension", "outcome", f"{ours} ⇄ {theirs}")
    return Finding("compatible", "outcome", f"{ours}, {theirs}: a matter of degree")


def way(subject: PreparedClaim, axes: Axes) -> int | None:
    """Say which way a force moves: on (1), back (-1) or that it is there (0); None: not said."""
    if subject.kind in family("forward"):
        return 1
    if subject.kind in family("presence") and subject.role("state") == "present":
        return 0
    return -1 if subject.kind in family("back") else None


def compare_direction(pair: Pair) -> Finding | None:
    """One force said to go forward and back at once, or to close in by two accounts."""
    a, b = pair.a, pair.b
    ways = way(a, pair.axes), way(b, pair.axes)
    if not pair.overlap or None in ways or a.negative or b.negative or a.doubted or b.doubted:
        return None
    known = pair.one(a.author, b.author)
    if 0 in ways:
        stays = -1 in ways and known
        return Finding("tension", "direction", "left ⇄ still there") if stays else None
    if ways[0] != ways[1]:
        words = "the same force forward ⇄ back"
        return Finding("tension", "direction", words) if known else None
    siege = a.kind != b.kind and not family("siege").isdisjoint((a.kind, b.kind))
    if not siege or known is False or not pair.same_actors or pair.one_voice:
        return None
    return Finding("agrees", "direction", "both tell of one side closing in", "weak")


def _words(subject: PreparedClaim, result: str) -> str:
    if subject.kind in family("tried"):
        return "defences not breached" if result == "repelled" else "defences breached"
    if subject.kind in family("gains"):
        degree = subject.role("degree")
        if result == "repelled":
            return "no advance"
        inside = "gains inside" if subject.flag("inside") else "gains"
        return f"{degree} gains" if degree else inside
    if subject.kind in family("taking") and result == "partial":
        return "a part taken"
    told = (words for name, words in _WORDS.items() if subject.kind in family(name))
    return next(told, f"attack: {result}")
