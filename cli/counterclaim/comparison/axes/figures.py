"""Figures: the numbers of a claim, with what they count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.knowledge.comparison import Axes, Rules, Thresholds
from counterclaim.knowledge.predicates import family
from counterclaim.records import Quantity

_TOLL = "casualties"
_PEOPLE = "people"  # in a toll that counts nobody else, they are the harmed
_DAILY = ("per_day", "a_day", "daily")
_MONTH = 31
_OPENING = 6  # words, within which it stands that none were harmed
_VAGUE = 2.0  # times the low end, at least, that the high end of a vague number is


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its scope. `low` and `high` are what an approximation allows; `bound` is
    +1 for "at least", -1 for "at most"; `span` is "day", "total" or None: not stated. `counted`
    is the kind of people, `side` whose they are, `fate` what became of things; `alone`: a coded row
    counts one event, whatever else happened on the day.
    """

    what: str
    low: float
    high: float
    bound: int
    span: str | None
    words: str
    counted: str | None = None
    side: str | None = None
    fate: str | None = None
    alone: bool = False


def read_figure(quantity: Quantity, subject: PreparedClaim, limits: Thresholds) -> Figure | None:
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
    span, words = _span(quantity, subject, limits), quantity.mention or _plain(low)
    counted = quantity.counted or subject.role("category")
    alone = subject.entry.coded and quantity.cumulative is False
    more = counted, quantity.side, quantity.fate, alone
    return Figure(what, float(low), float(high), bound, span, words, *more)


def read_figures(subject: PreparedClaim, rules: Rules) -> tuple[Figure, ...]:
    """Read all quantities of a claim that state a number. That nobody was harmed is a nought; two
    women of whom a toll tells are two of the harmed.
    """
    if subject.negative:
        toll = subject.kind in family("toll") or _is_unharmed(subject, rules)
        return (_nobody(subject),) if toll and not subject.claim.quantities else ()
    read = (read_figure(q, subject, rules.thresholds) for q in subject.claim.quantities)
    found = _exact(tuple(figure for figure in read if figure is not None))
    if subject.kind not in family("toll"):
        return found
    harm = subject.role("harm")
    if harm not in rules.axes.harms:
        harm = _TOLL
        if any(is_harm(f.what, rules.axes) for f in found):
            return found
    bare = not any(f.what == harm for f in found)
    return tuple(_harmed(f, harm, bare=bare, axes=rules.axes) for f in found)


def _is_unharmed(subject: PreparedClaim, rules: Rules) -> bool:
    """Tell whether words say that nobody was harmed, whatever the event: "no sailors were hurt"."""
    first, *others = subject.words[:_OPENING] or ("",)
    none = first in rules.vocabulary.none and subject.claim.stance != "denies"
    return none and not rules.vocabulary.harmed.isdisjoint(others)


def _exact(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Leave out a vague number of what is counted exactly beside it: "50 killed, dozens dead"."""
    exact = {f.what for f in figures if f.low == f.high}
    return tuple(f for f in figures if f.what not in exact or f.high <= _VAGUE * f.low)


def _harmed(figure: Figure, harm: str, *, bare: bool, axes: Axes) -> Figure:
    """Take people whom a toll counts as those who suffered its harm."""
    if figure.what in axes.people:
        return replace(figure, what=harm, counted=figure.what)
    return replace(figure, what=harm) if bare and figure.what == _PEOPLE else figure


def _nobody(subject: PreparedClaim) -> Figure:
    what = subject.role("harm") or _TOLL
    return Figure(what, 0.0, 0.0, 0, None, "nobody", subject.role("category"))


def _span(quantity: Quantity, subject: PreparedClaim, limits: Thresholds) -> str | None:
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


def is_harm(what: str, axes: Axes) -> bool:
    """Tell whether a number counts people harmed, in whatever event it is told."""
    return what in axes.harms


def covers_harm(axes: Axes, wide: str, narrow: str) -> bool:
    """Tell whether those who suffered one harm are among those who suffered another.

    >>> covers_harm(axes, "casualties", "killed"), covers_harm(axes, "killed", "wounded")
    (True, False)
    """
    return is_harm(narrow, axes) and (wide == narrow or wide in axes.harms[narrow])
