"""Who did it, and what was hit."""

from __future__ import annotations

from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.comparison import Axes

NOBODY = "nobody armed"


def compare_agent(pair: Pair) -> Finding | None:
    """Two authors named for one event: each side blames the other, or two accounts differ."""
    a, b = pair.a, pair.b
    if not pair.overlap or a.negative or b.negative or a.doubted or b.doubted:
        return None
    if not _one_kind(pair) or not _one_event(pair):
        return None
    if pair.enemies(a.sufferer, b.sufferer):
        return None  # that each hit the other's people is two events
    if not pair.enemies(a.author, b.author):
        return _name_alike(pair)
    reason = f"{_author(a)} ⇄ {_author(b)}"
    if pair.across and pair.enemies(a.speaker, a.author) and pair.enemies(b.speaker, b.author):
        return Finding("mutual_blame", "agent", f"each names the other: {reason}")
    if not _is_blamed(pair) and not any(pair.enemies(s.speaker, s.author) for s in (a, b)):
        return None  # nobody is accused: both armies shell a town all week
    return Finding("tension", "agent", f"two authors are named: {reason}", "weak")


def _name_alike(pair: Pair) -> Finding | None:
    """An attack that somebody is blamed for, and a strike by the same or by somebody unnamed."""
    a, b = pair.a, pair.b
    if a.kind == b.kind or not _is_blamed(pair) or not pair.same_actors:
        return None
    names = " and ".join(sorted({_author(a), _author(b)}))
    return Finding("agrees", "agent", f"one attack, by {names}", "weak")


def authored_as(subject: PreparedClaim, axes: Axes) -> str | None:
    """Name the kind of deed that is asked for its author; None: it has none to ask for.

    What one account calls a strike another calls shelling or an explosion; a deed that somebody
    is blamed for ("blamed the attack on") may be any of them. A truce broken is a deed, too.

    >>> authored_as(russia_blamed_for_the_attack, axes)
    'strike'
    """
    if axes.of("strike", subject.kind) or subject.role("kind") == "blame":
        return "strike"
    authored = axes.of("authored", subject.kind) or subject.role("status") in axes.broken
    return subject.kind if authored else None


def object_hit(subject: PreparedClaim, axes: Axes) -> str | None:
    """Say what kind of object was hit, or that nobody armed was there; None: not said.

    >>> object_hit(there_were_no_fighters, axes)
    'nobody armed'
    """
    if axes.of("presence", subject.kind):
        return NOBODY if subject.negative and subject.role("state") == "present" else None
    return None if subject.negative else subject.role("object_hit")


def compare_object_hit(pair: Pair) -> Finding | None:
    """Set what was hit side by side: a military object against a civilian one, or against nobody
    armed who could have been hit.
    """
    a, b = pair.a, pair.b
    if not pair.overlap or not _same_parties(pair):
        return None
    hit = sorted(filter(None, {a.value(object_hit, pair.axes), b.value(object_hit, pair.axes)}))
    strikes = [pair.axes.of("strike", s.kind) for s in (a, b)]
    related = a.kind == b.kind or all(strikes) or (NOBODY in hit and any(strikes))
    if not related or len(hit) < 2 or "military" not in hit:
        return None
    return Finding("tension", "object_hit", f"what was hit: {hit[0]} ⇄ {hit[1]}")


def _same_parties(pair: Pair) -> bool:
    """Those who were not there are those whom the strike is said to have hit."""
    a, b = pair.a, pair.b
    gone = [pair.axes.of("presence", s.kind) for s in (a, b)]
    if gone[0] == gone[1]:
        return pair.same_actors
    absent, strike = (a, b) if gone[0] else (b, a)
    return pair.one(absent.author, strike.sufferer) is not False


def _one_kind(pair: Pair) -> bool:
    """Deeds of one type may be one; of two types of strike only those that one article tells of,
    and not of soldiers: both armies strike the other's all day. A dated attack that somebody is
    blamed for stands out, whoever tells of it.
    """
    a, b = pair.a, pair.b
    deeds = {authored_as(a, pair.axes), authored_as(b, pair.axes)}
    if None in deeds or len(deeds) > 1:
        return False
    blamed = _is_blamed(pair)
    military = any(s.role("object_hit") == "military" for s in (a, b))
    dated = any(s.window and s.window.stated for s in (a, b))
    told = pair.one_article or (blamed and dated)
    return a.kind == b.kind or (told and (blamed or not military))


def _is_blamed(pair: Pair) -> bool:
    return any(subject.role("kind") == "blame" for subject in (pair.a, pair.b))


def _one_event(pair: Pair) -> bool:
    """Both sides shell along a front; only within days, at one spot, is it one event."""
    windows = [s.window for s in (pair.a, pair.b) if s.window and s.window.stated]
    short = all(w.last - w.first < pair.thresholds.one_event_days for w in windows)
    return short and not pair.coarse and pair.part is None


def _author(subject: PreparedClaim) -> str:
    event = subject.claim.event
    actor = event.initiator
    return actor.name if actor else "somebody"
