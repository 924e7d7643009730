"""Numbers: the same thing counted, and how far the figures lie apart."""

from __future__ import annotations

import math

from counterclaim.comparison.axes.figures import Figure, covers_harm, is_harm, read_figures
from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.comparison import Axes
from counterclaim.knowledge.predicates import FALLBACK, family

_ORDER = ("contradicts", "tension", "differs_in_number", "agrees", "compatible")


def compare_numbers(pair: Pair) -> Finding | None:
    """Set the figures of two claims side by side, where they count the same."""
    a, b = pair.a, pair.b
    if a.doubted or b.doubted or not _same_scope(pair):
        return None
    ours, theirs = (s.value(read_figures, pair.world.rules) for s in (a, b))
    met = pair.overlap or (_has_total(ours) and _has_total(theirs))
    found = {
        (i, j): finding
        for i, x in enumerate(ours if met else ())
        for j, y in enumerate(theirs)
        if (finding := _judge(pair, x, y)) is not None
    }
    if added := _add_up(ours, theirs) or _add_up(theirs, ours):
        return added
    return min(
        _unmatched(found),
        key=lambda f: (_ORDER.index(f.relation), f.reason),
        default=None,
    )


def find_open_bounds(pair: Pair) -> Finding | None:
    """Set two numbers side by side that both can hold because one is open ("more than 40", "43"):
    of one happening they are two counts all the same, "at least 7" and "at least 21" where it is
    one beyond doubt.

    >>> find_open_bounds(pair).reason
    'more than 40 bodies ⇄ 43 people: both can hold'
    """
    doubted = pair.a.doubted or pair.b.doubted
    if doubted or pair.one_voice or pair.part is not None or not _same_scope(pair):
        return None
    ours, theirs = (s.value(read_figures, pair.world.rules) for s in (pair.a, pair.b))
    alike = {x.what for x in ours for y in theirs if x.what == y.what and _overlap(x, y)}
    for x in (f for f in ours if not _is_settled(f, alike, pair.axes)):
        for y in theirs:
            if _is_open(pair, x, y) and (x.bound != y.bound or _one_event(pair)):
                reason = f"{x.words} ⇄ {y.words}: both can hold"
                return Finding("differs_in_number", "quantity", reason, "weak", "bound")
    return None


def _is_open(pair: Pair, x: Figure, y: Figure) -> bool:
    if 0.0 in (x.high, y.high) or not _same_people(pair, x, y) or not _same_thing(pair, x, y):
        return False
    apart = x.what == y.what and not (_overlap(x, y) or _just_over(pair, x, y))
    return apart and _narrower(pair, x, y) is None and _bounds_meet(x, y)


def _is_settled(figure: Figure, alike: set[str], axes: Axes) -> bool:
    """Tell whether two claims give one number of the same, or of a graver harm: of who agree on the
    dead nobody minds the wounded.
    """
    graver = list(axes.harms)
    known = graver.index(figure.what) if figure.what in graver else 0
    return figure.what in alike or not alike.isdisjoint(graver[:known])


def _overlap(x: Figure, y: Figure) -> bool:
    return x.low <= y.high and y.low <= x.high


def _one_event(pair: Pair) -> bool:
    stated = all(s.window and s.window.stated for s in (pair.a, pair.b))
    return pair.one_article or (stated and pair.overlap)


def _add_up(parts: tuple[Figure, ...], wholes: tuple[Figure, ...]) -> Finding | None:
    """Six here, two there and one elsewhere are nine in all; a soldier and at least eleven
    civilians are at least twelve.
    """
    for whole in wholes:
        like = [f for f in parts if f.what == whole.what and f.low == f.high and f.bound >= 0]
        fits = whole.low == whole.high and whole.bound >= max((f.bound for f in like), default=0)
        if len(like) > 1 and fits and sum(f.low for f in like) == whole.low:
            words = " + ".join(f.words for f in like)
            return Finding("agrees", "quantity", f"both: {whole.words} ({words})")
    return None


def _unmatched(found: dict[tuple[int, int], Finding]) -> list[Finding]:
    """Leave out what a figure is to others where it has its like: of thirteen dead nine are from
    one country.
    """
    like = [key for key, finding in found.items() if finding.relation == "agrees"]
    ours, theirs = {i for i, _ in like}, {j for _, j in like}
    return [
        finding
        for (i, j), finding in found.items()
        if finding.relation == "agrees" or (i not in ours and j not in theirs)
    ]


