"""Pairs of claims that can be compared, claim by claim: found by their days, voices and words.

What two claims of two classes are to each other depends on whether their days meet and one voice
speaks, so the claims of a class are looked up by day and voice. Only the few of one article, one
wording or one utterance are looked at pair by pair.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeVar, overload

from counterclaim.comparison.graph.cells import days_of
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.graph.clusters import way_of
from counterclaim.comparison.pairs.gates import is_aimed, meet_times
from counterclaim.comparison.pairs.judging import gravity, name
from counterclaim.comparison.pairs.profiles import Group
from counterclaim.comparison.prepared.claim import Finding, Meeting, PreparedClaim
from counterclaim.comparison.types import Relation

_MOST_KEPT = 4_000_000
"""So many pairs, about 70 MB, are kept when they have been listed: a page asks for them three times
over."""

K = TypeVar("K")
Row = list[tuple[str, Finding]]  # the claims that one claim is related to, by id


@dataclass(slots=True)
class _Shelf:
    """The dated claims of one class, by their first day; their windows are of one length."""

    group: Group
    members: list[PreparedClaim]
    firsts: list[int]
    length: int
    voices: dict[tuple[str, str], list[PreparedClaim]]

    def around(self, first: int, last: int) -> tuple[int, int]:
        """Give the slice of the claims whose days meet some days."""
        low = bisect_left(self.firsts, first - self.length)
        return low, bisect_right(self.firsts, last)


class PairListing:
    """The relations between some claims of a comparison."""

    def __init__(self, related: ClassRelations, ids: Collection[str] | None = None) -> None:
        self._related = related
        self._subjects = [s for s in related.subjects if ids is None or s.id in ids]
        self._subjects.sort(key=lambda s: s.id)
        self._ids = frozenset(s.id for s in self._subjects)
        parts = {group.number: group for group in related.gather(self._subjects)}
        shelves = {number: _shelve(group) for number, group in parts.items()}
        self._partners: dict[int, dict[int, _Shelf | None]] = defaultdict(dict)
        for x, y in related.couples():
            if x.number in parts and y.number in parts:
                self._partners[x.number][y.number] = shelves[y.number]
                self._partners[y.number][x.number] = shelves[x.number]
        self._articles = _by(self._subjects, lambda s: s.entry.article.id)
        self._prints = _by(self._subjects, lambda s: s.origin)
        self._wordings = _by(self._subjects, lambda s: (s.words, way_of(s)))
        self._ways = {way_of(s) for s in self._subjects}
        self._known: dict[tuple[int, int, bool, bool, bool], Finding | None] = {}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Give every claim, by id, with the later ones (by id) that it is related to.

        >>> [(id_, len(row)) for id_, row in PairListing(related).rows()]
        [('kyiv-post#02', 1), ('tass#01', 0)]
        """
        special: dict[str, dict[str, Finding]] = defaultdict(dict)
        for r in self._related.special():
            if r.b in self._ids:
                found = (r.relation, r.axis, r.reason, r.strength, r.doubt, r.incident)
                special[r.a][r.b] = Finding(*found)
        for subject in self._subjects:
            row = self._row(subject) | special.get(subject.id, {})
            yield subject.id, sorted(row.items(), key=lambda item: item[0])

    def _row(self, a: PreparedClaim) -> dict[str, Finding]:
        x = self._related.group_of[a.id]
        partners = self._partners.get(x.number, {})
        found: dict[str, Finding | None] = {}
        if a.window is not None:
            for shelf in partners.values():
                if shelf is not None and shelf.group.members[-1].id > a.id:
                    self._look_up(a, x, shelf, found)
        for b in self._close(a):
            if b.id > a.id:
                other = self._related.group_of[b.id].number
                meet = other in partners or b.origin == a.origin
                found[b.id] = self._related.between(a, b) if meet else None
        return {id_: finding for id_, finding in found.items() if finding}

    def _look_up(
        self, a: PreparedClaim, x: Group, shelf: _Shelf, found: dict[str, Finding | None]
    ) -> None:
        """Relate a claim to those of one class that stand in other articles."""
        if a.epoch != shelf.group.model.epoch:  # who was whose enemy depends on both days
            later = (b for b in shelf.members if b.id > a.id)
            found.update((b.id, self._related.between(a, b)) for b in later)
            return
        low, high = shelf.around(*days_of(a))
        runs = ((False, 0, low), (True, low, high), (False, high, len(shelf.members)))
        for overlap, start, end in runs:
            finding = self._finding(x, shelf.group, overlap) if start < end else None
            if finding:
                found.update([(b.id, finding) for b in shelf.members[start:end] if b.id > a.id])
        for b in shelf.voices.get(a.source, ()):
            if b.id > a.id:
                overlap = bool(meet_times(a, b))
                found[b.id] = self._finding(
                    x, shelf.group, overlap, one_voice=True, same_day=a.day == b.day
                )

    def _finding(
        self, x: Group, y: Group, overlap: bool, *, one_voice: bool = False, same_day: bool = False
    ) -> Finding | None:
        key = (x.number, y.number, overlap, one_voice, same_day)
        if key not in self._known:
            answered = not (is_aimed(x.model) or is_aimed(y.model))
            meeting = Meeting(
                overlap=overlap, one_voice=one_voice, same_day=same_day, answered=answered
            )
            self._known[key] = self._related.finding(x, y, meeting)
        return self._known[key]

    def _close(self, a: PreparedClaim) -> Iterator[PreparedClaim]:
        """Give the claims that more than day and voice bind to this one."""
        yield from self._articles[a.entry.article.id]
        yield from self._prints[a.origin]
        contrary = self._ways - {way_of(a)} if a.words else ()
        for words in (a.words, *self._related.alike.get(a.words, ())) if contrary else ():
            for way in contrary:
                yield from self._wordings.get((words, way), ())


