"""Rules for dates that lean on another: weekdays, yesterday, last week, two days earlier."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.extraction.grammar.numbers import parse_ordinal
from counterclaim.extraction.times.calendar import (
    duration_value,
    granule,
    interval_of,
    shift,
)
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.counts import amount_of, vague_range
from counterclaim.extraction.times.forms import Pointer, direction, pieces, pointer, sense, step
from counterclaim.extraction.times.grammar import modified, read_at, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.knowledge.limits import limits

_MASK = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
_RUNS_ON = re.compile(r" [a-z]")


def part_code(words: str | None) -> str:
    """The code of "early morning" is "MO"; "" where there is no part of the day."""
    if not words:
        return ""
    code = lexicon().dayparts.get(words)
    if code is None:
        code = lexicon().dayparts[re.split("[- ]", words, maxsplit=1)[1]]
    return code


def on_day(day: date | None, part: str | None, mask: str = "XXXX-XX-XX") -> Meaning:
    """A day, or a part of it: ``on_day(date(2023, 1, 24), "evening").value == "2023-01-24TEV"``."""
    code = part_code(part)
    value = day.isoformat() if day else mask
    earliest, latest, precision = interval_of(value) if day else (None, None, None)
    if code:
        return Meaning("TIME", f"{value}T{code}", earliest, latest, precision)
    return Meaning("DATE", value, earliest, latest, precision)


@rule
def day_of_week(m: re.Match[str], c: Context) -> Meaning | None:
    """Monday of last week: the day in the week before; "Tuesday this week"."""
    points = pointer(m["det"])
    base = c.reference if points and points.named else c.base
    number = lexicon().weekdays[m["wday"]]
    if base is None or points is None:
        return on_day(None, m["part"], f"XXXX-WXX-{number}")
    return on_day(base + timedelta(7 * points.step + number - base.isoweekday()), m["part"])


@rule
def weekday(m: re.Match[str], c: Context) -> Meaning | None:
    """On Wednesday; Tuesday evening; last Friday; each Thursday; Mondays."""
    number = lexicon().weekdays[m["wday"]]
    mask, points = f"XXXX-WXX-{number}", pointer(m["det"])
    if _repeated(m, c):
        part = part_code(m["part"])
        return Meaning("SET", mask + (f"T{part}" if part else ""))
    if points and points.named:
        return on_day(c.day and _beside(c.day, number, back=points.step < 0), m["part"], mask)
    day = c.weekday(number, m.start(), m.end(), points.step if points else 0)
    return on_day(day, m["part"], mask)


def _beside(day: date, weekday: int, *, back: bool) -> date:
    """The weekday nearest behind or before the day named before."""
    if back:
        return day - timedelta((day.isoweekday() - weekday) % 7 or 7)
    return day + timedelta((weekday - day.isoweekday()) % 7 or 7)


def _repeated(m: re.Match[str], c: Context) -> bool:
    """Whether "every Tuesday" is meant. A plural repeats: "on Tuesdays" does, "of Saturdays attack"
    lost its apostrophe.
    """
    if (m["det"] and not pointer(m["det"])) or m["tail"] or (m["part"] or "").endswith("s"):
        return True
    if not m["ends"]:
        return False
    return not _RUNS_ON.match(c.low, m.end()) or bool(c.led("on_itself", m.start()))


@rule
def near_day(m: re.Match[str], c: Context) -> Meaning | None:
    """yesterday; early today; tomorrow morning; tonight."""
    word = m["form"]
    end = m.end("form") if not m["part"] else None
    steps, night = step("near_days", word), sense("nights", word)
    if c.narrative and not (steps or night):
        return Meaning("DATE", "PRESENT_REF", end=end)
    got = on_day(c.dct and c.dct + timedelta(steps), night or m["part"])
    return Meaning(got.type, got.value, got.earliest, got.latest, got.precision, end)


@rule
def in_a_row(m: re.Match[str], c: Context) -> Meaning | None:
    """A third consecutive night; for the second day running: all of them, to the publication."""
    count = parse_ordinal(m["number"])
    value = duration_value(count, "D") if count else "PXD"
    if c.dct is None or c.narrative or count is None or not 1 < count <= limits().in_a_row_most:
        return None
    near = c.last is not None and m.start() - c.last.end < limits().day_reach
    told = near and c.last is not None and "\n" not in c.low[c.last.end : m.start()]
    final = c.day if told and c.day else c.dct
    first = final - timedelta(count - 1)
    return Meaning("DURATION", value, first.isoformat(), final.isoformat(), "range")


@rule
def press_time(m: re.Match[str], c: Context) -> Meaning | None:
    """As of press time; at the time of writing: the day of publication."""
    return on_day(c.dct, None)


@rule
def two_days_off(m: re.Match[str], c: Context) -> Meaning | None:
    """The day before yesterday; the day after tomorrow."""
    return on_day(c.dct and c.dct + timedelta(step("days_off", m["form"])), None)


@rule
def overnight(m: re.Match[str], c: Context) -> Meaning | None:
    """The night into the day of publication, or into the day named: two days."""
    if c.narrative or c.dct is None:
        return Meaning("TIME", "XXXX-XX-XXTNI")
    morning = c.dct
    named = m["second"] or m["wday"]
    link = None if m["second"] else sense("night_links", m["link"])
    if named:
        morning = c.weekday(lexicon().weekdays[named], m.start(), m.end()) or c.dct
        if link and morning < c.dct:
            morning += timedelta(int(link["step"]))
    elif c.tense(m.start(), m.end()) == "future":
        morning += timedelta(1)
    evening = morning - timedelta(1)
    value = evening if link and link["dated"] == "evening" else morning
    return Meaning("TIME", f"{value}TNI", evening.isoformat(), morning.isoformat(), "range")


@rule
def part_of_day(m: re.Match[str], c: Context) -> Meaning | None:
    """Parts of a day: this morning; last night; that afternoon; the next morning."""
    points = pointer(m["det"])
    if points is None:
        return None
    leans = not (points.named or points.either or c.narrative)
    day = c.dct if leans else c.day
    return on_day(day and day + timedelta(points.step), m["part"])


@rule
def unit_by_pointer(m: re.Match[str], c: Context) -> Meaning | None:
    """Last week; next year; this month; earlier this week; that day; the following year."""
    code, points = lexicon().units.get(m["unit"], "WE"), pointer(m["det"])
    if m["unit"].endswith("s") or code in ("TS", "TM", "TH") or points is None:
        return None
    anchor, steps = _anchor(points, code, c), points.step
    if m["det"] in pieces("stretch_pointers") and code != "WE" and not c.narrative:
        return _span_back(code, c)
    if m["adjective"] in pieces("ahead") or m["det"].split()[-1] in pieces("ahead"):
        steps = 0 if code == "WE" else 1
    if anchor is None or (code == "D" and anchor is c.reference and c.day is None):
        return Meaning("DATE", _MASK.get(code, "XXXX"))
    if code == "D" and not (points.named or points.either):
        return None if m["det"].split()[-1] in pieces("no_days") else _span_back(code, c)
    meaning = modified("DATE", _moved(anchor, code, steps), m["mod"] or m["form"], c)
    if code in ("DE", "CE"):  # "the next decade" seldom begins with a year that ends in 0
        return Meaning(meaning.type, meaning.value)
    return meaning


def _anchor(points: Pointer, code: str, c: Context) -> date | None:
    """The day from which "last week", "the following day", "the previous month" count."""
    if points.named and points.step >= 0:
        return None if points.step and code == "D" and c.day is None else c.reference
    if points.named or (points.either and (code == "D" or c.narrative)):
        named = c.reference if code == "D" or c.narrative or c.last else c.dct
        return named or (c.dct if not c.narrative else None)
    return c.base


@rule
def running_week(m: re.Match[str], c: Context) -> Meaning | None:
    """At the beginning of the week; earlier in the week; during the week: the week that runs."""
    if c.base is None or c.narrative:
        return Meaning("DATE", _MASK["W"])
    value = granule(c.base, "W")
    first, last = (date.fromisoformat(day or "") for day in interval_of(value)[:2])
    last = last if c.tense(m.start(), m.end()) == "future" else min(last, c.base)
    middle = first + timedelta(2)
    half = sense("edges_of_week", m["mod"]) or sense("edges_in_week", m["form"])
    if half == "1/2":
        last = min(last, middle)
    elif half == "2/2":
        first = min(middle + timedelta(1), last)
    return Meaning("DATE", value, first.isoformat(), last.isoformat(), "range")


def _span_back(code: str, c: Context) -> Meaning:
    """What "over the last week" means: the stretch that ends on the day of publication."""
    value = duration_value(1, code)
    if c.dct is None:
        return Meaning("DURATION", value)
    earliest = shift(c.dct, code, -1)
    if code in ("D", "W", "F"):
        return Meaning("DURATION", value, earliest.isoformat(), c.dct.isoformat(), "range")
    return Meaning("DURATION", value, f"{earliest:%Y-%m}", f"{c.dct:%Y-%m}", "range")


def _moved(anchor: date, code: str, steps: int) -> str:
    if code == "WE":
        return weekend_value(anchor, steps)
    return granule(shift(anchor, code, steps), code)


def weekend_value(base: date, weeks: int) -> str:
    """The weekend of the week of `base`, moved by `weeks`; "last weekend" on a weekend day
    is the one before.
    """
    year, week, _ = (base + timedelta(7 * weeks)).isocalendar()
    return f"{year}-W{week:02d}-WE"


@rule
def the_weekend(m: re.Match[str], c: Context) -> Meaning | None:
    """Over the weekend: the current one on Saturday and Sunday, else the past one."""
    base = c.base
    if base is None:
        return Meaning("DATE", "XXXX-WXX-WE")
    weeks = 0 if base.isoweekday() >= 6 or c.tense(m.start(), m.end()) == "future" else -1
    value = weekend_value(base, weeks)
    return Meaning("DATE", value, *interval_of(value))


@rule
def counted_from(m: re.Match[str], c: Context) -> Meaning | None:
    """Two weeks ago; three days later; a year earlier; a few weeks ago."""
    code, points = lexicon().units[m["unit"]], direction(m["form"])
    ago, back = not points.named, points.step < 0
    anchor = c.base if ago else c.reference
    amount = amount_of(m["amount"])
    if code.startswith("T"):
        return _clock_ago(code, amount, anchor if ago and back else None)
    if amount is None:
        return _vague_ago(m["amount"], code, back, ago, c)
    if m["half"]:
        amount += 0.5
    if code == "Y" and c.quarter and c.in_quarter:
        value = f"{c.quarter[0] + (-1 if back else 1) * int(amount)}-Q{c.quarter[1]}"
        return Meaning("DATE", value, *interval_of(value))
    known = anchor is not None and (ago or code in ("Y", "DE", "CE", "M", "Q") or c.day is not None)
    if not known and not ago and c.dct and not c.narrative and code == "Y" and back:
        value = granule(shift(c.dct, code, -int(amount)), code)
        return Meaning("DATE", value)
    if anchor is None or not known or amount > limits().steps_most:
        return Meaning("DATE", _MASK.get(code, "XXXX"))
    steps = points.step * amount
    if amount != int(amount):
        day = shift(anchor, "M", int(steps * 12)) if code == "Y" else anchor
    elif anchor.year + steps * {"Y": 1, "DE": 10, "CE": 100}.get(code, 0) < 1:
        return Meaning("DATE", "XXXX")
    else:
        day = shift(anchor, code, int(steps))
    value = granule(day, code)
    return Meaning("DATE", value, *interval_of(value))


@rule
def counted_from_date(m: re.Match[str], c: Context) -> Meaning | None:
    """Two days after 14 January, the day before Tuesday's hearing: the day that is meant, not the
    day that is named.
    """
    found, amount = read_at(m.end(), c), 1 if m["article"] else amount_of(m["amount"])
    if found is None or amount is None or amount != int(amount):
        return None
    meaning, end = found
    if meaning.precision != "day" or meaning.earliest is None:
        return Meaning("DATE", "XXXX-XX-XX", end=end)
    code = lexicon().units[m["unit"]]
    steps = step("around_days", m["form"]) * int(amount)
    value = granule(shift(date.fromisoformat(meaning.earliest), code, steps), code)
    return Meaning("DATE", value, *interval_of(value), end)


@rule
def counted_up_to(m: re.Match[str], c: Context) -> Meaning | None:
    """The week to 14 January, the ten days ending on Sunday: all of them, the last day included."""
    found, amount = read_at(m.end(), c), 1 if m["amount"] is None else amount_of(m["amount"])
    if found is None or amount is None or amount != int(amount):
        return None
    meaning, end = found
    if meaning.precision != "day" or meaning.latest is None:
        return None
    code, last = lexicon().units[m["unit"]], date.fromisoformat(meaning.latest)
    first = shift(last, code, -int(amount)) + timedelta(1)
    value = duration_value(amount, code)
    return Meaning("DURATION", value, first.isoformat(), last.isoformat(), "range", end)


def _clock_ago(code: str, amount: float | None, anchor: date | None) -> Meaning | None:
    """A day back for "24 hours ago"; finer than that the text gives no day."""
    if code == "TH" and amount in (24, 48, 72) and anchor:
        day = (anchor - timedelta(amount / 24)).isoformat()
        return Meaning("DATE", day, *interval_of(day))
    return Meaning("TIME", "XXXX-XX-XXTXX:XX")


def _vague_ago(words: str, code: str, back: bool, ago: bool, c: Context) -> Meaning:
    """The interval that the vague number of "a few weeks ago" allows, in months; the value stays
    PAST_REF.
    """
    value = "PAST_REF" if back else "FUTURE_REF"
    if not (ago and back and c.dct) or c.narrative:
        return Meaning("DATE", value)
    few, most = vague_range(words)
    earliest, latest = shift(c.dct, code, -most), shift(c.dct, code, -few)
    if code == "D":
        return Meaning("DATE", value, earliest.isoformat(), latest.isoformat(), "range")
    form = "%Y-%m" if code in ("W", "F", "M", "Q") else "%Y"
    return Meaning("DATE", value, f"{earliest:{form}}", f"{latest:{form}}", "range")
