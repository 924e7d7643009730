"""The gate's values: the days that expressions of time cover."""

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
from counterclaim.records.model import Span

Days = tuple[date | None, date | None]
UNDATED: Days = (None, None)

FindTimes = Callable[[str, str | None], Sequence[Timex]]


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


def _matched(
    expected: Sequence[tuple[Span, Any]], found: Sequence[tuple[Span, Any]]
) -> list[tuple[int, int]]:
    """Each expected one with the first found one that shares words with it."""
    pairs: list[tuple[int, int]] = []
    for i, (span, _) in enumerate(expected):
        free = (j for j, f in enumerate(found) if touches(span, f[0]))
        pairs += [(i, j) for j in free if all(j != taken for _, taken in pairs)][:1]
    return pairs
