"""Rules for dates that are named by their month: days, weeks and months."""

from __future__ import annotations

import re
from datetime import date

from counterclaim.extraction.times.calendar import (
    add_months,
    granule,
    interval_of,
    last_day,
    real_date,
)
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.counts import amount_of
from counterclaim.extraction.times.forms import beside, pointer, sense
from counterclaim.extraction.times.grammar import modified, read_at, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning


def year_of(words: str | None, c: Context) -> int | None:
    """An explicit or relative year: "2022", "last year", "that year"."""
    if not words:
        return None
    if words[:1].isdigit():
        return int(words)
    points = pointer(words)
    base = c.year if points is None or points.named else running_year(c)
    return None if base is None else base + (points.step if points else 0)


def running_year(c: Context) -> int | None:
    """The year of the publication, in a chronicle the one that was named before."""
    return c.dct.year if c.dct and not c.narrative else c.year


def _sure_month(m: re.Match[str], c: Context) -> bool:
    """Is "May", "March", "Jun" here a month, though nothing but its name says so?"""
    name = m["month"].rstrip(".")
    start = m.start("month")
    if name in lexicon().ambiguous:
        if not c.text[start].isupper():
            return False
        return bool(m.start() < start or c.led("date_leads", start, 12))
    if len(name) <= 4 and not m["month"].endswith("."):
        return c.text[start].isupper() and not c.text[m.end() + 1 : m.end() + 2].isupper()
    return c.text[start].isupper() or len(name) > 4


@rule
def part_of_year_before_christ(m: re.Match[str], c: Context) -> Meaning | None:
    """April 480 BC; the spring of 480 BC: a value, but no ISO prefix can hold it."""
    words = lexicon()
    part = (
        words.seasons[m["season"]] if m["season"] else f"{words.months[m['month'].rstrip('.')]:02d}"
    )
    return Meaning("DATE", f"BC{int(m['amount']):04d}-{part}")


@rule
def week_of_day(m: re.Match[str], c: Context) -> Meaning | None:
    """The week of January 9."""
    found = read_at(m.end(), c)
    if found is None or found[0].precision != "day":
        return None
    value = granule(date.fromisoformat(found[0].value), "W")
    return Meaning("DATE", *covered(value), found[1])


@rule
def week_of_month(m: re.Match[str], c: Context) -> Meaning | None:
    """The last week of March; the first two weeks of May 2022."""
    number = int(amount_of(m["amount"] or "a") or 1)
    month = lexicon().months[m["month"].rstrip(".")]
    year = year_of(m["year"], c) or c.month_year(month, m.start(), m.end())
    if year is None:
        return Meaning("DURATION", f"P{number}W")
    end = last_day(year, month)
    nth = sense("weeks_of_month", m["week"])
    low, high = (end - 7 * number + 1, end)
    if nth is not None:
        low, high = 7 * int(nth) + 1, 7 * (int(nth) + number)
    prefix = f"{year}-{month:02d}"
    return Meaning(
        "DURATION", f"P{number}W", f"{prefix}-{low:02d}", f"{prefix}-{high:02d}", "range"
    )


@rule
def iso_date(m: re.Match[str], c: Context) -> Meaning | None:
    """2022-02-24."""
    day = real_date(int(m["year"]), int(m["number"]), int(m["day"]))
    return None if day is None else Meaning("DATE", *covered(day.isoformat()))


@rule
def numeric_date(m: re.Match[str], c: Context) -> Meaning | None:
    """6/23/1998, 24.02.2022. Which number is the month is said only by numbers above 12 and, for
    dots, by custom; where both readings are possible there is a value but no interval.
    """
    a, b, year = int(m["number"]), int(m["other"]), int(m["year"])
    if len(m["year"]) == 2:
        year += 1900 if year > 50 else 2000
    day_first = m["separator"] == "." or a > 12
    day = real_date(year, b, a) if day_first else real_date(year, a, b)
    if day is None or (m["separator"] == "." and len(m["year"]) == 2):
        return None
    if m["separator"] == "/" and a <= 12 and b <= 12 and a != b:
        return Meaning("DATE", day.isoformat())
    return Meaning("DATE", *covered(day.isoformat()))


def covered(value: str) -> tuple[str, str | None, str | None, str | None]:
    """A calendar value followed by its interval, as `Meaning` takes them."""
    return value, *interval_of(value)


@rule
def month_day(m: re.Match[str], c: Context) -> Meaning | None:
    """October 12; Thursday, April 6, 2000; Sept. 30."""
    if not c.text[m.start("month")].isupper() and not (m["year"] or m.start() < m.start("month")):
        return None
    end = m.end("day")
    if m["year"] is None and c.followed("counted", end) and not c.followed("outcome", end):
        return None
    return _calendar_day(m, c)


