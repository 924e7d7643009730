"""What happened to counted people: killed, captured, displaced; the number behind "the toll"."""

from __future__ import annotations

import re

from counterclaim.extraction.grammar import numbers
from counterclaim.extraction.quantities.lexicon import lexicon
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern, pattern_with

_PART = pattern("part_before")
_TOLL_NAMED = pattern("toll_named")
_TOLL = pattern("toll")
_TOLL_KEYS = {
    "killed": ("death toll", "toll", "dead", "deaths", "fatalities", "killed"),
    "wounded": ("wounded", "injured"),
    "displaced": ("displaced", "refugees"),
    "population": ("population",),
}


def outcome(low: str, start: int, end: int, limit: int) -> str | None:
    """What happened to the people counted at start..end: the nearest word decides."""
    lists = lexicon()
    joined = pattern_with("and_others_counted", number=numbers.NUMBER).match(low, end)
    tail = joined.end() if joined else end
    before = low[max(0, start - limits().fate_before) : start]
    if _PART.search(before):
        return None
    for key, verbs in lists.before:
        if verbs.search(before):
            return key
    for where in dict.fromkeys((end, tail)):
        for key, verbs in lists.after:
            if verbs.match(low, where):
                return key
    return _later_outcome(low, end, limit)


def _later_outcome(low: str, end: int, limit: int) -> str | None:
    """The verb further on: "5,000 people, mostly women, were evacuated"."""
    behind = low[end : end + limits().fate_behind]
    clause = pattern("end_of_count").split(behind)[0]
    clause = clause[: max(0, limit + limits().fate_over - end)]
    verb = pattern("passive_of_count").search(clause)
    if verb is None or re.search(rf"\b{numbers.NUMBER}\b", clause[: verb.start()]):
        return None
    for key, verbs in lexicon().after:
        if verbs.match(" " + clause[verb.start() :]):
            return key
    return None


def toll(low: str, start: int) -> str | None:
    """What a bare number counts behind "the death toll … reached"."""
    before = re.split(r"[.!?;\n]", low[max(0, start - limits().toll_reach) : start])[-1]
    match = _TOLL.search(before)
    return None if match is None else _key(match["of"])


def toll_named(low: str, start: int, end: int) -> str | None:
    """What the last toll counts that a stretch of the text names: "killed" of "the death toll"."""
    found = [_key(match["of"]) for match in _TOLL_NAMED.finditer(low, start, end)]
    return found[-1] if found else None


def _key(words: str) -> str:
    """What a toll counts by its words: "the number of wounded" counts the wounded."""
    last = words.rsplit(maxsplit=1)[-1]
    fitting = (key for key, ends in _TOLL_KEYS.items() if last in ends or words in ends)
    return next(fitting, "killed_or_wounded")
