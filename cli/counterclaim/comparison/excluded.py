"""What a comparison leaves out, and why: claims not asked for, pairs that cannot be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from counterclaim.comparison.clusters import find_candidates
from counterclaim.comparison.gates import Refusal, admit
from counterclaim.comparison.selection import REJECTED, Wanted, find_where, refuse, refuse_place
from counterclaim.comparison.settings import find_settings
from counterclaim.comparison.subjects import Subject, make_subject
from counterclaim.comparison.types import Comparison, Entry, World
from counterclaim.records import Record

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
    kept: list[Subject] = []
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
        settings = find_settings(record, world)
        yield from (Entry(c, record.article, settings[c.id]) for c in record.events)


def _weigh(
    entry: Entry, wanted: Wanted, world: World, shown: set[str]
) -> tuple[str | None, Subject]:
    subject = make_subject(entry, world)
    if entry.claim.review.status == "rejected":
        return REJECTED, subject
    if find_where(entry, wanted, world) is None:
        return refuse_place(entry), subject
    reason = refuse(subject, wanted)
    if reason is None and wanted.topic is not None and entry.claim.id not in shown:
        return OTHER_TOPIC, subject
    return reason, subject


def _refused(
    subjects: Sequence[Subject], world: World, related: set[tuple[str, str]]
) -> tuple[list[Refused], int]:
    pairs: dict[str, dict[tuple[str, str], tuple[Entry, Entry]]] = defaultdict(dict)
    tried: set[tuple[str, str]] = set()
    for one, other in find_candidates(subjects, world):
        a, b = (one, other) if one.id < other.id else (other, one)
        if a.id == b.id or (a.id, b.id) in tried:
            continue
        tried.add((a.id, b.id))
        if (a.id, b.id) not in related:
            verdict = admit(a, b, world)
            reason = str(verdict) if isinstance(verdict, Refusal) else NO_AXIS
            pairs[reason][a.id, b.id] = (a.entry, b.entry)
    return [_first(why, held) for why, held in pairs.items()], len(tried)


def _first(reason: str, held: dict[tuple[str, str], tuple[Entry, Entry]]) -> Refused:
    first = nsmallest(PAIRS_KEPT, held)
    return Refused(reason, len(held), tuple(held[key] for key in first))