@rule
def day_month(m: re.Match[str], c: Context) -> Meaning | None:
    """24 February 2022; the 19th of October."""
    if not c.text[m.start("month")].isupper() or (m.start() and c.low[m.start() - 1] in ".,$"):
        return None
    return _calendar_day(m, c)


@rule
def day_before_month(m: re.Match[str], c: Context) -> Meaning | None:
    """The "22" of "22 and 24 April"."""
    if not c.text[m.start("month")].isupper():
        return None
    return _calendar_day(m, c)


@rule
def day_behind_month(m: re.Match[str], c: Context) -> Meaning | None:
    """The "12" of "June 10 and 12": only right behind a day of the month."""
    last = c.last
    if last is None or not re.match(r"\d{4}-\d\d-\d\d$|XXXX-\d\d-\d\d$", last.value):
        return None
    between = c.low[last.end : m.start()]
    if not beside("joined_days").fullmatch(between):
        return None
    if not beside("day_last").search(last.text.lower()):
        return None
    if c.followed("counted", m.end("day")) or c.followed("plural", m.end()):
        return None
    value = f"{last.value[:8]}{_day_number(m['day']):02d}"
    if "X" not in value and real_date(*map(int, value.split("-"))) is None:
        return None
    return Meaning("DATE", *covered(value)) if interval_of(value)[0] or "X" in value else None


@rule
def day_alone(m: re.Match[str], c: Context) -> Meaning | None:
    """On the 14th: of the month named before in the paragraph, else the nearest one the tense
    allows.
    """
    number = int(m["day"])
    near = c.last is not None and "\n" not in c.low[c.last.end : m.start()]
    if near and c.day:
        day = real_date(c.day.year, c.day.month, number)
    elif c.dct is None or c.narrative:
        return Meaning("DATE", f"XXXX-XX-{number:02d}")
    else:
        ahead = c.tense(m.start(), m.end()) == "future"
        months = [add_months(c.dct.year, c.dct.month, k) for k in ((0, 1) if ahead else (0, -1))]
        days = [d for y, month in months if (d := real_date(y, month, number))]
        day = next((d for d in days if (d >= c.dct if ahead else d <= c.dct)), None)
    return None if day is None else Meaning("DATE", *covered(day.isoformat()))


def _day_number(words: str) -> int:
    return int(re.match(r"\d+", words)[0])  # type: ignore[index]


def _calendar_day(m: re.Match[str], c: Context) -> Meaning | None:
    month = lexicon().months[m["month"].rstrip(".")]
    number = _day_number(m["day"])
    weekday = m.groupdict().get("wdate")
    year = year_of(m["year"], c) or (weekday and _weekday_year(weekday, month, number, c))
    if year is None and m.groupdict().get("det") and c.base:
        year = c.base.year - ((month, number) >= (c.base.month, c.base.day))
    year = year or c.day_year(month, number, m.start(), m.end())
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{number:02d}")
    day = real_date(year, month, number)
    return None if day is None else Meaning("DATE", *covered(day.isoformat()))


def _weekday_year(words: str, month: int, number: int, c: Context) -> int | None:
    """The year near the publication in which the day falls on the named weekday."""
    if c.dct is None or c.narrative:
        return None
    weekday = lexicon().weekdays[
        words.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0].split(maxsplit=1)[0]
    ]
    days = [d for y in range(c.dct.year - 2, c.dct.year + 2) if (d := real_date(y, month, number))]
    days = [d for d in days if d.isoweekday() == weekday]
    now = c.dct
    return min(days, key=lambda d: abs((d - now).days)).year if days else None


@rule
def month_alone(m: re.Match[str], c: Context) -> Meaning | None:
    """September; early January; last August; July 1992."""
    if m["year"] is None and not _sure_month(m, c):
        return None
    if m["det"] and not pointer(m["det"]) and not m["mod"]:
        return None
    month = lexicon().months[m["month"].rstrip(".")]
    if c.led("repeated", m.start()):
        return Meaning("SET", f"XXXX-{month:02d}")
    year = year_of(m["year"].replace("'", "19") if m["year"] else None, c)
    if year is None:
        year = _relative_month(m["det"], month, m, c)
    value = f"XXXX-{month:02d}" if year is None else f"{year}-{month:02d}"
    return modified("DATE", value, m["mod"], c)


def _relative_month(det: str | None, month: int, m: re.Match[str], c: Context) -> int | None:
    """The year that "last", "this", "next" give a month; else tense and nearness."""
    base, points = c.base, pointer(det)
    if base is None or points is None:
        return c.month_year(month, m.start(), m.end())
    if points.step < 0:
        return base.year - (month >= base.month)
    if points.step > 0:
        return base.year + (month <= base.month)
    return base.year
