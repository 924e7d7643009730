"""ISO 8601 prefixes as bounds: ``2022-05`` begins on the first and ends on the last of May."""

from __future__ import annotations


def within(on: str, since: str | None, until: str | None) -> bool:
    """Whether the day, month or year `on` touches since..until (open where None).

    >>> within("2023-03-04", None, "2023-08-23"), within("2023", "2024-02", None)
    (True, False)
    """
    starts = since is None or on[: len(since)] >= since[: len(on)]
    ends = until is None or on[: len(until)] <= until[: len(on)]
    return starts and ends
