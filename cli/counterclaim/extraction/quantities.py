"""Counted things and measures: how many, of what, as the interval the words allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from counterclaim.extraction import numbers
from counterclaim.records.model import Quantity, Span
from counterclaim.resources import data_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILLERS = (
    r"(?:(?:reportedly|also|have|has|had|having|were|was|are|is|been|being|be|to be|may|feared"
    r"|believed"
    r"|remain|still|left|allegedly|who|confirmed|reported|presumed|were to be|all|more|others"
    r"|so far|later"
    r"|since|already|now|in total)[ ,]+)*"
)
_TIME_WORDS = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|later|ago|a\.m|p\.m)"
)
_PERCENT = re.compile(r" ?(?:%|percent\b|per cent\b)")
_ASIDE = re.compile(r" ?\([^)]{0,40}\)")
_NAMED = re.compile(
    r"(?:\b(?:brigade|battalion|regiment|division|resolution|no\.?|number|unit|school|route"
    r"|highway|flight"
    r"|article|section|hospital|building|page|room|channel|phase|point|chapter|version|level|aged"
    r"|age|group)[ -])$"
)
_AGES = re.compile(r"\b(?:aged (?:\d+(?:,| and|, and) )?|one in )$")
_WORD_BEHIND = re.compile(r"-(?!km|m\b|mile|metre|meter|kilomet|strong)[a-z]")
_YEAR_LEAD = re.compile(r"\b(?:the|in|since|of|by|until|from|during|last) $")


@dataclass(frozen=True)
class _Words:
    """Word lists of data/quantities/, as patterns over lower-case text."""

    number: re.Pattern[str]
    vague: dict[str, tuple[float, float | None]]
    shares: dict[str, tuple[float, float]]
    qualifier: re.Pattern[str]
    qualifiers: dict[str, str]
    noun: re.Pattern[str]
    nouns: dict[str, str]
    people: frozenset[str]
    unit: re.Pattern[str]
    units: dict[str, tuple[str, str]]
    after: list[tuple[str, re.Pattern[str]]]
    before: list[tuple[str, re.Pattern[str]]]


def _read(name: str) -> Any:
    return yaml.load(data_path("quantities", name).read_text("utf-8"), _LOADER)  # noqa: S506


def _any(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def _words() -> _Words:
    nouns, vague, outcomes = _read("nouns.yaml"), _read("vague.yaml"), _read("outcomes.yaml")
    people = {n: key for key, words in nouns["people"].items() for n in words}
    things = {n: key for key, words in nouns["things"].items() for n in words}
    units = {w: (e["unit"], e["what"]) for e in _read("units.yaml") for w in e["words"]}
    marks = {w: kind for kind, words in vague["qualifiers"].items() for w in words}
    number = rf"(?:{_any(vague['numbers'])}|{_any(vague['shares'])}|{numbers.NUMBER})"
    return _Words(
        number=re.compile(
            rf"(?<![\w$£€#.,:/-])(?:(?P<between>between )?(?P<low>{number})"
            rf"(?P<link>(?(between) and |(?: to | or |[-–]| ?– ?)))(?P<high>{numbers.NUMBER})|"
            rf"(?P<one>{number}))(?!\d|[.,:]\d)(?:(?!\w)|(?=(?:{_any(units)})\b))"
        ),
        vague={k: (v[0], v[1]) for k, v in vague["numbers"].items()},
        shares={k: (v[0], v[1]) for k, v in vague["shares"].items()},
        qualifier=re.compile(rf"\b(?P<q>{_any(marks)})(?: (?:a|another|the|a total of|those))? ?$"),
        qualifiers=marks,
        noun=re.compile(
            rf"(?: (?:of (?:the |its |their |these |those |them )?)?)(?:(?!and\b|or\b|in\b"
            rf"|on\b|at\b|by\b|to\b|of\b"
            rf"|were\b|was\b|have\b|had\b|from\b|with\b|for\b|who\b|that\b|as\b|is\b|are\b"
            rf"|{_TIME_WORDS}\b)['\"“”’\w-]+[ ]){{0,3}}?"
            rf"['\"“”‘’]?(?:(?:{_any(people)}) (?=(?:{_any(things)})\b))?"
            rf"(?P<noun>{_any(people | things)})(?![\w-])"
        ),
        nouns=people | things,
        people=frozenset(people),
        unit=re.compile(rf"[ \u00a0-]?(?P<unit>{_any(units)})(?![\w²])"),
        units=units,
        after=[
            (key, re.compile(rf"[ ,]+{_FILLERS}['\"“]?(?:{_any(v['after'])})\b"))
            for key, v in outcomes.items()
        ],
        before=[
            (
                key,
                re.compile(
                    rf"\b(?:{_any(v['before'])})(?: (?:the|another|a further|a total of))? ?$"
                ),
            )
            for key, v in outcomes.items()
            if v["before"]
        ],
    )


def find_quantities(text: str, spans: tuple[Span, ...] | None = None) -> tuple[Quantity, ...]:
    """The quantities of `text`, or only those inside `spans`, in text order.

    Offsets are code points, half open. Only a number with a counted noun, a measure or a toll
    word counts; years, times, ages and numbered names do not.

    "Shelling killed at least 12 civilians." gives what "killed", low 12, high None.
    """
    low = text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ").lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    areas = spans if spans is not None else ((0, len(text)),)
    found: list[Quantity] = []
    for start, end in sorted(areas):
        found.extend(_in_area(text, low, start, end))
    return tuple(found)


def _in_area(text: str, low: str, start: int, end: int) -> Iterator[Quantity]:
    position = start
    while match := _words().number.search(low, position, end):
        got = _quantity(text, low, match, start, end)
        if got is None:
            position = match.start() + len(match["low"] or match["one"])
            continue
        yield got
        aside = _ASIDE.match(low, got.span[1])
        position = max(got.span[1], aside.end() if aside and got.unit else 0, match.end())


def _quantity(text: str, low: str, match: re.Match[str], start: int, end: int) -> Quantity | None:
    """The quantity around one number, or None where nothing is counted."""
    interval = _interval(match)
    if interval is None or _is_a_name(low, match):
        return None
    base = _qualified(low, match, start, interval)
    span_start = base.span[0]
    number_end = match.end()
    unit = _words().unit.match(low, number_end, end) or None
    if unit and _real_unit(low, unit):
        symbol, what = _words().units[unit["unit"]]
        return _cut(replace(base, what=what, unit=symbol), text, span_start, unit.end())
    percent = _PERCENT.match(low, number_end, end)
    if percent:
        return _cut(_percentage(base), text, span_start, percent.end())
    words = match["one"] or ""
    if words in _words().shares:
        part = _fraction(base, words, low[number_end : number_end + 6])
        return part and _cut(part, text, span_start, number_end)
    return _counted(base, text, low, match, end)


def _interval(match: re.Match[str]) -> tuple[float | None, float | None] | None:
    words = _words()
    if match["one"]:
        one = match["one"]
        if one in words.vague:
            return words.vague[one]
        if one in words.shares:
            return words.shares[one]
        value = numbers.parse_number(one)
        return None if value is None else (value, value)
    first, second = numbers.parse_number(match["low"]), numbers.parse_number(match["high"])
    if first is None or second is None:
        return None
    scale = re.search(r"(?:thousand|million|billion)$", match["high"])
    if scale and first < 1000:
        first *= numbers.SCALES[scale[0]]
    return (first, second) if first < second else None


def _is_a_name(low: str, match: re.Match[str]) -> bool:
    """Brigade 93, resolution 1701, the 2014 attacks."""
    before = low[max(0, match.start() - 14) : match.start()]
    if _NAMED.search(before):
        return True
    if _AGES.search(before) or _WORD_BEHIND.match(low, match.end()):
        return True
    year = re.fullmatch(r"(?:19|20)\d\d", match["one"] or "")
    return bool(year and _YEAR_LEAD.search(before))


def _qualified(
    low: str, match: re.Match[str], start: int, interval: tuple[float | None, float | None]
) -> Quantity:
    """The interval under "at least", "up to", "nearly", "about"."""
    first, second = interval
    words = _words()
    vague = (match["one"] or "") in words.vague and first != second
    best = first if first == second else None
    mark = words.qualifier.search(low, max(start, match.start() - 40), match.start())
    span = (mark.start() if mark else match.start(), match.end())
    base = Quantity("", "", span, first, best, second, approximate=vague)
    if mark is None:
        return base
    kind = words.qualifiers[mark["q"]]
    if kind in ("at_least", "more_than"):
        return replace(base, best=first, high=None)
    if kind == "up_to":
        return replace(base, low=None, best=None, high=second)
    if kind == "nearly" and first is not None and first == second:
        return replace(base, low=first - _half_step(first), approximate=True)
    return replace(base, approximate=True)


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
    loose = words not in ("a quarter", "a third", "half")
    if not re.match(r" (?:of|the)\b" if loose else r" of\b", rest):
        return None
    return replace(base, what="share")


def _counted(
    base: Quantity, text: str, low: str, match: re.Match[str], end: int
) -> Quantity | None:
    """A number with its noun, or with the word for what happened to uncounted people."""
    words = _words()
    number_end = match.end()
    if match["one"] == "one" and low.startswith((" of ", " another", "-"), number_end):
        return None
    rest = re.compile(
        rf" of (?:the |its |their |some |at least |about )?(?:{numbers.NUMBER})\b"
    ).match(low, number_end, end)
    noun = words.noun.match(low, rest.end() if rest else number_end, end)
    span_end = noun.end("noun") if noun else rest.end() if rest else number_end
    one = match["one"] == "one"
    person = noun is None or noun["noun"] in words.people
    what = _outcome(low, base.span[0], span_end, end) if person else None
    if noun is None:
        if what is None or one:
            what = None if one else _toll(low, match.start())
        return (
            None if what is None else _cut(replace(base, what=what), text, base.span[0], span_end)
        )
    if one and what is None and base.span[0] == match.start():
        return None
    if what is None and person:
        what = _toll(low, match.start())
    key = what or words.nouns[noun["noun"]]
    if noun["noun"] in ("bodies", "corpses") and what in (None, "captured", "evacuated"):
        key = "killed"
    return _cut(replace(base, what=key), text, base.span[0], span_end)


def _outcome(low: str, start: int, end: int, limit: int) -> str | None:
    """What happened to the people counted at start..end: the nearest word decides."""
    words = _words()
    joined = re.compile(
        rf"(?:,? (?:and|including|among them) (?:at least |about |some )?{numbers.NUMBER} [\w-]+"
        rf"(?: [\w-]+)?)?"
    ).match(low, end)
    tail = joined.end() if joined else end
    before = low[max(0, start - 40) : start]
    if _PART.search(before):
        return None
    for key, pattern in words.before:
        if pattern.search(before):
            return key
    for where in dict.fromkeys((end, tail)):
        for key, pattern in words.after:
            if pattern.match(low, where):
                return key
    return _later_outcome(low, end, limit)


def _later_outcome(low: str, end: int, limit: int) -> str | None:
    """The verb further on: "5,000 people, mostly women, were evacuated"."""
    clause = re.split(r"[.;:!?\n]| (?:but|while|after|when|as|because) ", low[end : end + 110])[0]
    clause = clause[: max(0, limit + 60 - end)]
    verb = re.search(
        r"\b(?:were|was|have been|has been|had been|have|had|are|being|be) (?:\w+ly )?(?=\w)",
        clause,
    )
    if verb is None or re.search(rf"\b{numbers.NUMBER}\b", clause[: verb.start()]):
        return None
    for key, pattern in _words().after:
        if pattern.match(" " + clause[verb.start() :]):
            return key
    return None


_PART = re.compile(r"\b(?:including|among them|of whom|of them)(?: the| another)? $")
_TOLL = re.compile(
    r"\b(?P<of>death toll|toll|dead|deaths|fatalities|number of (?:\w+ ){0,3}?(?:victims"
    r"|casualties|losses|dead|killed|wounded|injured|displaced|refugees)"
    r"|victims|casualties|losses|population)\b[^.;\n]{0,140}?\b(?:reached|reaches|rose to"
    r"|risen to|rises to|climbed to"
    r"|stands at|stood at|exceeds|exceeded|passed|topped|is|was|are|were|at|to|amounted to"
    r"|amount to|of)"
    r"(?: (?:now|already|currently))?(?: (?:at least|more than|over|nearly|almost|about|around"
    r"|up to|some))? ?$"
)
_TOLL_KEYS = {
    "killed": ("death toll", "toll", "dead", "deaths", "fatalities", "killed"),
    "wounded": ("wounded", "injured"),
    "displaced": ("displaced", "refugees"),
    "population": ("population",),
}


def _toll(low: str, start: int) -> str | None:
    """What a bare number counts behind "the death toll … reached"."""
    before = re.split(r"[.!?;\n]", low[max(0, start - 190) : start])[-1]
    match = _TOLL.search(before)
    if match is None:
        return None
    last = match["of"].split()[-1]
    for key, ends in _TOLL_KEYS.items():
        if last in ends or match["of"] in ends:
            return key
    return "killed_or_wounded"


def _cut(quantity: Quantity, text: str, start: int, end: int) -> Quantity:
    """The finished record: its words, and whole numbers as such."""
    low, best, high = (_whole(x) for x in (quantity.low, quantity.best, quantity.high))
    return replace(
        quantity, mention=text[start:end], span=(start, end), low=low, best=best, high=high
    )


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
