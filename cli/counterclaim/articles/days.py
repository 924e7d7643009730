"""Which of several days an article was published on: the one that is nearest to a person's word and
can be true."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Stated = tuple[str | None, str | None]
"""A day and what says it: "option", "front_matter", "html", "dateline", …"""

_ZONES = timedelta(days=1)  # somewhere it is tomorrow already
_DAYS_BEFORE = 1  # a dateline may be of the day after the night in which a page went up
_DAYS_BEHIND = 45  # a magazine prints what was filed a month ago
_KNOWN = ("option", "dateline")


def choose_day(*stated: Stated, file: str) -> tuple[Stated, tuple[Problem, ...]]:
    """The day of publication and who says so, with a warning for each day before it that cannot be
    true: one after today (nothing else ever depends on today), or one that the full date of the
    dateline contradicts. What an option says is a person's word on this very text and is taken.

    >>> choose_day(("2021-01-01", "html"), ("2023-05-07", "dateline"), file="a.html")[0]
    ('2023-05-07', 'dateline')
    """
    dateline = next((day for day, by in stated if by == "dateline"), None)
    refused: list[Problem] = []
    for day, by in stated:
        if day is None:
            continue
        why = _why_not(date.fromisoformat(day), by, dateline)
        if why is None:
            return (day, by), tuple(refused)
        message = f"{day} ({(by or '').replace('_', ' ')}) is not used as its date: it is {why}"
        refused.append(file_problem("CC062", file, message, "say the day: --published 2023-01-25"))
    return (None, None), tuple(refused)


def is_after_today(day: str) -> bool:
    """Whether a day has not come yet anywhere."""
    return day > (date.today() + _ZONES).isoformat()


def _why_not(day: date, by: str | None, dateline: str | None) -> str | None:
    if is_after_today(day.isoformat()):
        return "after today"
    if by in _KNOWN or dateline is None:
        return None
    filed = date.fromisoformat(dateline)
    if day < filed - timedelta(days=_DAYS_BEFORE):
        return f"before the dateline, {dateline}"
    behind = day > filed + timedelta(days=_DAYS_BEHIND)
    return f"long after the dateline, {dateline}" if behind else None
