"""The numbers of one question, thing by thing, as each source gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log10

from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.types import RELATIONS, Comparison, Entry, Question, Relation
from counterclaim.comparison.views.timeline import order, place_in_time
from counterclaim.records import Quantity

QUANTITY = "quantity"
STEEP = 100


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """One number of one claim; `low` and `high` are None where the number has an open end."""

    entry: Entry
    low: float | None
    high: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """All figures of one thing counted, in the order in which they were said. `most` is the largest
    number; `steep`: they differ so much that the small ones would all lie at nought.
    """

    what: str
    figures: tuple[ScaleEntry, ...]
    most: float = field(init=False, repr=False, compare=False)
    steep: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = [n for f in self.figures for n in (f.low, f.high) if n is not None]
        above = [number for number in numbers if number > 0]
        object.__setattr__(self, "most", max(numbers))
        object.__setattr__(self, "steep", bool(above) and max(above) > STEEP * min(above))

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from others: the thing, and whose words count it."""
        return (self.what, *((figure.entry.claim.id, figure.words) for figure in self.figures))

    def share(self, number: float) -> float:
        """Place a number on the scale, from 0 (nought) to 1 (the largest); a steep one is drawn by
        powers of ten. Nobody counts less than nothing: what is typed so stands at nought.
        """
        number = min(max(number, 0.0), self.most)
        if number <= 0.0:
            return 0.0
        return log10(1 + number) / log10(1 + self.most) if self.steep else number / self.most


def find_scales(question: Question, relations: Iterable[Relation]) -> tuple[Scale, ...]:
    """Gather the figures of claims that count one and the same thing, as far as the relations
    between them tell; reprints count once.

    >>> [(f.low, f.high) for f in find_scales(question, relations)[0].figures]
    [(20.0, 30.0), (45.0, None)]
    """
    told = (e for p in question.positions for e in p.entries if e.copy_of is None)
    entries = {e.claim.id: e for e in told if e.claim.quantities}
    scales: list[Scale] = []
    for members in _alike(entries, relations):
        found: dict[str, dict[ScaleEntry, None]] = defaultdict(dict)
        for entry in (entries[key] for key in members):
            for quantity in entry.claim.quantities:
                if quantity.unit is None and (quantity.low, quantity.high) != (None, None):
                    found[quantity.what][_figure(entry, quantity)] = None
        scales += [Scale(what, tuple(sorted(held, key=_order))) for what, held in found.items()]
    several = (scale for scale in scales if len(scale.figures) > 1)
    return tuple(sorted(several, key=lambda scale: (scale.what, _order(scale.figures[0]))))


def find_scales_once(comparison: Comparison) -> dict[str, tuple[Scale, ...]]:
    """Gather the figures of every question, by its topic; what stands under two of them counts for
    the first alone.

    >>> find_scales_once(comparison)["casualties"][0].what
    'killed'
    """
    seen: set[object] = set()
    found: dict[str, tuple[Scale, ...]] = {}
    for question in comparison.questions:
        scales = find_scales(question, comparison.relations)
        new = [scale for scale in scales if scale.key not in seen]
        seen |= {scale.key for scale in new}
        found[question.topic] = tuple(new)
    return found


def _alike(entries: Mapping[str, Entry], relations: Iterable[Relation]) -> list[list[str]]:
    """Gather the claims whose figures meet, directly or through others."""
    groups = {key: [key] for key in entries}
    for relation in relations_among(relations, entries, RELATIONS):
        if relation.axis != QUANTITY:
            continue
        ours, theirs = groups[relation.a], groups[relation.b]
        if ours is not theirs:
            ours += theirs
            groups.update(dict.fromkeys(theirs, ours))
    unique = {id(group): sorted(group) for group in groups.values() if len(group) > 1}
    return sorted(unique.values())


def _figure(entry: Entry, quantity: Quantity) -> ScaleEntry:
    return ScaleEntry(entry, quantity.low, quantity.high, quantity.mention)


def _order(figure: ScaleEntry) -> tuple[tuple[bool, int, bool, str], str]:
    return order(place_in_time(figure.entry)), figure.words
