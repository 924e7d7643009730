"""Rules for the periods of business reports: quarters, "the year-ago period", "year-end"."""

from __future__ import annotations

import re

from counterclaim.extraction.times.calendar import first_day, granule, interval_of, narrow, shift
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.explicit import covered, running_year, year_of
from counterclaim.extraction.times.forms import beside, sense, step
from counterclaim.extraction.times.grammar import modified, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning


@rule
def quarter(m: re.Match[str], c: Context) -> Meaning | None:
    """The third quarter of 1998; the first half of this year; third-quarter."""
    if m["kind"] == "half" and not m["year"]:
        return None
    number = step("quarters", m["part"])
    letter = m["kind"][0].upper()
    if number > (4 if letter == "Q" else 2):
        number = 2
    year = running_year(c) if m["running"] else year_of(m["year"] or m["first"], c)
    if year is None:
        year = _quarter_year(number, m, c)
    value = f"{'XXXX' if year is None else year}-{letter}{number}"
    return Meaning("DATE", *covered(value))


def _quarter_year(number: int, m: re.Match[str], c: Context) -> int | None:
    """The year that brings the quarter nearest to the publication date."""
    base = c.base
    if base is None:
        return None
    now = base.year * 12 + base.month
    years = list(range(base.year - 1, base.year + 2))
    if c.tense(m.start(), m.end()) == "past":
        years = [y for y in years if y * 12 + number * 3 - now <= 2]
    return min(years, key=lambda y: abs(y * 12 + number * 3 - now))


@rule
def year_ago(m: re.Match[str], c: Context) -> Meaning | None:
    """The year-ago quarter; the same period last year."""
    base = c.base
    if base is None:
        return Meaning("DATE", "XXXX")
    if c.quarter and not c.narrative and (c.in_quarter or beside("quarter").search(m[0])):
        value = f"{c.quarter[0] - 1}-Q{c.quarter[1]}"
    else:
        value = f"{base.year - 1}"
    return Meaning("DATE", value, *interval_of(value))


@rule
def the_unit(m: re.Match[str], c: Context) -> Meaning | None:
    """The end of the year; in the quarter; the week."""
    code, latest = sense("units_that_run", m["unit"]), m["latest"]
    if m["ended"]:
        return Meaning("DURATION", "P1Y", end=m.end("unit")) if code == "Y" else None
    if m["unit"] not in lexicon().units and not latest:
        return None
    base = c.reference if c.narrative else c.dct
    if base is None or not (m["mod"] or latest or c.led("unit_leads", m.start())):
        return None
    if code == "Q" and c.quarter and not c.narrative:
        value = f"{c.quarter[0]}-Q{c.quarter[1]}"
    elif code == "Q":
        value = granule(shift(base, "M", -3), "Q")
    elif code == "W":
        return None
    else:
        value = granule(shift(base, code, -1) if latest else base, code)
    if c.narrative and code != "Y" and not m["mod"]:
        return None
    got = modified("DATE", value, m["mod"], c)
    unborn = got.earliest and c.dct and not c.narrative and first_day(got.earliest) > c.dct
    if unborn and c.tense(m.start(), m.end()) == "past":
        value = granule(shift(base, code, -1), code)
    return modified("DATE", value, m["mod"], c)


@rule
def year_end(m: re.Match[str], c: Context) -> Meaning | None:
    """Year-end; month's end."""
    base, yearly = c.base, lexicon().units[m["unit"]] == "Y"
    if base is None:
        return Meaning("DATE", "XXXX" if yearly else "XXXX-XX")
    if yearly:
        return Meaning("DATE", *covered(f"{base.year}-12-31"))
    month = granule(base, "M")
    return Meaning("DATE", month, *narrow(month, "3/3"))