def _same_scope(pair: Pair) -> bool:
    """Gate 5: what happened to the same people or things."""
    a, b = pair.a, pair.b
    if pair.one(a.sufferer, b.sufferer) is False:
        return False
    stated = [(a.role(n), b.role(n)) for n in ("item", "object")]
    return all(x is None or y is None or x == y for x, y in stated)


def _has_total(figures: tuple[Figure, ...]) -> bool:
    """Tell whether claims of other days may give the number of a claim: a total, to its day."""
    return any(figure.span == "total" for figure in figures)


def _judge(pair: Pair, x: Figure, y: Figure) -> Finding | None:
    if not _same_people(pair, x, y):
        return None
    if 0.0 in (x.high, y.high):
        return _none_or_some(pair, x, y)
    if not _same_thing(pair, x, y):
        return None
    if x.what != y.what:
        return _nested(pair, x, y)
    if _overlap(x, y) and _by_chance(pair, x, y):
        return None
    if (narrow := _narrower(pair, x, y)) is not None:
        return _among(*((x, y) if narrow == "x" else (y, x)))
    if pair.part is not None and _part_fits(pair, x, y):
        return Finding("compatible", "quantity", f"{x.words}, {y.words}: a part and the whole")
    if _overlap(x, y) or _just_over(pair, x, y):
        return Finding("agrees", "quantity", f"both: {min(x.words, y.words)}")
    if _bounds_meet(x, y):
        return Finding("compatible", "quantity", f"{x.words}, {y.words}: both can hold")
    return Finding("differs_in_number", "quantity", f"{x.words} ⇄ {y.words}", _strength(pair, x, y))


def _by_chance(pair: Pair, x: Figure, y: Figure) -> bool:
    """Tell whether enemies tell of one or two dead, and nobody says whose: each has its own."""
    few = max(x.high, y.high) <= pair.world.rules.incidents.chance
    return few and pair.across and not _of_one_side(pair, x, y)


def _just_over(pair: Pair, x: Figure, y: Figure) -> bool:
    """Tell whether one number is what the other is rounded down to: 31, and "more than 30"."""
    least, other = (x, y) if x.bound > 0 else (y, x)
    most = min(least.low * (1 + pair.thresholds.rounded), least.low + _unit(least.low))
    return least.bound > 0 == other.bound and least.low < other.low < most


def _unit(number: float) -> float:
    """Give the unit that a number is rounded to: 10 of 30, 1000 of 465000."""
    return next((10.0**n for n in range(9, 0, -1) if number % 10**n == 0), 1.0)


def _same_thing(pair: Pair, x: Figure, y: Figure) -> bool:
    """One thing counted in one stretch of time; scope left unsaid must at least be plausible."""
    related = x.what == y.what or _wider(pair.axes, x.what, y.what)
    harm = all(is_harm(figure.what, pair.axes) for figure in (x, y))
    kinds = pair.a.kind, pair.b.kind
    kin = FALLBACK in kinds or pair.world.rules.incidents.kin(*kinds)
    if not related or not (harm or kin) or (x.fate and y.fate and x.fate != y.fate):
        return False
    if x.span and y.span and x.span != y.span:
        return False
    if _of_other_events(pair, x, y):
        return False
    if not pair.overlap:
        return x.span == y.span == "total"
    if x.span and x.span == y.span:
        return True
    small, large = sorted((max(x.high, 1), max(y.high, 1)))
    return large / small <= pair.thresholds.scope_ratio


def _of_other_events(pair: Pair, x: Figure, y: Figure) -> bool:
    """Tell whether a coded row, which counts one event, is set beside a number of more days, or of
    what some other deed cost.
    """
    toll, kin = family("toll"), pair.world.rules.incidents.kin
    deeds = [s.kinds - {*toll} for s in (pair.a, pair.b)]
    other = all(deeds) and not any(kin(p, q) for p in deeds[0] for q in deeds[1])
    return (x.alone and (other or y.span != "day")) or (y.alone and (other or x.span != "day"))


