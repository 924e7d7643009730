"""Dates of publication: stated in full or not at all."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
# "KYIV, Jan. 25, 2023 (Outlet) —", "Kherson, Ukraine, 3 June 2023 –": a place that begins with a
# capital, a comma, a full date, perhaps an agency between brackets, a dash.
_DATELINE = re.compile(
    r"\s*[^\W\d_a-z][^\n,]{1,40},(?:\s+[^\n,]{2,40},)?\s+"
    rf"(?P<date>(?i:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+{_MONTH},?\s+{_YEAR}))"
    r"\s*(?:\([^)\n]{1,60}\)\s*)?(?:—|–|--|-)\s"
)


def dateline_day(line: str) -> str | None:
    """The full date in the dateline that a line begins with.

    >>> dateline_day("ORIKHIV, Ukraine, March 14, 2023 (Agency) — Shells fell overnight.")
    '2023-03-14'
    """
    found = _DATELINE.match(line)
    if not found:
        return None
    month = re.search("[A-Za-z]{3}", found["date"])
    numbers = re.findall(r"\d+", found["date"])
    if month is None:
        return None
    try:
        number = _MONTHS.index(month[0].lower()) + 1
        return date(int(numbers[1]), number, int(numbers[0])).isoformat()
    except ValueError:
        return None
