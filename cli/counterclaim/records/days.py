"""Days as people state them: in full or not at all."""

from __future__ import annotations

import re

# A whole day, written apart or in one, then perhaps a time, and whatever names its zone.
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d|\d{8})(?:[T ](\d\d(?::?\d\d){1,2})(?:[.,]\d+)?\S*(?: ?\S+)?)?\Z", re.ASCII
)


def iso_day(text: str) -> str | None:
    """The day of an ISO date or date and time as written, or None when there is no such day.

    >>> iso_day("2023-01-25T22:30:00+02:00"), iso_day("20230125T2230Z")
    ('2023-01-25', '2023-01-25')
    >>> iso_day("2023-02-30") is None
    True
    """
    from dateutil.parser import isoparser  # noqa: PLC0415 only where there is a date to read

    found = _ISO.match(text.strip())
    if not found:
        return None
    try:
        if found[2]:
            isoparser().parse_isotime(found[2])
        return isoparser().parse_isodate(found[1]).isoformat()
    except ValueError:
        return None


def is_publication_day(day: str | None) -> bool:
    """Whether an article can have been published on a day: newspapers with war reports are not
    older than 1800, and times are reckoned from that day, so that its century must be right.

    >>> is_publication_day("2023-01-25"), is_publication_day("0001-01-01")
    (True, False)
    """
    return day is not None and "1800" <= day[:4] <= "2100"
