"""Which claims are worth a look together: those of one place and one kind of question."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.comparison.pairs.gates import same_span
from counterclaim.comparison.pairs.profiles import Group
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.whereabouts import inside, place_key
from counterclaim.comparison.prepared.wordings import Alike, Words
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Thresholds
from counterclaim.records import Place

_PLAIN = (False, False)  # neither negative nor doubted


def bucket_groups(groups: Sequence[Group], world: World) -> list[list[Group]]:
    """Put classes together whose claims are about one place and share an axis.

    >>> [[group.model.kind for group in bucket] for bucket in bucket_groups(groups, world)]
    [['capture', 'control', 'fighting'], ['casualties']]
    """
    buckets: dict[tuple[str, str], list[Group]] = defaultdict(list)
    outer = _containers([group.model for group in groups], world)
    for group in groups:
        subject = group.model
        keys = {key for p in subject.entry.whereabouts.around for key in outer[place_key(p)]}
        for key in sorted(keys) or [subject.entry.article.id]:
            for cluster in sorted(group.clusters):
                buckets[key, cluster].append(group)
    return list(buckets.values())


def _containers(subjects: Sequence[PreparedClaim], world: World) -> dict[str, tuple[str, ...]]:
    """Give, for every place that is spoken of, its own key and those of the places around it."""
    seen: dict[str, Place] = {}
    for subject in subjects:
        seen.update({place_key(p): p for p in subject.entry.whereabouts.around})
    wide = [p for p in seen.values() if p.precision not in ("point", "district", "country")]
    return {key: (key, *_around(place, wide, world)) for key, place in seen.items()}


def _around(place: Place, wide: Sequence[Place], world: World) -> Iterator[str]:
    for outer in wide:
        town = outer.precision not in world.rules.axes.coarse
        if town and place.precision not in ("point", "district"):
            continue  # a town lies in no other town
        if inside(place, outer, world.places):
            yield place_key(outer)


def find_answers(subjects: Sequence[PreparedClaim]) -> list[PreparedClaim]:
    """Note in every claim the claims of others on its very words."""
    answers: dict[str, set[str]] = defaultdict(set)
    for a, b in on_one_wording(subjects):
        if a.source != b.source:
            answers[a.id].add(b.id)
            answers[b.id].add(a.id)
    return [
        replace(s, answers=frozenset(answers[s.id])) if s.id in answers else s for s in subjects
    ]


def doubts_nearby(
    subjects: Sequence[PreparedClaim], limits: Thresholds
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Give each doubt with the claims of its kind that stand near it in its article."""
    articles: dict[str, list[tuple[int, PreparedClaim]]] = defaultdict(list)
    for subject in subjects:
        for start, _ in subject.claim.spans[:1]:
            articles[subject.entry.article.id].append((start, subject))
    for placed in articles.values():
        placed.sort(key=lambda item: (item[0], item[1].id))
        starts = [start for start, _ in placed]
        for start, doubt in placed:
            if doubt.doubted:
                first = bisect_left(starts, start - limits.answer_distance)
                last = bisect_right(starts, start + limits.answer_distance)
                near = (other for _, other in placed[first:last] if way_of(other) == _PLAIN)
                yield from ((doubt, other) for other in near if other.kind == doubt.kind)


def at_odds_in_words(
    subjects: Sequence[PreparedClaim], alike: Alike, limits: Thresholds
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Give each claim with those that say the contrary in like words, one of each kind that
    differs in place, days, voice and what it says: the others stand as that one does.
    """
    by_words: dict[Words, list[PreparedClaim]] = defaultdict(list)
    for subject in subjects:
        by_words[subject.words].append(subject)
    odd = {
        words for words, same in by_words.items() if words and len({way_of(s) for s in same}) > 1
    }
    for words in sorted(odd):
        for a in by_words[words]:
            yield from ((a, b) for b in _first_of_each(by_words[words]) if way_of(b) != way_of(a))
    against = {words for words, same in by_words.items() if any(way_of(s) != _PLAIN for s in same)}
    for words, others in alike.items():
        like = [w for w, share in others.items() if share >= limits.same_share and w in by_words]
        for other in like if words in by_words else ():
            if against & {words, other}:
                others_said = _first_of_each(by_words[other])
                for a in by_words[words]:
                    yield from ((a, b) for b in others_said if way_of(b) != way_of(a))


def _first_of_each(same: Sequence[PreparedClaim]) -> list[PreparedClaim]:
    found: dict[tuple[object, ...], PreparedClaim] = {}
    for s in same:
        places = tuple(place_key(p) for p in s.entry.whereabouts.around)
        key = (s.kind, s.real, way_of(s), s.claim.hedged, places, s.window, s.source)
        found.setdefault(key, s)
    return list(found.values())


def way_of(subject: PreparedClaim) -> tuple[bool, bool]:
    """Say whether a claim denies, and whether it doubts."""
    return subject.negative, subject.doubted


def on_one_wording(
    subjects: Sequence[PreparedClaim],
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Claims of one article on the same words: "has denied this" has the denied words."""
    articles: dict[str, list[PreparedClaim]] = defaultdict(list)
    for subject in subjects:
        articles[subject.entry.article.id].append(subject)
    for members in articles.values():
        members.sort(key=lambda s: s.claim.spans[:1])
        starts = [min((start for start, _ in s.claim.spans), default=0) for s in members]
        ends = [max((end for _, end in s.claim.spans), default=0) for s in members]
        for index, a in enumerate(members):
            # Sorted by start: a few neighbours hold everything that can overlap in practice.
            for other, b in enumerate(members[index + 1 : index + 8], start=index + 1):
                if starts[other] < ends[index] and same_span(a, b):
                    yield a, b
