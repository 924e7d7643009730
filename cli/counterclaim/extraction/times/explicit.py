"""Rules for dates that are named: days, months, years, decades, seasons, quarters, holidays."""

from __future__ import annotations

import re

from counterclaim.extraction.times.calendar import interval_of, real_date
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.grammar import modified, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning

_LEADS = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|and|or|through|during|between|before|after|for|on"
    r"|around|about"
    r"|early|late|mid|last|this|next|past|previous|following|every|each|late in|beginning"
    r"|end)[ -]|[(/–-])$"
)
COUNTED = re.compile(
    r"[ -]?(?:%|percent|per cent|people|persons|troops|soldiers|civilians|men|women|children"
    r"|fighters"
    r"|militants|rebels|victims|homes|houses|houses|buildings|families|refugees|residents|dead"
    r"|killed|wounded"
    r"|injured|dollars|tons|tonnes|met(?:er|re)s?|km|kilomet(?:er|re)s?|miles?|feet|ft|m\b|acres"
    r"|hectares|kg"
    r"|tanks|vehicles|shares|points|others|times|calories|rubles|roubles|euros|years?\b|days?\b"
    r"|months?\b"
    r"|hours?\b|hrs\b|weeks?\b|jobs|workers|students|votes|members|cases|deaths|prisoners|square"
    r"|sq)"
)


def year_of(words: str | None, c: Context) -> int | None:
    """An explicit or relative year: "2022", "last year", "that year"."""
    if not words:
        return None
    if words[:1].isdigit():
        return int(words)
    base = c.dct.year if c.dct and not c.narrative else c.year
    if "last" in words or "this" in words or "next" in words:
        step = {"last": -1, "this": 0, "next": 1}[re.findall("last|this|next", words)[0]]
        return None if base is None else base + step
    step = -1 if "previous" in words else 1 if "following" in words else 0
    return None if c.year is None else c.year + step


def _sure_month(m: re.Match[str], c: Context) -> bool:
    """Is "May", "March", "Jun" here a month, though nothing but its name says so?"""
    name = m["month"].rstrip(".")
    start = m.start("month")
    if name == "may" or name in lexicon().ambiguous_months:
        if not c.text[start].isupper():
            return False
        return bool(m.start() < start or _LEADS.search(c.low, max(0, start - 12), start))
    return c.text[start].isupper() or len(name) > 4


@rule(r"(?P<year>[12]\d{3})-(?P<mon>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])")
def iso_date(m: re.Match[str], c: Context) -> Meaning | None:
    """2022-02-24."""
    day = real_date(int(m["year"]), int(m["mon"]), int(m["day"]))
    return None if day is None else Meaning("DATE", *covered(day.isoformat()))


@rule(r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/])(?!\.\d)")
def numeric_date(m: re.Match[str], c: Context) -> Meaning | None:
    """6/23/1998, 24.02.2022. Which number is the month is said only by numbers above 12 and, for
    dots, by custom; where both readings are possible there is a value but no interval.
    """
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    if len(m["year"]) == 2:
        year += 1900 if year > 50 else 2000
    day_first = m["sep"] == "." or a > 12
    day = real_date(year, b, a) if day_first else real_date(year, a, b)
    if day is None or (m["sep"] == "." and len(m["year"]) == 2):
        return None
    if m["sep"] == "/" and a <= 12 and b <= 12 and a != b:
        return Meaning("DATE", day.isoformat())
    return Meaning("DATE", *covered(day.isoformat()))


def covered(value: str) -> tuple[str, str | None, str | None, str | None]:
    """A calendar value followed by its interval, as `Meaning` takes them."""
    return value, *interval_of(value)


@rule(
    r"%wdate%?%mod%(?P<month>%month%) (?:the )?(?P<day>%day%)"
    r"(?:(?:,? (?:of )?|, ?)(?P<year>%year%|%relyear%))?"
)
def month_day(m: re.Match[str], c: Context) -> Meaning | None:
    """October 12; Thursday, April 6, 2000; Sept. 30."""
    if not c.text[m.start("month")].isupper() and not (m["year"] or m.start() < m.start("month")):
        return None
    end = m.end("day")
    if m["year"] is None and COUNTED.match(c.low, end):
        return None
    return _calendar_day(m, c)


