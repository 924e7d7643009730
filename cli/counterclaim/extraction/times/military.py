"""Rules for the notations of armies: 241530ZJAN23, D+10."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.extraction.times.calendar import interval_of, real_date
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.grammar import rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.extraction.times.relative import on_day
from counterclaim.extraction.times.wars import war_start


@rule
def date_time_group(m: re.Match[str], c: Context) -> Meaning | None:
    """241530ZJAN23: day, hours and minutes, the letter of the time zone (Z is UTC), month, year."""
    year = int(m["year"]) if len(m["year"]) == 4 else 2000 + int(m["year"])
    day = real_date(year, lexicon().months[m["month"]], int(m["day"]))
    if day is None:
        return None
    zone = "Z" if m["zone"] == "z" else ""
    return Meaning("TIME", f"{day}T{m['hour']}:{m['minute']}{zone}", *interval_of(day.isoformat()))


@rule
def day_plus(m: re.Match[str], c: Context) -> Meaning | None:
    """D+10: ten days after the first day of the one war that the text is about."""
    if c.text[m.start()] != "D":
        return None
    start: date | None = war_start(c)
    day = start and start + timedelta(int(m["amount"]))
    return on_day(day if day and c.dct and day <= c.dct else None, None)
