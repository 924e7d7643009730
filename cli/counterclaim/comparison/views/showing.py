"""What of a comparison is shown: some topic, sides or sources. It changes no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from counterclaim.comparison.graph.relations import Relations
from counterclaim.comparison.prepared.windows import said_on
from counterclaim.comparison.selection import Wanted, hide
from counterclaim.comparison.types import Comparison, Entry, Position, Question, Relation
from counterclaim.comparison.verdicts.rows import make_position
from counterclaim.comparison.verdicts.verdict import voice
from counterclaim.comparison.views.article_origins import count_origins


def show_only(found: Comparison, wanted: Wanted) -> Comparison:
    """Show only the claims of a topic, of sides or of sources; what is said of each question, and
    the grades, rest on all that was compared.

    >>> only = show_only(found, Wanted(sides=("ukraine",)))
    >>> only.claims, only.compared, only.filters
    (3, 9, ('side ukraine',))
    """
    if not wanted.filters:
        return found
    questions = tuple(kept for q in found.questions if (kept := _only(q, wanted)) is not None)
    entries = entries_of(questions)
    return replace(
        found,
        questions=questions,
        relations=_between(found.relations, entries),
        answers=tuple(a for a in found.answers if a.claim in entries and a.to in entries),
        grades={id_: grade for id_, grade in found.grades.items() if id_ in entries},
        filters=wanted.filters,
        **count(entries.values()),
    )


def entries_of(questions: Iterable[Question]) -> dict[str, Entry]:
    """Give all that is shown under some questions, by the ids of the claims."""
    return {e.claim.id: e for q in questions for p in q.positions for e in p.entries}


def count(entries: Iterable[Entry]) -> dict[str, Any]:
    """Count what is shown: articles and their origins, claims, sources, coded rows; and name the
    days on which it was said."""
    every = list(entries)
    listed = [e for e in every if not e.coded]
    days = sorted(day for e in listed if (day := said_on(e.claim, e.article)))
    return {
        "articles": len({e.article.id for e in listed}),
        "origins": count_origins(listed),
        "claims": len(listed),
        "sources": len({voice(e) for e in listed}),
        "said": (days[0], days[-1]) if days else None,
        "coded": len({e.claim.id.rstrip("+") for e in every if e.coded}),
    }


def _only(question: Question, wanted: Wanted) -> Question | None:
    """The question with the claims that are shown; None: there are none."""
    if wanted.topic not in (None, question.topic) or wanted.number not in (None, question.number):
        return None
    told = {e.claim.id: e for p in question.positions for e in p.entries}
    kept = {id_ for id_, entry in told.items() if hide(entry, wanted) is None}
    if not kept:
        return None
    some = (_some(position, kept, question.stems) for position in question.positions)
    behind = tuple(told[id_] for id_ in question.lead if id_ in told and id_ not in kept)
    return replace(question, positions=tuple(filter(None, some)), behind=behind)


def _some(position: Position, kept: set[str], stems: Sequence[str]) -> Position | None:
    # A reprint of what is not shown stands for itself.
    entries = [
        entry if entry.copy_of is None or entry.copy_of in kept else replace(entry, copy_of=None)
        for entry in position.entries
        if entry.claim.id in kept
    ]
    return make_position(position.side, entries, stems) if entries else None


def _between(relations: Sequence[Relation], ids: Iterable[str]) -> Sequence[Relation]:
    among = frozenset(ids)
    if isinstance(relations, Relations):
        return relations.between(among)
    return [r for r in relations if r.a in among and r.b in among]
