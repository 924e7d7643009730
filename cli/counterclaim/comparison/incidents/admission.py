"""Whether two claims tell of one happening: refused for what is shown to be different, admitted
for what they have in common.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.comparison.incidents.words import Common, find_common, one_story
from counterclaim.comparison.pairs.gates import meet, meet_places
from counterclaim.comparison.pairs.judging import ask_all
from counterclaim.comparison.prepared.claim import (
    Finding,
    Ground,
    Pair,
    PreparedClaim,
    units_apart,
)
from counterclaim.comparison.prepared.whereabouts import inside
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Thresholds
from counterclaim.knowledge.predicates import FALLBACK, family

PLACE = "different places"
TIME = "different days"
UNITS = "different units"
WORDS = "too few words in common"


@dataclass(frozen=True, slots=True)
class Incident:
    """What binds two claims: the pair as the axes take it, their common words, whether the place
    is shared and stated (`placed`), whether places or days are given that are not the same, though
    they may be (`loose`), and whether their event types may tell of one happening.
    """

    pair: Pair
    common: Common
    placed: bool
    loose: bool
    kin: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """How it is found where two claims meet, and what the axes say of a pair: afresh, or by one who
    remembers it of claims that are alike.
    """

    meet_places: Callable[[PreparedClaim, PreparedClaim, World], Ground | None] = meet_places
    judge: Callable[[Pair], Finding | None] = ask_all


AFRESH = Ways()


def may_bind(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    """Tell at little cost whether anything may bind two claims of two articles.

    >>> may_bind(moscow_saw_drones, kyiv_signed_a_truce, world)
    False
    """
    if _far(a, b, world.rules.thresholds):
        return False
    if world.rules.incidents.kin(a.kind, b.kind) or _untold(a, b):
        return True
    return _tied(a, b, find_common(a, b, world.rules), world)


def find_incident(
    a: PreparedClaim, b: PreparedClaim, world: World, ways: Ways = AFRESH
) -> Incident | str:
    """Say what binds two claims to one happening, or why nothing does; the smaller id first.

    >>> find_incident(moscow_saw_drones, kyiv_struck_the_refinery, world).common.words
    ('refiner',)
    """
    if _far(a, b, world.rules.thresholds):
        return TIME
    common = find_common(a, b, world.rules)
    kin = world.rules.incidents.kin(a.kind, b.kind) or _untold(a, b)
    if not (kin or _tied(a, b, common, world)):
        return WORDS
    met = ways.meet_places(a, b, world)
    ground = met or _open_ground(a, b, world)
    if isinstance(ground, str):
        return ground
    pair = Pair(a, b, world, ground, meet(a, b, world, overlap=_overlap(a, b)))
    placed = not (ground.supposed or ground.coarse or ground.part)
    if not _same_days(pair, common, placed=placed):
        return TIME
    if units_apart(a, b):
        return UNITS
    loose = (met is None and _elsewhere(pair, common)) or not pair.overlap
    found = Incident(pair, common, placed, loose, kin)
    return found if _bound(found) else WORDS


def _far(a: PreparedClaim, b: PreparedClaim, limits: Thresholds) -> bool:
    """Tell at once that two articles are of other days, before anything else is asked."""
    if a.entry.article.id == b.entry.article.id:
        return False
    gap = _gap(a, b)
    return gap is None or gap > limits.near_days


def _tied(a: PreparedClaim, b: PreparedClaim, common: Common, world: World) -> bool:
    """Tell whether claims of types that are not kin may be of one happening all the same."""
    return _alone(common, world.rules.thresholds) or _truce_and_arms(a, b)


def _alone(common: Common, limits: Thresholds) -> bool:
    """Tell whether words bind two claims, whatever their types of event."""
    heavy = common.weight >= limits.alone_weight and common.share >= limits.alone_share
    return common.rare and heavy


def _truce_and_arms(a: PreparedClaim, b: PreparedClaim) -> bool:
    truce, arms = family("truce"), family("violence")
    x, y = (a, b) if a.kind in truce else (b, a)
    clear = x.kind not in arms and y.kind not in truce
    return clear and x.kind in truce and y.kind in arms


def _open_ground(a: PreparedClaim, b: PreparedClaim, world: World) -> Ground | str:
    """Where two claims may meet all the same: of a place that is not stated, or not known to the
    gazetteer, nothing shows that it is another one.
    """
    open_ = Ground(None, coarse=True, supposed=True)
    if not (_stated(a) and _stated(b)):
        return open_
    ours, theirs = a.entry.whereabouts.places, b.entry.whereabouts.places
    if any(inside(p, q, world.places) or inside(q, p, world.places) for p in ours for q in theirs):
        return open_
    known = [any(p.id for p in places) for places in (ours, theirs)]
    return PLACE if known[0] == known[1] else open_


def _untold(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether one claim denies what the other tells in words that no event type covers."""
    odd = a.negative != b.negative or a.doubted != b.doubted
    told = a if b.negative or b.doubted else b
    return odd and told.kind == FALLBACK


