"""Whether two claims tell of one happening: refused for what is shown to be different, admitted
for what binds them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.comparison.incidents.bonds import (
    APART,
    OTHER_DAYS,
    STATED,
    Bonds,
    find_bonds,
    is_kin,
    is_near,
    one_number,
    place_bond,
)
from counterclaim.comparison.pairs.gates import meet, meet_places
from counterclaim.comparison.pairs.judging import ask_all
from counterclaim.comparison.prepared.claim import (
    Finding,
    Ground,
    Pair,
    PreparedClaim,
    units_apart,
)
from counterclaim.comparison.prepared.words import Common, find_common, spell_common
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Thresholds
from counterclaim.knowledge.predicates import family

PLACE = "different places"
TIME = "different days"
UNITS = "different units"
WORDS = "too little in common"
_OPEN_GROUND = Ground(None, coarse=True, supposed=True)


@dataclass(frozen=True, slots=True)
class Incident:
    """What binds two claims: the pair as the axes take it, their common words, all bonds, and
    whether the place is shared and stated (`placed`), whether little doubt is left (`sure`) and
    whether their event types may tell of one happening.
    """

    pair: Pair
    common: Common
    bonds: Bonds
    placed: bool
    sure: bool
    kin: bool

    @property
    def spelled(self) -> str:
        """The common words as people write them."""
        pair = self.pair
        return spell_common(self.common, pair.a, pair.b, pair.world.rules)


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
    if is_kin(a, b, world) or one_number(a, b, world):
        return True
    return _alone(find_common(a, b, world.rules), world.rules.thresholds)


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
    place = place_bond(a, b, world)
    if units_apart(a, b):
        return UNITS
    bonds = find_bonds(a, b, common, place, world)
    rules = world.rules
    limits = rules.thresholds
    if bonds.weight < rules.incidents.bonds["least"]:
        return PLACE if place == APART else TIME if OTHER_DAYS in bonds else WORDS
    if place == APART and a.entry.article.id != b.entry.article.id:
        return PLACE
    ground = ways.meet_places(a, b, world) or _OPEN_GROUND
    pair = Pair(a, b, world, ground, meet(a, b, world, overlap=_overlap(a, b, limits)))
    placed = place == STATED and not (ground.supposed or ground.coarse or ground.part)
    kin = is_kin(a, b, world)
    told = pair.one_article or "one_number" in bonds
    if not (kin or told or _alone(common, rules.thresholds)):
        return WORDS
    return Incident(pair, common, bonds, placed, _is_sure(pair, common), kin)


def _is_sure(pair: Pair, common: Common) -> bool:
    """Tell whether words leave no doubt that two claims tell of one happening."""
    limits = pair.thresholds
    return common.rare and common.weight >= limits.kin_weight and common.share >= limits.far_share


def long_before(found: Incident) -> bool:
    """Tell whether one article tells, far apart, of days so far apart that nothing said of the ones
    is at odds with what is said of the others.
    """
    a, b = found.pair.a, found.pair.b
    gap = _gap(a, b) or 0
    return (
        gap > found.pair.thresholds.recent_days and "near" not in found.bonds and not _stand(a, b)
    )


def _far(a: PreparedClaim, b: PreparedClaim, limits: Thresholds) -> bool:
    """Tell at once that two articles are of other days, before anything else is asked."""
    if a.entry.article.id == b.entry.article.id:
        return False
    gap = _gap(a, b)
    return gap is None or gap > limits.near_days


def _alone(common: Common, limits: Thresholds) -> bool:
    """Tell whether words bind two claims, whatever their types of event."""
    heavy = common.weight >= limits.alone_weight and common.share >= limits.alone_share
    return common.rare and heavy


def _gap(a: PreparedClaim, b: PreparedClaim) -> int | None:
    """How many days lie between two claims; None: one is not dated."""
    if a.window is None or b.window is None:
        return 0 if a.entry.article.id == b.entry.article.id else None
    return max(0, a.window.first - b.window.last, b.window.first - a.window.last)


def _overlap(a: PreparedClaim, b: PreparedClaim, limits: Thresholds) -> bool:
    """Tell whether days meet, or one claim gives none, nor stands in an account below some."""
    dated = all(s.entry.told or (s.window and s.window.stated) for s in (a, b))
    return not dated or not _gap(a, b) or _stand(a, b) or _told_together(a, b, limits)


def _told_together(a: PreparedClaim, b: PreparedClaim, limits: Thresholds) -> bool:
    """Tell whether two claims without a day of their own stand together, whatever days the account
    named before either of them.
    """
    dated = any(s.window and s.window.stated for s in (a, b))
    one_article = a.entry.article.id == b.entry.article.id
    return one_article and not dated and is_near(a, b, limits.answer_distance)


def _stand(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether one article tells of two states: what somebody holds he holds until told
    otherwise.
    """
    one_article = a.entry.article.id == b.entry.article.id
    return one_article and all(s.kind in family("held") for s in (a, b))
