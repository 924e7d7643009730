"""The words of quantities, read once from data/quantities/, as patterns over lower-case text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import yaml

from counterclaim.extraction.grammar import numbers
from counterclaim.knowledge.patterns import pattern_with
from counterclaim.resources import data_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        number=pattern_with(
            "number_of_things",
            number=number,
            cardinal=numbers.NUMBER,
            people=_any(people),
            units=_any(units),
        ),
        vague={k: (v[0], v[1]) for k, v in vague["numbers"].items()},
        shares={k: (v[0], v[1]) for k, v in vague["shares"].items()},
        qualifier=pattern_with("qualified", marks=_any(marks)),
        qualifiers=marks,
        noun=pattern_with(
            "counted_noun",
            people=_any(people),
            things=_any(things),
            counted=_any(people | things),
        ),
        nouns=people | things,
        people=frozenset(people),
        unit=re.compile(rf"[ -]?(?P<unit>{_any(units)})(?![\w²])"),
        units=units,
        after=_behind(outcomes),
        before=_ahead(outcomes),
        fates_after=_behind(fates),
        fates_before=_ahead(fates),
        name_before=pattern_with(
            "name_of_figure", counted=_any(people | things), marks=_any(marks)
        ),
        people_keys=frozenset(nouns["people"]),
        thing_keys=frozenset(nouns["things"]) - frozenset(outcomes),
        outcomes=frozenset(outcomes),
    )


def _behind(table: dict[str, dict[str, list[str]]]) -> Verbs:
    return [(key, pattern_with("fate_behind", verbs=_any(v["after"]))) for key, v in table.items()]


def _ahead(table: dict[str, dict[str, list[str]]]) -> Verbs:
    return [
        (key, pattern_with("fate_before", verbs=_any(v["before"])))
        for key, v in table.items()
        if v["before"]
    ]
