"""What binds two claims to one happening, and what speaks against it: each bond has a weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.comparison.axes.figures import read_figures
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.whereabouts import inside, place_key
from counterclaim.comparison.prepared.words import Common, one_story
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Rules
from counterclaim.knowledge.predicates import FALLBACK, family
from counterclaim.records import Place

STATED, SUPPOSED, WITHIN, TOUCHING = "place_stated", "place_supposed", "place_within", "place_near"
OPEN, APART, ELSEWHERE, ABROAD = "place_open", "place_apart", "place_other", "place_abroad"
WIDE = "place_wide"
OTHER_DAYS = "other_days"
_COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Bonds:
    """The bonds of two claims by name, strongest first, and their weight in all."""

    names: tuple[str, ...]
    weight: float

    def __contains__(self, name: str) -> bool:
        return name in self.names


def find_bonds(
    a: PreparedClaim, b: PreparedClaim, common: Common, place: str, world: World
) -> Bonds:
    """Find what binds two claims that stand to each other so by their places.

    >>> find_bonds(shelled_the_depot, depot_on_fire, common, "place_stated", world).names
    ('place_stated', 'words', 'kin_type')
    """
    weights = world.rules.incidents.bonds
    names = [place, *_told(a, b, world), *_meant(a, b, world)]
    found = {name: weights[name] for name in names if name in weights}
    factor = weights["rare_words"] if common.rare else weights["common_words"]
    if "one_voice" in found:
        factor *= weights["own_words"]
    words = min(common.weight * factor, weights["words_most"])
    named = sorted({**found, **({"words": words} if words else {})}.items(), key=_by_weight)
    return Bonds(tuple(name for name, _ in named), sum(found.values()) + words)


def _by_weight(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _told(a: PreparedClaim, b: PreparedClaim, world: World) -> Iterator[str]:
    """How two claims are told: in one article, near each other, on days that are named."""
    if a.entry.article.id == b.entry.article.id:
        yield "one_article"
        if is_near(a, b, world.rules.thresholds.answer_distance):
            yield "near"
    elif one_story(a, b, world.rules):
        yield "one_story"
    x, y = a.window, b.window
    if x and y and not x.meets(y):
        stand = all(s.kind in family("held") for s in (a, b))
        yield OTHER_DAYS if x.stated and y.stated and not stand else "days_apart"
    elif x and y and x.stated and y.stated:
        yield "one_day"


def _meant(a: PreparedClaim, b: PreparedClaim, world: World) -> Iterator[str]:
    """What two claims tell of: events, parties, numbers."""
    if a.kind == b.kind:
        yield "one_type"
    elif is_kin(a, b, world):
        yield "kin_type"
    if a.negative != b.negative or a.doubted != b.doubted:
        yield "answer"
    if a.source == b.source:
        yield "one_voice"
    if (a.author and a.author == b.author) or (a.sufferer and a.sufferer == b.sufferer):
        yield "one_party"
    if truce_and_arms(a, b) and a.author and a.author == b.author:
        yield "one_truce"
    if one_number(a, b, world):
        yield "one_number"
    elif not world.rules.vocabulary.another.isdisjoint((*a.words, *b.words)):
        yield "another"


def one_number(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    """Tell whether two claims give one number of one thing that is no chance."""
    return not a.value(_numbers, world.rules).isdisjoint(b.value(_numbers, world.rules))


def _numbers(subject: PreparedClaim, rules: Rules) -> frozenset[tuple[str, float, float]]:
    """Give the numbers of a claim that are no chance: one or two of a thing are everywhere."""
    figures = subject.value(read_figures, rules)
    return frozenset((f.what, f.low, f.high) for f in figures if f.low > rules.incidents.chance)


def is_near(a: PreparedClaim, b: PreparedClaim, distance: int) -> bool:
    """Tell whether two claims stand within so many code points of each other."""
    starts = [s.claim.spans[0][0] for s in (a, b) if s.claim.spans]
    return len(starts) == 2 and abs(starts[0] - starts[1]) <= distance


def is_kin(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    """Tell whether any events that two claims tell of may be of one happening, or one denies what
    the other tells in words that no event type covers.
    """
    kin = world.rules.incidents.kin
    if kin(a.kind, b.kind) or any(kin(x, y) for x in a.kinds for y in b.kinds):
        return True
    odd = a.negative != b.negative or a.doubted != b.doubted
    told = a if b.negative or b.doubted else b
    return (odd and told.kind == FALLBACK) or truce_and_arms(a, b)


def truce_and_arms(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether one claim is of a truce and the other of an attack."""
    truce, arms = family("truce"), family("violence")
    x, y = (a, b) if a.kind in truce else (b, a)
    clear = x.kind not in arms and y.kind not in truce
    return clear and x.kind in truce and y.kind in arms


def place_bond(a: PreparedClaim, b: PreparedClaim, world: World) -> str:
    """Say how the places of two claims stand: one place that both state, or that only context gives
    one of them; one in the other; one that the words of both name beside; others ("place_apart"
    where both state them); or open, where one has none of its own.

    >>> place_bond(in_the_town, elsewhere_in_the_region, world)
    'place_apart'
    """
    ours, theirs = a.entry.whereabouts.places, b.entry.whereabouts.places
    both = is_stated(a) and is_stated(b)
    if {place_key(p) for p in ours} & {place_key(p) for p in theirs}:
        return STATED if both else SUPPOSED
    if any(inside(p, q, world.places) or inside(q, p, world.places) for p in ours for q in theirs):
        wide = any(p.precision == _COUNTRY for p in (*ours, *theirs))
        return SUPPOSED if not both else WIDE if wide else WITHIN
    named = {place_key(p) for p in a.claim.places} & {place_key(p) for p in b.claim.places}
    if named & {place_key(p) for p in (*ours, *theirs)}:
        return TOUCHING
    if both:
        known = [any(p.id for p in places) for places in (ours, theirs)]
        return APART if known[0] == known[1] else ELSEWHERE
    if {place_key(p) for p in a.entry.whereabouts.around} & {
        place_key(p) for p in b.entry.whereabouts.around
    }:
        return OPEN
    return ELSEWHERE if _countries(ours) & _countries(theirs) or not (ours and theirs) else ABROAD


def _countries(places: Iterable[Place]) -> set[str | None]:
    return {p.country for p in places}


def is_stated(subject: PreparedClaim) -> bool:
    """Tell whether the words of a claim name its place."""
    return subject.entry.whereabouts.how == "stated" and bool(subject.entry.whereabouts.places)
