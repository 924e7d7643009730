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
from counterclaim.extraction.times.grammar import modified, read_at, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.knowledge.lexicon import listed, word_class
from counterclaim.knowledge.limits import limits

_MASK = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}


def part_code(words: str | None) -> str:
    """The code of "early morning" is "MO"; "" where there is no part of the day."""
    if not words:
        return ""
    code = lexicon().dayparts.get(words)
    if code is None:
        code = lexicon().dayparts[re.sub(r"^(?:early|late|mid)[- ]", "", words)]
    return code


def on_day(day: date | None, part: str | None, mask: str = "XXXX-XX-XX") -> Meaning:
    """A day, or a part of it: ``on_day(date(2023, 1, 24), "evening").value == "2023-01-24TEV"``."""
    code = part_code(part)
    value = day.isoformat() if day else mask
    earliest, latest, precision = interval_of(value) if day else (None, None, None)
    if code:
        return Meaning("TIME", f"{value}T{code}", earliest, latest, precision)
    return Meaning("DATE", value, earliest, latest, precision)


@rule(r"(?P<wday>%wday%)(?: (?P<part>%part%))? (?:of )?(?P<det>%week_pointers%) week")
def day_of_week(m: re.Match[str], c: Context) -> Meaning | None:
    """Monday of last week: the day in the week before; "Tuesday this week"."""
    relative = m["det"] in ("the previous", "the following", "that")
    base = c.reference if relative else c.base
    number = lexicon().weekdays[m["wday"]]
    if base is None:
        return on_day(None, m["part"], f"XXXX-WXX-{number}")
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(m["det"], 0)
    return on_day(base + timedelta(7 * step + number - base.isoweekday()), m["part"])


