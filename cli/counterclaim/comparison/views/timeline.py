"""What each side has said to a question over time, and where its word has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.prepared.windows import first_day
from counterclaim.comparison.types import (
    NO_PARTY,
    Comparison,
    Entry,
    Position,
    Question,
    Relation,
)

CHANGES = ("contradicts", "mutual_blame", "tension", "differs_in_number", "update", "shift")
REPEATS = ("agrees", "concedes")
CHANGED, REPEATED, ADDED = "changes", "repeats", "adds"

ClassRelations = Mapping[tuple[str, str], Relation]


@dataclass(frozen=True, slots=True)
class Moment:
    """One claim in the course of a side: `day` is when it was said or, with `said` False, when it
    was printed, as an ISO prefix; None: not dated. `change` tells what it does to what the side
    said on an earlier day, `of` is the claim that said it, `reason` why the two differ.
    """

    entry: Entry
    day: str | None
    said: bool
    change: str = ADDED
    of: Entry | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """One side's claims in order, undated ones last. `now` is its latest position, held since the
    day of that claim; `was` is the one before, None where no change is seen. `ranked` has the
    claims by weight.
    """

    side: str
    moments: tuple[Moment, ...]
    now: Moment
    was: Entry | None
    ranked: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One question with the course of each side that answers it."""

    question: Question
    courses: tuple[Course, ...]


def make_timelines(comparison: Comparison) -> tuple[Timeline, ...]:
    """Order the claims under each question by the day they were said, or failing that printed.

    A claim changes a side's position when it cannot well stand beside what the side said on an
    earlier day: a figure revised, a state that is over, another aim. Independent voices and those
    of no known side are no side: each is held only to its own word. Reprints are left out.

    >>> make_timelines(comparison)[0].courses[0].was.claim.text
    'the town is ours'
    """
    return tuple(
        Timeline(q, tuple(_course(position, comparison.relations) for position in q.positions))
        for q in comparison.questions
    )


def _course(position: Position, relations: Iterable[Relation]) -> Course:
    once = [entry for entry in position.entries if entry.copy_of is None] or position.entries
    ids = {entry.claim.id for entry in once}
    related = {(r.a, r.b): r for r in relations_among(relations, ids, (*CHANGES, *REPEATS))}
    ordered = sorted((place_in_time(entry) for entry in once), key=order)
    moments: list[Moment] = []
    for moment in ordered:
        moments.append(_held_to(moment, moments, related))
    now = _now(moments, once)
    was = now.of if now.change == CHANGED else None
    return Course(position.side, tuple(moments), now, was, tuple(once))


def order(moment: Moment) -> tuple[bool, int, bool, str]:
    """Sort moments: by day, what was said before what was only printed, undated ones last."""
    day = first_day(moment.day)
    return day is None, day or 0, not moment.said, moment.entry.claim.id


def place_in_time(entry: Entry) -> Moment:
    """Date a claim by the day it was said or, failing that, printed; a coded row by its event's."""
    if entry.coded:
        return Moment(entry, entry.claim.time.earliest, said=True)
    said, printed = entry.claim.time.said, entry.article.published
    return Moment(entry, said or printed, bool(said))


def _held_to(moment: Moment, before: Sequence[Moment], related: ClassRelations) -> Moment:
    """Hold a claim to the latest earlier one of its side that it repeats or changes."""
    day = first_day(moment.day)
    for earlier in reversed(before):
        since = first_day(earlier.day)
        if day is None or since is None or since >= day or not _one_voice(moment, earlier):
            continue
        a, b = sorted((moment.entry.claim.id, earlier.entry.claim.id))
        relation = related.get((a, b))
        if relation is None:
            continue
        change = CHANGED if relation.relation in CHANGES else REPEATED
        reason = relation.reason if change == CHANGED else ""
        return Moment(moment.entry, moment.day, moment.said, change, earlier.entry, reason)
    return moment


def _one_voice(a: Moment, b: Moment) -> bool:
    same = a.entry.claim.source.name == b.entry.claim.source.name
    return same or a.entry.group not in NO_PARTY


def _now(moments: Sequence[Moment], ranked: Iterable[Entry]) -> Moment:
    """Find the latest position: the last change or, with none, the weightiest of the last day."""
    changes = [moment for moment in moments if moment.change == CHANGED]
    if changes:
        return changes[-1]
    dated = [moment for moment in moments if moment.day]
    last = dated[-1].day if dated else None
    by_id = {moment.entry.claim.id: moment for moment in moments if moment.day == last}
    return next(by_id[e.claim.id] for e in ranked if e.claim.id in by_id)
