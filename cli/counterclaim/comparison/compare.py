"""Competing claims side by side: pure functions from records to questions and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from counterclaim.comparison.gathering import find_entries, prepare
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.graph.clusters import find_answers
from counterclaim.comparison.graph.relations import Relations
from counterclaim.comparison.pairs.denials import keep_answers
from counterclaim.comparison.pairs.origins import alike_wordings, find_origins
from counterclaim.comparison.prepared.claim import PreparedClaim, prepare_claims
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.comparison.selection import Wanted, refuse_days
from counterclaim.comparison.types import Answer, Asked, Comparison, Entry, World
from counterclaim.comparison.verdicts.interest import note_interest
from counterclaim.comparison.verdicts.rows import make_questions
from counterclaim.comparison.views.showing import count, entries_of, show_only
from counterclaim.memory import uncollected
from counterclaim.records import Place, Record


@uncollected()
def compare_claims(
    records: Iterable[Record],
    world: World,
    *,
    place: Asked | None = None,
    near: float | None = None,
    topic: str | None = None,
    sides: Collection[str] = (),
    sources: Collection[str] = (),
    since: str | None = None,
    until: str | None = None,
    placeless: bool = False,
    reviewed: bool = False,
) -> Comparison:
    """Set the claims of `records` side by side, as questions, and relate every comparable pair.

    With `place`, only claims about it, its surroundings and what lies in it are taken, with `near`
    those about settlements within so many km of it too; `placeless` takes those about no place that
    is known. `since` and `until` are ISO prefixes, both included, of the days of the event (of the
    days it was said about, where no event day is given). `topic`, `sides` and `sources` (names or
    parts of names) say what is shown: verdicts rest on all claims, or on those `reviewed`. The
    order of `records` does not matter.

    >>> found = compare_claims(records, world, place=Asked("geonames:713174", "Bakhmut"))
    >>> [(q.topic, q.verdict) for q in found.questions]
    [('territory', 'disputed'), ('combat', 'conceded')]
    """
    wanted = Wanted(place, near, topic, sides, sources, since, until, placeless, reviewed)
    entries = [e for record in records for e in find_entries(record, world, wanted)]
    every = prepare_claims(entries, world)
    alike = alike_wordings(every, world.rules.thresholds)
    every = prepare(every, world, alike)
    subjects = [subject for subject in every if refuse_days(subject, wanted) is None]
    if len(subjects) < len(every):
        subjects = keep_answers(find_origins(find_answers(subjects), world, alike))
    subjects = note_interest(subjects, world)
    related = ClassRelations(subjects, world, alike)
    kept = [subject.entry for subject in subjects]
    questions = make_questions(related, world.rules, place)
    found = Comparison(
        place=place,
        spellings=_spellings(kept, world, place),
        questions=questions,
        relations=Relations(related),
        near=near,
        answers=tuple(_answer(s) for s in subjects if s.responds_to),
        compared=len(kept),
        placeless=placeless,
        **count(entries_of(questions).values()),
    )
    return show_only(found, wanted)


def count_places(records: Iterable[Record]) -> list[tuple[Place, int]]:
    """Count the claims about each place of the gazetteer, most first; wide areas come last.

    >>> [(place.name, n) for place, n in count_places(records)]
    [('Bakhmut', 15), ('Soledar', 3)]
    """
    known: dict[str, Place] = {}
    number: Counter[str] = Counter()
    for record in records:
        for claim in record.events:
            found = {p.id: p for p in claim.places if p.id}
            number.update(list(found))
            known.update({key: min(known.get(key, p), p, key=_plain) for key, p in found.items()})
    ranked = sorted(known, key=lambda k: (_wide(known[k]), -number[k], known[k].name, k))
    return [(known[key], number[key]) for key in ranked]


def _answer(subject: PreparedClaim) -> Answer:
    stated = subject.claim.responds_to == subject.responds_to
    return Answer(subject.id, subject.responds_to or "", stated=stated)


def _spellings(entries: Sequence[Entry], world: World, asked: Asked | None) -> tuple[str, ...]:
    if asked is None:
        return ()
    here = {p.mention for e in entries for p in e.claim.places if place_key(p) == asked.id}
    named = {m for m in here if m != asked.name and world.places.spells(m, asked.id)}
    return tuple(sorted(named))


def _wide(place: Place) -> bool:
    return place.precision in ("oblast", "country", "area")


def _plain(place: Place) -> tuple[bool, str, str]:
    return (place.relation is not None, place.name, place.mention)
