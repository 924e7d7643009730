"""The gates two claims pass before they may be compared; the first that holds names why not."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.comparison.settings import inside, place_key
from counterclaim.comparison.subjects import Pair, Subject
from counterclaim.comparison.types import Containment, World
from counterclaim.comparison.windows import first_day
from counterclaim.records import Place

# Gates of origin, place, time and modality are here; scope (numbers) and actors are asked by
# the axes they matter to, because a denial needs neither the same number nor a named actor.


def same_wording(a: Subject, b: Subject, share: float, least: int) -> bool:
    """Tell whether two claims are one wording: most of their words in common.

    >>> same_wording(said_here, said_there, share=0.8, least=4)
    True
    """
    x, y = set(a.words), set(b.words)
    if min(len(x), len(y)) < least:
        return a.words == b.words and bool(x)
    return len(x & y) / len(x | y) >= share


def same_span(a: Subject, b: Subject) -> bool:
    """Tell whether two claims of one article are about the same words ("has denied this")."""
    if a.entry.article.id != b.entry.article.id:
        return False
    return any(s < f and e < t for s, t in a.claim.spans for e, f in b.claim.spans)


def same_origin(a: Subject, b: Subject, world: World) -> bool:
    """Gate 1: one utterance, printed in two articles. It must count once."""
    if a.claim.source.name != b.claim.source.name or a.claim.stance != b.claim.stance:
        return False
    if a.entry.article.id == b.entry.article.id:
        return False
    limits, days = world.rules.thresholds, (first_day(a.day), first_day(b.day))
    if None not in days and abs((days[0] or 0) - (days[1] or 0)) > limits.reprint_days:
        return False
    return same_wording(a, b, limits.same_share, limits.same_least)


def meet_places(a: Subject, b: Subject, world: World) -> tuple[str, bool] | None:
    """Gate 2: ("same" | "a" | "b", too coarse for more than a tension), or None: elsewhere.

    "a" says that a's place lies in b's. A country says nothing of one town.
    """
    ours, theirs = a.entry.setting.around, b.entry.setting.around
    shared = {place_key(p) for p in ours} & {place_key(p) for p in theirs}
    if shared:
        common = [p for p in ours if place_key(p) in shared]
        return "same", all(p.precision in world.rules.axes.coarse for p in common)
    if _lies_in(ours, theirs, world.places):
        return ("a", _coarse(theirs, world)) if not _country(theirs) else None
    if _lies_in(theirs, ours, world.places):
        return ("b", _coarse(ours, world)) if not _country(ours) else None
    both = not ours and not theirs and a.entry.article.id == b.entry.article.id
    return ("same", True) if both else None


def meet_times(a: Subject, b: Subject) -> bool | None:
    """Gate 3: True when the windows share a day, False when they do not, None: not dated.

    Two undated claims of one article are about one time: they are told as one story.
    """
    if a.window is None or b.window is None:
        return True if a.entry.article.id == b.entry.article.id else None
    return a.window.meets(b.window)


def admit(a: Subject, b: Subject, world: World) -> Pair | str:
    """Let two claims through the gates, or say which gate is shut and why."""
    if a.id > b.id:
        a, b = b, a
    if same_origin(a, b, world):
        return Pair(a, b, world, reprint=True)
    where = meet_places(a, b, world)
    if where is None:
        return "place: different places"
    overlap = meet_times(a, b)
    if overlap is None:
        return "time: not dated"
    if a.real != b.real:
        return "modality: an aim or a forecast against a fact"
    part, coarse = where
    place = None if part == "same" else part
    return Pair(a, b, world, place, coarse, overlap, supposed=_supposed(a, b, part))


def _supposed(a: Subject, b: Subject, part: str) -> bool:
    """Tell whether the claims meet at a place that only context gives one of them."""
    settings = (a.entry.setting, b.entry.setting)
    if any(setting.how != "stated" for setting in settings):
        return True
    ours, theirs = ({place_key(p) for p in setting.places} for setting in settings)
    wider = any(len(setting.around) > len(setting.places) for setting in settings)
    return wider and part == "same" and not ours & theirs


def _lies_in(inner: Iterable[Place], outer: Iterable[Place], places: Containment) -> bool:
    around = list(outer)
    return any(inside(p, q, places) for p in inner for q in around)


def _coarse(found: Iterable[Place], world: World) -> bool:
    return any(p.precision in world.rules.axes.coarse for p in found)


def _country(found: Iterable[Place]) -> bool:
    return all(p.precision == "country" for p in found)
