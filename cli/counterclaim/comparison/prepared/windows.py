"""When a claim's event lies, in days, for comparing only: nothing of this enters a record."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.comparison.types import Window
from counterclaim.knowledge.comparison import Thresholds
from counterclaim.records import ArticleInfo, Claim, Record

_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=4096)  # a claim is asked for its day beside each of its neighbours
def first_day(prefix: str | None) -> int | None:
    """Give the ordinal of the first day of an ISO prefix, or None if it is no date.

    >>> first_day("2023-01") == date(2023, 1, 1).toordinal()
    True
    """
    parts = _parts(prefix)
    return parts[0].toordinal() if parts else None


def last_day(prefix: str | None) -> int | None:
    """Give the ordinal of the last day of an ISO prefix, or None if it is no date.

    >>> last_day("2023-02") == date(2023, 2, 28).toordinal()
    True
    """
    parts = _parts(prefix)
    return parts[1].toordinal() if parts else None


def said_on(claim: Claim, article: ArticleInfo) -> str | None:
    """Say when the claim was made or, failing that, printed."""
    return claim.time.said or article.published


def window_of(claim: Claim, article: ArticleInfo, recent_days: int) -> Window | None:
    """Find the days within which the event lies; None when neither it nor the article is dated.

    An event without a date is news: it lies in the `recent_days` before it was said. An open
    end reaches to the day it was said.
    """
    said = said_on(claim, article)
    said_last = last_day(said)
    first, last = first_day(claim.time.earliest), last_day(claim.time.latest)
    if first is None and last is None:
        if said_last is None:
            return None
        return Window(said_last - recent_days, said_last, stated=False)
    if last is None:
        last = max(first or 0, said_last or first or 0)
    if first is None:
        first = last - recent_days
    return Window(min(first, last), last, stated=True)


def find_told(record: Record, limits: Thresholds) -> dict[str, Window]:
    """Find, in an account of more than a month, the days last named before each claim without a
    day, by claim id; a report of one story has none, its claims are all of its day.

    >>> find_told(account_of_a_siege, limits)["siege#12"].first == date(2019, 10, 13).toordinal()
    True
    """
    in_order = sorted(record.events, key=lambda claim: (claim.spans[:1], claim.id))
    windows = [(c, window_of(c, record.article, limits.recent_days)) for c in in_order]
    dated = [w for _, w in windows if w and w.stated and w.last - w.first < limits.account_days]
    if not dated or max(w.last for w in dated) - min(w.first for w in dated) < limits.account_days:
        return {}
    found: dict[str, Window] = {}
    last = dated[0]
    for claim, window in windows:
        if window and window.stated:
            last = window if window in dated else last
        elif not claim.time.said:
            found[claim.id] = replace(last, stated=False)
    return found


@lru_cache(maxsize=4096)
def _parts(prefix: str | None) -> tuple[date, date] | None:
    match = _PREFIX.match(prefix or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return first, first if day else _end(first, whole_year=month is None)
    except ValueError:  # a record written by hand may hold 2023-02-31
        return None


def _end(first: date, *, whole_year: bool) -> date:
    if whole_year:
        return date(first.year, 12, 31)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - timedelta(days=1)
