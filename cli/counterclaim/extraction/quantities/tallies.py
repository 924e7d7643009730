"""Tallies: figures behind the name of what they count ("tanks ‒ 3152 (+1)", "aircraft: 349")."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.extraction.quantities.lexicon import lexicon
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern
from counterclaim.records.model import Quantity

_LOSSES = re.compile(rf"\b{any_of('loss_words')}\b")
_ADDED = re.compile(r"\(\+ ?$")
_PIECES = re.compile(rf" {any_of('pieces')}\b")
_OWN_NOUN = pattern("noun_of_its_own")
_PARTITIVE = pattern("of_which")


def tallied(base: Quantity, low: str, number_end: int) -> tuple[Quantity, int] | None:
    """A figure that stands behind the name of what it counts, with the end of its words; None
    where no such name stands before it or a noun follows it.
    """
    words = lexicon()
    if _OWN_NOUN.match(low, number_end):
        return None
    before = low[max(0, base.span[0] - limits().name_reach) : base.span[0]]
    name = words.name_before.search(before)
    if name is None:
        return None
    listed = low[max(0, base.span[0] - limits().list_reach) : base.span[0]]
    sentence = re.split(r"[.!?]\s", listed)[-1]
    losses = _LOSSES.search(sentence) is not None
    key = words.nouns[name["noun"]]
    pieces = _PIECES.match(low, number_end)
    end = pieces.end() if pieces else number_end
    if name["noun"] in words.people:
        if not losses:
            return None
        got = replace(base, what="killed_or_wounded", counted=key)
    else:
        got = replace(base, what=key, fate="lost" if losses else None)
    return (replace(got, cumulative=True) if losses else got), end


def added(base: Quantity, low: str, last: Quantity | None) -> Quantity | None:
    """The "(+720)" behind a figure: so many more of the same since the last tally."""
    if last is None or not _ADDED.fullmatch(low[last.span[1] : base.span[0]].lstrip()):
        return None
    return replace(base, what=last.what, counted=last.counted, fate=last.fate, cumulative=False)


def partial(base: Quantity, low: str, last: Quantity | None, number_end: int) -> Quantity | None:
    """A bare figure with a fate, of things counted just before: "of the 55 missiles, 47 were shot
    down".
    """
    words = lexicon()
    if last is None or last.what not in words.thing_keys:
        return None
    between = low[last.span[1] : base.span[0]]
    opened = pattern("of_the").search(low, max(0, last.span[0] - 7), last.span[0])
    if not _PARTITIVE.fullmatch(between) or not (opened or "of" in between):
        return None
    for key, verbs in words.fates_after:
        if verbs.match(low, number_end):
            return replace(base, what=last.what, fate=key)
    return None
