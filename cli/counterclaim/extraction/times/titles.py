"""Names that hold a word of time: the Sunday Times, Russia Today, 8 March Street."""

from __future__ import annotations

import re

from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import pieces
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Timex

_BEFORE = re.compile(r"([^\W\d_]\w*) $")
_BEHIND = re.compile(r" ([A-Z][a-z]+)\b")
_RUNS_ON = re.compile(r" [a-z]")


def is_title(timex: Timex, c: Context) -> bool:
    """Whether the words are part of a name ("Bloody Sunday"), known by the capitals around them.

    "Today" behind a capital within a sentence is an outlet ("Russia Today said"), at the end of a
    headline it is the day.
    """
    if not timex.text[0].isupper() and not timex.text[0].isdigit():
        return False
    titles = lexicon().titles
    before = _BEFORE.search(c.text, max(0, timex.start - 20), timex.start)
    behind = _BEHIND.match(c.text, timex.end)
    if timex.text in pieces("near_days_in_names"):
        runs_on = _RUNS_ON.match(c.text, timex.end)
        return bool(before and before[1][0].isupper() and runs_on)
    if timex.text.lower() in lexicon().weekdays:
        named = before and before[1][0].isupper() and before[1].lower() in titles["before_weekday"]
        return bool(named or (behind and behind[1].lower() in titles["behind_weekday"]))
    return bool(behind and behind[1].lower() in titles["behind_date"])
