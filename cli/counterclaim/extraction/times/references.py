"""Rules for words that point at past, present and future as such."""

from __future__ import annotations

import re

from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.forms import sense
from counterclaim.extraction.times.grammar import rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning


@rule
def reference(m: re.Match[str], c: Context) -> Meaning | None:
    """now; recently; the future."""
    return Meaning("DATE", lexicon().references[m["form"]])


@rule
def adjective(m: re.Match[str], c: Context) -> Meaning | None:
    """The current pushes; recent attacks."""
    return Meaning("DATE", sense("adjectives", m["form"]))


@rule
def adjective_of_chronicles(m: re.Match[str], c: Context) -> Meaning | None:
    """In a chronicle "the former Yugoslavia" points at the past; in news it is a title."""
    value = sense("adjectives_of_chronicles", m["form"])
    return Meaning("DATE", value) if c.narrative else None
