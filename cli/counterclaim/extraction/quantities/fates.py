"""What became of counted things: drones shot down, tanks destroyed, missiles launched."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.quantities.lexicon import lexicon
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern
from counterclaim.records.model import Quantity

LISTED = pattern("listed_parts")
_PART = pattern("part_behind")


def with_fates(quantities: list[Quantity], low: str) -> list[Quantity]:
    """The quantities with what the verb before or behind their list says of things.

    "Air defences destroyed nine missiles and 78 drones." gives both the fate "destroyed"; in "Five
    people were killed, including two children." the fate of the part is that of the whole.
    """
    out: list[Quantity] = []
    group: list[Quantity] = []
    for quantity in quantities:
        between = low[group[-1].span[1] : quantity.span[0]] if group else ""
        if group and not LISTED.fullmatch(between):
            out += _judged(group, low)
            group = []
        whole = group[-1] if group else out[-1] if out else None
        group.append(_of_the_whole(quantity, whole, low))
    return out + _judged(group, low)


def _judged(group: list[Quantity], low: str) -> list[Quantity]:
    things = lexicon().thing_keys
    if not any(q.what in things for q in group):
        return group
    fate = _fate(group[0].span[0], group[-1].span[1], low)
    return [q if q.fate or q.what not in things else replace(q, fate=fate) for q in group]


def _fate(start: int, end: int, low: str) -> str | None:
    """The verb right before a list, else right behind it."""
    words = lexicon()
    before = low[max(0, start - limits().fate_before) : start]
    for key, verbs in words.fates_before:
        if verbs.search(before):
            return key
    for key, verbs in words.fates_after:
        if verbs.match(low, end):
            return key
    return None


def _of_the_whole(part: Quantity, whole: Quantity | None, low: str) -> Quantity:
    """A part of people takes the fate of the people it is part of."""
    words = lexicon()
    if whole is None or part.what in words.outcomes or whole.what not in words.outcomes:
        return part
    if part.what in words.people_keys and _PART.fullmatch(low, whole.span[1], part.span[0]):
        return replace(part, fate=whole.what)
    return part
