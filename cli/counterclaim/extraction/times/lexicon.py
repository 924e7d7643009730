"""The words of the calendar, read once from data/times/."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml

from counterclaim.extraction.grammar import numbers
from counterclaim.resources import data_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _read(name: str) -> Any:
    return yaml.load(data_path("times", name).read_text("utf-8"), _LOADER)  # noqa: S506 safe loader


def alternation(words: Iterable[str]) -> str:
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
    zones: dict[str, str]
    references: dict[str, str]
    holidays: dict[str, list[Holiday]]
    known_days: list[KnownDay]
    titles: dict[str, frozenset[str]]
    ambiguous: frozenset[str]
    vague_counts: dict[str, list[int]]
    recent: dict[str, int]
    wars: list[dict[str, Any]]
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
    seasons, parts, units = (_flat(names[key]) for key in ("seasons", "dayparts", "units"))
    references = _flat(vague["references"])
    holidays = _holidays()
    return TimeWords(
        months=months | short,
        weekdays=weekdays | wshort,
        seasons=seasons,
        dayparts=parts,
        units=units,
        zones={zone: offset or "" for zone, offset in names["zones"].items()},
        references=references,
        holidays=holidays,
        known_days=_known_days(),
        titles={key: frozenset(words) for key, words in _read("titles.yaml").items()},
        ambiguous=frozenset(names["ambiguous_months"] + names["ambiguous_seasons"]),
        vague_counts=vague["vague_counts"],
        recent=vague["recent"],
        wars=_read("wars.yaml"),
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


@cache
def calendar_pieces() -> dict[str, str]:
    """The words of the calendar as pieces of the grammar's forms, by name."""
    names = _read("names.yaml")
    months = _named(names["months"], "names")
    tables: dict[str, Iterable[str]] = {
        "full_month": months,
        "short_month": _named(names["months"], "short"),
        "weekday_name": _named(names["weekdays"], "names"),
        "short_weekday": _named(names["weekdays"], "short"),
        "season": lexicon().seasons,
        "daypart": lexicon().dayparts,
        "unit": lexicon().units,
        "zone": names["zones"],
        "reference": lexicon().references,
        "holiday": lexicon().holidays,
    }
    return {
        "number": numbers.NUMBER,
        "ordinal_word": numbers.ORDINAL_WORD,
        "short_three": f"(?:{'|'.join(sorted({month[:3] for month in months}))})",
        **{name: alternation(words) for name, words in tables.items()},
    }


def _starters(openers: list[str], tables: list[dict[str, Any]]) -> str:
    """What an expression may begin with, as one cheap test before the rules are tried: words by
    their first letters (a whole word is not needed, the rules decide).
    """
    words = {word.split()[0] for table in tables for word in table}
    words |= {*openers, *numbers.UNITS, *numbers.SCALES, *numbers.ORDINALS}
    return rf"(?=['\d]|(?:{alternation(sorted(words))}))"
