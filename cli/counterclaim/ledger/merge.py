"""What a person has said of a record survives when its article is ingested again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from counterclaim.records.model import Claim, Record

_NUMBER = re.compile(r"#(\d+)\Z")


def keep_reviews(new: Record, old: Record) -> Record:
    """The new record with every reviewed claim of the old one as the person left it.

    A reviewed claim takes the place and the id of the new claim with the same spans and source,
    else of the overlapping one with the same number: a person may have corrected spans or
    source. What has no successor is added, so that nothing a person did is ever lost.
    """
    reviewed = [claim for claim in old.events if claim.review.status != "unreviewed"]
    if not reviewed:
        return new
    kept = _successors(new.events, reviewed)
    claims = {claim.id: replace(kept.get(claim.id, claim), id=claim.id) for claim in new.events}
    for claim in reviewed:
        if not any(claim is other for other in kept.values()):
            free = _free_id(new.article.id, claim.id, claims)
            claims[free] = replace(claim, id=free)
    return replace(new, events=tuple(claims[key] for key in sorted(claims, key=_number)))


def _successors(new: Iterable[Claim], reviewed: list[Claim]) -> dict[str, Claim]:
    """Reviewed claims by the id of the new claim whose place they take; surest pairs first."""
    kept: dict[str, Claim] = {}
    waiting = reviewed
    rules: tuple[Callable[[Claim, Claim], bool], ...] = (_same_claim, _same_words, _same_number)
    for same in rules:
        left = []
        for claim in waiting:
            found = next((c.id for c in new if c.id not in kept and same(c, claim)), None)
            if found is None:
                left.append(claim)
            else:
                kept[found] = claim
        waiting = left
    return kept


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


def _free_id(article: str, wanted: str, taken: Iterable[str]) -> str:
    """An id of this article that nobody has: the old number where it is free."""
    used = {_number(claim_id)[0] for claim_id in taken}
    number = _number(wanted)[0]
    if number == 0 or number in used:
        number = max(used, default=0) + 1
    return f"{article}#{number:02}"
