"""What happened to counted people: killed, captured, displaced; the number behind "the toll"."""

from __future__ import annotations

import re

from counterclaim.extraction.grammar import numbers
from counterclaim.extraction.quantities.lexicon import lexicon
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.limits import limits

_PART = re.compile(rf"\b{any_of('some_of_them')}(?: the| another)? $")
_TOLL_WORD = (
    rf"\b(?P<of>death toll|toll|dead|deaths|fatalities|number of (?:\w+ ){{0,3}}?"
    rf"{any_of('the_harmed')}|victims|casualties|losses|population)\b"
)
_TOLL_NAMED = re.compile(_TOLL_WORD)
_TOLL = re.compile(
    rf"{_TOLL_WORD}[^.;\n]{{0,140}}?\b{any_of('toll_verbs')}(?: {any_of('by_now')})?"
    rf"(?: [\"“]?{any_of('toll_qualifiers')})? ?[\"“]?$"
)
_TOLL_KEYS = {
    "killed": ("death toll", "toll", "dead", "deaths", "fatalities", "killed"),
    "wounded": ("wounded", "injured"),
    "displaced": ("displaced", "refugees"),
    "population": ("population",),
}


def outcome(low: str, start: int, end: int, limit: int) -> str | None:
    """What happened to the people counted at start..end: the nearest word decides."""
    lists = lexicon()
    joined = re.compile(
        rf"(?:,? (?:and|including|among them) (?:at least |about |some )?{numbers.NUMBER} [\w-]+"
        rf"(?: [\w-]+)?)?"
    ).match(low, end)
    tail = joined.end() if joined else end
    before = low[max(0, start - limits().fate_before) : start]
    if _PART.search(before):
        return None
    for key, pattern in lists.before:
        if pattern.search(before):
            return key
    for where in dict.fromkeys((end, tail)):
        for key, pattern in lists.after:
            if pattern.match(low, where):
                return key
    return _later_outcome(low, end, limit)


def _later_outcome(low: str, end: int, limit: int) -> str | None:
    """The verb further on: "5,000 people, mostly women, were evacuated"."""
    behind = low[end : end + limits().fate_behind]
    clause = re.split(r"[.;:!?\n]| (?:but|while|after|when|as|because) ", behind)[0]
    clause = clause[: max(0, limit + limits().fate_over - end)]
    verb = re.search(
        r"\b(?:were|was|have been|has been|had been|have|had|are|being|be) (?:\w+ly )?(?=\w)",
        clause,
    )
    if verb is None or re.search(rf"\b{numbers.NUMBER}\b", clause[: verb.start()]):
        return None
    for key, pattern in lexicon().after:
        if pattern.match(" " + clause[verb.start() :]):
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
