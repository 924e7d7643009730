"""The comparison as one JSON object, in the shape of schemas/compare_output.schema.json."""

from __future__ import annotations

import json
from typing import Any

from counterclaim.comparison import Comparison, Question, Relation


def to_json(comparison: Comparison) -> str:
    """Write the comparison as JSON: UTF-8, fixed order of keys, one trailing newline."""
    return json.dumps(to_object(comparison), ensure_ascii=False, indent=2) + "\n"


def to_object(comparison: Comparison) -> dict[str, Any]:
    """Give the comparison as plain data.

    >>> to_object(comparison)["questions"][0]["verdict"]
    'disputed'
    """
    place = comparison.place
    return {
        "place": place
        and {"name": place.name, "id": place.id, "spellings": list(comparison.spellings)},
        "questions": [_question(question) for question in comparison.questions],
        "relations": [_relation(relation) for relation in comparison.relations],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "topic": question.topic,
        "question": question.text,
        "verdict": question.verdict,
        "reason": question.reason,
        "positions": [
            {
                "side": position.side,
                "answer": position.answer,
                "events": [entry.claim.id for entry in position.entries],
                "against_interest": list(position.against_interest),
                "self_serving": list(position.self_serving),
            }
            for position in question.positions
        ],
    }


def _relation(relation: Relation) -> dict[str, str]:
    return {
        "a": relation.a,
        "b": relation.b,
        "relation": relation.relation,
        "axis": relation.axis,
        "reason": relation.reason,
        "strength": relation.strength,
    }
