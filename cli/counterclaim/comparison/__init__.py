"""Comparison: gates, axes, relations and verdicts; pure functions over records."""

from counterclaim.comparison.compare import compare_claims, count_places
from counterclaim.comparison.types import (
    Asked,
    Comparison,
    Containment,
    Entry,
    Parties,
    Position,
    Question,
    Relation,
    World,
)

__all__ = [
    "Asked",
    "Comparison",
    "Containment",
    "Entry",
    "Parties",
    "Position",
    "Question",
    "Relation",
    "World",
    "compare_claims",
    "count_places",
]
