"""Why two claims stand as they do: the gates in order, then every axis with its two values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.comparison.axes import axes_of
from counterclaim.comparison.axes.figures import Figure
from counterclaim.comparison.axes.territory import Holding
from counterclaim.comparison.gathering import find_entries, prepare
from counterclaim.comparison.incidents.admission import find_incident
from counterclaim.comparison.incidents.bonds import find_bonds, place_bond
from counterclaim.comparison.incidents.relating import relate
from counterclaim.comparison.pairs.gates import Refusal, admit
from counterclaim.comparison.pairs.judging import weigh
from counterclaim.comparison.prepared.claim import PreparedClaim, prepare_claims
from counterclaim.comparison.prepared.words import find_common
from counterclaim.comparison.types import Entry, Relation, World
from counterclaim.records import Record

GATES = ("origin", "place", "time", "modality", "scope")


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: open, shut (with the reason), or not reached (`open` is None)."""

    name: str
    open: bool | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One axis: what it reads of either claim (None: nothing) and what it finds."""

    axis: str
    a: str | None
    b: str | None
    relation: str | None = None
    strength: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Whether two claims are taken to tell of one happening, the words they have in common, and
    what else binds them or speaks against it, the strongest first, with its weight and what it
    takes.
    """

    one: bool
    words: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way two claims went through the comparison, the smaller id first."""

    a: Entry
    b: Entry
    gates: tuple[Gate, ...]
    measures: tuple[Measure, ...]
    happening: Happening
    relation: Relation | None


def explain_pair(records: Iterable[Record], a: str, b: str, world: World) -> Explanation:
    """Explain how two claims of a ledger, given by their ids, stand to each other.

    >>> explain_pair(records, "tass#01", "kyiv-post#02", world).relation.axis
    'territory'
    """
    entries = [e for record in records for e in find_entries(record, world)]
    by_id = {s.id: s for s in prepare(prepare_claims(entries, world), world)}
    first, second = (by_id[id_] for id_ in sorted((a, b)))
    verdict = admit(first, second, world)
    refused = verdict if isinstance(verdict, Refusal) else None
    found = relate(first, second, world)
    measures = () if isinstance(verdict, Refusal) else _measures(first, second, world)
    happening = _happening(first, second, world)
    return Explanation(first.entry, second.entry, _gates(refused), measures, happening, found)


def _happening(a: PreparedClaim, b: PreparedClaim, world: World) -> Happening:
    found = find_incident(a, b, world)
    common = find_common(a, b, world.rules)
    bonds = find_bonds(a, b, common, place_bond(a, b, world), world)
    names = ", ".join(name.replace("_", " ") for name in bonds.names)
    weighed = f"{names}: {bonds.weight:g} of {world.rules.incidents.bonds['least']:g}"
    if isinstance(found, str):
        return Happening(one=False, reason=f"{found}; {weighed}" if names else found)
    return Happening(one=True, words=common.words, reason=weighed)


def _gates(refused: Refusal | None) -> tuple[Gate, ...]:
    if refused is None:
        return tuple(Gate(name, open=True) for name in GATES)
    at = GATES.index(refused.gate)
    shut = Gate(refused.gate, open=False, reason=refused.reason)
    before = [Gate(name, open=True) for name in GATES[:at]]
    return (*before, shut, *(Gate(name, open=None) for name in GATES[at + 1 :]))


def _measures(a: PreparedClaim, b: PreparedClaim, world: World) -> tuple[Measure, ...]:
    pair = admit(a, b, world)
    if isinstance(pair, Refusal):
        return ()
    made: dict[str, Measure] = {}
    for axis in axes_of(a):
        x, y = (_words(axis.reads(s, world.rules)) for s in (a, b))
        finding = axis.compare(pair)
        weighed = weigh(finding, pair) if finding else None
        if weighed:
            result = (weighed.relation, weighed.strength, weighed.reason)
            made[axis.name] = Measure(axis.name, x, y, *result)
        elif x or y:
            made.setdefault(axis.name, Measure(axis.name, x, y))  # some axes have two rules
    return tuple(made.values())


def _words(reading: Sequence[object] | None) -> str | None:
    return None if reading is None else ", ".join(_plain(reading[1]))


def _plain(value: object) -> list[str]:
    """Write what an axis reads in words; what is not stated is left out."""
    if isinstance(value, Holding):
        return [f"{value.words} (share {value.share[0]:g} to {value.share[1]:g})"]
    if isinstance(value, Figure):
        return [f"{value.what.replace('_', ' ')} {_range(value)} ({value.words})"]
    if isinstance(value, tuple):
        return [words for item in value for words in _plain(item)]
    return [value.replace("_", " ")] if isinstance(value, str) and value else []


def _range(figure: Figure) -> str:
    least, most = f"{figure.low:,.10g}", f"{figure.high:,.10g}"
    if figure.bound:
        return f"{'at least' if figure.bound > 0 else 'at most'} {least}"
    return least if least == most else f"{least} to {most}"
