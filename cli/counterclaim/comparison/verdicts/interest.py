"""Admissions and boasts: whether a claim hurts the side that makes it, or its enemy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.comparison.prepared.claim import PreparedClaim, party
from counterclaim.comparison.types import World
from counterclaim.knowledge.predicates import family

AGAINST, SERVING = "against", "self_serving"
_OTHER = {"initiator": "target", "target": "initiator"}


def find_interest(subject: PreparedClaim, world: World) -> str | None:
    """Tell whether a claim is against its speaker's interest or serves it; None: neither, or the
    parties are not known. Computed from sides and a table, never read from the text.

    >>> find_interest(kyiv_left_the_town, world)     # "we have pulled out of the town"
    'against'
    """
    hurt = _hurts(subject, world)
    if hurt is None or subject.speaker is None or not subject.real or subject.doubted:
        return None
    event = subject.claim.event
    parties = {"initiator": party(event.initiator), "target": party(event.target)}
    own = _is_one(subject, parties[hurt], world) or _is_enemy(subject, parties[_OTHER[hurt]], world)
    other = _is_enemy(subject, parties[hurt], world) or _is_one(
        subject, parties[_OTHER[hurt]], world
    )
    if own == other:
        return None  # nobody known is hurt, or own fire hit own people
    denied = subject.negative and subject.kind not in family("tried")
    return AGAINST if own != (denied or _failed(subject)) else SERVING


def _hurts(subject: PreparedClaim, world: World) -> str | None:
    """Name whom it hurts, "initiator" or "target": the roles say it first, then the type."""
    table = world.rules.interest
    own = "outcome" if subject.kind in family("repelling") else ""  # the enemy's attack has it
    for rule in table.roles:
        if rule.role != own and subject.role(rule.role) == rule.value:
            return rule.hurts
    if subject.kind in table.people and _accuses(subject, world):
        return "initiator"
    return table.types.get(subject.kind)


def _accuses(subject: PreparedClaim, world: World) -> bool:
    """Tell whether a claim of people harmed names an enemy as the author, and no fighters: the
    dead of a shelled town accuse, the soldiers lost in a battle are admitted.
    """
    if not _is_enemy(subject, party(subject.claim.event.initiator), world):
        return False
    return not world.rules.interest.fighters & _harmed(subject)


def _harmed(subject: PreparedClaim) -> set[str]:
    """Name the people harmed: as they are counted or, without a number, as the claim names them."""
    counted = {q.counted for q in subject.claim.quantities if q.counted}
    target = subject.claim.event.target
    named = target.name.casefold().split() if target else []
    return counted or {*named, *filter(None, [subject.role("category")])}


def _failed(subject: PreparedClaim) -> bool:
    return subject.kind in family("tried") and (
        subject.negative or subject.flag("success") is False
    )


def _is_one(subject: PreparedClaim, name: str | None, world: World) -> bool:
    return name is not None and (
        name == subject.speaker or world.parties.allied(subject.speaker or "", name, subject.day)
    )


def _is_enemy(subject: PreparedClaim, name: str | None, world: World) -> bool:
    return name is not None and world.parties.opposed(subject.speaker or "", name, subject.day)


def note_interest(subjects: Iterable[PreparedClaim], world: World) -> list[PreparedClaim]:
    """Note in the entry of every claim whether it is against its speaker's interest."""
    return [
        replace(s, entry=replace(s.entry, interest=found))
        if (found := find_interest(s, world))
        else s
        for s in subjects
    ]
