"""One utterance in two wordings: reworded, translated again, or by a spokesman who is not named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.denied import NOBODY
from counterclaim.comparison.prepared.whereabouts import inside, place_key
from counterclaim.comparison.prepared.windows import first_day
from counterclaim.comparison.prepared.words import read_words
from counterclaim.comparison.types import World
from counterclaim.records import Source

Pair = tuple[PreparedClaim, PreparedClaim]
_KEYS = 4  # of the heaviest words of a claim, by any two of which its like are found


def find_reworded(subjects: Sequence[PreparedClaim], world: World) -> Iterator[Pair]:
    """Give the claims of two articles that are one utterance of one voice in two wordings.

    >>> [(a.id, b.id) for a, b in find_reworded([seized_it, has_captured_it], world)]
    [('gazette#01', 'herald#01')]
    """
    shelves: dict[tuple[object, ...], list[PreparedClaim]] = defaultdict(list)
    for subject in sorted(subjects, key=lambda s: (first_day(s.day) or 0, s.id)):
        for key in _keys(subject, world):
            shelves[key].append(subject)
    most = world.rules.thresholds.neighbours_least
    for shelf in shelves.values():
        for i, a in enumerate(shelf):
            yield from ((a, b) for b in shelf[i + 1 : i + 1 + most] if reworded(a, b, world))


def _keys(subject: PreparedClaim, world: World) -> Iterator[tuple[object, ...]]:
    words = subject.value(read_words, world.rules)
    heaviest = sorted(words, key=lambda form: (-words[form], form))[:_KEYS]
    for pair in combinations(sorted(heaviest), 2):
        yield subject.negative, subject.doubted, *pair


def reworded(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    """Tell whether two claims are one utterance, by voice, days, places and words in common.

    >>> reworded(fled_and_left_its_tanks, had_fled_leaving_its_tanks, world)
    True
    """
    if a.entry.article.id == b.entry.article.id or (a.negative, a.doubted) != (
        b.negative,
        b.doubted,
    ):
        return False
    limits = world.rules.thresholds
    x, y = first_day(a.day), first_day(b.day)
    if x is None or y is None or abs(x - y) > limits.reprint_days or a.real != b.real:
        return False
    if not one_mouth(a.claim.source, b.claim.source, world) or _elsewhere(a, b, world):
        return False
    return not _others_act(a, b) and _like(a, b, world)


def _others_act(a: PreparedClaim, b: PreparedClaim) -> bool:
    return a.author is not None and b.author is not None and a.author != b.author


def _like(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    """Tell whether most of what the words say is the same, and not another thing told in each."""
    x, y = (_words(s, (a, b), world) for s in (a, b))
    most, limits = max(sum(x.values()), sum(y.values())), world.rules.thresholds
    share = sum(min(x[form], y[form]) for form in x.keys() & y.keys()) / most if most else 0.0
    rare = world.rules.vocabulary.rare_weight
    each = all(
        any(w >= rare and f not in other for f, w in own.items()) for own, other in ((x, y), (y, x))
    )
    return share >= (limits.same_said_share if each or a.kind != b.kind else limits.said_share)


def _words(subject: PreparedClaim, both: Pair, world: World) -> dict[str, float]:
    """Read the words of a claim, without those that name who speaks."""
    vocabulary = world.rules.vocabulary
    named = {vocabulary.form(w) for s in both for w in s.claim.source.name.casefold().split()}
    words = subject.value(read_words, world.rules)
    return {form: weight for form, weight in words.items() if form not in named}


def _elsewhere(a: PreparedClaim, b: PreparedClaim, world: World) -> bool:
    ours, theirs = (s.claim.places for s in (a, b))
    if not ours or not theirs or {place_key(p) for p in ours} & {place_key(p) for p in theirs}:
        return False
    places = world.places
    return not any(inside(p, q, places) or inside(q, p, places) for p in ours for q in theirs)


def one_mouth(a: Source, b: Source, world: World) -> bool:
    """Tell whether two sources may be one: of one name, or one of them a spokesman, or the body, of
    whom the other is: all that is said of the one is said of the other.

    >>> one_mouth(thai_military_spokesperson, deputy_spokesperson_anan_somboon, world)
    True
    """
    if "narrator" in (a.kind, b.kind):
        return False
    if a.name == b.name:
        return True
    if a.side not in NOBODY and b.side not in NOBODY and a.side != b.side:
        return False
    x, y = (_called(source, a.side if a.side == b.side else "", world) for source in (a, b))
    return bool(x and y) and (x <= y or y <= x)


def _called(source: Source, side: str, world: World) -> frozenset[str]:
    """Give the words that say who a source is, without those for whoever speaks for somebody, and
    those that name the side of both.
    """
    stem = side[:-1] if side not in NOBODY else "?"
    vocabulary = world.rules.vocabulary
    said = f"{source.name} {source.role or ''} {source.organisation or ''}".casefold()
    words = (word for word in said.replace("’s", "").replace("'s", "").split())
    return frozenset(
        vocabulary.bodies.get(w, w)
        for w in words
        if not (w in vocabulary.speaking or w.startswith(stem))
    )
