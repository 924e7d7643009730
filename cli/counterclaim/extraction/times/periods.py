"""Rules for longer stretches that are named: years, decades, seasons, quarters, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.extraction.grammar.numbers import parse_number, parse_ordinal
from counterclaim.extraction.times.calendar import (
    SEASONS,
    easter,
    nth_weekday,
    orthodox_easter,
    real_date,
)
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.explicit import covered, year_of
from counterclaim.extraction.times.forms import pieces, pointer, sense, step
from counterclaim.extraction.times.grammar import modified, rule
from counterclaim.extraction.times.lexicon import Holiday, lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.knowledge.limits import limits


@rule
def year_alone(m: re.Match[str], c: Context) -> Meaning | None:
    """1998; early 2022; mid-2012; the end of 1990."""
    number = int(m["year"])
    led = m.start() < m.start("year") or c.led("year_leads", m.start(), 14)
    if c.followed("counted", m.end()) or c.led("amount_leads", m.start(), 14):
        return None
    low = limits().year_least_led if led or c.narrative else limits().year_least
    if not low <= number <= (limits().year_most_led if led else limits().year_most):
        return None
    return modified("DATE", m["year"], m["mod"], c)


@rule
def year_behind_year(m: re.Match[str], c: Context) -> Meaning | None:
    """The "18" of "1914-18"."""
    last = c.last
    if last is None or not re.search(r"(?:^|\D)[12]\d{3}$", last.text):
        return None
    if c.text[last.end : m.start()] not in ("-", "–", "/") or not re.match(r"\d{4}", last.value):
        return None
    value = last.value[:2] + m["year"]
    return Meaning("DATE", *covered(value)) if value > last.value[:4] else None


@rule
def year_in_words(m: re.Match[str], c: Context) -> Meaning | None:
    """Nineteen ninety-one."""
    number = parse_number(m["thousand"] or m["rest"] or m["ones"] or m["other"])
    if number is None:
        return None
    if m["century"]:
        number += 100 * step("centuries_in_words", m["century"])
    return Meaning("DATE", *covered(f"{number:.0f}"))


@rule
def decade(m: re.Match[str], c: Context) -> Meaning | None:
    """The 1990s; the mid-'80s; the nineties."""
    if m["full"]:
        value = m["full"][:3]
    elif m["number"]:
        if m["article"] is None:
            return None
        value = f"19{step('decades', m['number'])}"
    elif m.start("short") == m.start() and c.low[m.start() - 1 : m.start()] != "'":
        return None
    else:
        value = f"19{m['short'][0]}"
    return modified("DATE", value, m["mod"], c)


@rule
def century(m: re.Match[str], c: Context) -> Meaning | None:
    """The 20th century."""
    number = parse_ordinal(m["number"])
    if number is None:
        return None
    if m["bc"]:
        return Meaning("DATE", f"BC{number - 1:02d}")
    return Meaning("DATE", *covered(f"{number - 1:02d}"))


@rule
def before_christ(m: re.Match[str], c: Context) -> Meaning | None:
    """490 BC: a value, but no ISO prefix can hold it."""
    if m["ends"]:
        return Meaning("DATE", f"BC{int(m['number']):04d}"[:5])
    return Meaning("DATE", f"BC{int(m['number']):04d}")


@rule
def season(m: re.Match[str], c: Context) -> Meaning | None:
    """The summer; last winter; the spring of 2022; early autumn."""
    det, name = m["det"], m["season"]
    verb = name in lexicon().ambiguous
    if m["loose"] and not m["year"]:
        if verb or det is None:
            return None
        end: int | None = m.end("season")
    else:
        end = None
    led = c.led("season_leads", m.start())
    if not (det or m["mod"] or m["year"] or led):
        return None
    if verb and not (det in pieces("verb_pointers") or m["year"] or (led and det)):
        return None
    runs_on = sense("season_verbs", name)
    if runs_on and re.compile(runs_on).match(c.low, m.end()):
        return None
    code = lexicon().seasons[name]
    year = year_of(m["year"], c) or _season_year(det, code, m, c)
    value = f"XXXX-{code}" if year is None else f"{year}-{code}"
    meaning = modified("DATE", value, m["mod"], c)
    return Meaning(
        meaning.type, meaning.value, meaning.earliest, meaning.latest, meaning.precision, end
    )


def _season_year(det: str | None, code: str, m: re.Match[str], c: Context) -> int | None:
    """The year of a season: "the summer" of a past clause is the latest one that has begun."""
    base = c.base
    if base is None:
        return None
    first, points = SEASONS[code][0], pointer(det)
    begun = base.year if base.month >= first else base.year - 1
    running = (base.month - first) % 12 < 3
    if c.narrative:
        return base.year - (code == "WI" and base.month <= 2 and c.month is not None)
    if points and points.step < 0:
        return begun - running
    if points and points.step > 0:
        return begun + 1
    if points and not points.named:
        return base.year if code != "WI" or base.month > 5 else begun
    if c.tense(m.start(), m.end()) == "future" and not running:
        return begun + 1
    return begun


@rule
def holiday(m: re.Match[str], c: Context) -> Meaning | None:
    """Christmas; last Thanksgiving; Easter Monday; New Year's Eve 2022."""
    if not c.text[m.start("name")].isupper():
        return None
    rule = _rule_meant(lexicon().holidays[m["name"]], c)
    if rule is None:
        return Meaning("DATE", "XXXX-XX-XX")
    year = year_of(m["year"], c)
    base = c.base
    options = [year] if year else [] if base is None else [base.year - 1, base.year, base.year + 1]
    days = [d for y in options if (d := _holiday(rule, y))]
    if not days:
        return Meaning("DATE", _holiday_mask(rule))
    if year is None and base:
        points = pointer(m["det"])
        years = points.step if points else 0
        if years < 0 or (years == 0 and c.tense(m.start(), m.end()) == "past"):
            days = [d for d in days if d <= base]
        elif years > 0:
            days = [d for d in days if d > base]
        days = [min(days, key=lambda d: abs((d - base).days))]
    return Meaning("DATE", *covered(days[0].isoformat()))


def _rule_meant(holidays: list[Holiday], c: Context) -> str | None:
    """The rule of a name: its only one, or that of the one country the text speaks of."""
    if len(holidays) == 1 and not holidays[0].words:
        return holidays[0].rule
    meant = [
        h.rule for h in holidays if any(re.search(rf"\b{re.escape(w)}\b", c.low) for w in h.words)
    ]
    return meant[0] if len(meant) == 1 else None


def _holiday_mask(rule: str) -> str:
    return f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX"


def _holiday(rule: str, year: int) -> date | None:
    """The day of a holiday rule of holidays.yaml in one year."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule[6:]))
    if rule.startswith("orthodox"):
        return orthodox_easter(year) + timedelta(int(rule[8:]))
    if "/" in rule:
        month, weekday, n = (int(p) for p in rule.split("/"))
        return nth_weekday(year, month, weekday, n)
    return None if rule == "none" else real_date(year, int(rule[:2]), int(rule[3:]))
