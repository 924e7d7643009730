"""What the words of a claim tell the comparison, typed: read from data/comparison/words.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of a claim say of one happening (words.yaml): words that say nothing, common
    ones, endings that fall off (the longest first), and the form of words that are one.
    """

    empty: frozenset[str]
    common: frozenset[str]
    alike: dict[str, str]
    negations: frozenset[str]
    speaking: frozenset[str]
    bodies: dict[str, str]
    beginnings: frozenset[str]
    disclosing: frozenset[str]
    unsaid: tuple[str, ...]
    harmed: frozenset[str]
    tellings: frozenset[str]
    any: frozenset[str]
    predicating: frozenset[str]
    none: frozenset[str]
    none_but: frozenset[str]
    owning: frozenset[str]
    another: frozenset[str]
    rest: frozenset[str]
    untrue: frozenset[str]
    so_said: frozenset[str]
    great: frozenset[str]
    slight: frozenset[str]
    silences: tuple[str, ...]
    endings: tuple[str, ...]
    least: int
    common_weight: float
    rare_weight: float

    def form(self, word: str) -> str:
        """Bring a word, in small letters, to the form in which words are compared.

        >>> vocabulary.form("withdrew") == vocabulary.form("withdrawals")
        True
        """
        stem = self._cut(word)
        return self.alike.get(stem, stem)

    def denies(self, word: str) -> bool:
        """Tell whether a word, in small letters, says that something is not so: "isn't"."""
        return word in self.negations or word.replace("’", "'").endswith("n't")

    def weight(self, form: str) -> float:
        """Say how much it tells that two claims share a word in that form."""
        return self.common_weight if form in self.common else self.rare_weight

    def _cut(self, word: str) -> str:
        return cut(word, self.endings, self.least)


@lru_cache(maxsize=1 << 16)
def cut(word: str, endings: tuple[str, ...], least: int) -> str:
    """Let the first ending that fits fall off a word, while at least so many letters are left.

    >>> cut("attacked", ("ing", "ed"), 3)
    'attack'
    """
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def read_vocabulary(data: dict[str, Any]) -> Vocabulary:
    """Read words.yaml."""
    endings = tuple(sorted(data["endings"], key=lambda ending: (-len(ending), ending)))
    least = int(data["least"])

    def forms(line: str) -> list[str]:
        return [cut(word, endings, least) for word in line.split()]

    alike = {form: forms(line)[0] for line in data["alike"] for form in forms(line)}
    common = (form for line in data["common"] for form in forms(line))
    return Vocabulary(
        empty=frozenset(word for line in data["empty"] for word in line.split()),
        common=frozenset(alike.get(form, form) for form in common),
        alike=alike,
        negations=frozenset(data["negations"]),
        speaking=frozenset(data["speaking"]),
        bodies={word: line.split()[0] for line in data["bodies"] for word in line.split()},
        beginnings=frozenset(data["beginnings"]),
        disclosing=frozenset(data["disclosing"]),
        unsaid=tuple(data["unsaid"]),
        harmed=frozenset(data["harmed"]),
        tellings=frozenset(data["tellings"]),
        any=frozenset(data["any"]),
        predicating=frozenset(data["predicating"]),
        none=frozenset(data["none"]),
        none_but=frozenset(data["none_but"]),
        owning=frozenset(data["owning"]),
        another=frozenset(data["another"]),
        rest=frozenset(data["rest"]),
        untrue=frozenset(data["untrue"]),
        so_said=frozenset(data["so_said"]),
        great=frozenset(data["great"]),
        slight=frozenset(data["slight"]),
        silences=tuple(data["silences"]),
        endings=endings,
        least=least,
        common_weight=float(data["weights"]["common"]),
        rare_weight=float(data["weights"]["rare"]),
    )
