"""The gate's values: the days that expressions of time cover, and what numbers count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gate_layers import touches
from gate_scores import Score, Scores
from gate_sets import find_words

from counterclaim.extraction.times import Timex
from counterclaim.extraction.times.calendar import final_day, first_day
from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import Quantity, Span

Days = tuple[date | None, date | None]
UNDATED: Days = (None, None)
EXTRAS = ("counted", "fate", "side", "window", "cumulative")

FindTimes = Callable[[str, str | None], Sequence[Timex]]
FindQuantities = Callable[[str, str | None], Sequence[Quantity]]


def score_intervals(path: Path, find: FindTimes) -> Scores:
    """Expressions that cover the expected days. A date that nobody expected counts as found, so
    precision falls with every invented one; an expression without a date counts only where the
    labels want its words kept."""
    score = Score()
    for item in read_yaml(path)["sentences"]:
        expected = [(find_words(item["text"], w), days(value)) for w, value in item["times"]]
        found = [
            ((t.start, t.end), interval(t.earliest, t.latest))
            for t in find(item["text"], item["dct"])
        ]
        listed = [e for e, value in expected if value == UNDATED]
        found = [f for f in found if f[1] != UNDATED or any(touches(f[0], e) for e in listed)]
        pairs = _matched(expected, found)
        right = sum(expected[i][1] == found[j][1] for i, j in pairs)
        score.add(right, len(found), len(expected))
    return {"days": score}


def days(value: str) -> Days:
    """The first and the last day of a label: "2022-12", "2022-06/2022-08", "2022-06/..", "?"."""
    if value == "?":
        return UNDATED
    low, _, high = value.partition("/")
    return interval(low.replace("..", "") or None, (high or low).replace("..", "") or None)


def interval(earliest: str | None, latest: str | None) -> Days:
    """The first and the last day between two ISO prefixes."""
    return (
        None if earliest is None else first_day(earliest),
        None if latest is None else final_day(latest),
    )


def score_quantities(path: Path, find: FindQuantities) -> Scores:
    """Quantities with the right thing counted, unit and interval; and what else they say."""
    scores = {field: Score() for field in ("number", *EXTRAS)}
    data = read_yaml(path)
    for item in data["sentences"]:
        expected = [(find_words(item["text"], q["words"]), q) for q in item["quantities"]]
        found = [(q.span, q) for q in find(item["text"], data["published"])]
        pairs = _matched(expected, found)
        right = sum(_number(expected[i][1]) == _found_number(found[j][1]) for i, j in pairs)
        scores["number"].add(right, len(found), len(expected))
        for field in EXTRAS:
            said = [q.get(field) for _, q in expected]
            read = [getattr(q, field) for _, q in found]
            right = sum(said[i] is not None and said[i] == read[j] for i, j in pairs)
            scores[field].add(right, _known(read), _known(said))
    return scores


def _number(q: dict[str, Any]) -> tuple[Any, ...]:
    low, high = (None if q[end] is None else float(q[end]) for end in ("low", "high"))
    return q["what"], q.get("unit"), low, high


def _found_number(q: Quantity) -> tuple[Any, ...]:
    return q.what, q.unit, q.low, q.high


def _known(values: list[Any]) -> int:
    return sum(value is not None for value in values)


def _matched(
    expected: Sequence[tuple[Span, Any]], found: Sequence[tuple[Span, Any]]
) -> list[tuple[int, int]]:
    """Each expected one with the first found one that shares words with it."""
    pairs: list[tuple[int, int]] = []
    for i, (span, _) in enumerate(expected):
        free = (j for j, f in enumerate(found) if touches(span, f[0]))
        pairs += [(i, j) for j in free if all(j != taken for _, taken in pairs)][:1]
    return pairs
