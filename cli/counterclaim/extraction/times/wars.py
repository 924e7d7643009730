"""Rules for days counted from the beginning of a war (data/times/wars.yaml)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.extraction.grammar.numbers import parse_ordinal
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import pieces, step
from counterclaim.extraction.times.grammar import read_at, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.extraction.times.relative import on_day
from counterclaim.knowledge.limits import limits


@rule
def war_day(m: re.Match[str], c: Context) -> Meaning | None:
    """On the 336th day of the war: counted from the first day of the one war the text is about."""
    number = int(m["amount"]) if m["amount"] else parse_ordinal(m["number"])
    start = war_start(c)
    if number is None or start is None or (m["what"] and m["what"] not in pieces("wars")):
        return Meaning("DATE", "XXXX-XX-XX")
    day = start + timedelta(number - 1)
    if c.dct is None or abs((c.dct - day).days) > limits().war_day_reach:
        return Meaning("DATE", "XXXX-XX-XX")
    return on_day(day, None)


def war_start(c: Context) -> date | None:
    """The first day of the war the text is about (data/times/wars.yaml), if it is just one."""
    if c.dct is None:
        return None
    started = [w for w in lexicon().wars if date.fromisoformat(w["start"]) <= c.dct]
    named = [w for w in started if any(re.search(rf"\b{x}\b", c.low) for x in w["words"])]
    return date.fromisoformat(named[0]["start"]) if len(named) == 1 else None


@rule
def war_began(m: re.Match[str], c: Context) -> Meaning | None:
    """Since the start of the invasion; since the war began: only behind "since" or "from"."""
    start = war_start(c)
    if start is None or not c.led("since_or_from", m.start()):
        return None
    dated = c.followed("day_in_event", m.end())
    if dated and read_at(dated.end(), c):
        return None
    return Meaning("DATE", start.isoformat(), start.isoformat(), None, "open")


@rule
def opening_days(m: re.Match[str], c: Context) -> Meaning | None:
    """In the opening days of the invasion: ten days (weeks: 35 days, months: 92) from its first."""
    start = war_start(c)
    if start is None:
        return None
    value = f"{start.year}" if lexicon().units[m["unit"]] == "M" else f"{start:%Y-%m}"
    last = start + timedelta(step("opening_spans", m["unit"]))
    return Meaning("DATE", value, start.isoformat(), last.isoformat(), "range")
