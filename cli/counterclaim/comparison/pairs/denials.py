"""Which claim a denial, a doubt or a confirmation answers, and what follows from it.

The record says it (`responds_to`), or else a denial answers the one claim of the other side about
the same event: type, place, days and actors. Where several claims fit, it answers none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.comparison.pairs.gates import is_aimed, meet, meet_places
from counterclaim.comparison.pairs.profiles import where_of
from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.comparison.prepared.denied import doubt_in
from counterclaim.comparison.types import World

ANSWERING = ("denies", "doubts", "confirms")


@dataclass(slots=True)
class _Event:
    """Claims that one denial stands alike to: their utterances, by the article that has them."""

    model: PreparedClaim
    origins: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def link_answers(subjects: Sequence[PreparedClaim], world: World) -> list[PreparedClaim]:
    """Note in every answer the id of the claim it answers, where there is just one.

    >>> [(s.id, s.responds_to) for s in link_answers(subjects, world)]
    [('kyiv-post#02', 'tass#01'), ('tass#01', None)]
    """
    ids = {s.id for s in subjects}
    events = _events(subjects)
    known: dict[Hashable, list[_Event]] = {}
    linked = []
    for subject in subjects:
        to = subject.claim.responds_to
        if subject.claim.stance not in ANSWERING or to not in ids:
            to = None
        if to is None and _denies(subject, world):
            key = subject.kind, _key(subject)
            if key not in known:
                near = events.get(subject.kind, {}).values()
                known[key] = [e for e in near if _denied(subject, e.model, world)]
            to = _only(known[key], subject.entry.article.id)
        linked.append(replace(subject, responds_to=to) if to else subject)
    return linked


def keep_answers(subjects: Sequence[PreparedClaim]) -> list[PreparedClaim]:
    """Take out answers to claims that are not among these."""
    ids = {s.id for s in subjects}
    return [s if s.responds_to in ids else replace(s, responds_to=None) for s in subjects]


def find_answer(a: PreparedClaim, b: PreparedClaim) -> Finding | None:
    """Say how an answer and the claim it answers stand; None: neither denies or doubts the other.

    >>> find_answer(kyiv_denies, moscow_took_it).reason
    'capture: said ⇄ denied in answer'
    """
    answer, other = (a, b) if a.responds_to == b.id else (b, a)
    stance = answer.claim.stance
    if answer.responds_to != other.id or stance == "confirms" or a.source == b.source:
        return None
    answered = "doubted" if stance == "doubts" else "denied"
    reason = f"{other.kind.replace('_', ' ')}: said ⇄ {answered} in answer"
    if stance == "doubts" or a.claim.hedged or b.claim.hedged:
        why = "" if stance == "doubts" else " (hedged)"
        return Finding("tension", "occurrence", reason + why, "weak", doubt_in(answer.claim))
    return Finding("contradicts", "occurrence", reason)


def _events(subjects: Iterable[PreparedClaim]) -> dict[str, dict[Hashable, _Event]]:
    found: dict[str, dict[Hashable, _Event]] = defaultdict(dict)
    for s in subjects:
        if s.real and not s.negative and not s.doubted and s.speaker and s.author:
            event = found[s.kind].setdefault(_key(s), _Event(s))
            event.origins[s.entry.article.id].add(s.origin)
    return found


def _key(subject: PreparedClaim) -> Hashable:
    """All that decides which event a claim is about, and whose claim it is."""
    parties = subject.speaker, subject.author, subject.sufferer
    return parties, subject.window, where_of(subject), subject.epoch


def _denies(subject: PreparedClaim, world: World) -> bool:
    speech = world.rules.axes.of("speech", subject.kind)
    denied = subject.claim.stance == "denies" and subject.real and not is_aimed(subject)
    return denied and not speech and bool(subject.author)


def _denied(denial: PreparedClaim, claim: PreparedClaim, world: World) -> bool:
    """Tell whether a claim of the other side tells of the very event that is denied."""
    if denial.window is None or claim.window is None or not denial.window.meets(claim.window):
        return False
    ground = meet_places(denial, claim, world)
    if ground is None or ground.part or ground.coarse or ground.supposed:
        return False
    a, b = (denial, claim) if denial.id < claim.id else (claim, denial)
    pair = Pair(a, b, world, ground, meet(a, b, world, overlap=True))
    return pair.across and pair.same_actors and bool(pair.one(a.author, b.author))


def _only(events: Sequence[_Event], article: str) -> str | None:
    """Choose the one utterance there is in the article of the denial, or else anywhere."""
    here = {origin for event in events for origin in event.origins.get(article, ())}
    found = here or {o for event in events for origins in event.origins.values() for o in origins}
    return found.pop() if len(found) == 1 else None
