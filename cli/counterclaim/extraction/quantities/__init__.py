"""Counted things and measures: how many, of what, whose, over which stretch of time."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extraction.quantities.counting import read_numbers
from counterclaim.extraction.quantities.fates import with_fates
from counterclaim.extraction.quantities.from_tree import added, tree_quantities
from counterclaim.extraction.quantities.lexicon import lowered
from counterclaim.extraction.quantities.scope import with_scope
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.language.span_index import inside
from counterclaim.records.model import Quantity, Span

__all__ = ["find_quantities", "tree_quantities"]


def find_quantities(
    text: str,
    spans: tuple[Span, ...] | None = None,
    times: Sequence[Timex] = (),
    actors: Sequence[ActorMention] = (),
    further: Sequence[Quantity] = (),
) -> tuple[Quantity, ...]:
    """The quantities of `text`, or only those inside `spans`, in text order.

    Offsets are code points, half open. Only a number with a counted noun, a measure or a toll
    word counts; years, times, ages and numbered names do not. `times` and `actors`, where given,
    tell over which stretch was counted and whose the people or things are. `further` are those that
    the tree of the text gives (`tree_quantities`): they count where word lists read nothing.

    "Shelling killed at least 12 civilians." gives what "killed", counted "civilians", low 12, high
    None.
    """
    low = lowered(text)
    found: list[Quantity] = []
    stretches = sorted(spans if spans is not None else ((0, len(text)),))
    for start, end in stretches:
        found.extend(with_fates(read_numbers(text, low, start, end), low))
    dates = [t for t in inside(times, stretches) if t.type == "DATE"]
    counted = [q for q in added(found, further, stretches) if not _is_date(q, dates)]
    return tuple(with_scope(counted, low, times, actors))


def _is_date(quantity: Quantity, dates: list[Timex]) -> bool:
    """Whether the number is that of a day: the "7 attacks" of "the October 7 attacks"."""
    start, end = quantity.span
    return any(t.start < start < t.end <= end for t in dates)