class Relations(Sequence[Relation]):
    """Every pair of claims that can be compared, sorted by ids; found when asked for, and then
    kept, unless there are too many.
    """

    def __init__(self, related: ClassRelations, ids: Collection[str] | None = None) -> None:
        self._related = related
        self._ids = frozenset(s.id for s in related.subjects if ids is None or s.id in ids)
        self._kept: dict[str, tuple[tuple[str, ...], tuple[Finding, ...]]] | None = None

    def rows(self, ids: Collection[str] | None = None) -> Iterator[tuple[str, Row]]:
        """Give the relations of each claim to later ones; with `ids`, of these claims alone."""
        if ids is None or self._ids.issubset(ids):
            return self._all() if self._kept is None else self._known(self._ids)
        some = self._ids.intersection(ids)
        return PairListing(self._related, some).rows() if self._kept is None else self._known(some)

    def _all(self) -> Iterator[tuple[str, Row]]:
        kept: dict[str, tuple[tuple[str, ...], tuple[Finding, ...]]] = {}
        pairs = 0
        for id_, row in PairListing(self._related, self._ids).rows():
            pairs += len(row)
            if pairs <= _MOST_KEPT:
                kept[id_] = tuple(b for b, _ in row), tuple(finding for _, finding in row)
            yield id_, row
        self._kept = kept if pairs <= _MOST_KEPT else None

    def _known(self, ids: frozenset[str]) -> Iterator[tuple[str, Row]]:
        for id_, (others, findings) in (self._kept or {}).items():
            if id_ in ids:
                yield id_, [pair for pair in zip(others, findings, strict=True) if pair[0] in ids]

    def between(self, ids: Collection[str]) -> Relations:
        """Give those between some of the claims."""
        return Relations(self._related, ids)

    def __iter__(self) -> Iterator[Relation]:
        for a, row in self.rows():
            yield from (name(finding, a, b) for b, finding in row)

    @overload
    def __getitem__(self, index: int) -> Relation: ...

    @overload
    def __getitem__(self, index: slice) -> list[Relation]: ...

    def __getitem__(self, index: int | slice) -> Relation | list[Relation]:
        return list(self)[index]

    def __len__(self) -> int:
        return sum(len(row) for _, row in self.rows())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def relations_among(
    relations: Iterable[Relation], ids: Collection[str], kinds: Collection[str]
) -> Iterator[Relation]:
    """Give the relations of some kinds between some claims.

    >>> [r.b for r in relations_among(found.relations, {"kyiv-post#02", "tass#01"}, CONFLICTS)]
    ['tass#01']
    """
    if not isinstance(relations, Relations):
        yield from (r for r in relations if r.relation in kinds and r.a in ids and r.b in ids)
        return
    for a, row in relations.rows(ids):
        yield from (name(finding, a, b) for b, finding in row if finding.relation in kinds)


def gravest(relations: Iterable[Relation], most: int | None) -> tuple[list[Relation], int]:
    """Give of each claim its relations to later ones, at most so many, the gravest of them, and say
    how many are left out. None: all.

    >>> gravest(found.relations, 200)[1]
    0
    """
    if not isinstance(relations, Relations) or most is None:
        return list(relations), 0
    kept: list[Relation] = []
    left = 0
    for a, row in relations.rows():
        told = row
        if len(row) > most:
            left += len(row) - most
            first = nsmallest(most, row, key=lambda item: gravity(item[1]))
            told = sorted(first, key=lambda item: item[0])
        kept += [name(finding, a, b) for b, finding in told]
    return kept, left


def _shelve(group: Group) -> _Shelf | None:
    if group.model.window is None:
        return None
    members = sorted(group.members, key=days_of)
    first, last = days_of(group.model)
    voices = _by(members, lambda s: s.source)
    return _Shelf(group, members, [days_of(s)[0] for s in members], last - first, voices)


def _by(
    subjects: Iterable[PreparedClaim], key_of: Callable[[PreparedClaim], K]
) -> dict[K, list[PreparedClaim]]:
    found: dict[K, list[PreparedClaim]] = defaultdict(list)
    for subject in subjects:
        found[key_of(subject)].append(subject)
    return found
