"""Words around an expression that open its interval: since, before, until, by."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.extraction.times.calendar import preceding, shift
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits

_SINCE = re.compile(
    rf"(?:\b(?:ever )?since(?: the)?(?: {any_of('ends_of')} of)?|\bstarting"
    rf"|\bbeginning|\bfrom) (?:at least |around |about )?$"
)
_SINCE_EVENT = re.compile(
    rf"\b(?:since|from the {any_of('beginnings')} of) (?:[\w'’-]+ ){{1,8}}"
    rf"(?:in|on) $"
)
_SINCE_THE = re.compile(r"\bsince (?:[\w'’-]+ ){1,8}$")
# ", the heaviest since March": what was then is only compared with
_COMPARED = re.compile(
    rf", (?:\bthe|\bits|\btheir|\ban?|['’]s) (?:[a-z]+ )?{any_of('superlatives')}\b[^,;:]* since\b"
)
# "has been trying for", "have held for", "had been trying for": that goes on when it is told
_LASTING = re.compile(
    r"\b(?:(?:has|have|'ve)\b(?!.*\b(?:had|was|were|did|will)\b)|had been [a-z]+ing\b).*\bfor $"
)
_BEFORE = re.compile(rf"\b{any_of('before')} (?:at least |around |about )?$")
_FROM_THERE = word_class("from_there")
_AFTER = re.compile(
    r"(?<!soon )(?<!shortly )(?<!days )(?<!weeks )(?<!months )(?<!years )\bafter "
    r"(?:about |around )?$"
)
# "following Hamas' October 7 attacks": later than that
_FOLLOWING = re.compile(rf"\b{any_of('later_than')} (?:the |(?:[\w-]+ )?[\w-]+['’]s? )$")
_END_OF = re.compile(r"(?:the )?(?:very )?(?:end|close) of", re.IGNORECASE)
_STANDS_ALONE = re.compile(rf"(?:[,.;:)]|$|\n| {any_of('next_phrase')}\b)")
_ONWARDS = re.compile(r" (?:onwards?|on(?=[,.;])|to date|until now)")


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
    if _ONWARDS.match(c.low, timex.end):
        return replace(timex, latest=None, precision="open")
    if _COMPARED.search(before):
        return replace(timex, earliest=None, latest=None, precision=None)
    if _SINCE.search(before) or _SINCE_EVENT.search(before) or _is_event_ago(timex, before):
        if before.rstrip().endswith("from") and not _from_alone(timex, c):
            return timex
        return replace(timex, latest=None, precision="open")
    match = _BEFORE.search(before)
    word = match[0].split()[0] if match else ""
    if timex.type == "TIME" and word in _FROM_THERE:
        return timex
    if match:
        return replace(timex, earliest=None, latest=_limit(timex, word), precision="open")
    alone = _AFTER.search(before) and _STANDS_ALONE.match(c.low, timex.end)
    if timex.type == "DATE" and (alone or _FOLLOWING.search(before)):
        return replace(timex, latest=None, precision="open")
    return timex


def _names_days(timex: Timex) -> bool:
    """Whether an expression names days, and neither a length of time nor the present."""
    if timex.type not in ("DATE", "TIME") or not (timex.earliest or timex.latest):
        return False
    return not re.match(r"P|FUT", timex.value) or timex.value.startswith("PAST")


def _is_event_ago(timex: Timex, before: str) -> bool:
    """Whether an event is named behind "since" before its day: "since the truce two days ago"."""
    return timex.text.endswith("ago") and _SINCE_THE.search(before) is not None


def _lasting(timex: Timex, c: Context) -> Timex:
    """A state that "has lasted for two years" holds from then until the publication."""
    match = re.fullmatch(r"P(\d+(?=[DWMY])|X(?=D))([DWMY])", timex.value)
    begin = max(0, timex.start - limits().lasting_before)
    before = re.split(r"[.!?;\n]", c.low[begin : timex.start])[-1]
    if match is None or c.dct is None or not _LASTING.search(before):
        return timex
    count = lexicon().recent.get(match[2]) if match[1] == "X" else int(match[1])
    if count is None or count > limits().span_most:
        return timex
    begun = shift(c.dct, match[2], -count)
    form = "%Y-%m" if match[2] in "MY" else "%Y-%m-%d"
    return replace(timex, earliest=f"{begun:{form}}", latest=c.dct.isoformat(), precision="range")


def _from_alone(timex: Timex, c: Context) -> bool:
    """Tell whether "from" opens an interval: "starting from March" does, "from May" need not."""
    return bool(re.search(r"\b(?:as|starting|beginning) from $", c.low[: timex.start][-20:]))


def _limit(timex: Timex, word: str) -> str | None:
    """Before March is until February; by March, and before the end of March, is until its end."""
    if timex.earliest and word in _FROM_THERE and not _END_OF.match(timex.text):
        return preceding(timex.earliest)
    return timex.latest
