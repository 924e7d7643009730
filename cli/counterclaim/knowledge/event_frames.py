"""Frames of events: what a clause tells by its head, as rows of data (data/predicates/frames.yaml).

A row says which words head the clause, what must stand around them, and what it gives: a predicate,
the word that really tells ("carried out an attack"), or that no event is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

PARTS = ("verbs", "nouns", "adjectives")
ANY = "*"


@dataclass(frozen=True, slots=True)
class EventFrame:
    """One row. `gives` is a predicate or None; `through` are the paths to the word that tells in
    place of this one; with neither the clause tells of no event. `when` and `unless` are paths.
    """

    id: str
    gives: str | None
    through: tuple[str, ...]
    when: tuple[str, ...]
    unless: tuple[str, ...]
    object: frozenset[str]
    no_object: frozenset[str]
    subject: frozenset[str]
    no_subject: frozenset[str]
    present: frozenset[str]
    absent: frozenset[str]
    agent: str | None
    failed: bool
    first: bool
    wraps: bool
    roles: tuple[tuple[str, str], ...]


class EventFrames:
    """All rows, by the words that head them; see `load_event_frames`."""

    def __init__(self, data: Any) -> None:
        self.classes = {name: frozenset(words.split()) for name, words in data["classes"].items()}
        self.endings = tuple(data["endings"].split())
        self.rows = tuple(_frame(row) for row in data["frames"])
        self._by_word: dict[tuple[str, str], list[EventFrame]] = {}
        for row, frame in zip(data["frames"], self.rows, strict=True):
            for part in PARTS:
                for word in row.get(part, "").split():
                    found = self._by_word.setdefault((part, word.replace("_", " ")), [])
                    found.append(frame)

    def of(self, part: str, word: str) -> list[EventFrame]:
        """The rows that a word heads, in the order of the file; those of any word come last.

        A lemmatiser may leave a doubled consonant ("repell", "expelle") or lose an "e" ("seiz").
        """
        stems = (word, *(word.removesuffix(end) for end in self.endings if word.endswith(end)))
        for spelling in (spelling for stem in stems for spelling in _spellings(stem)):
            if (part, spelling) in self._by_word:
                return self._by_word[part, spelling]
        return []

    def of_any(self, part: str) -> list[EventFrame]:
        """The rows that any word of a part of speech may head."""
        return self._by_word.get((part, ANY), [])


def _spellings(word: str) -> tuple[str, ...]:
    bare = word.removesuffix("e")
    single = bare[:-1] if bare[-1:] == bare[-2:-1] else bare
    return word, bare, single, f"{word}e"


@cache
def load_event_frames() -> EventFrames:
    """The rows of data/predicates/frames.yaml, read once.

    >>> load_event_frames().of("verbs", "besiege")[0].gives
    'encirclement'
    """
    return EventFrames(read_yaml(data_path("predicates", "frames.yaml")))


def _frame(row: dict[str, Any]) -> EventFrame:
    return EventFrame(
        id=row["id"],
        gives=row.get("gives"),
        through=tuple(row.get("through", ())),
        when=tuple(row.get("when", ())),
        unless=tuple(row.get("unless", ())),
        object=frozenset(row.get("object", ())),
        no_object=frozenset(row.get("no_object", ())),
        subject=frozenset(row.get("subject", ())),
        no_subject=frozenset(row.get("no_subject", ())),
        present=frozenset(row.get("with", ())),
        absent=frozenset(row.get("without", ())),
        agent=row.get("agent"),
        failed=row.get("failed", False),
        first=row.get("first", False),
        wraps=row.get("wraps", False),
        roles=tuple(sorted(row.get("set", {}).items())),
    )
