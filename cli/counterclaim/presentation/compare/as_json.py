"""The comparison as one JSON object, in the shape of schemas/compare_output.schema.json."""

from __future__ import annotations

from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any

from counterclaim.comparison import Comparison, Question, Relation
from counterclaim.comparison.graph.relations import gravest
from counterclaim.comparison.views.excluded import Excluded
from counterclaim.comparison.views.matrix import Matrix, Voice
from counterclaim.comparison.views.model import NO_VIEWS, Views
from counterclaim.comparison.views.number_scales import Scale, find_scales
from counterclaim.comparison.views.timeline import Course, Moment, Timeline
from counterclaim.presentation.compare.sheets import dated_by
from counterclaim.records.characters import dump_json, number

_PAIRED, _AT_LEAST = 1000, 20
_NONE = '"relations": []'  # no text can hold it: the encoder marks every quote within one


def to_json(comparison: Comparison, views: Views = NO_VIEWS, *, most: int | None = None) -> str:
    """Write the comparison as JSON: UTF-8, fixed order of keys, one trailing newline. `most`: so
    many relations of one claim to later ones, the gravest; None: as many as a program can read.
    """
    made = to_object(comparison, views, relations=False)
    text = dump_json(made, indent=2) + "\n"
    # There may be a hundred relations to a claim: they are written as the encoder would, but fast.
    relations, left = gravest(comparison.relations, most or _most(comparison.claims))
    listed = number(",\n".join(map(_relation_lines, relations)))
    if not listed:
        return text
    more = f',\n  "relations_left_out": {left}' if left else ""
    return text.replace(_NONE, f'"relations": [\n{listed}\n  ]{more}', 1)


def _most(claims: int) -> int | None:
    """How many relations of one claim to later ones are written; None: all of them.

    Pairs grow with the square of the claims. Half a million, those of a thousand claims, are 80 MB
    that a program can still read at once; of more claims each keeps its share, the gravest.
    """
    return None if claims <= _PAIRED else max(_AT_LEAST, _PAIRED * _PAIRED // 4 // claims)


def to_object(
    comparison: Comparison, views: Views = NO_VIEWS, *, relations: bool = True
) -> dict[str, Any]:
    """Give the comparison as plain data, with a key for each view that is asked for, and with the
    list of relations or an empty one.

    >>> to_object(comparison)["questions"][0]["verdict"]
    'disputed'
    """
    place = comparison.place
    made: dict[str, Any] = {
        "place": place
        and {"name": place.name, "id": place.id, "spellings": list(comparison.spellings)},
        "questions": [_question(q, comparison.relations) for q in comparison.questions],
        "relations": [_relation(r) for r in comparison.relations] if relations else [],
        "answers": [
            {"event": answer.claim, "to": answer.to, "by": "record" if answer.stated else "event"}
            for answer in comparison.answers
        ],
    }
    if comparison.grades:
        made["admiralty"] = dict(comparison.grades)
    if views.timelines is not None:
        made["timeline"] = [_timeline(timeline) for timeline in views.timelines]
    if views.matrix is not None:
        made["matrix"] = _matrix(views.matrix)
    if views.excluded is not None:
        made["excluded"] = _excluded(views.excluded)
    return made


def _question(question: Question, relations: Sequence[Relation]) -> dict[str, Any]:
    return {
        "topic": question.topic,
        "question": question.text,
        "verdict": question.verdict,
        "reason": question.reason,
        "decided_by": list(question.lead),
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
        "both_sides": {"events": list(question.agreement), "admitted": list(question.admitted)},
        "numbers": [_scale(scale) for scale in find_scales(question, relations)],
    }


def _scale(scale: Scale) -> dict[str, Any]:
    return {
        "what": scale.what,
        "figures": [
            {
                "event": figure.entry.claim.id,
                "low": figure.low,
                "high": figure.high,
                "words": figure.words,
            }
            for figure in scale.figures
        ],
    }


def _relation(relation: Relation) -> dict[str, Any]:
    made: dict[str, Any] = {
        "a": relation.a,
        "b": relation.b,
        "relation": relation.relation,
        "axis": relation.axis,
        "reason": relation.reason,
        "strength": relation.strength,
    }
    if relation.doubt:
        made["doubt"] = relation.doubt
    if relation.incident:
        made["incident"] = list(relation.incident)
    return made


def _relation_lines(relation: Relation) -> str:
    keys = (f'      "{key}": {_encode(value)}' for key, value in _relation(relation).items())
    return "    {\n" + ",\n".join(keys) + "\n    }"


def _encode(value: str | list[str]) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    return "[" + ", ".join(map(encode_basestring, value)) + "]"


def _timeline(timeline: Timeline) -> dict[str, Any]:
    return {
        "topic": timeline.question.topic,
        "verdict": timeline.question.verdict,
        "sides": [_course(course) for course in timeline.courses],
    }


def _course(course: Course) -> dict[str, Any]:
    return {
        "side": course.side,
        "now": course.now.entry.claim.id,
        "since": course.now.day,
        "was": course.was.claim.id if course.was else None,
        "moments": [_moment(moment) for moment in course.moments],
    }


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "event": moment.entry.claim.id,
        "day": moment.day,
        "dated_by": dated_by(moment.day, said=moment.said) or None,
        "source": moment.entry.claim.source.name,
        "change": moment.change,
        "of": moment.of.claim.id if moment.of else None,
        "reason": moment.reason or None,
    }


def _matrix(matrix: Matrix) -> dict[str, Any]:
    return {
        "of": matrix.of,
        "voices": [_voice(voice) for voice in matrix.voices],
        "pairs": [
            {
                "a": tally.a,
                "b": tally.b,
                "agree": tally.agree,
                "contradict": tally.contradict,
                "tension": tally.tension,
                "differ_in_number": tally.differ,
            }
            for tally in matrix.tallies
        ],
    }


def _voice(voice: Voice) -> dict[str, Any]:
    entry = voice.entry
    narrator = entry is not None and entry.claim.source.kind == "narrator"
    return {
        "side": voice.side,
        "source": entry.claim.source.name if entry else None,
        "article": entry.article.id if entry and narrator else None,
        "claims": voice.claims,
    }


def _excluded(excluded: Excluded) -> dict[str, Any]:
    return {
        "claims": [
            {"reason": left.reason, "events": [entry.claim.id for entry in left.entries]}
            for left in excluded.claims
        ],
        "pairs": [
            {
                "reason": refused.reason,
                "number": refused.number,
                "pairs": [[a.claim.id, b.claim.id] for a, b in refused.pairs],
            }
            for refused in excluded.pairs
        ],
        "counts": {
            "claims": excluded.total,
            "compared": excluded.kept,
            "pairs": excluded.tried,
            "related": excluded.related,
        },
    }
