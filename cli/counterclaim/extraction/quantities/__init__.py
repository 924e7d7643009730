"""Counted things and measures: how many, of what, whose, over which stretch of time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from counterclaim.extraction.quantities.counting import read_numbers
from counterclaim.extraction.quantities.fates import with_fates
from counterclaim.extraction.quantities.scope import with_scope
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.records.model import Quantity, Span

__all__ = ["find_quantities"]


def find_quantities(
    text: str,
    spans: tuple[Span, ...] | None = None,
    times: Sequence[Timex] = (),
    actors: Sequence[ActorMention] = (),
) -> tuple[Quantity, ...]:
    """The quantities of `text`, or only those inside `spans`, in text order.

    Offsets are code points, half open. Only a number with a counted noun, a measure or a toll
    word counts; years, times, ages and numbered names do not. `times` and `actors`, where given,
    tell over which stretch was counted and whose the people or things are.

    "Shelling killed at least 12 civilians." gives what "killed", counted "civilians", low 12, high
    None.
    """
    low = lowered(text)
    found: list[Quantity] = []
    for start, end in sorted(spans if spans is not None else ((0, len(text)),)):
        found.extend(with_fates(read_numbers(text, low, start, end), low))
    return tuple(with_scope(found, low, times, actors))


@lru_cache(maxsize=1)  # asked for each claim of an article
def lowered(text: str) -> str:
    """Lower case without ever changing the length, with plain apostrophes and spaces."""
    low = text.replace("\u2019", "'").lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low
