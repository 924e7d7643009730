"""The axes: shared variables on which two claims can collide. Each is one function of a pair."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.comparison.axes.agent import compare_agent, compare_object_hit
from counterclaim.comparison.axes.goals import compare_goals
from counterclaim.comparison.axes.numbers import compare_numbers
from counterclaim.comparison.axes.occurrence import compare_occurrence
from counterclaim.comparison.axes.outcome import compare_direction, compare_outcome
from counterclaim.comparison.axes.states import (
    compare_access,
    compare_activity,
    compare_stage,
    compare_valence,
)
from counterclaim.comparison.axes.territory import compare_territory
from counterclaim.comparison.subjects import Finding, Pair

Axis = Callable[[Pair], Finding | None]

FACTS: tuple[Axis, ...] = (
    compare_territory,
    compare_outcome,
    compare_agent,
    compare_numbers,
    compare_access,
    compare_activity,
    compare_stage,
    compare_object_hit,
    compare_direction,
    compare_valence,
    compare_occurrence,
)
AIMS: tuple[Axis, ...] = (compare_goals,)

__all__ = ["AIMS", "FACTS", "Axis"]
