"""What `explain PLACE N` does: why a question of a comparison has its verdict."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import typer

from counterclaim.commands._compare import refuse_number
from counterclaim.commands._places import Atlas, take_about
from counterclaim.commands._reporting import say_problems
from counterclaim.comparison import Asked, Comparison, World, compare_claims
from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.selection import EVERYTHING
from counterclaim.comparison.types import RELATIONS
from counterclaim.comparison.views.pair_explanation import explain_pair
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger.index.shelf import take_down
from counterclaim.presentation.console import clean_line
from counterclaim.presentation.verdict_explanation import (
    Reasons,
    list_questions,
    to_json,
    to_text,
)
from counterclaim.records import Record


def explain_verdict(
    ledger: Path, place: str, number: int | None, output: str, width: int
) -> int | None:
    """Explain a verdict about a place or, without a number, name the questions. Returns the exit
    code; None: no claim is about such a place."""
    atlas = Atlas()
    world = World(load_rules(), load_sides(), atlas)
    (asked, records), problems = take_down(
        ledger, lambda shelf: take_about(shelf, place, EVERYTHING, world, atlas)
    )
    atlas.learn(records)
    comparison = compare_claims(records, world, place=asked) if asked else None
    if comparison is None or asked is None or not comparison.questions:
        return None
    code = say_problems(problems)
    if number is None:
        _name_questions(asked, comparison)
        return code or 2
    refuse_number(number, comparison)
    reasons = _reasons(comparison, number, records, world)
    name = load_sides().side_name
    sys.stdout.write(to_json(reasons) if output == "json" else to_text(reasons, name, width))
    return code


def _name_questions(asked: Asked, comparison: Comparison) -> None:
    print(clean_line(f"{asked.name} has these questions; name one by its number:"), file=sys.stderr)
    for line in list_questions(comparison):
        print(clean_line(f"  {line}"), file=sys.stderr)


def _reasons(comparison: Comparison, number: int, records: list[Record], world: World) -> Reasons:
    (question,) = (q for q in comparison.questions if q.number == number)
    ids = {e.claim.id for p in question.positions for e in p.entries}
    pair = None
    if len(question.lead) == 2:
        pair = explain_pair(records, question.lead[0], question.lead[1], world)
    counted = Counter(r.relation for r in relations_among(comparison.relations, ids, RELATIONS))
    ordered = tuple((kind, counted[kind]) for kind in RELATIONS if counted[kind])
    return Reasons(comparison, question, pair, ordered)


def no_verdict(place: str) -> typer.BadParameter:
    """The error that a place has no questions."""
    return typer.BadParameter(clean_line(f"nothing is claimed about {place}"), param_hint="PLACE")
