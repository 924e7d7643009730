"""The record of one place that a text names."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.knowledge.gazetteer import PlaceEntry
from counterclaim.records.model import Span


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place. `start`..`end` holds the whole mention ("eastern Ukraine"),
    `core` the name alone ("Ukraine"). `candidates` are the places the name may mean, likeliest
    first; `relation` how the event lies to it ("near"); `anaphor` marks "the city". `entry` is
    None for a place that the text calls one and the gazetteer lacks: only its `name` is known.
    `placed`: it stands as no government does ("in Tiraspol", "shelled Tiraspol").
    """

    start: int
    end: int
    text: str
    entry: PlaceEntry | None
    candidates: tuple[PlaceEntry, ...] = ()
    relation: str | None = None
    event_place: bool = True
    anaphor: bool = False
    core: Span = (0, 0)
    name: str = ""
    placed: bool = False

    @property
    def key(self) -> str:
        """What is the same for two mentions of one place."""
        return self.entry.id if self.entry is not None else self.name

    @property
    def is_border(self) -> bool:
        """Whether it is the border of two countries, by its name."""
        return self.entry is None and self.name.endswith(" border")
