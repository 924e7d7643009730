"""Rows of data/quantities/harm.yaml: constructions by which people are killed or hurt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class HarmFrame:
    """One row: what befell those that the paths of `victim` lead to, as they are written."""

    id: str
    harm: str
    when: tuple[str, ...]
    victim: tuple[str, ...]


class HarmFrames:
    """All rows, by the word that triggers them; see `load_harm`."""

    def __init__(self, data: Any) -> None:
        self.classes: Mapping[str, frozenset[str]] = _sets(data["classes"])
        self.lists: Mapping[str, frozenset[str]] = _sets(data["lists"])
        self._triggered: dict[str, list[HarmFrame]] = {}
        for row in data["frames"]:
            frame = HarmFrame(
                row["id"], row["harm"], tuple(row.get("when", ())), tuple(row["victim"])
            )
            for lemma in row["trigger"]:
                self._triggered.setdefault(lemma, []).append(frame)

    def of(self, lemma: str) -> list[HarmFrame]:
        """The rows that a word triggers, in the order of the file."""
        return self._triggered.get(lemma.lower(), [])


def _sets(groups: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in groups.items()}


@cache
def load_harm() -> HarmFrames:
    """The rows of the file, read once."""
    return HarmFrames(read_yaml(data_path("quantities", "harm.yaml")))
