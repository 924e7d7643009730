"""The day of speaking inside a quotation: "yesterday" counts from when it was said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import beside
from counterclaim.extraction.times.grammar import read_at, timex_of
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.limits import limits
from counterclaim.language.quotes import Quotation, find_quotations

_MARKS = re.compile('["“”«»„‘]')


def lean_on_speech(timexes: list[Timex], c: Context) -> list[Timex]:
    """Expressions inside a quotation that lean on a day ("yesterday") count from the day on which
    the words were spoken, where the sentence of the cue names it.

    "“They shelled us yesterday,” the mayor said on Monday." (2023-01-25): 2023-01-22.
    """
    if c.narrative or not _MARKS.search(c.text):
        return timexes
    leaning = [i for i, t in enumerate(timexes) if beside("leans").search(t.text.lower())]
    if not leaning or all(t.precision != "day" for t in timexes):
        return timexes
    out = list(timexes)
    written = _day_of_writing(timexes, c)
    before: tuple[int, date | None] = (0, None)
    for quotation in find_quotations(c.text):
        spoken = _day_of_speaking(quotation, timexes, c)
        if spoken is None and "\n" not in c.text[before[0] : quotation.start]:
            spoken = before[1]
        before = quotation.end, spoken
        spoken = spoken or written
        for i in leaning:
            if spoken and quotation.start < timexes[i].start < quotation.end:
                out[i] = _leaning_on(spoken, timexes[i], c)
    return out


def _day_of_writing(timexes: list[Timex], c: Context) -> date | None:
    """The day of a report that came out days after it: the latest day that it names, if its first
    paragraph does and the publication is some days later."""
    days = [
        t
        for t in timexes
        if t.precision == "day" and t.earliest and not beside("leans").search(t.text)
    ]
    known = [t for t in days if c.dct and date.fromisoformat(t.earliest or "") <= c.dct]
    if not known or c.dct is None:
        return None
    latest = max(t.earliest or "" for t in known)
    lead = c.text.find("\n\n", limits().lead_least)
    led = any(t.earliest == latest and t.start < max(lead, 0) for t in known)
    late = (c.dct - date.fromisoformat(latest)).days in range(2, limits().late_most)
    return date.fromisoformat(latest) if led and late else None


def _leaning_on(day: date, timex: Timex, c: Context) -> Timex:
    read = read_at(timex.start, replace(c, dct=day, found=[]))
    return timex if read is None else timex_of(read[0], timex.start, timex.end, c)


def _day_of_speaking(quotation: Quotation, timexes: list[Timex], c: Context) -> date | None:
    """The day in the clause of the cue: behind the quotation in its sentence, or before it."""
    stop = beside("end_of_speech").search(c.text, quotation.end)
    begin = max(0, quotation.start - 200)
    starts = [m.end() for m in beside("end_of_speech").finditer(c.text, begin, quotation.start)]
    areas = (
        (quotation.end, stop.end() if stop else len(c.text)),
        (starts[-1] if starts else begin, quotation.start),
    )
    for start, end in areas:
        for t in timexes:
            if not start <= t.start < end or t.earliest is None or t.earliest != t.latest:
                continue
            if len(t.earliest) == 10 and not beside("aside").search(c.low, start, t.start):
                return date.fromisoformat(t.earliest)
    return None