def _elsewhere(pair: Pair, common: Common) -> bool:
    """Tell whether both claims state their places, which do not meet. One story may tell of a place
    by names of which one is not known, or as a part of a country, if its words are the same.
    """
    a, b, world = pair.a, pair.b, pair.world
    if not (_stated(a) and _stated(b)):
        return False
    return not common.words or not (pair.one_article or one_story(a, b, world.rules))


def _stated(subject: PreparedClaim) -> bool:
    return subject.entry.whereabouts.how == "stated" and bool(subject.entry.whereabouts.places)


def _gap(a: PreparedClaim, b: PreparedClaim) -> int | None:
    """How many days lie between two claims; None: one is not dated."""
    if a.window is None or b.window is None:
        return 0 if a.entry.article.id == b.entry.article.id else None
    return max(0, a.window.first - b.window.last, b.window.first - a.window.last)


def _overlap(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether days meet, or one claim gives none of its own."""
    stated = all(s.window and s.window.stated for s in (a, b))
    return not stated or not _gap(a, b) or _stand(a, b)


def _stand(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether one article tells of two states: what somebody holds he holds until told
    otherwise.
    """
    one_article = a.entry.article.id == b.entry.article.id
    return one_article and all(s.kind in family("held") for s in (a, b))


def _same_days(pair: Pair, common: Common, *, placed: bool) -> bool:
    """Tell whether nothing shows that two claims are of different days. What an article tells
    without a day may be of any day it names, if the words or the place say so.
    """
    gap = _gap(pair.a, pair.b)
    if gap is None:
        return False
    limits = pair.thresholds
    if gap <= limits.near_days or _stand(pair.a, pair.b):
        return True
    stated = all(s.window and s.window.stated for s in (pair.a, pair.b))
    like = common.weight >= limits.kin_weight and common.share >= limits.far_share
    undated = not stated and not any(s.entry.told or s.claim.time.said for s in (pair.a, pair.b))
    return pair.one_article and undated and (like or placed)


def _of_one_truce(pair: Pair) -> bool:
    """Tell whether one claim is of a truce that a party keeps, another of that party's attack."""
    both = _truce_and_arms(pair.a, pair.b)
    return both and bool(pair.one(pair.a.author, pair.b.author)) and pair.across


def _partners(pair: Pair) -> bool:
    """Tell whether one party does one thing with another; that armies fight binds nothing."""
    a, b = pair.a, pair.b
    armed = any(pair.axes.of("hostile", s.kind) and s.kind in family("violence") for s in (a, b))
    known = pair.one(a.author, b.author) and pair.one(a.sufferer, b.sufferer)
    return a.kind == b.kind and bool(known) and not armed


def _near(a: PreparedClaim, b: PreparedClaim, distance: int) -> bool:
    starts = [s.claim.spans[0][0] for s in (a, b) if s.claim.spans]
    return len(starts) == 2 and abs(starts[0] - starts[1]) <= distance


def _bound(found: Incident) -> bool:
    """Tell whether claims of one place and time have enough in common to be of one happening."""
    pair, common = found.pair, found.common
    limits = pair.thresholds
    if _alone(common, limits):
        return True
    if _of_one_truce(pair):
        return True
    if not found.kin:
        return False
    if common.rare and common.weight >= limits.far_weight and common.share >= limits.far_share:
        return True
    like = pair.a.kind == pair.b.kind or (common.rare and common.weight >= limits.kin_weight)
    if found.loose:
        return False
    if pair.one_article:
        return found.placed or like or _near(pair.a, pair.b, limits.answer_distance)
    if not like:
        return False
    return found.placed or _partners(pair) or one_story(pair.a, pair.b, pair.world.rules)
