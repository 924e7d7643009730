"""ISO 8601 prefixes as bounds: ``2022-05`` begins on the first and ends on the last of May."""

from __future__ import annotations

from datetime import date, timedelta

_TOLD_AFTER = timedelta(days=60)
"""How long what has ended is still in the news."""


def within(on: str, since: str | None, until: str | None) -> bool:
    """Whether the day, month or year `on` touches since..until (open where None).

    >>> within("2023-03-04", None, "2023-08-23"), within("2023", "2024-02", None)
    (True, False)
    """
    starts = since is None or on[: len(since)] >= since[: len(on)]
    ends = until is None or on[: len(until)] <= until[: len(on)]
    return starts and ends


def told_within(on: str, since: str | None, until: str | None) -> bool:
    """Whether a report of the day, month or year `on` may tell of since..until, which it does for
    two months after the end: a raid of a war's last night is news on the days of its ceasefire.

    >>> told_within("2025-05-07", None, "2025-05-06"), told_within("2025-08-07", None, "2025-05-06")
    (True, False)
    """
    if until is None or len(until) < len("2025-05-06"):
        return within(on, since, until)
    return within(on, since, (date.fromisoformat(until) + _TOLD_AFTER).isoformat())
