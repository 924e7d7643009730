"""What a comparison leaves out, and why: claims not asked for, pairs that cannot be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations, combinations_with_replacement, product

from counterclaim.comparison.graph.clusters import bucket_groups, on_one_wording
from counterclaim.comparison.pairs.gates import Refusal, admit
from counterclaim.comparison.pairs.profiles import group_claims
from counterclaim.comparison.prepared.claim import PreparedClaim, make_subject
from counterclaim.comparison.prepared.whereabouts import find_whereabouts
from counterclaim.comparison.selection import (
    Wanted,
    find_where,
    refuse,
    refuse_place,
    refuse_review,
)
from counterclaim.comparison.types import Comparison, Entry, World
from counterclaim.records import Record

Ids = tuple[str, str]  # of two claims, the smaller first
OTHER_TOPIC = "answering another question"
PAIRS_KEPT = 100
NO_AXIS = "axis: nothing that can be set side by side"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The claims left out for one reason, sorted by id."""

    reason: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """How many pairs one gate did not let through, and the first of them, sorted by ids."""

    reason: str
    number: int
    pairs: tuple[tuple[Entry, Entry], ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """All that was left out, the commonest reason first. `total` counts the claims of the ledger,
    `kept` those compared, `tried` the pairs that share a place and a kind of question.
    """

    total: int
    kept: int
    claims: tuple[LeftOut, ...]
    tried: int
    related: int
    pairs: tuple[Refused, ...]


def find_excluded(
    records: Iterable[Record], world: World, wanted: Wanted, found: Comparison
) -> Excluded:
    """Tell what `found` leaves out of `records` and why.

    >>> [(left.reason, len(left.entries)) for left in find_excluded(records, world, w, f).claims]
    [('about another place', 12), ('no place stated', 3)]
    """
    shown = {e.claim.id for q in found.questions for p in q.positions for e in p.entries}
    left: dict[str, list[Entry]] = defaultdict(list)
    kept: list[PreparedClaim] = []
    for entry in sorted(_entries(records, world), key=lambda e: e.claim.id):
        reason, subject = _weigh(entry, wanted, world, shown)
        if reason is None:
            kept.append(subject)
        else:
            left[reason].append(entry)
    related = {(r.a, r.b) for r in found.relations}
    refused, tried = _refused(kept, world, related)
    claims = [LeftOut(reason, tuple(entries)) for reason, entries in left.items()]
    return Excluded(
        total=len(kept) + sum(len(item.entries) for item in claims),
        kept=len(kept),
        claims=tuple(sorted(claims, key=lambda c: (-len(c.entries), c.reason))),
        tried=tried,
        related=len(related),
        pairs=tuple(sorted(refused, key=lambda r: (-r.number, r.reason))),
    )


def _entries(records: Iterable[Record], world: World) -> Iterator[Entry]:
    for record in records:
        whereabouts = find_whereabouts(record, world)
        yield from (Entry(c, record.article, whereabouts[c.id]) for c in record.events)


def _weigh(
    entry: Entry, wanted: Wanted, world: World, shown: set[str]
) -> tuple[str | None, PreparedClaim]:
    subject = make_subject(entry, world, frozenset())  # no gate asks who is whose enemy
    if reason := refuse_review(entry.claim, wanted):
        return reason, subject
    if find_where(entry, wanted, world) is None:
        return refuse_place(entry), subject
    reason = refuse(subject, wanted)
    if reason is None and wanted.topic is not None and entry.claim.id not in shown:
        return OTHER_TOPIC, subject
    return reason, subject


def _refused(
    subjects: Sequence[PreparedClaim], world: World, related: Collection[Ids]
) -> tuple[list[Refused], int]:
    number: Counter[str] = Counter()
    first: dict[str, list[Ids]] = defaultdict(list)
    tried = 0
    for reason, pairs in _alike(subjects, world):
        tried += len(pairs)
        left = [pair for pair in pairs if pair not in related]
        if left:
            number[reason] += len(left)
            first[reason] = nsmallest(PAIRS_KEPT, [*first[reason], *left])
    entries = {s.id: s.entry for s in subjects}
    return [
        Refused(reason, number[reason], tuple((entries[a], entries[b]) for a, b in pairs))
        for reason, pairs in first.items()
    ], tried


def _alike(subjects: Sequence[PreparedClaim], world: World) -> Iterator[tuple[str, list[Ids]]]:
    """Give the pairs that share a place and a kind of question, class by class, and those in the
    same words, each once and with what the gates say of it: of classes that are dated, one word.
    """
    groups = group_claims(subjects, world)
    number = {s.id: group.number for group in groups for s in group.members}
    seen: set[tuple[int, int]] = set()
    for bucket in bucket_groups(groups, world):
        for x, y in combinations_with_replacement(bucket, 2):
            if (x.number, y.number) in seen:
                continue
            seen.add((x.number, y.number))
            pairs = combinations(x.members, 2) if x is y else product(x.members, y.members)
            if x.model.window and y.model.window:
                yield _reason(x.model, y.model, world), [_ids(a, b) for a, b in pairs]
            else:
                yield from ((_reason(a, b, world), [_ids(a, b)]) for a, b in pairs)
    for a, b in on_one_wording(subjects):
        if tuple(sorted((number[a.id], number[b.id]))) not in seen:
            yield _reason(a, b, world), [_ids(a, b)]


def _reason(a: PreparedClaim, b: PreparedClaim, world: World) -> str:
    verdict = admit(a, b, world)
    return str(verdict) if isinstance(verdict, Refusal) else NO_AXIS


def _ids(a: PreparedClaim, b: PreparedClaim) -> Ids:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)
