"""Classes of claims stand for the claims: what follows from them is what each pair would give."""

from __future__ import annotations

import random

from comparison.nonsense import any_records
from counterclaim.comparison.gathering import find_entries
from counterclaim.comparison.graph.cells import Cells
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.graph.clusters import find_answers
from counterclaim.comparison.graph.relations import Relations
from counterclaim.comparison.incidents.relating import relate
from counterclaim.comparison.pairs.judging import gravity
from counterclaim.comparison.pairs.origins import find_origins
from counterclaim.comparison.prepared.claim import make_subject
from counterclaim.comparison.verdicts.verdict import find_standing

SETTLED = ("contradicts", "mutual_blame", "tension", "differs_in_number", "concedes", "agrees")


def any_subjects(seed, world, articles=6):
    records = any_records(random.Random(seed), articles)
    made = [make_subject(e, world) for r in records for e in find_entries(r, world)]
    return find_origins(find_answers(sorted(made, key=lambda s: s.id)), world)


def test_listing_gives_what_each_pair_gives(world):
    for seed in range(6):
        subjects = any_subjects(seed, world)
        pairs = [(a, b) for i, a in enumerate(subjects) for b in subjects[i + 1 :]]
        one_by_one = [found for a, b in pairs if (found := relate(a, b, world))]
        assert Relations(ClassRelations(subjects, world)) == one_by_one


def test_the_gravest_relation_is_found_without_listing(world):
    """The first of all pairs of two voices that stand so leads, and no claim is missed."""
    for seed in range(6):
        subjects = any_subjects(seed, world, articles=2)
        related = ClassRelations(subjects, world)
        voice = {s.id: s.source for s in subjects}
        weighty = [
            r
            for r in Relations(related)
            if r.relation in SETTLED
            and (r.relation == "differs_in_number" or voice[r.a] != voice[r.b])
        ]
        if not weighty:
            assert find_standing(related, Cells(subjects, related)) is None
            continue
        gravest = min(weighty, key=lambda r: (gravity(r), r.a, r.b))
        standing = find_standing(related, Cells(subjects, related))
        assert (standing.lead.relation, standing.lead.strength) == (
            gravest.relation,
            gravest.strength,
        )
        alike = {i for r in weighty if gravity(r) == gravity(gravest) for i in (r.a, r.b)}
        assert alike <= standing.ids
