"""Counted things and measures: how many, of what, as the interval the words allow."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.extraction.grammar import numbers
from counterclaim.extraction.quantities.lexicon import lexicon
from counterclaim.extraction.quantities.outcomes import outcome, toll
from counterclaim.extraction.quantities.tallies import added, partial, tallied
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern, pattern_with
from counterclaim.records.model import Quantity, Span

_PERCENT = pattern("percent")
_ASIDE = re.compile(r" ?\([^)]{0,40}\)")
_TAKEN = pattern("passing_over_behind")
"""Verbs whose "over" is a part of them: to take over two villages is not to take more than two."""
_NAMED = pattern("named_by_number")
_AGES = pattern("age_or_share")
_WORD_BEHIND = pattern("word_of_number")
# "46 drones over nine regions", "shot down over three districts": above them, not more than them
_AREAS = pattern("over_areas")
_IN_THE_AIR = pattern("in_the_air")
_MONTH_BEHIND = pattern("month_of_number")
_OF_SEVERAL = pattern("of_several")
_YEAR_LEAD = pattern("year_lead")


def read_numbers(text: str, low: str, start: int, end: int) -> list[Quantity]:
    """The quantities of one stretch of a text, left to right; `low` is the text in lower case.

    "They moved 5 km west and lost 12 tanks." gives a distance in km and 12 tanks.
    """
    found: list[Quantity] = []
    position = start
    while match := lexicon().number.search(low, position, end):
        got = _quantity(text, low, match, start, end, found[-1] if found else None)
        if got is None:
            position = match.start() + len(match["low"] or match["one"])
            continue
        found.append(got)
        aside = _ASIDE.match(low, got.span[1])
        position = max(got.span[1], aside.end() if aside and got.unit else 0, match.end())
    return found


def read_interval(low: str, start: int, end: int, floor: int) -> Quantity | None:
    """The first number in `start` to `end` of a text in lower case, with the words from `floor` on
    that open it to one side ("more than", "up to"): its interval and its span, else nothing."""
    match = lexicon().number.search(low, start, end)
    interval = None if match is None else _interval(match)
    if match is None or interval is None or _is_a_name(low, match):
        return None
    return _qualified(low, match, floor, interval)


def made(
    text: str,
    what: str,
    span: Span,
    interval: tuple[float | None, float | None],
    counted: str | None = None,
) -> Quantity:
    """The quantity of words whose number the tree tells: whole numbers as such, the best one where
    the interval has one number only."""
    low, high = (_whole(x) for x in interval)
    best = low if low == high else None
    return Quantity(what, text[slice(*span)], span, low, best, high, counted=counted)


def _quantity(
    text: str, low: str, match: re.Match[str], start: int, end: int, last: Quantity | None
) -> Quantity | None:
    """The quantity around one number, or None where nothing is counted."""
    interval = _interval(match)
    if interval is None or _is_a_name(low, match):
        return None
    base = _qualified(low, match, start, interval)
    span_start = base.span[0]
    number_end = match.end()
    unit = lexicon().unit.match(low, number_end, end) or None
    if unit and _real_unit(low, unit):
        symbol, what = lexicon().units[unit["unit"]]
        return _cut(replace(base, what=what, unit=symbol), text, span_start, unit.end())
    percent = _PERCENT.match(low, number_end, end)
    if percent:
        return _cut(_percentage(base), text, span_start, percent.end())
    words = match["one"] or ""
    if words in lexicon().shares:
        part = _fraction(base, words, low[number_end : number_end + 6])
        return part and _cut(part, text, span_start, number_end)
    listed = tallied(base, low, number_end)
    if listed:
        return _cut(listed[0], text, span_start, listed[1])
    more = added(base, low, last) or partial(base, low, last, number_end)
    if more:
        return _cut(more, text, span_start, number_end)
    return _counted(base, text, low, match, end)


def _interval(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    words = lexicon()
    if match["one"]:
        one = match["one"]
        if one in words.vague:
            return words.vague[one]
        if one in words.shares:
            return words.shares[one]
        value = _short(one) or numbers.parse_number(one)
        return None if value is None else (value, value)
    first, second = numbers.parse_number(match["low"]), numbers.parse_number(match["high"])
    if first is None or second is None:
        return None
    scale = pattern("scale_of_number").search(match["high"])
    if scale and first < 1000:
        first *= numbers.SCALES[scale[0]]
    return (first, second) if first < second else None


def _short(words: str) -> float | None:
    """The number of "30k" or "1.2m" before people."""
    match = re.fullmatch(r"([\d,.]+)([km])", words)
    return float(match[1].replace(",", "")) * (1e3 if match[2] == "k" else 1e6) if match else None


def _is_a_name(low: str, match: re.Match[str]) -> bool:
    """Brigade 93, resolution 1701, the 2014 attacks, 3 January."""
    before = low[max(0, match.start() - 14) : match.start()]
    if _NAMED.search(before):
        return True
    if _AGES.search(before) or _WORD_BEHIND.match(low, match.end()):
        return True
    if _MONTH_BEHIND.match(low, match.end()):
        return True
    year = re.fullmatch(r"(?:19|20)\d\d", match["one"] or "")
    return bool(year and _YEAR_LEAD.search(before))


def _qualified(
    low: str, match: re.Match[str], start: int, interval: tuple[float | None, float | None]
) -> Quantity:
    """The interval under "at least", "up to", "nearly", "about"."""
    first, second = interval
    words = lexicon()
    vague = (match["one"] or "") in words.vague and first != second
    best = first if first == second else None
    mark = words.qualifier.search(
        low, max(start, match.start() - limits().qualifier_reach), match.start()
    )
    if mark is not None and mark["q"] == "over" and _TAKEN.search(low, start, mark.start()):
        mark = None
    span = (mark.start() if mark else match.start(), match.end())
    base = Quantity("", "", span, first, best, second, approximate=vague)
    if mark is None or _is_above(low, mark, match.end()):
        return replace(base, span=match.span())
    kind = words.qualifiers[mark["q"]]
    if kind in ("at_least", "more_than"):
        return replace(base, best=first, high=None)
    if kind == "up_to":
        return replace(base, low=None, best=None, high=second)
    if kind == "nearly" and first is not None and first == second:
        return replace(base, low=first - _half_step(first), approximate=True)
    return replace(base, approximate=True)


def _is_above(low: str, mark: re.Match[str], number_end: int) -> bool:
    flies = _IN_THE_AIR.search(low, max(0, mark.start() - limits().flight_reach), mark.start())
    return mark["q"] == "over" and bool(flies and _AREAS.match(low, number_end))


def _half_step(value: float) -> float:
    """Half of the last round step: "nearly 30" begins at 25, "nearly 600,000" at 550,000."""
    step = 1.0
    while value >= 10 * step:
        step *= 10
    return step / 2 if value >= 10 else 1


def _real_unit(low: str, unit: re.Match[str]) -> bool:
    """A lone "m" after a number is metres, but "2 m" of money or "m." of a name is rare enough;
    calibres ("155mm shells") are names of things.
    """
    return unit["unit"] != "mm"


def _percentage(base: Quantity) -> Quantity:
    """Thirty percent is the share 0.3."""

    def part(x: float | None) -> float | None:
        return None if x is None else round(x / 100, 6)

    return replace(
        base, what="share", low=part(base.low), best=part(base.best), high=part(base.high)
    )


def _fraction(base: Quantity, words: str, rest: str) -> Quantity | None:
    """A share in words needs its whole: "two-thirds of", "half of"; "half an hour" is none."""
    loose = not pattern("share_with_article").fullmatch(words)
    if not pattern("of_whole" if loose else "of_its_whole").match(rest):
        return None
    return replace(base, what="share")


def _counted(
    base: Quantity, text: str, low: str, match: re.Match[str], end: int
) -> Quantity | None:
    """A number with its noun, or with the word for what happened to uncounted people."""
    words = lexicon()
    number_end = match.end()
    if match["one"] == "one" and pattern("one_of").match(low, number_end):
        return _one_of(base, text, low, number_end, end)
    rest = pattern_with("out_of_whole", number=numbers.NUMBER).match(low, number_end, end)
    noun = words.noun.match(low, rest.end() if rest else number_end, end)
    span_end = noun.end("noun") if noun else rest.end() if rest else number_end
    one = match["one"] == "one"
    person = noun is None or noun["noun"] in words.people
    what = outcome(low, base.span[0], span_end, end) if person else None
    if noun is None:
        if what is None or one:
            what = None if one else toll(low, match.start())
        return (
            None if what is None else _cut(replace(base, what=what), text, base.span[0], span_end)
        )
    if one and what is None and base.span[0] == match.start() and person:
        return None
    if what is None and person:
        what = toll(low, match.start())
    kind = words.nouns[noun["noun"]]
    key = what or kind
    if noun["noun"] in ("bodies", "corpses") and what in (None, "captured", "evacuated"):
        key = "killed"
    counted = kind if person and key != kind else None
    return _cut(replace(base, what=key, counted=counted), text, base.span[0], span_end)


def _one_of(base: Quantity, text: str, low: str, start: int, end: int) -> Quantity | None:
    """One of several things: "one of its lorries"; "one of the largest" is none of them."""
    of = _OF_SEVERAL.match(low, start, end)
    noun = lexicon().noun.match(low, of.end(), end) if of else None
    if noun and noun["noun"] not in lexicon().people:
        kind = lexicon().nouns[noun["noun"]]
        return _cut(replace(base, what=kind), text, base.span[0], noun.end("noun"))
    return None


def _cut(quantity: Quantity, text: str, start: int, end: int) -> Quantity:
    """The finished record: its words, and whole numbers as such."""
    low, best, high = (_whole(x) for x in (quantity.low, quantity.best, quantity.high))
    return replace(
        quantity, mention=text[start:end], span=(start, end), low=low, best=best, high=high
    )


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
