"""Which claim a denial, a doubt or a confirmation is an answer to."""

from __future__ import annotations

from counterclaim.comparison.types import CONFLICTS, Comparison, Entry, Relation
from counterclaim.comparison.verdicts import voice

_ANSWERING = ("denies", "doubts", "confirms")


def find_answered(comparison: Comparison) -> dict[str, Entry]:
    """Give, by the id of the answer, the claim of another that it answers.

    The record itself says so or, failing that, the gravest conflict of a denial does.

    >>> find_answered(comparison)["kyiv-post#02"].claim.source.name
    'Russian Ministry of Defence'
    """
    entries = {e.claim.id: e for q in comparison.questions for p in q.positions for e in p.entries}
    answered: dict[str, Entry] = {}
    conflicts = [r for r in comparison.relations if r.relation in CONFLICTS]
    for relation in sorted(conflicts, key=_gravity):
        for answer, other in ((relation.a, relation.b), (relation.b, relation.a)):
            if _denied(entries.get(answer), entries.get(other)):
                answered.setdefault(answer, entries[other])
    for entry in entries.values():
        claim = entry.claim
        if claim.stance in _ANSWERING and claim.responds_to in entries:
            answered[claim.id] = entries[claim.responds_to]
    return answered


def _gravity(relation: Relation) -> tuple[int, bool, str, str]:
    gravity = CONFLICTS.index(relation.relation)
    return gravity, relation.strength != "strong", relation.a, relation.b


def _denied(answer: Entry | None, other: Entry | None) -> bool:
    if answer is None or other is None or voice(answer) == voice(other):
        return False
    return answer.claim.stance == "denies" and other.claim.stance != "denies"
