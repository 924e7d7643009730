"""Rules for times of day: 6:15 p.m. on Tuesday; noon; the night of 10 August; at dawn Friday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.extraction.times.calendar import interval_of
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import sense, step
from counterclaim.extraction.times.grammar import read_at, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.extraction.times.relative import part_code
from counterclaim.knowledge.limits import limits

_PAST_NOON = ("AF", "EV")


@rule
def clock(m: re.Match[str], c: Context) -> Meaning | None:
    """10:35 a.m.; 14:48 UTC; 9:30 p.m. Tuesday."""
    if c.low[m.start("minute") - 1] == "." and not (m["meridiem"] or m["zone"]):
        return None
    return _at(_hour(m), m["minute"], m, c)


@rule
def full_hour(m: re.Match[str], c: Context) -> Meaning | None:
    """6 a.m.; 8 p.m. IST yesterday; five o'clock."""
    return _at(_hour(m), "00", m, c)


@rule
def digits_run_together(m: re.Match[str], c: Context) -> Meaning | None:
    """0530 hrs; 1400 GMT."""
    return _at(int(m["hour"]), m["minute"], m, c)


@rule
def turn_of_day(m: re.Match[str], c: Context) -> Meaning | None:
    """`Noon Thursday` and `midnight on Friday`, local time or not."""
    hour = step("turns_of_day", m["hour"])
    return _at(hour, "00", m, c, midnight=hour == 0)


def _hour(m: re.Match[str]) -> int:
    """The hour of the day: 18 for "6 p.m." and "six in the evening"."""
    hour = int(m["hour"])
    if m["meridiem"] == "p" or part_code(m["part"]) in _PAST_NOON:
        return hour + 12 if hour < 12 else hour
    return 0 if m["meridiem"] == "a" and hour == 12 else hour


def _at(
    h: int, minute: str, m: re.Match[str], c: Context, *, midnight: bool = False
) -> Meaning | None:
    """The time on the day that follows it, or stood before it in the sentence."""
    if h > 24:
        return None
    behind = read_at(m.end("join"), c) if m["join"] is not None else None
    guessed = False
    named = behind and re.match(r"\d{4}-\d\d-\d\d", behind[0].value)
    if named:
        day: date | None = date.fromisoformat(named[0])
        end = behind[1] if behind and "(" not in m["join"] else m.start("join")
    elif m["join"] and behind and behind[0].type in ("DATE", "TIME"):
        day, end = None, behind[1]
    else:
        day, end = _day_nearby(m.start(), c), m.end() - len(m["join"] or "")
        guessed = day is None and not c.narrative
        day = c.dct if guessed else day
        guessed = guessed and not c.led("since_itself", m.start())  # it goes on today
    clock_text = "24:00" if midnight and not named else f"{h:02d}:{minute}"
    zone = lexicon().zones.get((m["zone"] or "").strip(), "")
    value = f"{day or 'XXXX-XX-XX'}T{clock_text}{zone}"
    if day is None or guessed:
        return Meaning("TIME", value, end=end)
    return Meaning("TIME", value, *interval_of(value), end)


def _day_nearby(start: int, c: Context) -> date | None:
    """The day named last in the same paragraph. Where there is none, news leans on the day of
    publication: good enough for a TIMEX3 value, too weak for an interval.
    """
    if not c.last or start - c.last.end >= limits().day_reach:
        return None
    if c.day and "\n" not in c.low[c.last.end : start]:
        return c.day
    return None


@rule
def part_of_named_day(m: re.Match[str], c: Context) -> Meaning | None:
    """The night of 10 August 1792; the morning of Tuesday."""
    if m["loose"] and not m["article"]:
        return None
    found = read_at(m.end(), c)
    if found is None or found[0].type != "DATE":
        return None
    meaning, end = found
    value = f"{meaning.value}T{sense('parts_of_days', m['part'])}"
    second = c.followed("next_day", end)
    if second and meaning.earliest and len(meaning.earliest) == 10:
        after = date.fromisoformat(meaning.earliest) + timedelta(1)
        if after.day == int(second[1]):
            return Meaning("TIME", value, meaning.earliest, f"{after}", "range", second.end())
    return Meaning("TIME", value, meaning.earliest, meaning.latest, meaning.precision, end)


@rule
def part_before_day(m: re.Match[str], c: Context) -> Meaning | None:
    """At dawn on Friday."""
    found = read_at(m.end(), c)
    if found is None or found[0].type != "DATE":
        return None
    meaning, end = found
    value = f"{meaning.value}T{part_code(m['part'])}"
    return Meaning("TIME", value, meaning.earliest, meaning.latest, meaning.precision, end)


@rule
def since_morning(m: re.Match[str], c: Context) -> Meaning | None:
    """Since the morning, since dawn, since the beginning of the day: that of the publication."""
    if not c.led("since_itself", m.start()) or c.narrative or c.dct is None:
        return None
    return _part_of(c.dct, sense("beginnings_of_day", m["part"]))


@rule
def that_day(m: re.Match[str], c: Context) -> Meaning | None:
    """Later that day; earlier in the day."""
    day = c.day
    if day is None and not c.narrative and m["inside"]:
        day = c.dct
    if day is None:
        return Meaning("DATE", "XXXX-XX-XX")
    return _part_of(day, lexicon().dayparts.get(m["part"]))


def _part_of(day: date, code: str | None) -> Meaning:
    """A day that is known, or a part of it."""
    iso = day.isoformat()
    if code is None:
        return Meaning("DATE", iso, iso, iso, "day")
    return Meaning("TIME", f"{iso}T{code}", iso, iso, "day")


@rule
def neighbour_day(m: re.Match[str], c: Context) -> Meaning | None:
    """The next day; the day before: the neighbour of the day named before, or the day that is
    named with it ("the day before, on 3 March,").
    """
    beside = c.followed("on_day", m.end())
    named = read_at(beside.end(), c) if beside else None
    if named is not None and named[0].type == "DATE" and named[0].precision == "day":
        return Meaning("DATE", named[0].value, named[0].earliest, named[0].latest, "day")
    if c.day is None:
        return Meaning("DATE", "XXXX-XX-XX")
    return _part_of(c.day + timedelta(step("neighbour_days", m["step"])), None)
