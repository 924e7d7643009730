"""What two claims of one happening are: an answer, what an axis finds, or agreement."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.comparison.axes.figures import is_harm, read_figures
from counterclaim.comparison.axes.numbers import find_open_bounds
from counterclaim.comparison.axes.territory import comparable_objects, extent_of, is_outside
from counterclaim.comparison.incidents.admission import (
    AFRESH,
    Incident,
    Ways,
    find_incident,
    long_before,
)
from counterclaim.comparison.incidents.answers import find_reply
from counterclaim.comparison.incidents.blame import find_blame
from counterclaim.comparison.incidents.bonds import ABROAD, APART, ELSEWHERE, WITHIN, truce_and_arms
from counterclaim.comparison.incidents.opposed import find_opposed, read_opposites
from counterclaim.comparison.pairs.judging import weigh
from counterclaim.comparison.prepared.claim import (
    SILENCE,
    UNNAMED,
    Finding,
    Pair,
    PreparedClaim,
)
from counterclaim.comparison.types import CONFLICTS, World
from counterclaim.knowledge.comparison import Rules
from counterclaim.knowledge.predicates import family

AXIS = "incident"
_LOCAL = ("quantity", "territory", "outcome", "direction")
_LASTING = "over or going on"
_PLACED = ("ground", "holding", "strike", "violence", "deadly", "damaging", "counted")
_KNOWN = ("stated", "context")
_ALIKE = ("agrees", "concedes", "compatible")
_OPEN = ("occurrence", "outcome", "quantity", "agent")


def compare_incident(
    a: PreparedClaim,
    b: PreparedClaim,
    world: World,
    known: Finding | None = None,
    ways: Ways = AFRESH,
) -> Finding | None:
    """Say how two claims of one happening stand; None: they are not of one, or say nothing to each
    other. The smaller id comes first; `known` is what the axes have found already.

    >>> compare_incident(survivor_tells_of_killings, rsf_denies_any_violations, world).relation
    'contradicts'
    """
    found = find_incident(a, b, world, ways)
    reply = find_reply(a, b, world, found)
    if reply is not None or isinstance(found, str) or a.real != b.real:
        return reply
    if blame := find_blame(found):
        return weigh(blame, found.pair)
    finding = known or ways.judge(found.pair)
    if finding is None or is_open(finding, a, b, world.rules):
        finding = (
            _despite(found)
            or _goes_on(found)
            or _taken_yet(found)
            or _differ(found, finding)
            or find_opposed(found)
            or finding
        )
    bound = finding and replace(finding, incident=found.common.words)
    if bound is None or is_open(bound, a, b, world.rules):
        return _agree(found) or (None if _is_apart(found) else bound)
    return bound if _is_grounded(found, bound) else None


def _differ(found: Incident, finding: Finding | None) -> Finding | None:
    """Two counts of one event that both can hold, unless they have been found to differ."""
    differ = finding is not None and finding.axis == "quantity" and finding.relation in CONFLICTS
    return None if differ else find_open_bounds(found.pair)


def _is_grounded(found: Incident, finding: Finding) -> bool:
    """A conflict needs more than that two claims may be of one happening: their place, a word that
    few others have, or one article; and what is measured of a place no two places.
    """
    if finding.relation not in CONFLICTS:
        return True
    if long_before(found):
        return False
    apart = (APART, ABROAD, ELSEWHERE) if finding.axis in _LOCAL else (APART, ABROAD)
    if any(name in found.bonds for name in apart):
        return found.sure and finding.axis not in _LOCAL
    if found.common.rare or finding.axis == "quantity":
        return True
    own = finding.axis == "activity"  # it asks for the parties itself
    return found.placed or found.pair.one_article or own


def _goes_on(found: Incident) -> Finding | None:
    """An attack is said to be beaten off, and to go on, or by the enemy to have won the place."""
    pair = found.pair
    beaten = [s.kind in family("repelling") for s in (pair.a, pair.b)]
    if beaten.count(True) != 1 or pair.one_voice or pair.at_odds:
        return None
    attack, other = (pair.a, pair.b) if beaten[0] else (pair.b, pair.a)
    over, lasts = (_is_over(s, pair.world.rules) for s in (attack, other))
    goes_on = (other.kind in family("contested") and lasts is False) or other.kind in family(
        "gains"
    )
    won = other.kind in family("taking") and pair.across and found.sure
    told = won or (goes_on and over is not False and found.placed)
    if not told or pair.one(pair.a.author, pair.b.author) is False:
        return None
    return Finding(
        "tension", "outcome", f"attack repelled ⇄ {other.kind.replace('_', ' ')}", "weak"
    )


def _taken_yet(found: Incident) -> Finding | None:
    """A place is said to be taken, whoever took it, and to be fought over still."""
    pair, axes = found.pair, found.pair.axes
    if pair.one_voice or pair.at_odds or not (pair.overlap and found.placed):
        return None
    for taken, other in ((pair.a, pair.b), (pair.b, pair.a)):
        whole = taken.kind in family("taking") and extent_of(taken, axes) in (None, "full")
        goes_on = other.kind in family("contested") and not is_outside(other, axes)
        if whole and goes_on and _is_over(other, pair.world.rules) is False:
            return Finding("tension", "territory", "taken ⇄ still fought over", "weak")
        if whole and _is_kept(other, taken, pair):
            return Finding("tension", "territory", "taken ⇄ held, as the enemy says", "weak")
    return None


def _is_kept(held: PreparedClaim, taken: PreparedClaim, pair: Pair) -> bool:
    """Tell whether the enemy of who took a place says that it is held, not by whom: by itself."""
    nobody = not (held.author or held.sufferer or held.negative)
    state = held.kind in family("held") and extent_of(held, pair.axes) in (None, "full")
    return nobody and state and pair.enemies(held.speaker, taken.author)


def _despite(found: Incident) -> Finding | None:
    """A truce, and an attack that is told of by its name: "shelling despite the ceasefire"."""
    pair = found.pair
    if not truce_and_arms(pair.a, pair.b) or pair.one_voice or pair.at_odds:
        return None
    broken = any(s.role("status") in pair.axes.broken for s in (pair.a, pair.b))
    named = found.common.rare and pair.overlap and (found.placed or "near" in found.bonds)
    reason = "a ceasefire ⇄ fighting in spite of it"
    return Finding("tension", "activity", reason, "weak") if named and not broken else None


def _is_over(subject: PreparedClaim, rules: Rules) -> bool | None:
    """Tell whether a claim says that something is over, or goes on; None: neither."""
    stand = subject.value(read_opposites, rules).get(_LASTING)
    return stand[0] if stand else None


def is_open(finding: Finding, a: PreparedClaim, b: PreparedClaim, rules: Rules) -> bool:
    """Tell whether an axis leaves open how two claims of one happening stand: it finds them alike,
    or that both can hold, by what happened or how much of it; or one goes and the other comes.
    """
    turn = finding.axis == "territory" and rules.incidents.turn(a.kind, b.kind)
    return finding.relation in _ALIKE and (finding.axis in _OPEN or turn)


def _agree(found: Incident) -> Finding | None:
    """Two claims of one happening that nothing sets apart tell of it alike."""
    pair = found.pair
    odds = pair.at_odds and not _restated(found)
    apart = odds or not _parties_fit(pair) or _tolls_apart(pair)
    if apart or not _may_agree(found):
        return None
    told = " and ".join(sorted({s.kind.replace("_", " ") for s in (pair.a, pair.b)}))
    words = f": {found.spelled}" if found.common.words else ""
    voices = "one source twice" if pair.one_voice else "both tell of it"
    agreed = Finding("agrees", AXIS, f"{voices}: {told}{words}", incident=found.common.words)
    weighed = weigh(agreed, pair, unclear=True)
    if weighed.doubt or found.sure:
        return weighed
    return replace(weighed, strength="weak", doubt="happening")


def _restated(found: Incident) -> bool:
    """Tell whether one voice denies a deed, and beside it says what it thinks of the charge: it
    does not contradict itself.
    """
    pair = found.pair
    spoken = any(_is_spoken(s, pair) for s in (pair.a, pair.b))
    return pair.one_voice and "near" in found.bonds and spoken


def _may_agree(found: Incident) -> bool:
    """Opinions, aims and what merely is said agree by their words alone; enemies that tell of
    different deeds agree only where their words say that they speak of the same.
    """
    pair = found.pair
    placed = all(_is_deed(s, pair) for s in (pair.a, pair.b))
    village = WITHIN in found.bonds and not pair.one_article  # of a region, it may be any
    if truce_and_arms(pair.a, pair.b):
        return False
    if SILENCE in (pair.a.kind, pair.b.kind):
        return False
    if (placed and village) or (not placed and _is_apart(found)):
        return found.sure
    if _is_another(found) or _is_apart(found):
        return False
    spoken = any(_is_spoken(s, pair) for s in (pair.a, pair.b))
    limits, common = pair.thresholds, found.common
    if pair.across and pair.a.kind != pair.b.kind:
        return found.sure or bool(pair.one(pair.a.author, pair.b.author)) or _is_conceded(pair)
    like = common.rare and common.weight >= limits.kin_weight
    if not spoken:
        return found.kin or like
    return "near" in found.bonds or (like and common.share >= limits.spoken_share)


def _is_another(found: Incident) -> bool:
    """Tell whether nothing says that two deeds of a kind are one: told of two places or days, by
    one source far apart in its text, or by enemies of whom each may tell of its own.
    """
    pair, bonds = found.pair, found.bonds
    if "one_number" in bonds:
        return False
    if pair.a.kind != pair.b.kind and not found.common.rare and long_before(found):
        return True
    elsewhere = ELSEWHERE in bonds and all(_is_somewhere(s, pair) for s in (pair.a, pair.b))
    if pair.one_voice and pair.one_article:
        return elsewhere or not ("near" in bonds or found.common.rare)
    if found.common.rare:
        return False
    other_day = "days_apart" in bonds and not pair.one_article
    counted = all(pair.axes.of("counted", s.kind) for s in (pair.a, pair.b))
    own = counted and pair.across and "one_party" not in bonds
    return elsewhere or other_day or own


def _is_somewhere(subject: PreparedClaim, pair: Pair) -> bool:
    """Tell whether a claim is of a deed that has a place, and its record says which."""
    return _is_deed(subject, pair) and subject.entry.whereabouts.how in _KNOWN


def _is_deed(subject: PreparedClaim, pair: Pair) -> bool:
    """Tell whether a claim is of what is done at one place: no talks, support or judgements."""
    return any(pair.axes.of(name, subject.kind) for name in _PLACED)


def _is_apart(found: Incident) -> bool:
    """Tell whether two places are told of, and no number that tells of one all the same."""
    return APART in found.bonds and "one_number" not in found.bonds


def _is_spoken(subject: PreparedClaim, pair: Pair) -> bool:
    return any(pair.axes.of(name, subject.kind) for name in ("judged", "speech"))


def _parties_fit(pair: Pair) -> bool:
    """Tell whether the parties of two claims may be those of one happening."""
    a, b, incidents = pair.a, pair.b, pair.world.rules.incidents
    one = pair.one(a.author, b.author)
    if pair.downed:
        return pair.same_actors
    if incidents.turn(a.kind, b.kind):
        return one is not True
    if not comparable_objects(pair) or _strangers(pair):
        return False
    if pair.crossed and a.author and b.author:
        return False  # each strikes the other
    if pair.held:
        # Who has it is all that such a claim says, unless the enemy says that it fell.
        return bool(one) or _is_conceded(pair)
    if a.kind == b.kind or not {a.kind, b.kind} & incidents.open:
        return pair.same_actors
    return one is not False


def _is_conceded(pair: Pair) -> bool:
    """Tell whether the enemy of who has a place says that it was taken, without saying by whom."""
    couples = ((pair.a, pair.b), (pair.b, pair.a))
    return any(
        fallen.kind in family("taking")
        and not (fallen.author or fallen.negative)
        and pair.enemies(fallen.speaker, holder.author)
        for fallen, holder in couples
    )


def _strangers(pair: Pair) -> bool:
    """Tell whether two authors are named of whom nobody knows whether they are the same: rebels may
    be those of any side but a state.
    """
    a, b = pair.a.author, pair.b.author
    if not (a and b and a != b) or pair.one(a, b) is not None:
        return False
    if pair.a.kind != pair.b.kind:
        return True
    rebels = pair.world.rules.incidents.rebels
    loose = [x[0] == UNNAMED and not rebels.isdisjoint(x.strip(UNNAMED).split()) for x in (a, b)]
    named = b if loose[0] else a
    return not any(loose) or (not all(loose) and pair.world.parties.is_state(named))


def _tolls_apart(pair: Pair) -> bool:
    """Tell whether both give numbers of one thing, of which none are the same, or of different
    harms: killed here, wounded there.
    """
    a, b = pair.a, pair.b
    harms = [s.role("harm") for s in (a, b)]
    if None not in harms and harms[0] != harms[1]:
        return True
    x, y = (s.value(_counts, pair.world.rules) for s in (a, b))
    counted = all(pair.axes.of("counted", s.kind) for s in (a, b))
    if counted and x and y and x.keys().isdisjoint(y):
        return True
    both = x.keys() & y.keys()
    return bool(both) and not any(_meet(x[what], y[what]) for what in both)


def _meet(ours: set[tuple[float, float]], theirs: set[tuple[float, float]]) -> bool:
    """Tell whether any number of two claims may be the same: "around 1,200" and "1,195"."""
    return any(low <= top and bottom <= high for low, high in ours for bottom, top in theirs)


def _counts(subject: PreparedClaim, rules: Rules) -> dict[str, set[tuple[float, float]]]:
    """Give the numbers of a claim by what they count; all harm to people is one."""
    found: dict[str, set[tuple[float, float]]] = {}
    for f in subject.value(read_figures, rules):
        what = "" if is_harm(f.what, rules.axes) or f.what in rules.axes.people else f.what
        found.setdefault(what, set()).add((f.low, f.high))
    return found
