"""Words around an expression that open its interval: since, before, until, by."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.extraction.times.calendar import preceding, shift
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import beside, pieces
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.limits import limits


def bounded(timex: Timex, c: Context) -> Timex:
    """`timex` with the end its preposition leaves open taken away.

    "since the summer" and "after 10 January" keep only `earliest`, "before March" only `latest`.
    """
    if timex.type == "DURATION" and timex.earliest is None and c.dct and not c.narrative:
        return _lasting(timex, c)
    if not _names_days(timex):
        return timex
    before = c.low[max(0, timex.start - 70) : timex.start]
    before = re.split(r"[.!?;\n]", before)[-1]
    if c.followed("onwards", timex.end):
        return replace(timex, latest=None, precision="open")
    if beside("compared").search(before):
        return replace(timex, earliest=None, latest=None, precision=None)
    if _since(timex, before):
        if beside("from_itself").search(before) and not c.led("from_then", timex.start):
            return timex
        return replace(timex, latest=None, precision="open")
    match = beside("before").search(before)
    word = match[0].split()[0] if match else ""
    if timex.type == "TIME" and word in pieces("counting_back"):
        return timex
    if match:
        return replace(timex, earliest=None, latest=_limit(timex, word), precision="open")
    alone = beside("after").search(before) and c.followed("stands_alone", timex.end)
    if timex.type == "DATE" and (alone or beside("following").search(before)):
        return replace(timex, latest=None, precision="open")
    return timex


def _names_days(timex: Timex) -> bool:
    """Whether an expression names days, and neither a length of time nor the present."""
    if timex.type not in ("DATE", "TIME") or not (timex.earliest or timex.latest):
        return False
    return not re.match(r"P|FUT", timex.value) or timex.value.startswith("PAST")


def _since(timex: Timex, before: str) -> bool:
    """Whether something holds from then on; an event may be named before its day: "since the truce
    was signed in May", "since the truce two days ago".
    """
    if beside("since").search(before) or beside("since_event").search(before):
        return True
    return bool(beside("ago").search(timex.text) and beside("since_the").search(before))


def _lasting(timex: Timex, c: Context) -> Timex:
    """A state that "has lasted for two years" holds from then until the publication."""
    match = re.fullmatch(r"P(\d+(?=[DWMY])|X(?=D))([DWMY])", timex.value)
    begin = max(0, timex.start - limits().lasting_before)
    before = re.split(r"[.!?;\n]", c.low[begin : timex.start])[-1]
    if match is None or c.dct is None or not beside("lasting").search(before):
        return timex
    count = lexicon().recent.get(match[2]) if match[1] == "X" else int(match[1])
    if count is None or count > limits().span_most:
        return timex
    begun = shift(c.dct, match[2], -count)
    form = "%Y-%m" if match[2] in "MY" else "%Y-%m-%d"
    return replace(timex, earliest=f"{begun:{form}}", latest=c.dct.isoformat(), precision="range")


def _limit(timex: Timex, word: str) -> str | None:
    """Before March is until February; by March, and before the end of March, is until its end."""
    if (
        timex.earliest
        and word in pieces("counting_back")
        and not beside("end_of").match(timex.text)
    ):
        return preceding(timex.earliest)
    return timex.latest
