"""Rules for times of day: 6:15 p.m. on Tuesday; noon; the night of 10 August; at dawn Friday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.extraction.times.calendar import interval_of
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.grammar import read_at, rule
from counterclaim.extraction.times.model import Meaning
from counterclaim.extraction.times.relative import part_code
from counterclaim.knowledge.lexicon import listed, word_class
from counterclaim.knowledge.limits import limits

_JOIN = (
    r"(?:(?: \([^()\n]{3,25}\))?,? (?:on )?(?=%wday%|yesterday|today|tomorrow|"
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? %month%|%month% \d)|(?!\w))"
)
_OFFSETS = {"est": "-05", "edt": "-04", "cst": "-06", "pst": "-08", "utc": "Z", "gmt": "Z"}


@rule(
    r"(?:shortly (?:after|before) )?(?P<h>[01]?\d|2[0-4])(?:[:.](?P<mi>[0-5]\d))(?::[0-5]\d)?"
    r"(?: ?(?:hrs|hours|h))?"
    r"(?: ?(?P<ap>[ap])\.?m\b\.?)?(?:,? \(?\[?(?P<zone>%zone%)\b[)\]]?(?: [+-]\d\))?)?"
    r"(?P<part> in the (?:morning|afternoon|evening))?(?P<join>" + _JOIN + r")",
    joins=True,
)
def clock(m: re.Match[str], c: Context) -> Meaning | None:
    """10:35 a.m.; 14:48 UTC; 9:30 p.m. Tuesday."""
    if c.low[m.end("mi") - 3] == "." and not (m["ap"] or m["zone"]):
        return None
    afternoon = m["ap"] == "p" or (m["part"] or "").endswith(listed("afternoon"))
    return _at(int(m["h"]), m["mi"], afternoon, m, c, ap=m["ap"])


@rule(
    r"(?P<h>1[0-2]|0?\d)(?: ?(?P<ap>[ap])\.?m\b\.?| o'clock(?: in the (?P<part>morning|afternoon"
    r"|evening))?)(?: (?P<zone>%zone%)\b)?(?P<join>" + _JOIN + r")",
    joins=True,
)
def hour(m: re.Match[str], c: Context) -> Meaning | None:
    """6 a.m.; 8 p.m. IST yesterday; five o'clock."""
    afternoon = m["ap"] == "p" or m["part"] in word_class("afternoon")
    return _at(int(m["h"]), "00", afternoon, m, c, ap=m["ap"])


@rule(
    r"(?P<h>[01]\d|2[0-4])(?P<mi>[0-5]\d) ?(?:hrs|hours(?= (?:on|local|gmt|utc|ist)\b)|gmt|utc)"
    r"(?P<zone>)(?P<join>" + _JOIN + r")",
    joins=True,
)
def military(m: re.Match[str], c: Context) -> Meaning | None:
    """0530 hrs; 1400 GMT."""
    return _at(int(m["h"]), m["mi"], False, m, c)


@rule(r"(?P<word>noon|midnight)(?P<zone> local time)?(?P<join>" + _JOIN + r")", joins=True)
def noon(m: re.Match[str], c: Context) -> Meaning | None:
    """`Noon Thursday` and `midnight on Friday`, local time or not."""
    hour_number = 12 if m["word"] == "noon" else 0
    return _at(hour_number, "00", False, m, c, midnight=m["word"] == "midnight")


def _at(
    h: int,
    mi: str,
    afternoon: bool,
    m: re.Match[str],
    c: Context,
    *,
    ap: str | None = None,
    midnight: bool = False,
) -> Meaning | None:
    """The time on the day that follows it, or stood before it in the sentence."""
    if afternoon and h < 12:
        h += 12
    elif ap == "a" and h == 12:
        h = 0
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
        guessed = guessed and not c.low.endswith("since ", 0, m.start())  # it goes on today
    clock_text = "24:00" if midnight and not named else f"{h:02d}:{mi}"
    zone = _OFFSETS.get((m["zone"] or "").strip(), "")
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


