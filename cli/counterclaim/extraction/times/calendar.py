"""Calendar arithmetic on TIMEX3 values and ISO prefixes: no words, no context."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Interval = tuple[str | None, str | None, str | None]
"""earliest, latest, precision"""

NOTHING: Interval = (None, None, None)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_LETTER = {"TS": "S", "TM": "M", "TH": "H", "F": "W"}


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """``add_months(2023, 1, -3) == (2022, 10)``."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month: ``last_day(2024, 2) == 29``."""
    return (date(year, month, 1) + relativedelta(day=31)).day


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units ("D", "W", "F", "M", "Q", "Y", "DE", "CE"); the day of the
    month is clipped: ``shift(date(2023, 3, 31), "M", -1) == date(2023, 2, 28)``.
    """
    if unit in ("D", "W", "F"):
        return day + timedelta(count * {"D": 1, "W": 7, "F": 14}[unit])
    months = count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    year, month = add_months(day.year, day.month, months)
    return day + relativedelta(year=min(max(year, 1), 9998), month=month)


def granule(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit around `day`: "2023-01-24", "2023-W04", "2023-01", "2023"."""
    if unit in ("W", "F"):
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if unit == "M":
        return f"{day:%Y-%m}"
    if unit == "Q":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if unit == "Y":
        return f"{day.year}"
    if unit == "DE":
        return f"{day.year}"[:3]
    if unit == "CE":
        return f"{day.year}"[:2]
    return day.isoformat()


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th `weekday` (ISO number) of a month; n = -1 is the last one."""
    if n < 0:
        end = date(year, month, last_day(year, month))
        return end - timedelta((end.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday, by the Julian computus (Meeus), as a Gregorian date of 1900-2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def duration_value(amount: float | None, unit: str) -> str:
    """``duration_value(3, "W") == "P3W"``; an unknown amount gives "PTXH"."""
    if amount is None:
        number = "X"
    else:
        amount = amount * 2 if unit == "F" else amount
        number = f"{amount:g}" if amount < 1e6 else str(int(amount))
    if unit in ("DE", "CE"):
        size = 10 if unit == "DE" else 100
        return "PXY" if amount is None else f"P{amount * size:g}Y"
    time = "T" if unit.startswith("T") else ""
    return f"P{time}{number}{_LETTER.get(unit, unit)}"


def interval_of(value: str) -> Interval:
    """The days a TIMEX3 calendar value covers, as ISO prefixes.

    ``interval_of("2022-SU") == ("2022-06", "2022-08", "season")``.
    """
    day = re.match(r"(\d{4}-\d\d-\d\d)(T\d\d)?", value)
    if day:
        return day[1], day[1], "time" if day[2] else "day"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return value, value, "month"
    if re.fullmatch(r"\d{4}", value):
        return value, value, "year"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0", f"{value}9", "decade"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}00", f"{value}99", "range"
    return _coded(value)


def _coded(value: str) -> Interval:
    """Weeks, weekends, quarters, halves, seasons."""
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        last = first + timedelta(1 if week[3] else 6)
        return first.isoformat(), last.isoformat(), "range"
    part = re.fullmatch(r"(\d{4})-(Q|H)([1-4])", value)
    if part:
        size = 3 if part[2] == "Q" else 6
        last_month = int(part[3]) * size
        return f"{part[1]}-{last_month - size + 1:02d}", f"{part[1]}-{last_month:02d}", "range"
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        first_month, last_month = SEASONS[season[2]]
        year = int(season[1])
        end = year + (last_month < first_month)
        return f"{year}-{first_month:02d}", f"{end}-{last_month:02d}", "season"
    return NOTHING


def narrow(value: str, part: str) -> Interval:
    """The `part` ("1/3", "2/3", "3/3", "1/2", "2/2") of what `value` covers.

    Thirds of a month (1-10, 11-20, 21-end), of a season (its months), of a year (four months
    each), of a decade, of a week.
    ``narrow("2023-01", "1/3") == ("2023-01-01", "2023-01-10", "range")``.
    """
    if part.endswith("/2"):
        return _half(value, first=part == "1/2")
    index = int(part[0]) - 1
    if re.fullmatch(r"\d{4}-\d\d", value):
        end = last_day(int(value[:4]), int(value[5:]))
        low, high = ((1, 10), (11, 20), (21, end))[index]
        return f"{value}-{low:02d}", f"{value}-{high:02d}", "range"
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-{4 * index + 1:02d}", f"{value}-{4 * index + 4:02d}", "range"
    if re.fullmatch(r"\d{3}", value):
        low, high = ((0, 3), (4, 6), (7, 9))[index]
        return f"{value}{low}", f"{value}{high}", "range"
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        month = "{}-{:02d}".format(*add_months(int(season[1]), SEASONS[season[2]][0], index))
        return month, month, "month"
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        low, high = ((0, 2), (2, 3), (3, 6))[index]
        days = (monday + timedelta(low)).isoformat(), (monday + timedelta(high)).isoformat()
        return *days, "range"
    return interval_of(value)


def _half(value: str, *, first: bool) -> Interval:
    """The halves of a month (1-15, 16-end) and of a year."""
    if re.fullmatch(r"\d{4}-\d\d", value):
        end = last_day(int(value[:4]), int(value[5:]))
        low, high = (1, 15) if first else (16, end)
        return f"{value}-{low:02d}", f"{value}-{high:02d}", "range"
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-{'01' if first else '07'}", f"{value}-{'06' if first else '12'}", "range"
    return interval_of(value)


def first_day(prefix: str) -> date:
    """The first day of an ISO prefix: ``first_day("2023-02") == date(2023, 2, 1)``."""
    parts = [int(p) for p in prefix.split("-")]
    return date(parts[0], *[*parts[1:], 1, 1][:2])


def preceding(prefix: str) -> str:
    """The day, month or year before: ``preceding("2023-03") == "2023-02"``."""
    before = first_day(prefix) - timedelta(1)
    return before.isoformat()[: len(prefix)]


def final_day(prefix: str) -> date:
    """The last day of an ISO prefix: ``final_day("2023-02") == date(2023, 2, 28)``."""
    parts = [int(p) for p in prefix.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else last_day(parts[0], month)
    return date(parts[0], month, day)
