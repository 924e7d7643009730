"""Which claims collide or agree, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.comparison import Question, Relation
from counterclaim.comparison.types import RELATIONS
from counterclaim.presentation.compare.report.desk import Chapter
from counterclaim.presentation.compare.report.parts import Bond
from counterclaim.presentation.compare.words import one_line

SAME_ORIGIN = "same_origin"
PAIRS_SHOWN = 4
BONDS_SHOWN = 12
_SILENT = (SAME_ORIGIN, "compatible")


def make_bonds(question: Question, relations: Iterable[Relation], place: Chapter) -> Iterator[Bond]:
    """Gather the relations between claims of one question by what they are and why, collisions
    first; the commonest reasons are shown. A reprint stands in none: the first printing does.
    """
    entries = {e.claim.id: e for p in question.positions for e in p.entries}
    pairs: dict[tuple[int, str, str, str], set[tuple[str, str]]] = {}
    for relation in relations:
        if relation.a in entries and relation.b in entries and relation.relation not in _SILENT:
            a, b = (entries[id_].copy_of or id_ for id_ in (relation.a, relation.b))
            rank = RELATIONS.index(relation.relation)
            key = (rank, relation.strength, relation.axis, one_line(relation.reason))
            pairs.setdefault(key, set()).add((min(a, b), max(a, b)))
    ranked = sorted(pairs, key=lambda key: (key[0], key[1] != "strong", -len(pairs[key]), key))
    for key in ranked[:BONDS_SHOWN]:
        yield _bond(key, sorted(pairs[key]), place)


def _bond(key: tuple[int, str, str, str], pairs: list[tuple[str, str]], place: Chapter) -> Bond:
    rank, strength, axis, reason = key
    weak = ", weakly" if strength != "strong" else ""
    words = f"{RELATIONS[rank].replace('_', ' ')}{weak} ({axis.replace('_', ' ')})"
    shown = tuple(
        (place.told[a], place.names[a], place.told[b], place.names[b])
        for a, b in pairs[:PAIRS_SHOWN]
        if a in place.told and b in place.told
    )
    return Bond(words, reason, shown, len(pairs) - len(shown))
