"""What a person has said of a record survives when its article is ingested again."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable
from dataclasses import replace

from counterclaim.records.model import Claim, Record, Review

_NUMBER = re.compile(r"#(\d{1,9})\Z")


def keep_reviews(new: Record, old: Record) -> Record:
    """The new record with every reviewed claim of the old one as the person left it.

    A reviewed claim takes the place and the id of the new claim with the same spans and source,
    else of the overlapping one with the same number: a person may have corrected spans or
    source. What has no successor is added, so that nothing a person did is ever lost. The claim
    that a reviewed one answers is found again in the same way.
    """
    reviewed = [claim for claim in old.events if claim.review != Review()]
    if not reviewed:
        return new
    kept = _successors(new.events, reviewed)
    claims = {claim.id: claim for claim in new.events}
    placed = {id(claim) for claim in kept.values()}  # equal ones are told apart
    numbers = {_number(name)[0] for name in (*claims, *kept)}
    for claim in reviewed:
        if id(claim) not in placed:
            number = _free_number(claim.id, numbers)
            numbers.add(number)
            kept[f"{new.article.id}#{number:02}"] = claim
    others = [claim for claim in old.events if claim.review == Review()]
    followed = {**_successors(new.events, others, kept), **kept}
    names = {claim.id: name for name, claim in followed.items()}
    for name, claim in kept.items():
        claims[name] = replace(claim, id=name, responds_to=names.get(claim.responds_to or ""))
    return replace(new, events=tuple(claims[key] for key in sorted(claims, key=_number)))


def _successors(
    new: Iterable[Claim], old: list[Claim], taken: Container[str] = ()
) -> dict[str, Claim]:
    """Old claims by the id of the new claim whose place they take; surest pairs first. `taken`: ids
    whose place is taken already."""
    found: dict[str, Claim] = {}
    waiting = old
    rules: tuple[Callable[[Claim, Claim], bool], ...] = (_same_claim, _same_words, _same_number)
    for same in rules:
        left = []
        for claim in waiting:
            free = (c.id for c in new if c.id not in found and c.id not in taken and same(c, claim))
            name = next(free, None)
            if name is None:
                left.append(claim)
            else:
                found[name] = claim
        waiting = left
    return found


def _same_claim(new: Claim, old: Claim) -> bool:
    return _same_words(new, old) and new.event.type == old.event.type


def _same_words(new: Claim, old: Claim) -> bool:
    return new.spans == old.spans and new.source.name == old.source.name


def _same_number(new: Claim, old: Claim) -> bool:
    overlap = any(a < d and c < b for a, b in new.spans for c, d in old.spans)
    return overlap and _number(new.id) == _number(old.id)


def _number(claim_id: str) -> tuple[int, str]:
    """The number of a claim within its article, then its id for hand-made ones without."""
    found = _NUMBER.search(claim_id)
    return (int(found[1]) if found else 0, claim_id)


def _free_number(wanted: str, taken: Collection[int]) -> int:
    """A number that no claim has: that of the old id where it is free."""
    number = _number(wanted)[0]
    return number if number and number not in taken else max(taken, default=0) + 1
