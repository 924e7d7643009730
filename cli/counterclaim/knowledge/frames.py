"""Frames: what words that report mean, as rows of data (data/attribution/frames.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.cues import NounCue, VerbCue, load_cues
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

THAT, COLON, MAIN = "that", "colon", "main"


@dataclass(frozen=True, slots=True)
class Construction:
    """One row. `part` is the trigger's part of speech; `when`, `source` and `content` are paths as
    they are written, `content` may also be "that", "colon" or "main". `stance` is None where the
    trigger's own holds; `withheld`: it need be no plain fact.
    """

    id: str
    part: str
    when: tuple[str, ...]
    source: tuple[str, ...]
    content: tuple[str, ...]
    stance: str | None
    form: str | None
    reach: str
    withheld: bool = False


class Frames:
    """All rows, by the lemma that triggers them; see `load_frames`."""

    def __init__(self, data: Any) -> None:
        self.classes = {name: frozenset(words) for name, words in data["classes"].items()}
        self.rows = tuple(_frame(row) for row in data["frames"])
        self.carriers = tuple(_frame(row) for row in data["carriers"])
        self.makers = tuple(data["makers"]["paths"])
        self.made = tuple(data["makers"]["of"])
        self._triggered: dict[tuple[str, str], list[Construction]] = {}
        for row, frame in zip(data["frames"], self.rows, strict=True):
            for lemma in self._lemmas(frame.part, row["trigger"][frame.part]):
                self._triggered.setdefault((frame.part, lemma), []).append(frame)

    def of(self, part: str, lemma: str) -> list[Construction]:
        """The rows that a word triggers, in the order of the file. A lemmatiser may leave a doubled
        consonant ("pinn")."""
        lemma = lemma.lower()
        single = lemma[:-1] if lemma[-1:] == lemma[-2:-1] else lemma
        return self._triggered.get((part, lemma)) or self._triggered.get((part, single), [])

    def _lemmas(self, part: str, trigger: str | list[str]) -> list[str]:
        """The lemmas of a trigger: those it lists, or all cues of its part that have the frame."""
        if isinstance(trigger, list):
            return trigger
        return [c.lemma for c in _cues(part) if trigger in c.frames]


def _cues(part: str) -> tuple[NounCue, ...] | tuple[VerbCue, ...]:
    cues = load_cues()
    return {"noun": cues.nouns, "adjective": cues.adjectives}.get(part) or cues.verbs


def _frame(row: Any) -> Construction:
    return Construction(
        id=row["id"],
        part=next(iter(row["trigger"])) if "trigger" in row else "verb",
        when=tuple(row.get("when", ())),
        source=tuple(row["source"]),
        content=tuple(row.get("content", (THAT,))),
        stance=row.get("stance"),
        form=row.get("form"),
        reach=row.get("reach", "phrase"),
        withheld="mood" in row,
    )


@cache
def load_frames() -> Frames:
    """The rows of data/attribution/frames.yaml, read once."""
    return Frames(read_yaml(data_path("attribution", "frames.yaml")))
