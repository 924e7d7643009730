"""In whatever order articles and claims are given, the same bytes are printed."""

from __future__ import annotations

import random

import pytest

from comparison.nonsense import any_records, shuffled
from comparison.small_world import make_world
from counterclaim.comparison import Asked, compare_claims
from counterclaim.presentation.compare.as_json import to_json


@pytest.mark.parametrize("place", [None, Asked("Velyka", "Velyka")])
def test_the_order_of_the_input_changes_no_byte(place):
    world, rng = make_world(), random.Random(11)
    records = any_records(rng, articles=12)
    printed = to_json(compare_claims(records, world, place=place))
    assert '"contradicts"' in printed
    for _ in range(3):
        again = shuffled(records, rng)
        assert again != records
        assert to_json(compare_claims(again, world, place=place)) == printed
