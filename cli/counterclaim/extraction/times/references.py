"""Rules for words that point at past, present and future as such."""

from __future__ import annotations

import re

from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.grammar import rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning


@rule(r"(?P<words>%reference%)(?! of\b)")
def reference(m: re.Match[str], c: Context) -> Meaning | None:
    """now; recently; the future."""
    return Meaning("DATE", lexicon().references[m["words"]])


@rule(r"(?P<word>%reference_adjectives%)(?= [a-z])")
def adjective(m: re.Match[str], c: Context) -> Meaning | None:
    """The current pushes; recent attacks."""
    if m["word"] == "future" and not c.narrative:
        return None
    value = {"current": "PRESENT_REF", "recent": "PAST_REF", "future": "FUTURE_REF"}[m["word"]]
    return Meaning("DATE", value)


@rule(r"(?P<word>former)(?= [a-z])")
def former(m: re.Match[str], c: Context) -> Meaning | None:
    """In a chronicle "the former Yugoslavia" points at the past; in news it is a title."""
    return Meaning("DATE", "PAST_REF") if c.narrative else None
