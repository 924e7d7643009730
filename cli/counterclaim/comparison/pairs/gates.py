"""The gates two claims pass before they may be compared; the first that is shut names why.

Scope (of numbers) and actors are asked by the axes they matter to, because a denial needs neither
the same number nor a named actor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from counterclaim.comparison.pairs.origins import same_utterance
from counterclaim.comparison.pairs.questions import clusters_of
from counterclaim.comparison.prepared.claim import Ground, Meeting, Pair, PreparedClaim, units_apart
from counterclaim.comparison.prepared.whereabouts import inside, place_key
from counterclaim.comparison.prepared.wordings import share_of
from counterclaim.comparison.types import Containment, World
from counterclaim.knowledge.comparison import Thresholds
from counterclaim.records import Place


@dataclass(frozen=True, slots=True)
class Refusal:
    """The gate that is shut, and why."""

    gate: str
    reason: str

    def __str__(self) -> str:
        return f"{self.gate}: {self.reason}"


ORIGIN = Refusal("origin", "one utterance in two articles")
PLACE = Refusal("place", "different places")
UNDATED = Refusal("time", "not dated")
QUESTION = Refusal("scope", "they answer different questions")
MODALITY = Refusal("modality", "an aim or a forecast against a fact")


def same_wording(a: PreparedClaim, b: PreparedClaim, limits: Thresholds) -> bool:
    """Tell whether two claims are one wording: most of their words in common.

    >>> same_wording(said_here, said_there, limits)
    True
    """
    x, y = a.value(_word_set, None), b.value(_word_set, None)
    if min(len(x), len(y)) < limits.same_least:
        return a.words == b.words and bool(x)
    return share_of(x, y) >= limits.same_share


def _word_set(subject: PreparedClaim, _: None) -> frozenset[str]:
    return frozenset(subject.words)


def same_span(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether two claims of one article are about the same words ("has denied this")."""
    if a.entry.article.id != b.entry.article.id:
        return False
    return any(s < f and e < t for s, t in a.claim.spans for e, f in b.claim.spans)


def share_question(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    """Tell whether two claims answer one kind of question, or are about the very same words."""
    ours, theirs = clusters_of(a, world), clusters_of(b, world)
    return not set(ours).isdisjoint(theirs) or same_span(a, b)


def meet_places(a: PreparedClaim, b: PreparedClaim, world: World) -> Ground | None:
    """Gate 2: the common ground of two claims, or None: they are about different places.

    Of two places one may lie in the other. A country says nothing of one town. What one side tells
    of two units or directions is told of two places.
    """
    if units_apart(a, b):
        return None
    ours, theirs = a.entry.whereabouts.around, b.entry.whereabouts.around
    shared = {place_key(p) for p in ours} & {place_key(p) for p in theirs}
    if shared:
        common = [p for p in ours if place_key(p) in shared]
        wide = all(p.precision in world.rules.axes.coarse for p in common)
        return Ground(None, wide, _supposed(a, b, within=False))
    if _lies_in(ours, theirs, world.places):
        return None if _country(theirs) else Ground("a", _coarse(theirs, world), _supposed(a, b))
    if _lies_in(theirs, ours, world.places):
        return None if _country(ours) else Ground("b", _coarse(ours, world), _supposed(a, b))
    both = not ours and not theirs and a.entry.article.id == b.entry.article.id
    return Ground(None, coarse=True, supposed=True) if both else None


def meet_times(a: PreparedClaim, b: PreparedClaim) -> bool | None:
    """Gate 3: True when the windows share a day, False when they do not, None: not dated.

    Two undated claims of one article are about one time: they are told as one story.
    """
    if a.window is None or b.window is None:
        return True if a.entry.article.id == b.entry.article.id else None
    return a.window.meets(b.window)


def meet(a: PreparedClaim, b: PreparedClaim, world: World, *, overlap: bool) -> Meeting:
    """Say how two claims meet, so far as it depends on which two they are."""
    one_article = a.entry.article.id == b.entry.article.id
    one_voice = a.source == b.source
    at_odds = a.negative != b.negative or a.doubted != b.doubted
    limits = world.rules.thresholds
    return _meeting(
        overlap,
        one_voice,
        one_voice and a.day == b.day,
        one_article,
        at_odds and one_article and _near(a, b, limits.answer_distance),
        at_odds and (same_span(a, b) or same_wording(a, b, limits)),
        _answered(a, b),
        "a" if a.epoch == b.epoch or (a.day or "") >= (b.day or "") else "b",
    )


_meeting = cache(Meeting)  # there are few ways to meet, and many pairs that meet so


def _answered(a: PreparedClaim, b: PreparedClaim) -> bool:
    if not (a.answers or b.answers):
        return True
    return all({a.id, b.id} & s.answers for s in (a, b) if is_aimed(s))


def is_aimed(subject: PreparedClaim) -> bool:
    """Tell whether a denial or doubt says by its words which claim it is about."""
    return bool(subject.answers) and (subject.negative or subject.doubted)


def admit(a: PreparedClaim, b: PreparedClaim, world: World) -> Pair | Refusal:
    """Let two claims through the gates, or say which gate is shut and why."""
    if a.id > b.id:
        a, b = b, a
    if same_utterance(a, b):
        return ORIGIN
    ground = meet_places(a, b, world)
    if ground is None:
        return PLACE
    overlap = meet_times(a, b)
    if overlap is None:
        return UNDATED
    if a.real != b.real:
        return MODALITY
    if not share_question(a, b, world):
        return QUESTION
    return Pair(a, b, world, ground, meet(a, b, world, overlap=overlap))


def _near(a: PreparedClaim, b: PreparedClaim, distance: int) -> bool:
    """A doubt is cast on what stands near it."""
    starts = [subject.claim.spans[0][0] for subject in (a, b) if subject.claim.spans]
    return len(starts) == 2 and abs(starts[0] - starts[1]) <= distance


def _supposed(a: PreparedClaim, b: PreparedClaim, *, within: bool = True) -> bool:
    """Tell whether the claims meet at a place that only context gives one of them."""
    spots = (a.entry.whereabouts, b.entry.whereabouts)
    if any(spot.how != "stated" for spot in spots):
        return True
    ours, theirs = ({place_key(p) for p in spot.places} for spot in spots)
    wider = any(len(spot.around) > len(spot.places) for spot in spots)
    return wider and not within and not ours & theirs


def _lies_in(inner: Iterable[Place], outer: Iterable[Place], places: Containment) -> bool:
    around = list(outer)
    return any(inside(p, q, places) for p in inner for q in around)


def _coarse(found: Iterable[Place], world: World) -> bool:
    return any(p.precision in world.rules.axes.coarse for p in found)


def _country(found: Iterable[Place]) -> bool:
    return all(p.precision == "country" for p in found)
