"""The words of time, read once from data/times/, and the pattern pieces made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml

from counterclaim.extraction.grammar import numbers
from counterclaim.knowledge.lexicon import any_of
from counterclaim.resources import data_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _read(name: str) -> Any:
    return yaml.load(data_path("times", name).read_text("utf-8"), _LOADER)  # noqa: S506 safe loader


def alternation(words: list[str]) -> str:
    """Longest first, so that "sept" never shadows "september"."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@dataclass(frozen=True)
class Holiday:
    """A day of the year by its rule; `words`: what a text must speak of for it to be meant."""

    rule: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class KnownDay:
    """A day that news names without its year, and what makes it the one that is meant."""

    day: date
    since: bool
    behind: re.Pattern[str]
    words: re.Pattern[str]


@dataclass(frozen=True)
class TimeWords:
    """Word to meaning, all in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    units: dict[str, str]
    references: dict[str, str]
    holidays: dict[str, list[Holiday]]
    known_days: list[KnownDay]
    titles: dict[str, frozenset[str]]
    ambiguous_months: frozenset[str]
    vague_counts: dict[str, list[int]]
    recent: dict[str, int]
    wars: list[dict[str, Any]]
    macros: dict[str, str]
    starters: str
    future: re.Pattern[str]
    possible: re.Pattern[str]
    past: re.Pattern[str]
    not_past: frozenset[str]


def _named(table: dict[int, dict[str, list[str]]], key: str) -> dict[str, int]:
    return {word: number for number, entry in table.items() for word in entry[key]}


def _flat(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: code for code, words in table.items() for word in words}


@cache
def lexicon() -> TimeWords:
    """All words and patterns (one read of some small files)."""
    names, vague, tense = _read("names.yaml"), _read("vague.yaml"), _read("tense.yaml")
    months, short = _named(names["months"], "names"), _named(names["months"], "short")
    weekdays, wshort = _named(names["weekdays"], "names"), _named(names["weekdays"], "short")
    seasons = {w: code for code, e in names["seasons"].items() for w in e["names"]}
    parts, units = _flat(names["dayparts"]), _flat(names["units"])
    references = _flat(vague["references"])
    holidays = _holidays()
    return TimeWords(
        months=months | short,
        weekdays=weekdays | wshort,
        seasons=seasons,
        dayparts=parts,
        units=units,
        references=references,
        holidays=holidays,
        known_days=_known_days(),
        titles={key: frozenset(words) for key, words in _read("titles.yaml").items()},
        ambiguous_months=frozenset(names["ambiguous_months"]),
        vague_counts=vague["vague_counts"],
        recent=vague["recent"],
        wars=_read("wars.yaml"),
        macros=_macros(names)
        | {"reference": alternation(list(references)), "holiday": alternation(list(holidays))},
        starters=_starters(
            names["openers"], [months, short, weekdays, seasons, parts, units, references, holidays]
        ),
        future=re.compile(rf"(?:\b|(?='))(?:{alternation(tense['future'])})\b"),
        possible=re.compile(rf"\b(?:{alternation(tense['possible'])})\b"),
        past=re.compile(rf"\b(?:{alternation(tense['past'])}|[a-z]+ed)\b"),
        not_past=frozenset(tense["not_past"]),
    )


def _holidays() -> dict[str, list[Holiday]]:
    holidays: dict[str, list[Holiday]] = {}
    for entry in _read("holidays.yaml"):
        for name in entry["names"]:
            meant = Holiday(entry["rule"], tuple(entry.get("words", ())))
            holidays.setdefault(name, []).append(meant)
    return holidays


def _known_days() -> list[KnownDay]:
    return [
        KnownDay(
            date.fromisoformat(entry["day"]),
            entry["since"],
            re.compile(rf" (?:{alternation(entry['behind'])})\b"),
            re.compile(rf"\b(?:{alternation(entry['words'])})\b"),
        )
        for entry in _read("known_days.yaml")
    ]


def _macros(names: dict[str, Any]) -> dict[str, str]:
    """Pattern pieces by name; rules write them as %name%."""
    months, short = _named(names["months"], "names"), _named(names["months"], "short")
    weekdays, wshort = _named(names["weekdays"], "names"), _named(names["weekdays"], "short")
    seasons = [word for entry in names["seasons"].values() for word in entry["names"]]
    parts, units, zones = _flat(names["dayparts"]), _flat(names["units"]), names["zones"]
    month = rf"(?:(?:{alternation(list(months))})\b|(?:{alternation(list(short))})\b\.?)"
    wday = rf"(?:{alternation(list(weekdays))})"
    verbs = r"(?<!to )(?<!will )(?:start|end|close)"  # "to start this week" has none
    early = rf"early|earlier|mid|middle|late|later|beginning|opening|{verbs}"
    return {
        "month": month,
        "wday": wday,
        "wdate": rf"(?:(?:{wday}|(?:{alternation(list(wshort))})\.?),? (?:the )?)",
        "season": rf"(?:{alternation(seasons)})",
        "part": rf"(?:(?:early|late|mid)[- ])?(?:{alternation(list(parts))})",
        "unit": rf"(?:{alternation(list(units))})",
        "zone": rf"(?:{alternation(zones)}|local time)",
        "year": r"[12]\d{3}(?![\d%]|,\d|\.\d)",
        "relyear": r"(?:the )?(?:last|this|next|that|same|following|previous) year",
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
        "mod": (
            rf"(?:(?P<mod>(?:very )?(?:{early})(?: (?:in|on))?"
            rf"|the (?:very )?(?:{early}|first half|second half|latter half|early part|later part"
            rf"|latter part|last days|first days)"
            rf"(?: (?:days|weeks|months|years))? of)[- ](?:the )?)?"
        ),
        "count": (
            rf"(?:half an?|(?:a )?(?:couple|few|dozen)(?: of)?|dozens of|hundreds of|several|many"
            rf"|some"
            rf"|(?:{numbers.NUMBER}(?: or | to |-to-|-|–))?{numbers.NUMBER}"
            rf"(?:[- ]and[- ]a[- ]half| \d/\d)?|an?)"
        ),
        "approx": (
            r"(?:more than|less than|fewer than|at least|at most|up to|nearly|almost|about|around"
            r"|roughly|approximately|some|over|under|just over|just under|only|barely|another"
            r"|an additional|an estimated|well over|as long as|as many as)"
        ),
        "ordinal": rf"(?:\d+(?:st|nd|rd|th)|{numbers.ORDINAL_WORD})",
    }


def _starters(openers: list[str], tables: list[dict[str, Any]]) -> str:
    """What an expression may begin with, as one cheap test before the rules are tried: words by
    their first letters (a whole word is not needed, the rules decide).
    """
    words = {word.split()[0] for table in tables for word in table}
    words |= {*openers, *numbers.UNITS, *numbers.SCALES, *numbers.ORDINALS}
    return rf"(?=['\d]|(?:{alternation(sorted(words))}))"


def expand(pattern: str) -> str:
    """Replace %name% by its piece: one made here, or a list of the lexicon."""
    macros = lexicon().macros
    return re.sub(r"%(\w+)%", lambda m: macros.get(m[1]) or any_of(m[1]), pattern)
