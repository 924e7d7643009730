"""Whose people or things are counted, over which stretch of time, and whether it is a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.extraction.quantities.fates import LISTED
from counterclaim.extraction.times.calendar import final_day, first_day
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.span_index import inside, touching
from counterclaim.records.model import Quantity

_BREAK = re.compile(r"[.!?;]\s|\n")
_OWNER = re.compile(rf" {any_of('belonging_to')} (?:the )?")
_DOES = re.compile(
    rf"(?:'s {any_of('forces_of')})?(?: {any_of('before_losing')})* "
    rf"{any_of('losing')}(?: {any_of('loss_qualifiers')})? "
)
_TOLL = re.compile(rf"(?:'s?)?(?: {any_of('kinds_of_losses')})? {any_of('losses')}\b[^.;,]{{0,40}}")
_THEIR_TOLL = pattern("their_toll")
_TOTAL = re.compile(rf"\b{any_of('totals')}\b")
_MORE = re.compile(rf"\b{any_of('another_so_many')}(?: \w+)? ?$")
_MORE_WORDS = re.compile(rf"{any_of('another')}\b")
_ROSE = re.compile(rf"\b{any_of('rising')}\b[^.;]{{0,30}}\bto ")
_RANGE = re.compile(r"P[T\d]")


def with_scope(
    quantities: Sequence[Quantity],
    low: str,
    times: Sequence[Timex],
    actors: Sequence[ActorMention],
) -> Iterator[Quantity]:
    """The quantities with side, window and whether they are cumulative, as far as the words tell.

    "Over the past 24 hours, 380 Russian soldiers were killed." (2023-01-25) gives side "russia",
    window "2023-01-24/2023-01-25", cumulative False.
    """
    last: Quantity | None = None
    for quantity in quantities:
        if quantity.unit or quantity.what == "share":
            yield quantity
            continue
        sentence = _sentence(quantity, low)
        window = _window(times, sentence)
        cumulative = quantity.cumulative
        if cumulative is None:
            cumulative = _is_total(quantity, low, sentence, window)
        side = _side(quantity, low, actors)
        if side is None and last and LISTED.fullmatch(low, last.span[1], quantity.span[0]):
            side = last.side if quantity.fate in ("lost", "launched") else None
        last = replace(quantity, side=side, window=window, cumulative=cumulative)
        yield last


def _sentence(quantity: Quantity, low: str) -> tuple[int, int]:
    start, end = quantity.span
    begin = max(0, start - limits().lead_in)
    for match in _BREAK.finditer(low, begin, start):
        begin = match.end()
    limit = min(len(low), end + limits().scope_reach)
    stop = _BREAK.search(low, end, limit)
    return begin, stop.start() if stop else limit


def _side(quantity: Quantity, low: str, actors: Sequence[ActorMention]) -> str | None:
    """The side of the actor in the words ("Russian soldiers"), behind them ("of the army"), or of
    whoever lost or launched the things.
    """
    start, end = quantity.span
    for actor in touching(actors, start - limits().owner_before, end + limits().owner_behind):
        if actor.side is None or actor.side == "independent":
            continue
        if start <= actor.start < end:
            return actor.side
        if end < actor.start and _OWNER.fullmatch(low, end, actor.start):
            return actor.side
        if actor.end < start and start - actor.end < limits().owner_before:
            loses = quantity.fate in ("lost", "launched") or quantity.what == "killed_or_wounded"
            if loses and _DOES.fullmatch(low, actor.end, start):
                return actor.side
            if _TOLL.fullmatch(low, actor.end, start):
                return actor.side
    losses = _THEIR_TOLL.search(low, max(0, start - limits().owner_before), start)
    side = load_sides().of_word(losses["who"]) if losses else None
    return None if side in (None, INDEPENDENT, UNKNOWN) else side


def _window(times: Sequence[Timex], sentence: tuple[int, int]) -> str | None:
    """The stretch over which was counted: "the past 24 hours", "since February", "every day"."""
    for t in inside(times, [sentence]):
        if t.type == "SET" and re.fullmatch(r"P\d+[DWM]", t.value):
            return t.value
        if t.type == "DURATION" and t.earliest and t.latest and _RANGE.match(t.value):
            return f"{t.earliest}/{t.latest}"
        if t.earliest and t.latest is None:
            return f"{t.earliest}/.."
    return None


def _is_total(
    quantity: Quantity, low: str, sentence: tuple[int, int], window: str | None
) -> bool | None:
    start = quantity.span[0]
    near = max(sentence[0], start - limits().more_reach)
    if _MORE_WORDS.match(low, start) or _MORE.search(low, near, start):
        return False
    if window and window.endswith("/.."):
        return True
    if _TOTAL.search(low, *sentence) or _ROSE.search(low, sentence[0], start):
        return True
    if window and "/" in window:
        first, last = window.split("/")
        return False if (final_day(last) - first_day(first)).days < limits().running_days else None
    return None
