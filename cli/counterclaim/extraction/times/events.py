"""Which of the found expressions is the time of an event, which the day of speaking."""

from __future__ import annotations

import re

from counterclaim.extraction.times.calendar import final_day, first_day
from counterclaim.extraction.times.forms import beside
from counterclaim.extraction.times.model import Timex
from counterclaim.language.span_index import inside
from counterclaim.records.model import Span, Time

_RANK = {
    "time": 0,
    "day": 0,
    "range": 1,
    "month": 2,
    "season": 3,
    "open": 4,
    "year": 5,
    "decade": 6,
}


def event_time(
    text: str, timexes: list[Timex], spans: tuple[Span, ...], clause: Span | None = None
) -> Time:
    """The time of the event told in the content `spans`; `clause` narrows it to one clause.

    A date, a time, or a stretch tied to the publication date gives an interval. A mere duration
    or "now" keeps its words without one. Two dates joined by "from … to" or "between … and" give
    the interval from the first to the second.

    "The village was shelled from Monday to Wednesday." (2023-01-27) gives 2023-01-23/2023-01-25.
    Two days in a row joined by "and" do so too.
    """
    told = inside(timexes, spans)
    if clause:
        near = [t for t in told if clause[0] <= t.start and t.end <= clause[1]]
        told = [t for t in near if t.earliest or t.latest] or told
    if not told:
        return Time()
    dated = [t for t in told if t.earliest or t.latest]
    if not dated:
        words = [t for t in told if t.type in ("DATE", "TIME")] or told
        return Time(words[0].text, (words[0].start, words[0].end))
    best = min(dated, key=lambda t: (_RANK.get(t.precision or "", 9), t.start))
    return _joined(text, best, dated) or Time(
        best.text, (best.start, best.end), best.earliest, best.latest, best.precision
    )


def _joined(text: str, best: Timex, dated: list[Timex]) -> Time | None:
    """The interval from one date to the next when the words join them."""
    at = dated.index(best)
    for first, second in ((at, at + 1), (at - 1, at)):
        if first < 0 or second >= len(dated):
            continue
        a, b = dated[first], dated[second]
        between = text[a.end : b.start]
        before = text[max(0, a.start - 12) : a.start].lower()
        if not beside("joined").fullmatch(between):
            continue
        low, high = a.earliest or a.latest, b.latest or b.earliest
        opened = beside("between").search(before) or _neighbours(a, b)
        if beside("and").search(between) and not opened:
            continue
        if low and high and low <= high + "~" and _one_stretch(a, b, low, high):
            return Time(text[a.start : b.end], (a.start, b.end), low, high, "range")
    return None


def _neighbours(a: Timex, b: Timex) -> bool:
    """Whether a day follows right on another: `on February 25 and 26`."""
    if not (a.precision == b.precision == "day" and a.latest and b.earliest):
        return False
    return (first_day(b.earliest) - final_day(a.latest)).days == 1


def _one_stretch(a: Timex, b: Timex, low: str, high: str) -> bool:
    """Two dates named without a year that lie years apart were resolved on different grounds."""
    named = re.search(r"\d{4}", a.text) and re.search(r"\d{4}", b.text)
    return bool(named) or (final_day(high) - first_day(low)).days <= 366


def said_time(timexes: list[Timex], spans_of_cue_clause: list[Span]) -> str | None:
    """The day of speaking: the first exact day (or month) inside the cue clause, as ISO prefix.

    With "The governor said on Friday" as cue clause (2023-05-07): "2023-05-05".
    """
    for t in inside(timexes, spans_of_cue_clause):
        if t.earliest and t.earliest == t.latest and len(t.earliest) in (7, 10):
            return t.earliest
    return None
