"""The parties of the world stay known, with their sides (floors as measured)."""

from __future__ import annotations

from collections.abc import Iterator

import parties
import pytest


def share(rows: Iterator[tuple[str, bool, str]], kind: str) -> float:
    right = [ok for found, ok, _ in rows if found == kind]
    return sum(right) / len(right)


@pytest.mark.parametrize("kind", ["dyads", "within", "alone"])
def test_who_fought_three_times_is_known_and_opposed(kind: str) -> None:
    assert share(parties.dyads(), kind) == 1.0


@pytest.mark.parametrize(("kind", "floor"), [("states", 0.98), ("groups", 0.96), ("ambiguous", 1)])
def test_whose_side_a_source_is_on(kind: str, floor: float) -> None:
    assert share(parties.sentences(), kind) >= floor
