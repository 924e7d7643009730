"""Fixtures of the comparison: relate two claims, compare some articles."""

from __future__ import annotations

import pytest

from comparison.small_world import article, make_world
from counterclaim.comparison import Asked, compare_claims


@pytest.fixture(scope="session")
def world():
    return make_world()


@pytest.fixture
def relation(world):
    """The relation of two claims, in one article or (`apart`) in two; None: not compared."""

    def relate(a, b, *, apart=False, published=("2023-03-02", "2023-03-02")):
        if apart:
            records = [
                article(a, name="gazette", published=published[0]),
                article(b, name="herald", published=published[1]),
            ]
        else:
            records = [article(a, b)]
        found = compare_claims(records, world).relations
        swapped = compare_claims(list(reversed(records)), world).relations
        assert found == swapped, "the order of records must not matter"
        return found[0] if found else None

    return relate


@pytest.fixture
def compare(world):
    """Compare articles about Velyka, or about `about` (None: all places)."""

    def run(*records, about="Velyka", **options):
        asked = Asked(about, about, "settlement", "North Oblast", "Ukraine") if about else None
        return compare_claims(records, world, place=asked, **options)

    return run
