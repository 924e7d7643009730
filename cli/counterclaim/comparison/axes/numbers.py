"""Numbers: the same thing counted, and how far the figures lie apart."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.comparison.subjects import Finding, Pair, Subject
from counterclaim.knowledge.comparison import Axes, Thresholds
from counterclaim.records import Quantity

_ORDER = ("differs_in_number", "agrees", "compatible")
_DAILY = ("per_day", "a_day", "daily")
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its scope. `low` and `high` are what an approximation allows; `bound` is
    +1 for "at least", -1 for "at most"; `span` is "day", "total" or None: not stated.
    """

    what: str
    low: float
    high: float
    bound: int
    span: str | None
    words: str


def read_figure(quantity: Quantity, subject: Subject, limits: Thresholds) -> Figure | None:
    """Read a quantity as a figure; None when it states no number.

    >>> read_figure(quantity, subject, limits)        # "more than 40 bodies"
    Figure(what='killed', low=40.0, high=40.0, bound=1, span=None, words='more than 40 bodies')
    """
    known = [n for n in (quantity.low, quantity.best, quantity.high) if n is not None]
    if not known:
        return None
    low = quantity.low if quantity.low is not None else known[-1]
    high = quantity.high if quantity.high is not None else low
    bound = 1 if quantity.high is None else -1 if quantity.low is None else 0
    if quantity.approximate and low == high:
        low, high = low * (1 - limits.approximate), high * (1 + limits.approximate)
    what = quantity.what.strip().casefold().replace(" ", "_")
    for ending in _DAILY:
        what = what.removesuffix(f"_{ending}")
    span = _span(quantity, subject, limits)
    return Figure(what, float(low), float(high), bound, span, quantity.mention or _plain(low))


def compare_numbers(pair: Pair) -> Finding | None:
    """Set the figures of two claims side by side, where they count the same."""
    a, b = pair.a, pair.b
    if a.negative or b.negative or a.doubted or b.doubted or not _same_scope(pair):
        return None
    found = [
        finding
        for x in a.value(read_figures, pair.thresholds)
        for y in b.value(read_figures, pair.thresholds)
        if (finding := _judge(pair, x, y)) is not None
    ]
    return min(found, key=lambda f: (_ORDER.index(f.relation), f.reason), default=None)


def is_harm(what: str, axes: Axes) -> bool:
    """Tell whether a number counts people harmed, in whatever event it is told."""
    return what in axes.harms


def read_figures(subject: Subject, limits: Thresholds) -> tuple[Figure, ...]:
    """Read all quantities of a claim that state a number."""
    read = (read_figure(q, subject, limits) for q in subject.claim.quantities)
    return tuple(figure for figure in read if figure is not None)


def _same_scope(pair: Pair) -> bool:
    """Gate 5: what happened to the same people, of the same kind."""
    a, b = pair.a, pair.b
    if pair.one(a.sufferer, b.sufferer) is False:
        return False
    stated = [(a.role(n), b.role(n)) for n in ("category", "item", "object")]
    return all(x is None or y is None or x == y for x, y in stated)


def _judge(pair: Pair, x: Figure, y: Figure) -> Finding | None:
    if not _same_thing(pair, x, y):
        return None
    if x.what != y.what:
        return _nested(pair, x, y)
    if pair.part is not None and _part_fits(pair, x, y):
        return Finding("compatible", "quantity", f"{x.words}, {y.words}: a part and the whole")
    if x.low <= y.high and y.low <= x.high:
        return Finding("agrees", "quantity", f"both: {min(x.words, y.words)}")
    if {x.bound, y.bound} == {1, -1} and _bounds_meet(x, y):
        return Finding("compatible", "quantity", f"{x.words}, {y.words}: both can hold")
    return Finding("differs_in_number", "quantity", f"{x.words} ⇄ {y.words}", _strength(pair, x, y))


def _same_thing(pair: Pair, x: Figure, y: Figure) -> bool:
    """One thing counted in one stretch of time; scope left unsaid must at least be plausible."""
    related = x.what == y.what or _wider(pair.axes, x.what, y.what)
    harm = all(is_harm(figure.what, pair.axes) for figure in (x, y))
    damage = all(pair.axes.of("damaging", subject.kind) for subject in (pair.a, pair.b))
    if not related or not (harm or damage or pair.a.kind == pair.b.kind):
        return False
    if x.span and y.span and x.span != y.span:
        return False
    if not pair.overlap:
        return x.span == y.span == "total"
    if x.span and x.span == y.span:
        return True
    small, large = sorted((max(x.high, 1), max(y.high, 1)))
    return large / small <= pair.thresholds.scope_ratio


def _nested(pair: Pair, x: Figure, y: Figure) -> Finding | None:
    """The killed are among the casualties: only more killed than casualties cannot be."""
    narrow, wide = (x, y) if y.what in pair.axes.harms.get(x.what, ()) else (y, x)
    if narrow.low > wide.high and wide.bound <= 0:
        return Finding("differs_in_number", "quantity", f"{x.words} ⇄ {y.words}", "weak")
    return None


def _wider(axes: Axes, x: str, y: str) -> bool:
    return y in axes.harms.get(x, ()) or x in axes.harms.get(y, ())


def _part_fits(pair: Pair, x: Figure, y: Figure) -> bool:
    part, whole = (x, y) if pair.part == "a" else (y, x)
    return part.high < whole.low


def _bounds_meet(x: Figure, y: Figure) -> bool:
    floor, ceiling = (x, y) if x.bound > 0 else (y, x)
    return floor.low <= ceiling.high


def _strength(pair: Pair, x: Figure, y: Figure) -> str:
    gap = max(x.low - y.high, y.low - x.high)
    limits = pair.thresholds
    near = gap <= max(limits.tolerance_count, limits.tolerance_share * min(x.high, y.high))
    return "weak" if near else "strong"


def _span(quantity: Quantity, subject: Subject, limits: Thresholds) -> str | None:
    claim, window = subject.claim, subject.window
    words = f"{quantity.what} {quantity.unit or ''} {claim.time.mention or ''}"
    if any(ending in words.casefold().replace(" ", "_") for ending in _DAILY):
        return "day"
    if window is None or claim.time.earliest is None:
        return None
    days = window.last - window.first + 1
    if days <= limits.single_event_days and not subject.flag("cumulative"):
        return "day"
    return "total" if days > _MONTH else None


def _plain(number: float) -> str:
    return f"{number:g}"
