"""The claims that are answered, for those who show answers."""

from __future__ import annotations

from counterclaim.comparison.types import Comparison, Entry


def find_answered(comparison: Comparison) -> dict[str, Entry]:
    """Give, by the id of the answer, the claim of another that it answers.

    >>> find_answered(comparison)["kyiv-post#02"].claim.source.name
    'Russian Ministry of Defence'
    """
    entries = {e.claim.id: e for q in comparison.questions for p in q.positions for e in p.entries}
    return {a.claim: entries[a.to] for a in comparison.answers if a.to in entries}
