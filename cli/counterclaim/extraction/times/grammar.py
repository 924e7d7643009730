"""The rule book: patterns with their resolvers, and one scan that applies them left to right."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from counterclaim.extraction.times.calendar import final_day, first_day, interval_of, narrow
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import forms, share
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning, Timex
from counterclaim.extraction.times.titles import is_title

FROM_IT_ON, BEFORE_TODAY, BEHIND_TODAY = ">=", "<", ">"
"""Shares of a stretch that are no fraction of it."""

Resolver = Callable[[re.Match[str], Context], Meaning | None]
RESOLVERS: dict[str, Resolver] = {}
"""What the form of a rule means, by the name of the rule."""


def rule(resolver: Resolver) -> Resolver:
    """Register the resolver of the rule of its name. Rules are tried in the order of the grammar;
    the first that yields a meaning takes the words.
    """
    RESOLVERS[resolver.__name__] = resolver
    return resolver


@cache
def _compiled() -> tuple[re.Pattern[str], list[tuple[str, Resolver]]]:
    """One alternation that finds a candidate, and the rules, to read its groups one by one."""
    single = [
        (form.pattern if form.reads_on else rf"(?:{form.pattern})(?!\w)", RESOLVERS[form.name])
        for form in forms()
    ]
    parts = []
    for index, (pattern, _) in enumerate(single):
        plain = re.sub(r"\(\?P=(\w+)\)", "[/.]", re.sub(r"\(\?P<\w+>", "(?:", pattern))
        parts.append(rf"(?P<r{index}>{plain})")
    whole = rf"(?<![\w])(?<!\d[.,]){lexicon().starters}(?:{'|'.join(parts)})"
    return re.compile(whole), single


@cache
def _rule(pattern: str) -> re.Pattern[str]:
    """One rule alone, compiled when first needed: an article needs a few of all rules."""
    return re.compile(pattern)


def scan(c: Context) -> None:
    """Read `c.low` from left to right and fill `c.found`."""
    whole, single = _compiled()
    position = 0
    while match := whole.search(c.low, position):
        index = int((match.lastgroup or "r0")[1:])
        timex = None
        for pattern, resolver in single[index:]:
            timex = _apply(pattern, resolver, match.start(), c)
            if timex:
                break
        if timex is None:
            position = match.start() + 1
            continue
        if is_title(timex, c):
            position = timex.end
            continue
        c.name(timex)
        position = timex.end


def _apply(pattern: str, resolver: Resolver, start: int, c: Context) -> Timex | None:
    match = _rule(pattern).match(c.low, start)
    if match is None:
        return None
    meaning = _meaning(match, resolver, c)
    return None if meaning is None else timex_of(meaning, start, meaning.end or match.end(), c)


def _meaning(match: re.Match[str], resolver: Resolver, c: Context) -> Meaning | None:
    """What the rule makes of its words; a date beyond the calendar ("9,000 years ago") is none."""
    try:
        return resolver(match, c)
    except (OverflowError, ValueError):
        return None


def timex_of(meaning: Meaning, start: int, end: int, c: Context) -> Timex:
    """Tie a meaning to its words."""
    return Timex(
        start,
        end,
        c.text[start:end],
        meaning.type,
        meaning.value,
        meaning.earliest,
        meaning.latest,
        meaning.precision,
    )


def read_at(start: int, c: Context) -> tuple[Meaning, int] | None:
    """The expression that begins exactly at `start`, read without being remembered."""
    whole, single = _compiled()
    if whole.match(c.low, start) is None:
        return None
    for pattern, resolver in single:
        match = _rule(pattern).match(c.low, start)
        meaning = match and _meaning(match, resolver, c)
        if match and meaning:
            return meaning, meaning.end or match.end()
    return None


def modified(kind: str, value: str, mod: str | None, c: Context) -> Meaning:
    """The meaning of `value` under "early", "mid", "the end of", "earlier", "later"."""
    part = share(mod) if mod else None
    earliest, latest, precision = interval_of(value)
    if part == FROM_IT_ON:
        return Meaning(kind, value, earliest, None, "open")
    if part in (BEFORE_TODAY, BEHIND_TODAY):
        return _beside_today(kind, value, part, c)
    if part:
        return Meaning(kind, value, *narrow(value, part))
    return Meaning(kind, value, earliest, latest, precision)


def _beside_today(kind: str, value: str, part: str, c: Context) -> Meaning:
    """The part of "earlier this week" ends the day before publication, that of "later" begins
    the day after.
    """
    earliest, latest, precision = interval_of(value)
    if c.dct and earliest and latest and first_day(earliest) <= c.dct <= final_day(latest):
        if part == BEFORE_TODAY and first_day(earliest) < c.dct:
            return Meaning(kind, value, earliest, (c.dct - timedelta(1)).isoformat(), "range")
        if part == BEHIND_TODAY and final_day(latest) > c.dct:
            return Meaning(kind, value, (c.dct + timedelta(1)).isoformat(), latest, "range")
    return Meaning(kind, value, earliest, latest, precision)
