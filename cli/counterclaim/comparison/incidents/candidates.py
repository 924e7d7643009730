"""Which claims may tell of one happening, found without setting every claim beside every other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.comparison.incidents.admission import may_bind
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.comparison.prepared.words import rare_words
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Thresholds
from counterclaim.knowledge.predicates import FALLBACK, family

Key = tuple[str, ...]
Place = tuple[int, str]


def find_candidates(
    subjects: Sequence[PreparedClaim], world: World
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Give the pairs of claims that have a rare word in common, a type of event and a place (or a
    story), or their article; each once, and of each claim only so many neighbours.

    >>> [(a.id, b.id) for a, b in find_candidates(subjects, world)]
    [('kyiv-post#02', 'tass#01')]
    """
    shelves: dict[Key, list[PreparedClaim]] = defaultdict(list)
    for subject in sorted(subjects, key=_order):
        for key in _keys(subject, world):
            shelves[key].append(subject)
    seen: set[tuple[str, str]] = set()
    number: Counter[str] = Counter()  # of the neighbours in other articles
    limits = world.rules.thresholds
    least, most = _reach(len(subjects), limits)
    # What few claims have in common tells most: its shelf comes first.
    for _, shelf in sorted(shelves.items(), key=lambda item: (len(item[1]), item[0])):
        for a, b in _neighbours(shelf, least, limits.near_days):
            pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
            if pair in seen:
                continue
            if not _one_article(a, b):
                full = number[a.id] >= most or number[b.id] >= most
                if full or not may_bind(a, b, world):
                    continue
                number[a.id] += 1
                number[b.id] += 1
            seen.add(pair)
            yield a, b


def _reach(claims: int, limits: Thresholds) -> tuple[int, int]:
    """Say how many neighbours a shelf gives a claim, and how many it may have in all: of very many
    claims each has fewer, so that work grows with the claims, not with their pairs.
    """
    fair = max(1, limits.neighbours_all_most // max(1, claims))
    return min(limits.neighbours_least, fair), min(limits.neighbours_most, 3 * fair)


def _neighbours(
    shelf: Sequence[PreparedClaim], least: int, days: int
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    for i, a in enumerate(shelf):
        for b in shelf[i + 1 : i + 1 + least]:
            if _days_apart(a, b) > days and not _one_article(a, b):
                break
            yield a, b


def _keys(subject: PreparedClaim, world: World) -> Iterator[Key]:
    yield ("article", subject.entry.article.id)
    if subject.window is None:
        return
    for word in rare_words(subject, world.rules):
        yield ("word", word)
    lines = [*world.rules.incidents.lines(subject.kinds), *_more_lines(subject)]
    countries = sorted({p.country or "" for p in subject.entry.whereabouts.around} or {""})
    for line in lines:
        for place in subject.entry.whereabouts.around:
            yield ("place", place_key(place), line)
        for item in sorted(subject.entry.story):
            yield ("story", item, line)
        for country in countries:
            yield ("country", country, line)


def _more_lines(subject: PreparedClaim) -> Iterator[str]:
    """Name what may be kin whatever the types: a truce and an attack, a denial and what no type
    covers.
    """
    if subject.kind in family("truce") or subject.kind in family("violence"):
        yield "a truce"
    if subject.negative or subject.doubted or subject.kind == FALLBACK:
        yield "an answer"


def _order(subject: PreparedClaim) -> tuple[int, str]:
    return subject.window.first if subject.window else -1, subject.id


def _days_apart(a: PreparedClaim, b: PreparedClaim) -> int:
    """How many days after the end of one claim, in the order of their starts, the other begins."""
    return b.window.first - a.window.last if a.window and b.window else 0


def _one_article(a: PreparedClaim, b: PreparedClaim) -> bool:
    return a.entry.article.id == b.entry.article.id
