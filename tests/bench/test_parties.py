"""The parties of the world stay known, with their sides (floors as measured)."""

from __future__ import annotations

import parties
import pytest

Rows = list[tuple[str, bool, str]]


@pytest.fixture(scope="module")
def dyads() -> Rows:
    return list(parties.dyads())


@pytest.fixture(scope="module")
def sentences() -> Rows:
    return list(parties.sentences())


def share(rows: Rows, kind: str) -> float:
    right = [ok for found, ok, _ in rows if found == kind]
    return sum(right) / len(right)


@pytest.mark.parametrize("kind", ["dyads", "within", "alone"])
def test_who_fought_three_times_is_known_and_opposed(dyads: Rows, kind: str) -> None:
    assert share(dyads, kind) == 1.0


@pytest.mark.parametrize(("kind", "floor"), [("states", 0.98), ("groups", 0.96), ("ambiguous", 1)])
def test_whose_side_a_source_is_on(sentences: Rows, kind: str, floor: float) -> None:
    assert share(sentences, kind) >= floor