@rule(
    r"(?:the )?(?:(?:early|late) )?(?P<part>%day_parts%)(?: hours)? (?P<of>of"
    r"|on) (?=(?:%wday%|the \d|\d{1,2} %month%|%month% \d|yesterday))",
    joins=True,
)
def part_of_named_day(m: re.Match[str], c: Context) -> Meaning | None:
    """The night of 10 August 1792; the morning of Tuesday."""
    if m["of"] == "on" and not c.low[m.start() : m.end()].startswith("the"):
        return None
    found = read_at(m.end(), c)
    if found is None or found[0].type != "DATE":
        return None
    meaning, end = found
    part = "dawn" if m["part"].endswith(" hours") else m["part"]
    value = f"{meaning.value}T{part_code(part)}"
    second = re.compile(r"(?: ?[-–/] ?| to )(\d{1,2})\b").match(c.low, end)
    if second and meaning.earliest and len(meaning.earliest) == 10:
        after = date.fromisoformat(meaning.earliest) + timedelta(1)
        if after.day == int(second[1]):
            return Meaning("TIME", value, meaning.earliest, f"{after}", "range", second.end())
    return Meaning("TIME", value, meaning.earliest, meaning.latest, meaning.precision, end)


@rule(r"(?P<part>%day_turns%) (?:on )?(?=%wday%)", joins=True)
def part_before_day(m: re.Match[str], c: Context) -> Meaning | None:
    """At dawn on Friday."""
    found = read_at(m.end(), c)
    if found is None or found[0].type != "DATE":
        return None
    meaning, end = found
    value = f"{meaning.value}T{part_code(m['part'])}"
    return Meaning("TIME", value, meaning.earliest, meaning.latest, meaning.precision, end)


@rule(
    r"(?:the )?(?:early )?(?P<part>morning|dawn|daybreak|sunrise|midnight|noon|midday"
    r"|(?:beginning|start) of the day)(?! of)"
)
def since_morning(m: re.Match[str], c: Context) -> Meaning | None:
    """Since the morning, since dawn, since the beginning of the day: that of the publication."""
    if not c.low.endswith("since ", 0, m.start()) or c.narrative or c.dct is None:
        return None
    part = "MI" if m["part"] in ("noon", "midday") else "MO"
    day = c.dct.isoformat()
    if m["part"].endswith("day") and " " in m["part"]:
        return Meaning("DATE", day, day, day, "day")
    return Meaning("TIME", f"{day}T{part}", day, day, "day")


@rule(
    r"%early_late%(?: on)?(?: in the| that| on the same| the same)(?P<same> same)? "
    r"(?P<what>%that_day%)"
)
def that_day(m: re.Match[str], c: Context) -> Meaning | None:
    """Later that day; earlier in the day."""
    part = None if m["what"] == "day" else m["what"]
    day = c.day
    if day is None and not c.narrative and "in the" in m[0]:
        day = c.dct
    if day is None:
        return Meaning("DATE", "XXXX-XX-XX")
    value = day.isoformat() + (f"T{part_code(part)}" if part else "")
    return Meaning("TIME" if part else "DATE", value, day.isoformat(), day.isoformat(), "day")


@rule(
    r"the (?P<step>%neighbour_days%)(?= |[.,;:)]|$)(?! (?:the|that|his|her"
    r"|its|their|a|an|[a-z]+ing)\b)"
)
def neighbour_day(m: re.Match[str], c: Context) -> Meaning | None:
    """The next day; the day before: the neighbour of the day named before, or the day that is
    named with it ("the day before, on 3 March,").
    """
    beside = re.compile(r", (?:on )?").match(c.low, m.end())
    named = read_at(beside.end(), c) if beside else None
    if named is not None and named[0].type == "DATE" and named[0].precision == "day":
        return Meaning("DATE", named[0].value, named[0].earliest, named[0].latest, "day")
    if c.day is None:
        return Meaning("DATE", "XXXX-XX-XX")
    step = -1 if m["step"] in ("day before", "previous day") else 0 if "same" in m["step"] else 1
    day = (c.day + timedelta(step)).isoformat()
    return Meaning("DATE", day, day, day, "day")