@rule(
    r"%wdate%?(?:the )?%mod%(?P<day>%day%)(?: of)?[ -](?P<month>%month%)"
    r"(?:(?:,? (?:of )?|, ?|-)(?P<year>%year%|%relyear%))?"
)
def day_month(m: re.Match[str], c: Context) -> Meaning | None:
    """24 February 2022; the 19th of October."""
    if not c.text[m.start("month")].isupper() or (m.start() and c.low[m.start() - 1] in ".,$"):
        return None
    return _calendar_day(m, c)


@rule(
    r"(?P<day>%day%)(?=(?: ?[-–/] ?| and | to | or |, )(?:the )?(?:%day%(?:, | and |, and | or ))?"
    r"(?:%day%)(?: of)? (?P<month>%month%)(?:,? (?P<year>%year%|%relyear%))?)"
)
def day_before_month(m: re.Match[str], c: Context) -> Meaning | None:
    """The "22" of "22 and 24 April"."""
    if not c.text[m.start("month")].isupper():
        return None
    return _calendar_day(m, c)


@rule(r"(?P<day>%day%)(?:,? (?P<year>%year%))?(?![-:/]\d)")
def day_behind_month(m: re.Match[str], c: Context) -> Meaning | None:
    """The "12" of "June 10 and 12": only right behind a day of the month."""
    last = c.last
    if last is None or not re.match(r"\d{4}-\d\d-\d\d$|XXXX-\d\d-\d\d$", last.value):
        return None
    between = c.low[last.end : m.start()]
    if not re.fullmatch(r"\s?[-–/]\s?| (?:and|to|or|through) |, (?:and )?", between):
        return None
    if not re.search(r"[a-z]\.? \d{1,2}(?:st|nd|rd|th)?$", last.text.lower()):
        return None
    if COUNTED.match(c.low, m.end("day")) or re.match(r" [a-z]+s\b", c.low[m.end() : m.end() + 15]):
        return None
    value = f"{last.value[:8]}{_day_number(m['day']):02d}"
    return Meaning("DATE", *covered(value)) if interval_of(value)[0] or "X" in value else None


def _day_number(words: str) -> int:
    return int(re.match(r"\d+", words)[0])  # type: ignore[index]


def _calendar_day(m: re.Match[str], c: Context) -> Meaning | None:
    month = lexicon().months[m["month"].rstrip(".")]
    number = _day_number(m["day"])
    year = year_of(m["year"], c) or c.day_year(month, number, m.start(), m.end())
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{number:02d}")
    day = real_date(year, month, number)
    return None if day is None else Meaning("DATE", *covered(day.isoformat()))


@rule(
    r"(?:(?P<det>last|this|next|past|this past|the previous|the following|previous|the) )?%mod%"
    r"(?P<month>%month%)(?:(?:,? (?:of )?|, ?)(?P<year>%year%|%relyear%|'\d\d\b))?(?!['’]\w*s? \d)"
)
def month_alone(m: re.Match[str], c: Context) -> Meaning | None:
    """September; early January; last August; July 1992."""
    if m["year"] is None and not _sure_month(m, c):
        return None
    if m["det"] == "the" and not m["mod"]:
        return None
    month = lexicon().months[m["month"].rstrip(".")]
    year = year_of(m["year"].replace("'", "19") if m["year"] else None, c)
    if year is None:
        year = _relative_month(m["det"], month, m, c)
    value = f"XXXX-{month:02d}" if year is None else f"{year}-{month:02d}"
    return modified("DATE", value, m["mod"], c)


def _relative_month(det: str | None, month: int, m: re.Match[str], c: Context) -> int | None:
    """The year that "last", "this", "next" give a month; else tense and nearness."""
    base = c.base
    if base is None or det is None or det == "the":
        return c.month_year(month, m.start(), m.end())
    if "last" in det or "past" in det or "previous" in det:
        return base.year - (month >= base.month)
    if "next" in det or "following" in det:
        return base.year + (month <= base.month)
    return base.year
