"""Rules for the periods of business reports: quarters, "the year-ago period", "year-end"."""

from __future__ import annotations

import re

from counterclaim.extraction.grammar.numbers import parse_ordinal
from counterclaim.extraction.times.calendar import first_day, granule, interval_of, shift
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.explicit import covered, year_of
from counterclaim.extraction.times.grammar import modified, rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning


@rule(
    r"(?:(?P<det>%quarter_words%) )?(?:(?P<first>%year%) )?(?:%quarter_adjectives%[- ])?"
    r"(?P<ord>first|second|third|fourth|1st|2nd|3rd|4th|final|latter)[- ]"
    r"(?P<kind>quarter|half)\b(?:(?:,? (?:of )?(?:fiscal )?)(?P<year>%year%"
    r"|%relyear%|the year))?"
)
def quarter(m: re.Match[str], c: Context) -> Meaning | None:
    """The third quarter of 1998; the first half of this year; third-quarter."""
    if m["kind"] == "half" and not m["year"]:
        return None
    number = {"final": 4, "latter": 2}.get(m["ord"]) or parse_ordinal(m["ord"]) or 0
    letter = m["kind"][0].upper()
    if number > (4 if letter == "Q" else 2):
        number = 2
    if m["year"] == "the year":
        year = c.dct.year if c.dct and not c.narrative else c.year
    else:
        year = year_of(m["year"] or m["first"], c)
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


@rule(
    r"(?:the )?(?:comparable |corresponding |same )?(?:%quarter_numbers%[- ]quarter )?year[- ]"
    r"(?:ago|earlier)(?P<what> %year_ago_units%)?|(?:the )?(?P<same>%same_as%) "
    r"(?P<unit>%same_units%)(?: of)? (?:last year|a year (?:ago|earlier)"
    r"|the previous year)"
)
def year_ago(m: re.Match[str], c: Context) -> Meaning | None:
    """The year-ago quarter; the same period last year."""
    base = c.base
    if base is None:
        return Meaning("DATE", "XXXX")
    if c.quarter and not c.narrative and (c.in_quarter or "quarter" in m[0]):
        value = f"{c.quarter[0] - 1}-Q{c.quarter[1]}"
    else:
        value = f"{base.year - 1}"
    return Meaning("DATE", value, *interval_of(value))


@rule(
    r"%mod%the(?: (?P<adj>%unit_adjectives%))? (?P<unit>%ended_units%)(?:['’]s end"
    r"|-end)?(?P<ended> end(?:ed|ing))?(?!\w)(?! %unit_goes_on%\b|-)"
)
def the_unit(m: re.Match[str], c: Context) -> Meaning | None:
    """The end of the year; in the quarter; the week."""
    if m["ended"]:
        return Meaning("DURATION", "P1Y", end=m.end("unit")) if m["unit"] == "year" else None
    latest = "latest" in (m["adj"] or "")
    if m["unit"] == "period" and not latest:
        return None
    code = "Q" if m["unit"] == "period" else lexicon().units[m["unit"]]
    base = c.reference if c.narrative else c.dct
    if base is None or not (
        m["mod"]
        or latest
        or re.search(
            r"\b(?:for|in|of|by|during|throughout|this|through|that) $",
            c.low[max(0, m.start() - 11) : m.start()],
        )
    ):
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


@rule(r"(?:the )?(?P<unit>year|month)(?:['’]s|-| )end")
def year_end(m: re.Match[str], c: Context) -> Meaning | None:
    """Year-end; month's end."""
    base = c.base
    if base is None:
        return Meaning("DATE", "XXXX" if m["unit"] == "year" else "XXXX-XX")
    if m["unit"] == "year":
        return Meaning("DATE", *covered(f"{base.year}-12-31"))
    return modified("DATE", granule(base, "M"), "late", c)
