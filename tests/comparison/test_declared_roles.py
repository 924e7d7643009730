"""An axis declares the roles it reads: classes of claims are told apart by these alone.

Claims that chance makes are read through roles that note what is asked of them.
"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from comparison.nonsense import any_pairs
from comparison.small_world import make_world
from counterclaim.comparison.axes import AIMS, FACTS
from counterclaim.comparison.pairs.gates import admit
from counterclaim.comparison.pairs.profiles import READ_ROLES
from counterclaim.comparison.pairs.questions import QUESTION_ROLES, clusters_of, topic_of
from counterclaim.comparison.prepared.claim import Pair

AXES = (*FACTS, *AIMS)


class NotedRoles(dict):
    """The roles of a claim that note in `asked` which of them are read."""

    def __init__(self, roles, asked):
        super().__init__(roles)
        self.asked = asked

    def get(self, name, default=None):
        self.asked.add(name)
        return super().get(name, default)

    __getitem__ = __contains__ = __iter__ = items = None  # a way of reading that would not be noted


def noting(subject, asked):
    """The same claim, with nothing remembered that was read before."""
    return replace(subject, roles=NotedRoles(subject.roles, asked), memo={})


@pytest.fixture(scope="module")
def pairs():
    return list(any_pairs(random.Random(7), 6000, make_world()))


@pytest.fixture(scope="module")
def asked(pairs):
    """What each axis asks of claims, when it reads one and when it compares two."""
    world = make_world()
    met = [pair for a, b in pairs if isinstance(pair := admit(a, b, world), Pair)]
    found = {axis: set() for axis in AXES}
    for axis, names in found.items():
        for a, _ in pairs:
            axis.reads(noting(a, names), world.rules)
        for pair in met:
            axis.compare(replace(pair, a=noting(pair.a, names), b=noting(pair.b, names)))
    return found


@pytest.mark.parametrize("axis", AXES, ids=lambda axis: f"{axis.name}:{axis.compare.__name__}")
def test_an_axis_reads_what_it_declares(axis, asked):
    assert asked[axis] == axis.roles


def test_the_questions_read_what_they_declare(pairs):
    world, names = make_world(), set()
    for a, _ in pairs:
        clusters_of(noting(a, names), world)
        topic_of(noting(a, names), world.rules)
    assert names == QUESTION_ROLES


@pytest.mark.parametrize("role", sorted(READ_ROLES))
def test_a_role_that_were_not_declared_would_be_missed(role, asked):
    """Whichever declared role is dropped, some axis still asks for it."""
    dropped = [axis for axis in AXES if asked[axis] - (axis.roles - {role})]
    assert dropped == [axis for axis in AXES if role in axis.roles]
    assert dropped or role in QUESTION_ROLES


def test_classes_are_told_apart_by_all_that_is_asked(asked):
    assert set().union(*asked.values()) | QUESTION_ROLES == READ_ROLES
