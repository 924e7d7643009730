"""Which claims are worth a look together: those of one place and one kind of question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from counterclaim.comparison.axes.numbers import is_harm
from counterclaim.comparison.gates import same_span
from counterclaim.comparison.relate import relate
from counterclaim.comparison.settings import inside, place_key
from counterclaim.comparison.subjects import Subject
from counterclaim.comparison.types import Relation, World
from counterclaim.knowledge.comparison import Rules
from counterclaim.records import Place

_GROUND = ("territory", "combat")


def find_relations(subjects: Sequence[Subject], world: World) -> tuple[Relation, ...]:
    """Relate every comparable pair, sorted by ids. Work grows with the claims of one place
    about one thing, not with the square of the ledger.

    >>> [(r.a, r.b, r.relation) for r in find_relations(subjects, world)]
    [('kyiv-post#02', 'tass#01', 'contradicts')]
    """
    found: dict[tuple[str, str], Relation | None] = {}
    for a, b in find_candidates(subjects, world):
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in found:  # a claim on two places meets another in two buckets
            found[key] = relate(a, b, world)
    return tuple(relation for key in sorted(found) if (relation := found[key]) is not None)


def find_candidates(subjects: Sequence[Subject], world: World) -> Iterator[tuple[Subject, Subject]]:
    """Give the pairs that share a place and a kind of question; one pair may come twice."""
    buckets: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    outer = _containers(subjects, world)
    for subject in subjects:
        keys = {key for p in subject.entry.setting.around for key in outer[place_key(p)]}
        for key in sorted(keys) or [subject.entry.article.id]:
            for cluster in _clusters(subject, world):
                buckets[key, cluster].append(subject)
    for bucket in buckets.values():
        yield from combinations(bucket, 2)
    yield from _on_one_wording(subjects)


def _clusters(subject: Subject, world: World) -> tuple[str, ...]:
    """Name the groups of event types that share an axis with this one."""
    if not subject.real:
        return ("aims",)
    rules = world.rules
    harm = any(is_harm(q.what, rules.axes) for q in subject.claim.quantities)
    damage = bool(subject.claim.quantities) and rules.axes.of("damaging", subject.kind)
    more = [name for name, holds in (("harm", harm), ("damage", damage)) if holds]
    return (*_by_kind(subject, rules), *more)


def _by_kind(subject: Subject, rules: Rules) -> tuple[str, ...]:
    topic = rules.topic_of(subject.kind)
    if subject.kind == "ceasefire":
        return topic, "ground", "strikes"
    if subject.kind == "encirclement":
        return "ground", "supply"
    return ("ground",) if topic in _GROUND else (topic,)


def _containers(subjects: Sequence[Subject], world: World) -> dict[str, tuple[str, ...]]:
    """Give, for every place that is spoken of, its own key and those of the places around it."""
    seen: dict[str, Place] = {}
    for subject in subjects:
        seen.update({place_key(p): p for p in subject.entry.setting.around})
    wide = [p for p in seen.values() if p.precision not in ("point", "district", "country")]
    return {key: (key, *_around(place, wide, world)) for key, place in seen.items()}


def _around(place: Place, wide: Sequence[Place], world: World) -> Iterator[str]:
    for outer in wide:
        town = outer.precision not in world.rules.axes.coarse
        if town and place.precision not in ("point", "district"):
            continue  # a town lies in no other town
        if inside(place, outer, world.places):
            yield place_key(outer)


def find_answers(subjects: Sequence[Subject]) -> list[Subject]:
    """Note in every claim the claims of others on its very words."""
    answers: dict[str, set[str]] = defaultdict(set)
    for a, b in _on_one_wording(subjects):
        if a.source != b.source:
            answers[a.id].add(b.id)
            answers[b.id].add(a.id)
    return [replace(s, answers=frozenset(answers[s.id])) for s in subjects]


def _on_one_wording(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Claims of one article on the same words: "has denied this" has the denied words."""
    articles: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        articles[subject.entry.article.id].append(subject)
    for members in articles.values():
        members.sort(key=lambda s: s.claim.spans[:1])
        for index, a in enumerate(members):
            # Sorted by start: a few neighbours hold everything that can overlap in practice.
            yield from ((a, b) for b in members[index + 1 : index + 8] if same_span(a, b))
