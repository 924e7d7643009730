"""How English names times, as data/times/grammar.yaml says: the forms of the rules, what the words
in them mean, and what stands beside an expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.extraction.times.lexicon import calendar_pieces
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.patterns import expand
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class Form:
    """What a rule matches; one that `reads_on` need not end where a word does."""

    name: str
    pattern: str
    reads_on: bool


@dataclass(frozen=True, slots=True)
class Pointer:
    """How many units a word points from the day it counts from: that `named` before, that of the
    publication, or `either` of them.
    """

    step: int
    origin: str

    @property
    def named(self) -> bool:
        """Whether it counts from the day named before."""
        return self.origin == "named"

    @property
    def either(self) -> bool:
        """Whether of days, and in a chronicle, it counts from the day named before."""
        return self.origin == "either"


@cache
def _grammar() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(data_path("times", "grammar.yaml"))
    return data


@cache
def forms() -> list[Form]:
    """The rules in the order in which they are tried."""
    return [
        Form(name, expand("".join(row["form"].split("\n")), piece), row.get("reads_on", False))
        for name, row in _grammar()["rules"].items()
    ]


@cache
def piece(name: str) -> str:
    """A piece as a pattern: of the calendar, of the grammar, or a list of the lexicon.

    >>> piece("up_to")
    '(?:to|ending|up to|through)'
    """
    if name in calendar_pieces():
        return calendar_pieces()[name]
    words = _grammar()["pieces"].get(name) or _grammar()["senses"].get(name)
    if isinstance(words, str):
        return expand(words, piece)
    return f"(?:{'|'.join(words)})" if words else any_of(name)


def pieces(name: str) -> frozenset[str]:
    """The words of a piece that is a list."""
    return frozenset(_grammar()["pieces"][name])


def sense(table: str, words: str) -> Any:
    """What the words of a slot mean, as the table says; None where it has none.

    >>> sense("rate_adverbs", "daily")
    'D'
    """
    return _grammar()["senses"][table].get(words)


def step(table: str, words: str) -> int:
    """How far the words lead: ``step("near_days", "yesterday") == -1``."""
    return int(sense(table, words))


@cache
def pointer(words: str | None) -> Pointer | None:
    """What the last word that points says: -1 from the publication for "this past"."""
    table = _grammar()["senses"]["pointers"]
    known = [table[word] for word in (words or "").split() if word in table]
    return Pointer(int(known[-1]["step"]), known[-1]["from"]) if known else None


@cache
def direction(words: str) -> Pointer:
    """Which way "ago", "later", "from now" count, and from when."""
    row = sense("directions", words)
    return Pointer(int(row["step"]), row["from"])


@cache
def share(words: str) -> str | None:
    """Which share of a stretch the words before it mean: ``share("the end of") == "3/3"``."""
    rows = _grammar()["senses"]["shares"]
    return next((row["share"] for row in rows if re.search(row["words"], words)), None)


@cache
def beside(name: str) -> re.Pattern[str]:
    """What stands right before an expression, or behind it."""
    return re.compile(expand(_grammar()["beside"][name]["form"], piece))
