"""Why a question of a comparison has its verdict, as lines of text or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from counterclaim.comparison import Comparison, Question
from counterclaim.comparison.views.pair_explanation import Explanation
from counterclaim.presentation.compare.telling import tell_verdict
from counterclaim.presentation.compare.words import SideName, make_style, one_line
from counterclaim.presentation.console import clean, fold
from counterclaim.presentation.explain import to_object as pair_to_object
from counterclaim.presentation.explain import to_text as pair_to_text
from counterclaim.records.characters import dump_json


@dataclass(frozen=True, slots=True)
class Reasons:
    """One question of a comparison; the pair of claims that it rests on, where there is one; and
    how many pairs of its claims stand in which relation."""

    comparison: Comparison
    question: Question
    pair: Explanation | None
    relations: tuple[tuple[str, int], ...]


def to_text(found: Reasons, name: SideName, width: int) -> str:
    """Write the verdict, the two claims it rests on and how they were compared."""
    head = [line for told in _head(found, name) for line in fold(clean(told), width)]
    text = "".join(f"{line}\n" for line in head)
    if found.pair is not None:
        text += f"\nIt rests on two claims:\n{pair_to_text(found.pair, width)}"
    foot = [line for told in _foot(found) for line in fold(clean(told), width)]
    return text + "\n" + "".join(f"{line}\n" for line in foot)


def to_json(found: Reasons) -> str:
    """Write the same as one JSON object."""
    question, place = found.question, found.comparison.place
    made: dict[str, Any] = {
        "place": place and place.name,
        "number": question.number,
        "question": question.text,
        "verdict": question.verdict,
        "reason": question.reason,
        "decided_by": list(question.lead),
        "pair": pair_to_object(found.pair) if found.pair else None,
        "relations": dict(found.relations),
    }
    return dump_json(made, indent=2) + "\n"


def list_questions(comparison: Comparison) -> Iterator[str]:
    """Name the questions of a comparison, each with its number and verdict.

    >>> next(list_questions(comparison))
    '1 Who holds or gains ground?  disputed'
    """
    width = max((len(one_line(q.short)) for q in comparison.questions), default=0)
    for q in comparison.questions:
        yield f"{q.number} {one_line(q.short):{width}}  {q.verdict}"


def _head(found: Reasons, name: SideName) -> Iterator[str]:
    question, comparison = found.question, found.comparison
    yield f"{question.number} {one_line(question.text)}"
    told = tell_verdict(question, make_style(comparison), name)
    yield f"{question.verdict.upper()}: {told}"
    if question.reason.casefold() != told.casefold().rstrip("."):
        yield f"rule: {one_line(question.reason)}"


def _foot(found: Reasons) -> Iterator[str]:
    question, place = found.question, found.comparison.place
    claims = {e.claim.id for p in question.positions for e in p.entries}
    sides = len(question.positions)
    counted = ", ".join(f"{kind.replace('_', ' ')} {number}" for kind, number in found.relations)
    pairs = f"; pairs that meet: {counted}" if counted else "; no two of them meet"
    yield f"{_count(len(claims), 'claim')} of {_count(sides, 'side')}{pairs}."
    if place is not None:
        yield f"All of them: counterclaim compare {_typed(place.name)} {question.number} --all"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _typed(name: str) -> str:
    """A name as a shell takes it."""
    return f"'{one_line(name)}'" if " " in name else one_line(name)