def _same_people(pair: Pair, x: Figure, y: Figure) -> bool:
    """People of one kind, or of one that is among the other; of one side, where both are told."""
    same = _of_one_side(pair, x, y)
    p, q = _path(pair, x), _path(pair, y)
    if same:  # one army's soldiers are the other's fighters
        p, q = p[:1], q[:1]
    return same is not False and p[: len(q)] == q[: len(p)]


def _of_one_side(pair: Pair, x: Figure, y: Figure) -> bool | None:
    """Tell whether two figures count people or things of one side; None where it is not told."""
    return pair.one(x.side or _owner(pair, pair.a, x), y.side or _owner(pair, pair.b, y))


def _owner(pair: Pair, subject: PreparedClaim, figure: Figure) -> str | None:
    """Whose they are that a figure counts, where it does not say: people harmed and things lost are
    the sufferer's, what was launched or shot down is not.
    """
    lost = is_harm(figure.what, pair.axes) or subject.kind in family("consuming")
    return subject.sufferer if lost or figure.counted else None


def _path(pair: Pair, figure: Figure) -> tuple[str, ...]:
    """The kinds that the counted people are among, the widest first."""
    return pair.axes.people.get(figure.counted or "", ())


def _narrower(pair: Pair, x: Figure, y: Figure) -> str | None:
    """Which of two figures counts people that the other counts among others: "x" or "y"."""
    p, q = _path(pair, x), _path(pair, y)
    named = _named_apart(pair, x, y)
    if named or len(p) == len(q) or _of_one_side(pair, x, y):
        return named
    return "x" if len(p) > len(q) else "y"


def _named_apart(pair: Pair, x: Figure, y: Figure) -> str | None:
    """Which of two figures counts people by a name, where the other counts whoever: "nine workers
    of an aid group" are among the dead.
    """
    rare = [_is_named(f) for f in (x, y)]
    if rare[0] == rare[1] or not all(is_harm(f.what, pair.axes) for f in (x, y)):
        return None
    return "x" if rare[0] else "y"


def _is_named(figure: Figure) -> bool:
    return any(word[:1].isupper() for word in figure.words.split()[1:])


def _among(part: Figure, whole: Figure) -> Finding:
    """A few of many: children among the dead are not more than the dead."""
    words = f"{min(part.words, whole.words)}, {max(part.words, whole.words)}"
    if part.low > whole.high and whole.bound <= 0:
        reason = words.replace(", ", " ⇄ ", 1)
        return Finding("differs_in_number", "quantity", reason, "weak")
    if _overlap(part, whole):
        return Finding("agrees", "quantity", f"both: {min(part.words, whole.words)}")
    return Finding("compatible", "quantity", f"{words}: some of them and all")


def _none_or_some(pair: Pair, x: Figure, y: Figure) -> Finding | None:
    """Nobody was harmed against some who were. "No soldiers" says nothing of all the dead."""
    (nought, some), part = ((x, y), "b") if x.high == 0 else ((y, x), "a")
    if some.high == 0 or not pair.overlap or pair.part not in (None, part):
        return None
    if not covers_harm(pair.axes, nought.what, some.what) or not _one_blow(pair):
        return None
    wider = len(_path(pair, nought)) > len(_path(pair, some))
    dated = all(s.window is not None and s.window.stated for s in (pair.a, pair.b))
    reason = f"{nought.words} ⇄ {some.words}"
    if wider or not dated:
        return Finding("tension", "quantity", reason, "weak")
    return Finding("contradicts", "quantity", reason)


def _one_blow(pair: Pair) -> bool:
    """Tell whether nobody here and some there may be of one blow, where the place is supposed."""
    a, b = pair.a, pair.b
    if not pair.ground.supposed or pair.meeting.near or pair.meeting.same_words:
        return True
    return bool(pair.one(a.sufferer, b.sufferer) or pair.one(a.author, b.author))


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
    """Tell whether a number fits both: "at least" and "at most" leave one end open."""
    ends = [(0.0 if f.bound < 0 else f.low, math.inf if f.bound > 0 else f.high) for f in (x, y)]
    return ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]


def _strength(pair: Pair, x: Figure, y: Figure) -> str:
    gap = max(x.low - y.high, y.low - x.high)
    limits = pair.thresholds
    near = gap <= max(limits.tolerance_count, limits.tolerance_share * min(x.high, y.high))
    return "weak" if near else "strong"
