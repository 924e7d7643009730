"""What stands in a record survives when its article is read again: ids, and what a person has said.

A claim is known by its words, so that other rules, or another day, change what is said of it and
not what it is called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.records.model import Claim, Record, Review

_NUMBER = re.compile(r"#(\d{1,9})\Z")
Key = Callable[[Claim], Hashable]


def carry_over(new: Record, old: Record) -> Record:
    """The new record with the numbers of the old one where the words are the same, and with every
    reviewed claim as the person left it.

    A claim takes the number of the old one with the same spans, source and event, else of one with
    the same spans, else the same words, else of the overlapping one with the same number: a person
    may have corrected spans or source. A number is never given to another claim. A reviewed claim
    that has no successor is added, so that nothing a person did is ever lost. Whom a claim answers
    is found again in the same way.

    >>> [claim.id for claim in carry_over(read_with_other_rules, record).events]
    ['…#01', '…#02', '…#04']
    """
    reviewed = [claim for claim in old.events if claim.review != Review()]
    kept = _successors(new.events, reviewed)
    free = [claim for claim in new.events if claim.id not in kept]
    others = [claim for claim in old.events if claim.review == Review()]
    known = {**_successors(free, others), **kept}
    names = _names(new, known, (_number(claim.id)[0] for claim in old.events))
    placed = {id(claim) for claim in kept.values()}  # equal ones are told apart
    numbers = {_number(name)[0] for name in names.values()}
    lone: dict[str, Claim] = {}
    for claim in (claim for claim in reviewed if id(claim) not in placed):
        number = _free_number(claim.id, numbers)
        numbers.add(number)
        lone[f"{new.article.id}#{number:02}"] = claim
    was = {claim.id: names[name] for name, claim in known.items()}
    was |= {claim.id: name for name, claim in lone.items()}
    events = {names[claim.id]: _renamed(claim, names[claim.id], names) for claim in free}
    events |= {names[name]: _renamed(claim, names[name], was) for name, claim in kept.items()}
    events |= {name: _renamed(claim, name, was) for name, claim in lone.items()}
    return replace(new, events=tuple(events[name] for name in sorted(events, key=_number)))


def _renamed(claim: Claim, name: str, names: dict[str, str]) -> Claim:
    return replace(claim, id=name, responds_to=names.get(claim.responds_to or ""))


def _names(new: Record, known: dict[str, Claim], old: Iterable[int]) -> dict[str, str]:
    """What each new claim is called: as the old one, else by a number that none has had."""
    had, used = {*old}, set[int]()
    given: dict[str, int] = {}
    for claim in new.events:
        number = _number(known.get(claim.id, claim).id)[0]
        if number and number not in used and (claim.id in known or not had):
            given[claim.id] = number
            used.add(number)
    following = max((*had, *used), default=0)
    for claim in new.events:
        if claim.id not in given:
            following += 1
            given[claim.id] = following
    return {name: f"{new.article.id}#{number:02}" for name, number in given.items()}


def _successors(new: Sequence[Claim], old: Sequence[Claim]) -> dict[str, Claim]:
    """Old claims by the id of the new claim whose place they take; surest pairs first."""
    found: dict[str, Claim] = {}
    waiting = list(old)
    rules: tuple[Key, ...] = (
        lambda claim: (claim.spans, claim.source.name, claim.event.type),
        lambda claim: (claim.spans, claim.source.name),
        lambda claim: claim.spans,
        lambda claim: claim.text,
    )
    for key in rules:
        pairs = _paired([claim for claim in new if claim.id not in found], waiting, key)
        taken = set()
        for claim, before in pairs:
            found[claim.id] = before
            taken.add(id(before))
        waiting = [claim for claim in waiting if id(claim) not in taken]
    numbered = {_number(claim.id)[0]: claim for claim in new if claim.id not in found}
    for before in waiting:
        near = numbered.get(_number(before.id)[0])
        if near and near.id not in found and _overlap(near, before):
            found[near.id] = before
    return found


def _paired(new: Sequence[Claim], old: Sequence[Claim], key: Key) -> Iterator[tuple[Claim, Claim]]:
    """New and old claims with one key, in order, each once."""
    by_key: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in reversed(new):
        by_key[key(claim)].append(claim)
    for before in old:
        if free := by_key.get(key(before)):
            yield free.pop(), before


def _overlap(new: Claim, old: Claim) -> bool:
    return any(a < d and c < b for a, b in new.spans for c, d in old.spans)


def _number(claim_id: str) -> tuple[int, str]:
    """The number of a claim within its article, then its id for hand-made ones without."""
    found = _NUMBER.search(claim_id)
    return (int(found[1]) if found else 0, claim_id)


def _free_number(wanted: str, taken: Iterable[int]) -> int:
    """A number that no claim has: that of the old id where it is free."""
    number, had = _number(wanted)[0], set(taken)
    return number if number and number not in had else max(had, default=0) + 1