@rule(
    r"(?:(?P<det>%weekday_pointers%) )?(?:%early_late%(?: on)? )?(?P<wday>%wday%)"
    r"(?P<s>s)?(?: (?P<part>%part%))?(?P<ends>s)?(?! \d{1,2}(?:st|nd|rd"
    r"|th)?,? %month%)"
)
def weekday(m: re.Match[str], c: Context) -> Meaning | None:
    """On Wednesday; Tuesday evening; last Friday; each Thursday; Mondays."""
    number = lexicon().weekdays[m["wday"]]
    det = m["det"] or ""
    if det.startswith(listed("repeating")) or _repeated(m, c):
        part = part_code(m["part"])
        return Meaning("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    direction = None
    for word, code in (("last", "last"), ("past", "last"), ("previous", "last"), ("next", "next")):
        direction = code if word in det else direction
    if "coming" in det:
        direction = "next"
    if "following" in det or det == "the previous":
        day = c.day and _beside(c.day, number, back="previous" in det)
        return on_day(day, m["part"], f"XXXX-WXX-{number}")
    return on_day(c.weekday(number, m.start(), m.end(), direction), m["part"], f"XXXX-WXX-{number}")


def _beside(day: date, weekday: int, *, back: bool) -> date:
    """The weekday nearest behind or before the day named before."""
    if back:
        return day - timedelta((day.isoweekday() - weekday) % 7 or 7)
    return day + timedelta((weekday - day.isoweekday()) % 7 or 7)


def _repeated(m: re.Match[str], c: Context) -> bool:
    """Whether a plural repeats: "on Tuesdays" does, "of Saturdays attack" lost its apostrophe."""
    if m["ends"] or (m["part"] or "").endswith("s"):
        return True
    if not m["s"]:
        return False
    return not re.match(r" [a-z]", c.low[m.end() : m.end() + 2]) or bool(
        re.search(r"\bon $", c.low[max(0, m.start() - 3) : m.start()])
    )


@rule(r"(?:%early_late% )?(?P<word>%near_days_words%)(?:['’]s)?(?: (?P<part>%part%))?")
def near_day(m: re.Match[str], c: Context) -> Meaning | None:
    """yesterday; early today; tomorrow morning; tonight."""
    step = {"yesterday": -1, "tomorrow": 1}.get(m["word"], 0)
    end = m.end("word") if not m["part"] else None
    if c.narrative and m["word"] == "today":
        return Meaning("DATE", "PRESENT_REF", end=end)
    day = c.dct and c.dct + timedelta(step)
    got = on_day(day, "night" if m["word"] == "tonight" else m["part"])
    return Meaning(got.type, got.value, got.earliest, got.latest, got.precision, end)


@rule(
    r"(?:the |a |its |their )?(?P<n>%ordinal%) "
    r"(?:(?:consecutive|straight|successive) (?:day|night)|(?:day|night) (?:in a row|running))"
)
def in_a_row(m: re.Match[str], c: Context) -> Meaning | None:
    """A third consecutive night; for the second day running: all of them, to the publication."""
    count = parse_ordinal(m["n"])
    value = duration_value(count, "D") if count else "PXD"
    if c.dct is None or c.narrative or count is None or not 1 < count <= limits().in_a_row_most:
        return None
    near = c.last is not None and m.start() - c.last.end < limits().day_reach
    told = near and c.last is not None and "\n" not in c.low[c.last.end : m.start()]
    final = c.day if told and c.day else c.dct
    first = final - timedelta(count - 1)
    return Meaning("DURATION", value, first.isoformat(), final.isoformat(), "range")


@rule(r"(?:the )?(?:press time|time of (?:writing|publication|publishing|going to press))")
def press_time(m: re.Match[str], c: Context) -> Meaning | None:
    """As of press time; at the time of writing: the day of publication."""
    return on_day(c.dct, None)


@rule(r"the day (?P<word>before yesterday|after tomorrow)")
def two_days_off(m: re.Match[str], c: Context) -> Meaning | None:
    """The day before yesterday; the day after tomorrow."""
    step = -2 if "before" in m["word"] else 2
    return on_day(c.dct and c.dct + timedelta(step), None)


@rule(
    r"overnight(?:,? (?P<link>%overnight_links%) (?:(?:early|late) )?(?P<wday>%wday%)"
    r"(?: (?P<part>%part%))?)?(?:(?P<to>-to-| to | into |[-–])(?P<second>%wday%))?"
)
def overnight(m: re.Match[str], c: Context) -> Meaning | None:
    """The night into the day of publication, or into the day named: two days."""
    end = None
    if c.narrative or c.dct is None:
        return Meaning("TIME", "XXXX-XX-XXTNI")
    morning = c.dct
    named = m["second"] or m["wday"]
    if named:
        morning = c.weekday(lexicon().weekdays[named], m.start(), m.end(), None) or c.dct
        if m["link"] in ("from", "on") and not m["second"] and morning < c.dct:
            morning += timedelta(1)
    elif c.tense(m.start(), m.end()) == "future":
        morning += timedelta(1)
    evening = morning - timedelta(1)
    value = evening if m["link"] == "on" and not m["second"] else morning
    return Meaning("TIME", f"{value}TNI", evening.isoformat(), morning.isoformat(), "range", end)


@rule(r"(?P<det>%part_pointers%)(?: (?:early|late))? (?P<part>%part%)(?!s)")
def part_of_day(m: re.Match[str], c: Context) -> Meaning | None:
    """Parts of a day: this morning; last night; that afternoon; the next morning."""
    det = m["det"]
    if det == "this":
        return on_day(c.dct if not c.narrative else c.day, m["part"])
    if det == "last":
        day = c.dct if not c.narrative else c.day
        return on_day(day and day - timedelta(1), m["part"])
    step = -1 if "previous" in det else 0 if "that" in det or "same" in det else 1
    if c.day is None:
        return on_day(None, m["part"])
    return on_day(c.day + timedelta(step), m["part"])


@rule(
    r"(?:%mod%|(?P<early>late|early) in )?(?:(?P<det>%unit_pointers%)(?: "
    r"(?P<adj>%pointed_adjectives%))? )(?P<unit>%unit%|weekend)(?!s| or "
    r"(?:two|so))(?!-(?:long|old))"
)
def unit_by_pointer(m: re.Match[str], c: Context) -> Meaning | None:
    """Last week; next year; this month; earlier this week; that day; the following year."""
    det, unit = m["det"].removeprefix("the ").removeprefix("very "), m["unit"]
    if unit.endswith("s") or lexicon().units.get(unit, "D").startswith("T"):
        return None
    code = lexicon().units.get(unit, "WE")
    mod = m["mod"] or m["early"]
    if "same" in det or det in word_class("pointing_back"):
        anchor, step = c.reference, 1 if det == "following" else 0
        if det == "following" and code == "D" and c.day is None:
            anchor = None
    elif det == "previous" or (det == "next" and (code == "D" or c.narrative)):
        anchor = c.reference if code == "D" or c.narrative or c.last else c.dct
        step = -1 if det == "previous" else 1
        anchor = anchor or (c.dct if not c.narrative else None)
    else:
        anchor = c.base
        step = {"this": 0, "current": 0, "last": -1, "past": -1}.get(det, 1)
    if det in ("past", "last") and m["det"].startswith("the ") and code != "WE" and not c.narrative:
        return _span_back(code, c)
    if m["adj"] == "coming" or det == "coming":
        step = 0 if code == "WE" else 1
    if anchor is None or (code == "D" and anchor is c.reference and c.day is None):
        return Meaning("DATE", _MASK.get(code, "XXXX"))
    if code == "D" and det in word_class("of_the_day"):
        return None if det != "last" else _span_back(code, c)
    meaning = modified("DATE", _moved(anchor, code, step), mod, c)
    if code in ("DE", "CE"):  # "the next decade" seldom begins with a year that ends in 0
        return Meaning(meaning.type, meaning.value)
    return meaning


@rule(
    r"(?:(?:the )?(?P<mod>start|beginning|end) of|(?P<early>earlier|later|early|late) in"
    r"|during|throughout) the (?P<unit>week)(?! (?:of|to|before|after|when|ending)\b)"
)
def running_week(m: re.Match[str], c: Context) -> Meaning | None:
    """At the beginning of the week; earlier in the week; during the week: the week that runs."""
    if c.base is None or c.narrative:
        return Meaning("DATE", _MASK["W"])
    value = granule(c.base, "W")
    first, last = (date.fromisoformat(day or "") for day in interval_of(value)[:2])
    last = last if c.tense(m.start(), m.end()) == "future" else min(last, c.base)
    middle = first + timedelta(2)
    word = m["mod"] or m["early"] or ""
    if word in ("start", "beginning", "early", "earlier"):
        last = min(last, middle)
    elif word in ("end", "late", "later"):
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


def _moved(anchor: date, code: str, step: int) -> str:
    if code == "WE":
        return weekend_value(anchor, step)
    return granule(shift(anchor, code, step), code)


def weekend_value(base: date, step: int) -> str:
    """The weekend of the week of `base`, moved by `step` weeks; "last weekend" on a weekend day
    is the one before.
    """
    year, week, _ = (base + timedelta(7 * step)).isocalendar()
    return f"{year}-W{week:02d}-WE"


@rule(r"the (?:%weekend_adjectives% )?weekend")
def the_weekend(m: re.Match[str], c: Context) -> Meaning | None:
    """Over the weekend: the current one on Saturday and Sunday, else the past one."""
    base = c.base
    if base is None:
        return Meaning("DATE", "XXXX-WXX-WE")
    step = 0 if base.isoweekday() >= 6 or c.tense(m.start(), m.end()) == "future" else -1
    value = weekend_value(base, step)
    return Meaning("DATE", value, *interval_of(value))


@rule(
    r"(?:%approx% )?(?P<n>%count%)(?:[- ]%count_tails%)? (?P<unit>%unit%)"
    r"(?: (?P<or>or so|or two|and a half))?,? (?P<dir>ago|earlier|later"
    r"|previously|beforehand|afterwards?|hence|from now|prior|before(?! %behind_before%\b)"
    r"|after(?= that\b|[,.;]))"
)
def counted_from(m: re.Match[str], c: Context) -> Meaning | None:
    """Two weeks ago; three days later; a year earlier; a few weeks ago."""
    if m["dir"] == "before" and re.match(" [a-z]", c.low[m.end() : m.end() + 2]):
        return None
    code = lexicon().units[m["unit"]]
    ago = m["dir"] in word_class("from_today")
    back = m["dir"] in word_class("backwards")
    anchor = c.base if ago else c.reference
    amount = amount_of(m["n"])
    if code.startswith("T"):
        return _clock_ago(m, c, anchor)
    if amount is None:
        return _vague_ago(m["n"], code, back, ago, c)
    if m["or"] == "and a half":
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
    step = (-1 if back else 1) * amount
    if amount != int(amount):
        day = shift(anchor, "M", int(step * 12)) if code == "Y" else anchor
    elif anchor.year + step * {"Y": 1, "DE": 10, "CE": 100}.get(code, 0) < 1:
        return Meaning("DATE", "XXXX")
    else:
        day = shift(anchor, code, int(step))
    value = granule(day, code)
    return Meaning("DATE", value, *interval_of(value))


@rule(
    r"(?P<n>%count%|the) (?:full )?(?P<unit>%counted_units%) (?P<dir>after"
    r"|before) (?=(?:the |last )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? %month%"
    r"|%month% \d|%wday%))",
    joins=True,
)
def counted_from_date(m: re.Match[str], c: Context) -> Meaning | None:
    """Two days after 14 January, the day before Tuesday's hearing: the day that is meant, not the
    day that is named.
    """
    found, amount = read_at(m.end(), c), 1 if m["n"] == "the" else amount_of(m["n"])
    if found is None or amount is None or amount != int(amount):
        return None
    meaning, end = found
    if meaning.precision != "day" or meaning.earliest is None:
        return Meaning("DATE", "XXXX-XX-XX", end=end)
    code = lexicon().units[m["unit"]]
    step = int(amount) if m["dir"] == "after" else -int(amount)
    value = granule(shift(date.fromisoformat(meaning.earliest), code, step), code)
    return Meaning("DATE", value, *interval_of(value), end)


@rule(
    r"the (?:(?P<n>%count%) )?(?P<unit>days|weeks?) %up_to%(?: on)? (?="
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? %month%|%month% \d|%wday%))",
    joins=True,
)
def counted_up_to(m: re.Match[str], c: Context) -> Meaning | None:
    """The week to 14 January, the ten days ending on Sunday: all of them, the last day included."""
    found, amount = read_at(m.end(), c), 1 if m["n"] is None else amount_of(m["n"])
    if found is None or amount is None or amount != int(amount):
        return None
    meaning, end = found
    if meaning.precision != "day" or meaning.latest is None:
        return None
    code, last = lexicon().units[m["unit"]], date.fromisoformat(meaning.latest)
    first = shift(last, code, -int(amount)) + timedelta(1)
    value = duration_value(amount, code)
    return Meaning("DURATION", value, first.isoformat(), last.isoformat(), "range", end)


def _clock_ago(m: re.Match[str], c: Context, anchor: date | None) -> Meaning | None:
    """A day back for "24 hours ago"; finer than that the text gives no day."""
    amount = amount_of(m["n"])
    if m["unit"].startswith("hour") and amount in (24, 48, 72) and anchor and m["dir"] == "ago":
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
