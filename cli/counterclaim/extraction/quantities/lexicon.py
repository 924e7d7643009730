"""The words of quantities, read once from data/quantities/, as patterns over lower-case text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import yaml

from counterclaim.extraction.grammar import numbers
from counterclaim.knowledge.lexicon import any_of
from counterclaim.resources import data_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILLERS = rf"(?:{any_of('fillers')}[ ,]+)*"
_TIME_WORDS = rf"{any_of('time_words')}"


Verbs = list[tuple[str, re.Pattern[str]]]
"""What happened, with the words that say so."""


@dataclass(frozen=True)
class CountingWords:
    """Word lists and the patterns made of them."""

    number: re.Pattern[str]
    vague: dict[str, tuple[float, float | None]]
    shares: dict[str, tuple[float, float]]
    qualifier: re.Pattern[str]
    qualifiers: dict[str, str]
    noun: re.Pattern[str]
    nouns: dict[str, str]
    people: frozenset[str]
    unit: re.Pattern[str]
    units: dict[str, tuple[str, str]]
    after: Verbs
    before: Verbs
    fates_after: Verbs
    fates_before: Verbs
    name_before: re.Pattern[str]
    people_keys: frozenset[str]
    thing_keys: frozenset[str]
    outcomes: frozenset[str]


@lru_cache(maxsize=1)  # asked for each claim of an article
def lowered(text: str) -> str:
    """Lower case without ever changing the length, with plain apostrophes and spaces."""
    low = text.replace("\u2019", "'").lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low


def _read(name: str) -> Any:
    return yaml.load(data_path("quantities", name).read_text("utf-8"), _LOADER)  # noqa: S506


def _any(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def lexicon() -> CountingWords:
    """All word lists (one read of five small files)."""
    nouns, vague = _read("nouns.yaml"), _read("vague.yaml")
    outcomes, fates = _read("outcomes.yaml"), _read("fates.yaml")
    people = {n: key for key, words in nouns["people"].items() for n in words}
    things = {n: key for key, words in nouns["things"].items() for n in words}
    units = {w: (e["unit"], e["what"]) for e in _read("units.yaml") for w in e["words"]}
    marks = {w: kind for kind, words in vague["qualifiers"].items() for w in words}
    number = rf"(?:{_any(vague['numbers'])}|{_any(vague['shares'])}|{numbers.NUMBER})"
    return CountingWords(
        number=re.compile(
            rf"(?<![\w$£€#.,:/-])(?:(?P<between>between )?(?P<low>{number})"
            rf"(?P<link>(?(between) and |(?: to | or |(?<=\d)-| ?– ?)))(?P<high>{numbers.NUMBER})|"
            rf"(?P<one>\d[\d,.]*[km](?= (?:{_any(people)})\b)|{number}))"
            rf"(?!\d|[.,:]\d)(?:(?!\w)|(?=(?:{_any(units)})\b))"
        ),
        vague={k: (v[0], v[1]) for k, v in vague["numbers"].items()},
        shares={k: (v[0], v[1]) for k, v in vague["shares"].items()},
        qualifier=re.compile(rf"\b(?P<q>{_any(marks)})(?: (?:a|another|the|a total of|those))? ?$"),
        qualifiers=marks,
        noun=re.compile(
            rf"(?: (?:of (?:the |its |their |these |those |them )?)?)(?:(?!and\b|or\b|in\b"
            rf"|on\b|at\b|by\b|to\b|of\b"
            rf"|were\b|was\b|have\b|had\b|from\b|with\b|for\b|who\b|that\b|as\b|is\b|are\b"
            rf"|{any_of('aside')}\b|{_TIME_WORDS}\b)['\"“”’\w-]+[ ]){{0,3}}?"
            rf"['\"“”‘’]?(?:(?:{_any(people)}) (?=(?:{_any(things)})\b))?"
            rf"(?P<noun>{_any(people | things)})(?![\w-])"
        ),
        nouns=people | things,
        people=frozenset(people),
        unit=re.compile(rf"[ -]?(?P<unit>{_any(units)})(?![\w²])"),
        units=units,
        after=_behind(outcomes),
        before=_ahead(outcomes),
        fates_after=_behind(fates),
        fates_before=_ahead(fates),
        name_before=re.compile(
            rf"(?<![\w-])(?P<noun>{_any(people | things)})"
            r"(?: ?/ ?[a-z ]{3,20}| and [a-z ]{3,20})?"
            r"(?: ?[–—‒:=]| -| amount(?:ed)? to| number(?:ed)?) ?"
            rf"(?:(?:{_any(marks)}) )?$"
        ),
        people_keys=frozenset(nouns["people"]),
        thing_keys=frozenset(nouns["things"]) - frozenset(outcomes),
        outcomes=frozenset(outcomes),
    )


def _behind(table: dict[str, dict[str, list[str]]]) -> Verbs:
    return [
        (key, re.compile(rf"[ ,]+{_FILLERS}['\"“]?(?:{_any(v['after'])})\b"))
        for key, v in table.items()
    ]


def _ahead(table: dict[str, dict[str, list[str]]]) -> Verbs:
    return [
        (
            key,
            re.compile(rf"\b(?:{_any(v['before'])})(?: (?:the|another|a further|a total of))? ?$"),
        )
        for key, v in table.items()
        if v["before"]
    ]
