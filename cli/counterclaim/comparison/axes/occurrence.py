"""Whether it happened at all: asserted, denied, doubted, or said by both sides."""

from __future__ import annotations

from counterclaim.comparison.axes.agent import authored_as
from counterclaim.comparison.axes.figures import covers_harm, read_figures
from counterclaim.comparison.axes.territory import thing
from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.comparison.prepared.denied import doubt_in
from counterclaim.comparison.prepared.words import of_the_rest
from counterclaim.knowledge.predicates import family

_AXIS = "occurrence"


def compare_denied(pair: Pair) -> Finding | None:
    """Set a denial or a doubt of one kind of event beside what is said of it."""
    a, b = pair.a, pair.b
    if not pair.overlap or not (a.doubted or b.doubted or a.negative or b.negative):
        return None
    answer = a if a.doubted or a.negative else b
    if answer.value(of_the_rest, pair.world.rules):
        return None
    named = _name(pair)
    if a.doubted or b.doubted:
        return _doubt(pair, named)
    if a.negative != b.negative:
        return _deny(pair, named)
    both = a.kind == b.kind and pair.same_actors and not pair.axes.of("speech", a.kind)
    return Finding("agrees", _AXIS, f"both deny: {named}") if both else None


def _doubt(pair: Pair, named: str) -> Finding | None:
    a, b = pair.a, pair.b
    if a.doubted == b.doubted or a.negative or b.negative:
        return None
    near = pair.meeting.near if pair.one_article else _both_placed(pair)
    if pair.meeting.same_words or (_answered(pair) and near and a.kind == b.kind):
        doubt = doubt_in((a if a.doubted else b).claim)
        return Finding("tension", _AXIS, f"{named}: said ⇄ doubted", "weak", doubt)
    return None


def _deny(pair: Pair, named: str) -> Finding | None:
    """A denial of the same words or of the same event with the same parties contradicts."""
    a, b = pair.a, pair.b
    if pair.meeting.same_words:
        return Finding("contradicts", _AXIS, f"{named}: said ⇄ denied in the same words")
    if not _one_deed(pair) or a.kind in family("tried") or not pair.same_actors:
        return None  # a failed breach is an outcome, not a denial
    denied, told = (a, b) if a.negative else (b, a)
    if not of_one_harm(pair) or thing(a) != thing(b) or of_degree(denied, told, pair):
        return None
    known = pair.one(a.author, b.author) and not pair.part
    # Of the enemy's claim a denial may leave it to the context where that is.
    here = pair.one_article and not _adrift(pair)
    placed = here or _both_placed(pair) or (known and pair.across)
    if not _answered(pair) or not placed:
        return None
    relation, strength = ("contradicts", "strong") if known else ("tension", "weak")
    return Finding(relation, _AXIS, f"{named}: said ⇄ denied", strength)


def _one_deed(pair: Pair) -> bool:
    """Tell whether a denial may be of the deed that is told: of one type or, where the accused
    denies it in the article that accuses them, of any kind of strike.
    """
    told, denied = (pair.b, pair.a) if pair.a.negative else (pair.a, pair.b)
    if told.kind == denied.kind:
        return True
    strikes = {authored_as(told, pair.axes), authored_as(denied, pair.axes)} == {"strike"}
    accused = bool(denied.speaker) and pair.one(told.author, denied.speaker)
    return strikes and pair.one_article and bool(accused)


def of_one_harm(pair: Pair) -> bool:
    """Nobody killed says nothing of the wounded; that nobody was harmed and that so many were are
    numbers.
    """
    a, b = pair.a, pair.b
    if a.value(read_figures, pair.world.rules) and b.value(read_figures, pair.world.rules):
        return False
    denied, told = (a, b) if a.negative else (b, a)
    wide, narrow = denied.role("harm"), told.role("harm")
    return wide is None or narrow is None or covers_harm(pair.axes, wide, narrow)


def of_degree(denied: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """Tell whether no great harm is set beside a slight one: both can hold."""
    vocabulary = pair.world.rules.vocabulary
    great = not vocabulary.great.isdisjoint(denied.words)
    return great and not vocabulary.slight.isdisjoint(told.words)


def _answered(pair: Pair) -> bool:
    """Tell whether the denial may concern the other claim: not when its words say which."""
    return pair.meeting.answered and not pair.axes.of("speech", pair.a.kind)


def _both_placed(pair: Pair) -> bool:
    return all(subject.entry.whereabouts.how == "stated" for subject in (pair.a, pair.b))


def _adrift(pair: Pair) -> bool:
    """Tell whether one claim is of a place it states, and of the other nothing says where it is."""
    how = [subject.entry.whereabouts.how for subject in (pair.a, pair.b)]
    return "stated" in how and "article" in how and not pair.meeting.near


def compare_told(pair: Pair) -> Finding | None:
    """Set two claims about one kind of event side by side that neither deny nor doubt it."""
    a, b = pair.a, pair.b
    if not pair.overlap or a.doubted or b.doubted or a.negative or b.negative:
        return None
    if not _one_event(pair) or not pair.same_actors or _outcomes_differ(pair):
        return None
    if a.kind != b.kind and not _both(pair, "combat"):
        relation = "concedes" if pair.across else "compatible"
        return Finding(relation, _AXIS, f"both tell of fighting: {a.kind}, {b.kind}")
    shares = [(s.role("extent"), thing(s)) for s in (a, b)]
    if _both(pair, "holding") and (shares[0] != shares[1] or not pair.one(a.author, b.author)):
        return None  # shares of a place are the territory axis' affair, and so is who has them
    named = _name(pair)
    if _counts(pair) or pair.axes.of("speech", a.kind):
        return None
    if pair.across:
        return Finding("concedes", _AXIS, f"both sides say so: {named}")
    if pair.one_voice and not _both(pair, "holding"):
        return Finding("compatible", _AXIS, f"one source twice: {named}")
    if pair.axes.of("judged", a.kind):
        return Finding("compatible", _AXIS, f"both tell of it: {named}")
    if pair.coarse and not pair.one_article:
        return Finding("compatible", _AXIS, f"somewhere in a wide area, both: {named}")
    return Finding("agrees", _AXIS, f"both tell of it: {named}")


def _one_event(pair: Pair) -> bool:
    """One type, or two of the family that all entail fighting on the ground."""
    return pair.a.kind == pair.b.kind or _both(pair, "ground")


def _both(pair: Pair, family: str) -> bool:
    return pair.axes.of(family, pair.a.kind) and pair.axes.of(family, pair.b.kind)


def _outcomes_differ(pair: Pair) -> bool:
    """An attack that failed and one that did not, a road and a cut road, are no agreement."""
    if pair.a.kind != pair.b.kind:
        return False
    if pair.a.kind in family("routes") and pair.a.role("state") != pair.b.role("state"):
        return True
    return any(
        pair.a.role(name) and pair.b.role(name) and pair.a.role(name) != pair.b.role(name)
        for name in ("state", "status", "outcome")
    )


def _counts(pair: Pair) -> bool:
    """Numbers are compared as numbers; one number alone agrees with nothing."""
    if not pair.axes.of("counted", pair.a.kind):
        return False
    return bool(pair.a.claim.quantities) or bool(pair.b.claim.quantities)


def _name(pair: Pair) -> str:
    kinds = sorted({_plain(pair.a), _plain(pair.b)})
    return kinds[0] if len(kinds) == 1 else " / ".join(kinds)


def _plain(subject: PreparedClaim) -> str:
    return subject.kind.replace("_", " ")
