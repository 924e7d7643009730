"""Sources against sources: how often they agree, contradict each other or are in tension."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.types import RELATIONS, Comparison, Entry
from counterclaim.comparison.verdicts.rows import side_order
from counterclaim.comparison.verdicts.verdict import voice

COUNTED = {
    "agrees": "agree",
    "concedes": "agree",
    "contradicts": "contradict",
    "mutual_blame": "contradict",
    "tension": "tension",
    "differs_in_number": "differ",
}
SOURCES, SIDES = "sources", "sides"
SOURCES_SHOWN = 12

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """A source or, with no `entry`, a whole side. `claims` counts its utterances."""

    side: str
    claims: int
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How two voices (indices, a <= b) stand to each other, in pairs of utterances."""

    a: int
    b: int
    agree: int = 0
    contradict: int = 0
    tension: int = 0
    differ: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """The voices that stand to another in any of these ways, and the tallies that are not nil."""

    of: str  # "sources" or "sides"
    voices: tuple[Voice, ...]
    tallies: tuple[Tally, ...]


def make_matrix(comparison: Comparison, most: int | None = SOURCES_SHOWN) -> Matrix:
    """Count how sources stand to each other; of more than `most` sources, how their sides do.

    What is counted are pairs of utterances: one that was printed five times is one. A source is
    not set against itself, and the counts say nothing of who is right.

    >>> make_matrix(comparison).tallies
    (Tally(a=0, b=1, agree=0, contradict=2, tension=1, differ=0),)
    """
    entries = {e.claim.id: e for q in comparison.questions for p in q.positions for e in p.entries}
    origins = {key: entries.get(e.copy_of or key, e) for key, e in entries.items()}
    pairs = _pairs(comparison, origins)
    unique = {e.claim.id: e for e in origins.values()}
    utterances = [unique[key] for key in sorted(unique)]
    by_source = _count(pairs, voice)
    if most is None or len({key for pair in by_source for key in pair}) <= most:
        return _matrix(SOURCES, by_source, utterances, voice)
    return _matrix(SIDES, _count(pairs, _side), utterances, _side)


def _pairs(comparison: Comparison, origins: Mapping[str, Entry]) -> list[tuple[Entry, Entry, str]]:
    """List the pairs of utterances of two sources that stand to each other in a counted way."""
    found: dict[tuple[str, str], tuple[Entry, Entry, str]] = {}
    for relation in relations_among(comparison.relations, origins, COUNTED):
        a, b = sorted((origins[relation.a], origins[relation.b]), key=lambda e: e.claim.id)
        key = (a.claim.id, b.claim.id)
        graver = key not in found or _rank(relation.relation) < _rank(found[key][2])
        if voice(a) != voice(b) and graver:
            found[key] = (a, b, relation.relation)
    return [found[key] for key in sorted(found)]


def _rank(relation: str) -> int:
    return RELATIONS.index(relation)


def _side(entry: Entry) -> Key:
    return entry.group, ""


def _count(
    pairs: Iterable[tuple[Entry, Entry, str]], key_of: Callable[[Entry], Key]
) -> dict[tuple[Key, Key], Counter[str]]:
    tallies: dict[tuple[Key, Key], Counter[str]] = defaultdict(Counter)
    for a, b, relation in pairs:
        first, second = sorted((key_of(a), key_of(b)))
        tallies[first, second][COUNTED[relation]] += 1
    return tallies


def _matrix(
    of: str,
    counted: Mapping[tuple[Key, Key], Counter[str]],
    utterances: Sequence[Entry],
    key_of: Callable[[Entry], Key],
) -> Matrix:
    """Lay the tallies out: voices by side, parties first, the one with more utterances first."""
    met = {key for pair in counted for key in pair}
    number = Counter(key_of(e) for e in utterances)
    speakers = {key_of(e): e for e in reversed(utterances)}
    keys = sorted(met, key=lambda key: (*side_order(speakers[key].group), -number[key], key))
    at = {key: index for index, key in enumerate(keys)}
    voices = tuple(
        Voice(speakers[key].group, number[key], speakers[key] if of == SOURCES else None)
        for key in keys
    )
    tallies = [_tally(at[a], at[b], number) for (a, b), number in counted.items()]
    return Matrix(of, voices, tuple(sorted(tallies, key=lambda t: (t.a, t.b))))


def _tally(a: int, b: int, number: Mapping[str, int]) -> Tally:
    first, second = sorted((a, b))
    return Tally(first, second, **number)
