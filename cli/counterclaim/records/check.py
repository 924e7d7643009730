"""The check of a record file: form first, then what it says against its article."""

from __future__ import annotations

from typing import Any

from counterclaim.records.convert import RecordShapeError, record_from_dict
from counterclaim.records.cross import KnownPlace, find_cross_errors
from counterclaim.records.model import Record
from counterclaim.records.positions import Marks, SourceText
from counterclaim.records.problem import Problem
from counterclaim.records.schema import Finding, find_schema_errors
from counterclaim.records.strict_yaml import parse


def check_text(
    text: str,
    file: str,
    article_text: str | None = None,
    *,
    known_place: KnownPlace | None = None,
    event_types: frozenset[str] | None = None,
    file_id: str | None = None,
) -> list[Problem]:
    """All problems of a record file, sorted by their place.

    `article_text` is the text its spans count in, `known_place` says whether an id is in the
    gazetteer, `event_types` are the predicates, `file_id` is the article id that the file is named
    after. What is not given is not checked.

    >>> check_text("schema: counterclaim/1", "a.yaml")[0].message
    '`article` is missing'
    """
    value, problems, marks = parse(text, file)
    if problems and value is None:
        return problems
    findings = list(find_schema_errors(value))
    record = _record(value)
    if record is not None:
        findings += find_cross_errors(record, article_text, known_place, event_types, file_id)
    source = SourceText(file, text)
    return sorted({*problems, *(_located(finding, source, marks) for finding in findings)})


def _record(value: Any) -> Record | None:
    """The record, if the file is near enough to one for a closer look."""
    try:
        return record_from_dict(value)
    except RecordShapeError:
        return None


def _located(finding: Finding, source: SourceText, marks: Marks) -> Problem:
    find = marks.key if finding.at_key else marks.value
    return source.problem(finding.code, finding.message, find(finding.path), finding.hint)
