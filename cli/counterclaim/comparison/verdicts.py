"""What becomes of a question: a word, and the reason for it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.comparison.types import NARRATOR_SIDE, RELATIONS, Entry, Relation
from counterclaim.knowledge.comparison import Axes

_WORD = {
    "contradicts": "disputed",
    "mutual_blame": "disputed",
    "tension": "tension",
    "differs_in_number": "numbers differ",
    "concedes": "conceded",
    "agrees": "agreed",
}
_NO_PARTY = (NARRATOR_SIDE, "independent", "unknown")
_ALONE = "nobody else speaks of it"


def give_verdict(
    entries: Sequence[Entry], relations: Sequence[Relation], axes: Axes
) -> tuple[str, str, frozenset[str]]:
    """Give the verdict on one question, its reason, and the ids of the claims that decide it.

    >>> give_verdict(entries, relations, axes)[:2]
    ('disputed', 'taken by Russia ⇄ control by Ukraine')
    """
    weighty = [r for r in relations if r.relation in _WORD and not _self(r, entries)]
    if weighty:
        lead = min(weighty, key=_rank)
        word = _WORD[lead.relation]
        alike = [r for r in weighty if _WORD[r.relation] == word]
        return (
            word,
            _reason(word, lead, alike, entries),
            frozenset(id_ for r in alike for id_ in (r.a, r.b)),
        )
    return (*_without_relation(entries, axes), frozenset())


def _rank(relation: Relation) -> tuple[int, bool, str, str]:
    return (
        RELATIONS.index(relation.relation),
        relation.strength != "strong",
        relation.a,
        relation.b,
    )


def _reason(word: str, lead: Relation, alike: Sequence[Relation], entries: Sequence[Entry]) -> str:
    if word == "conceded":
        return "both sides say so"
    if word == "agreed":
        ids = {id_ for r in alike for id_ in (r.a, r.b)}
        voices = len({voice(e) for e in entries if e.claim.id in ids})
        return f"{voices} sources say so"
    return lead.reason


def _without_relation(entries: Sequence[Entry], axes: Axes) -> tuple[str, str]:
    groups = {entry.group for entry in entries}
    if len(groups) > 1:
        return "compatible", "nothing here collides"
    counted = all(axes.of("counted", e.claim.event.type) for e in entries)
    bare = counted and not any(e.claim.quantities for e in entries)
    reason = "no figure given" if bare else _ALONE
    if not groups <= set(_NO_PARTY):
        return "one side only", reason
    if len({voice(entry) for entry in entries}) == 1:
        return "one voice", reason
    return "compatible", "nothing here collides"


def _self(relation: Relation, entries: Sequence[Entry]) -> bool:
    """A source that agrees with itself settles nothing."""
    speakers = {voice(e) for e in entries if e.claim.id in (relation.a, relation.b)}
    return relation.relation in ("agrees", "concedes") and len(speakers) == 1


def voice(entry: Entry) -> tuple[str, str]:
    """Say who speaks: the narrators of two articles are two voices."""
    narrator = entry.group == NARRATOR_SIDE
    return entry.claim.source.name, entry.article.id if narrator else ""
