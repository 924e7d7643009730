"""Expressions of time: found by rules over the raw text, resolved against the publication date."""

from __future__ import annotations

from datetime import date
from typing import Any

# Importing a module of rules registers them.
from counterclaim.extraction.times import (  # noqa: F401
    clock,
    explicit,
    military,
    periods,
    quarters,
    references,
    relative,
    spans,
    wars,
)
from counterclaim.extraction.times.bounds import bounded
from counterclaim.extraction.times.context import Context, is_narrative, lowered, year_retold
from counterclaim.extraction.times.events import event_time, said_time
from counterclaim.extraction.times.grammar import scan
from counterclaim.extraction.times.model import Timex
from counterclaim.extraction.times.quoted import lean_on_speech

__all__ = ["Timex", "annotate_times", "event_time", "find_times", "said_time"]


def find_times(text: str, published: str | None) -> list[Timex]:
    """All time expressions of `text`, left to right, resolved against `published` (ISO day).

    Offsets are code points, half open. Without a publication date relative expressions keep
    their words and stay unresolved.

    ``find_times("Shelling resumed on Tuesday evening.", "2023-01-25")[0].value == "2023-01-24TEV"``
    """
    low = lowered(text)
    dct = date.fromisoformat(published) if published and len(published) == 10 else None
    context = Context(text, low, dct, is_narrative(low, dct), year_retold(low, dct))
    scan(context)
    found = lean_on_speech(context.found, context)
    return [bounded(timex, context) for timex in found]


def annotate_times(text: str, dct: str | None) -> list[dict[str, Any]]:
    """The expressions as plain TIMEX3 dictionaries: start, end, type, value."""
    return [
        {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
        for t in find_times(text, dct)
    ]
