"""Supply lines, quiet and combat, steps of a process, good and bad: small scales."""

from __future__ import annotations

from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.comparison import Axes
from counterclaim.knowledge.predicates import family

SITUATION = "situation"


def access(subject: PreparedClaim, axes: Axes) -> str | None:
    """Say how a route stands: "open", "threatened" or "closed"; None: not said.

    >>> access(cut_the_road, axes)
    'closed'
    """
    if subject.kind in family("siege") and not subject.negative:
        return "closed" if subject.role("degree") == "full" else None
    if subject.kind not in family("routes"):
        return None
    state = axes.access.get(subject.role("state") or "")
    if subject.negative:
        return {"closed": "open", "open": "closed"}.get(state or "")
    return state


def compare_access(pair: Pair) -> Finding | None:
    """Set the states of the routes to one place side by side."""
    x, y = pair.a.value(access, pair.axes), pair.b.value(access, pair.axes)
    if x is None or y is None:
        return None
    if not pair.overlap:
        return Finding("update", "access", f"{x}, {y}: at different times") if x != y else None
    if x == y:
        return Finding("agrees", "access", f"both: {x}")
    siege = not family("siege").isdisjoint((pair.a.kind, pair.b.kind))
    if {x, y} == {"open", "closed"} and not siege:
        return Finding("contradicts", "access", f"{x} ⇄ {y}")
    relation = "compatible" if {x, y} == {"open", "threatened"} else "tension"
    return Finding(relation, "access", f"{x} ⇄ {y}")


def compare_activity(pair: Pair) -> Finding | None:
    """Set a ceasefire that is in force, or was agreed, against fighting at the same time."""
    states = {pair.a.value(activity, pair.axes), pair.b.value(activity, pair.axes)}
    if not pair.overlap or "combat" not in states or None in states or len(states) == 1:
        return None
    if "quiet" in states:
        return Finding("tension", "activity", "a ceasefire in force ⇄ fighting")
    return Finding("tension", "activity", "a ceasefire declared ⇄ fighting", "weak")


def compare_stage(pair: Pair) -> Finding | None:
    """Set two steps of one process side by side: agreed against refused, or a later step."""
    a, b = pair.a, pair.b
    if a.kind != b.kind or not pair.axes.of("process", a.kind) or not pair.same_actors:
        return None
    x, y = a.value(stage, pair.axes), b.value(stage, pair.axes)
    if x is None or y is None:
        return None
    words = f"{_said(a)} ⇄ {_said(b)}"
    if not pair.overlap:
        return Finding("update", "stage", words.replace("⇄", "/")) if x != y else None
    if x == y:
        return Finding("agrees", "stage", f"both: {min(_said(a), _said(b))}")
    if min(x, y) < 0:
        return Finding("contradicts", "stage", words)
    return Finding("compatible", "stage", f"{_said(a)}, {_said(b)}: steps of one process")


def compare_valence(pair: Pair) -> Finding | None:
    """Set two judgements side by side: good against bad never contradicts, it only strains. A
    siege puts whom it surrounds in a bad situation.
    """
    a, b = pair.a, pair.b
    topics = {judged_topic(a, pair.axes), judged_topic(b, pair.axes)}
    adverse = [pair.axes.of("adverse", s.kind) for s in (a, b)]
    if len(topics) > 1 or None in topics or all(adverse) or not pair.overlap:
        return None
    if pair.one(judged_party(a, pair.axes), judged_party(b, pair.axes)) is False:
        return None
    x, y = a.value(valence, pair.axes), b.value(valence, pair.axes)
    if x is None or y is None:
        return None
    axis = "valence" if topics & {*family("opinion"), SITUATION} else "condition"
    if x == y:
        words = "both tell of a force in trouble" if any(adverse) else "both judge it alike"
        return Finding("agrees", axis, words)
    return Finding("tension", axis, "judged well ⇄ judged badly", "weak")


def judged_topic(subject: PreparedClaim, axes: Axes) -> str | None:
    """Say what is judged: "situation", or a topic of the type's own; None: it is no judgement."""
    if axes.of("adverse", subject.kind):
        return None if subject.negative else SITUATION
    if not axes.of("judged", subject.kind):
        return None
    return SITUATION if subject.role("topic") == SITUATION else subject.kind


def judged_party(subject: PreparedClaim, axes: Axes) -> str | None:
    """Name the party whose situation is judged."""
    return subject.sufferer if axes.of("adverse", subject.kind) else subject.author


def activity(subject: PreparedClaim, axes: Axes) -> str | None:
    """Say whether it is quiet, shall be so ("promised") or there is combat; None: not said."""
    if subject.doubted:
        return None
    if subject.kind in family("truce"):
        if kept(subject, axes):
            return "quiet"
        promised = subject.role("status") in axes.promised and not subject.negative
        return "promised" if promised else None
    if subject.negative:
        return None
    return "combat" if axes.of("violence", subject.kind) else None


def _status(subject: PreparedClaim) -> str:
    return (subject.role("status") or subject.role("stage") or "").replace("_", " ")


def _said(subject: PreparedClaim) -> str:
    return f"not {_status(subject)}" if subject.negative else _status(subject)


def kept(subject: PreparedClaim, axes: Axes) -> bool:
    """Tell whether a truce is in force: said to be so, or not to be broken."""
    status = subject.role("status") or ""
    return status in (axes.broken if subject.negative else axes.quiet)


def stage(subject: PreparedClaim, axes: Axes) -> int | None:
    """Give the step of a process as a number, negative when it does not take place."""
    step = axes.stages.get(_status(subject).replace(" ", "_"))
    if step is None or not subject.negative:
        return step
    return axes.stages["in_force"] if kept(subject, axes) else -1


def valence(subject: PreparedClaim, axes: Axes) -> int | None:
    """Say whether a judgement is good (1) or bad (-1); None: neither."""
    if axes.of("adverse", subject.kind):
        return None if subject.negative else -1
    stated = subject.role("valence") or subject.role("condition")
    sign = axes.valences.get(stated or "")
    return -sign if sign is not None and subject.negative else sign
