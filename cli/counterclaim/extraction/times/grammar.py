"""The rule book: patterns with their resolvers, and one scan that applies them left to right."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from counterclaim.extraction.times.calendar import final_day, first_day, interval_of, narrow
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.lexicon import expand, lexicon
from counterclaim.extraction.times.model import Meaning, Timex
from counterclaim.extraction.times.titles import is_title
from counterclaim.knowledge.lexicon import listed

Resolver = Callable[[re.Match[str], Context], Meaning | None]
RULES: list[tuple[str, Resolver]] = []
"""Patterns, complete but for the pieces, with their resolvers."""

ORDER = (
    "military",
    "clock",
    "explicit",
    "quarters",
    "periods",
    "wars",
    "relative",
    "spans",
    "references",
)
"""The modules of rules, in the order in which their rules are tried."""

_EARLY = listed("early")
_LATE = listed("late")


def rule(pattern: str, *, joins: bool = False) -> Callable[[Resolver], Resolver]:
    """Register a resolver for `pattern` (lower-case text, %pieces% from the lexicon). Rules are
    tried in the order of registration; the first that yields a meaning takes the words. A rule
    that `joins` may stop before a word, because the resolver reads on from there.
    """

    def register(resolver: Resolver) -> Resolver:
        RULES.append((pattern if joins else rf"(?:{pattern})(?!\w)", resolver))
        return resolver

    return register


@cache
def _compiled() -> tuple[re.Pattern[str], list[tuple[str, Resolver]]]:
    """One alternation that finds a candidate, and the rules, to read its groups one by one."""
    rules = sorted(RULES, key=lambda r: ORDER.index(r[1].__module__.rpartition(".")[2]))
    single = [(expand(p), f) for p, f in rules]
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
    if not mod:
        return Meaning(kind, value, *interval_of(value))
    earliest, latest, precision = interval_of(value)
    if re.match(r"(?:beginning|start) (?:in|on)\b", mod):
        return Meaning(kind, value, earliest, None, "open")
    if earliest and re.search(r"\b(?:earlier|later)\b", mod) and "part" not in mod:
        return _beside_today(kind, value, mod, c)
    if (
        earliest
        and "half" not in mod
        and re.search(r"\b(?:first|opening|last|close|end|start|beginning)\b", mod)
    ):
        part = "early" if re.search(r"\b(?:first|opening|start|beginning)\b", mod) else "late"
        return Meaning(kind, value, *narrow(value, part))
    if "half" in mod:
        part = "first half" if "first" in mod else "second half"
        return Meaning(kind, value, *narrow(value, part))
    for part, words in (("early", _EARLY), ("late", _LATE), ("mid", listed("middle"))):
        if any(word in mod for word in words):
            return Meaning(kind, value, *narrow(value, part))
    return Meaning(kind, value, earliest, latest, precision)


def _beside_today(kind: str, value: str, mod: str, c: Context) -> Meaning:
    """The part of "earlier this week" ends the day before publication, that of "later" begins
    the day after.
    """
    earliest, latest, precision = interval_of(value)
    if c.dct and earliest and latest and first_day(earliest) <= c.dct <= final_day(latest):
        if "earlier" in mod and first_day(earliest) < c.dct:
            return Meaning(kind, value, earliest, (c.dct - timedelta(1)).isoformat(), "range")
        if "later" in mod and final_day(latest) > c.dct:
            return Meaning(kind, value, (c.dct + timedelta(1)).isoformat(), latest, "range")
    return Meaning(kind, value, earliest, latest, precision)
