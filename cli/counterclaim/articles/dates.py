"""Dates of publication: stated in full or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from counterclaim.records.days import is_publication_day, iso_day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_WRITTEN = rf"(?i:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR})"
# "KYIV, Jan. 25, 2023 (Outlet) —", "Kherson, Ukraine, 3 June 2023 –": a place that begins with a
# capital, a comma, a full date, perhaps an agency between brackets, a dash.
_DATELINE = re.compile(
    r"\s*[^\W\d_a-z][^\n,]{1,40},(?:\s+[^\n,]{2,40},)?\s+"
    rf"(?P<date>{_WRITTEN})"
    r"\s*(?:\([^)\n]{1,60}\)\s*)?(?:—|–|--|-)\s"
)
# As in these: "(Beirut, July 4, 2019) –", "Rawalpindi - May 03, 2009:", "3 May 2025, Juba -"
_OTHER_DATELINES = re.compile(
    rf"\s*(?:\([^\W\d_a-z][^\n,]{{1,40}}, (?P<a>{_WRITTEN})\)\s*[—–-]+|"
    rf"[^\W\d_a-z][^\n,]{{1,40}}?\s+[—–-]+\s+(?P<b>{_WRITTEN})\s*:|"
    rf"(?P<c>{_WRITTEN}),? (?:\([^\W\d_a-z][^\n,)]{{1,40}}\)|[^\W\d_a-z][^\n,]{{1,40}}?)"
    r"\s*[—–-]+)\s"
)
# "Yemen briefing, 6 May 2025", "Operational update as of 22:00 on 14 May 2024", "Report (3 May
# 2023)"; no "Report on the massacre of 6 May 2025"
_DATED_TITLE = re.compile(
    r".{0,80}?\b(?:assessment|bulletin|brief|briefing|communiqué|communique|digest|informs|"
    r"information|report|roundup|sitrep|situation|statement|summary|update)s?\b.{0,60}?"
    r"(?:[,(|:–—-]\s*|\bas of (?:\d\d?[:.h]?\d\d,? )?(?:on )?|\bdated |\bfor )"
    rf"(?:{_WEEKDAY},?\s+)?(?P<date>{_WRITTEN})\W*\Z",
    re.I,
)
_STATED = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?(?P<date>{_WRITTEN})\b",
    re.I,
)
_MONTH_OF_YEAR = re.compile(rf"(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})", re.I)
_SLASHES = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
# Day, month and year in figures: which is the day, is seen only where one of them is above twelve.
# With full stops the day always comes first.
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_ORDERS = ("day first", "month first")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
# "Published: 3 Feb 2023", "**Posted on:** February 3, 2023 10:15", a date alone on its line
_LINE = re.compile(
    r"[\W_]*(?:(?:first\s+)?(?:published|posted|issued|pub(?:lication)?\s?date|date(?:\s+of\s+publication)?)(?:\s+(?:on|at))?[\s:*_`]*)?"
    rf"(?:{_WEEKDAY},?\s+)?(?P<date>{_WRITTEN}|\d{{4}}-\d\d-\d\d|\d\d?([./])\d\d?\2\d{{4}})(?P<rest>.{{0,30}})\Z",
    re.I,
)
# "By Ann Orlova, Kyiv | ", before the day on the same line
_BYLINE = re.compile(r"[\W_]*by\s[^\n\d|,;–—]{3,60}(?:,\s[^\n\d|,;–—]{3,30})?\s*[|,·•–—-]\s*", re.I)
_BEHIND = re.compile(rf"\s*[|,·•–—-]\s*(?:{_WEEKDAY},?\s+)?{_WRITTEN}.*\Z", re.I)
_LATER = re.compile(r"\W{1,9}(?:last\s+)?(?:updated|modified|edited|amended)\b.*\Z", re.I)
_LONGEST_LINE = 300  # code points: what is longer says more than a day
_NO_PROSE = re.compile(rf"(?i:[\W\d_]|am|pm|a\.m|p\.m|[a-z]{{2,4}}t|utc|gmt|at|z|t|{_WEEKDAY})*")
_FILE = re.compile(rf"(?<!\d)({_YEAR})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def dateline_day(line: str) -> str | None:
    """The full date in the dateline that a line begins with.

    >>> dateline_day("ORIKHIV, Ukraine, March 14, 2023 (Agency) — Shells fell overnight.")
    '2023-03-14'
    """
    if found := _DATELINE.match(line):
        return _written_day(found["date"])
    other = _OTHER_DATELINES.match(line)
    return _written_day(next(filter(None, other.groups()))) if other else None


def title_day(line: str) -> str | None:
    """The full date that the title of a bulletin, a digest or a briefing ends with, which is its
    day; other headlines may end with the day of what they tell.

    >>> title_day("Yemen briefing, 6 May 2025"), title_day("The raid of 6 May 2025")
    ('2025-05-06', None)
    """
    found = _DATED_TITLE.fullmatch(line.strip())
    return _written_day(found["date"]) if found else None


def line_day(line: str) -> str | None:
    """The full date of a line that says nothing but when the article was published.

    >>> line_day("**Published:** 3 Feb 2023, 10:15 GMT"), line_day("3 Feb 2023 was a quiet day")
    ('2023-02-03', None)
    >>> line_day("By Ann Orlova | Fri 3 Feb 2023 | Updated: 4 Feb 2023")
    '2023-02-03'
    """
    line = line.strip()
    if len(line) > _LONGEST_LINE:
        return None
    byline = _BYLINE.match(line)
    found = _LINE.match(_LATER.sub("", line[byline.end() if byline else 0 :]))
    if not found or not _NO_PROSE.fullmatch(found["rest"]):
        return None
    return stated_day(found["date"])


def without_day(line: str) -> str:
    """A byline without the day that stands behind it.

    >>> without_day("By Ann Orlova | 3 Feb 2023")
    'By Ann Orlova'
    """
    return _BEHIND.sub("", line) if len(line) <= _LONGEST_LINE else line


def file_day(name: str) -> str | None:
    """The full date in the name of a file: "2023-02-03-orikhiv.txt", "report_20230203.html"."""
    found = _FILE.search(name)
    day = iso_day("-".join(found.groups())) if found else None
    return day if is_publication_day(day) else None


def stated_day(words: str, order: str | None = None) -> str | None:
    """The day that somebody states as that of publication, in any form that can mean one day only:
    ISO, as in mail, in words, seconds since 1970. "03/04/2023" may be two days and is none, unless
    the `order` of day and month is known.

    >>> stated_day("Fri, 03 Feb 2023 10:15:00 +0200"), stated_day("February 3rd, 2023")
    ('2023-02-03', '2023-02-03')
    >>> stated_day("13/02/2023"), stated_day("03/02/2023"), stated_day("03/02/2023", "month first")
    ('2023-02-13', None, '2023-03-02')
    """
    words = words.strip()
    if figures := _FIGURES.match(words):
        orders = [order] if order else _ORDERS
        days = {day for known in orders if (day := _in_figures(figures, known))}
        (day,) = days if len(days) == 1 else (None,)
        return day if is_publication_day(day) else None
    for read in (iso_day, _year_first, _epoch_day, _mail_day, _day_in_words):
        day = read(words)
        if is_publication_day(day):
            return day
    return None


def stated_month(words: str) -> str | None:
    """The month that somebody names with its year.

    >>> stated_month("Jan 2025"), stated_month("January")
    ('2025-01', None)
    """
    found = _MONTH_OF_YEAR.fullmatch(words.strip())
    if not found:
        return None
    return f"{found['year']}-{_MONTHS.index(found['month'][:3].casefold()) + 1:02d}"


def days_in_words(text: str) -> list[str]:
    """The full dates in a few words, each once: written out or as ISO dates.

    >>> days_in_words("By Ann Orlova, Kyiv, 7 May 2023 at 10:15")
    ['2023-05-07']
    """
    written = (_written_day(found) for found in re.findall(rf"\b{_WRITTEN}\b", text))
    iso = (iso_day(found) for found in re.findall(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", text))
    days = (day for day in (*written, *iso) if is_publication_day(day))
    return list(dict.fromkeys(filter(None, days)))


def day_order(dates: Iterable[str]) -> str | None:
    """Whether the day or the month comes first in the dates of one file, where they show it.

    >>> day_order(["03/02/2023", "02/13/2023"])
    'month first'
    """
    found = filter(None, map(_FIGURES.match, map(str.strip, dates)))
    shown = {o for f in found for o in _ORDERS if not _in_figures(f, _other(o))}
    return next(iter(shown)) if len(shown) == 1 else None


def may_be_two_days(words: str) -> bool:
    """Whether figures can mean a day in either order.

    >>> may_be_two_days("03/02/2023"), may_be_two_days("13/02/2023")
    (True, False)
    """
    found = _FIGURES.match(words.strip())
    days = {_in_figures(found, order) for order in _ORDERS} if found else set()
    return len(days - {None}) > 1


def _other(order: str) -> str:
    return _ORDERS[1 - _ORDERS.index(order)]


def _in_figures(found: re.Match[str], order: str) -> str | None:
    """The day that figures mean when they are in this order; with full stops the day is first."""
    numbers = int(found[1]), int(found[3])
    first = found[2] == "." or order == "day first"
    day, month = numbers if first else numbers[::-1]
    try:
        return date(int(found[4]), month, day).isoformat()
    except ValueError:
        return None


def _year_first(words: str) -> str | None:
    found = _SLASHES.match(words)
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def _epoch_day(words: str) -> str | None:
    if not _EPOCH.fullmatch(words):
        return None
    seconds = float(words)
    if seconds > 1e11:  # milliseconds, as JavaScript has them
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _mail_day(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day_in_words(words: str) -> str | None:
    found = _STATED.match(words)
    return _written_day(found["date"]) if found else None


def _written_day(words: str) -> str | None:
    month = re.search("[A-Za-z]{3}", re.sub(r"(?<=\d)(?:st|nd|rd|th)|\bof\b", "", words))
    numbers = re.findall(r"\d+", words)
    if month is None:
        return None
    try:
        number = _MONTHS.index(month[0].lower()) + 1
        return date(int(numbers[1]), number, int(numbers[0])).isoformat()
    except ValueError:
        return None
