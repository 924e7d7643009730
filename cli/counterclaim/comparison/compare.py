"""Competing claims side by side: pure functions from records to questions and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from counterclaim.comparison.clusters import find_answers
from counterclaim.comparison.denials import keep_answers, link_answers
from counterclaim.comparison.interest import note_interest
from counterclaim.comparison.listing import Relations
from counterclaim.comparison.origins import alike_wordings, find_origins
from counterclaim.comparison.related import Related
from counterclaim.comparison.rows import make_questions
from counterclaim.comparison.selection import Wanted, find_where, refuse
from counterclaim.comparison.settings import find_settings, place_key
from counterclaim.comparison.subjects import Subject, make_subjects
from counterclaim.comparison.types import Answer, Asked, Comparison, Entry, World
from counterclaim.comparison.verdicts import voice
from counterclaim.comparison.windows import said_on
from counterclaim.comparison.wordings import Alike
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
) -> Comparison:
    """Set the claims of `records` side by side, as questions, and relate every comparable pair.

    With `place`, only claims about it, its surroundings and what lies in it are taken, with `near`
    those about settlements within so many km of it too. `sources` are names or parts of names.
    `since` and `until` are ISO prefixes, both included, of the days of the event (of the days it
    was said about, where no event day is given). The order of `records` does not matter.

    >>> found = compare_claims(records, world, place=Asked("geonames:713174", "Bakhmut"))
    >>> [(q.topic, q.verdict) for q in found.questions]
    [('territory', 'disputed'), ('combat', 'conceded')]
    """
    wanted = Wanted(place, near, topic, sides, sources, since, until)
    entries = [e for record in records for e in find_entries(record, world, place, near)]
    every = make_subjects(entries, world)
    alike = alike_wordings(every, world.rules.thresholds)
    every = prepare(every, world, alike)
    subjects = [subject for subject in every if refuse(subject, wanted) is None]
    if len(subjects) < len(every):
        subjects = keep_answers(find_origins(find_answers(subjects), world, alike))
    subjects = note_interest(subjects, world)
    related = Related(subjects, world, alike)
    questions = make_questions(related, world.rules, place, topic)
    if topic is not None:
        shown = {e.claim.id for q in questions for p in q.positions for e in p.entries}
        subjects = keep_answers([s for s in subjects if s.id in shown])
        related = Related(subjects, world, alike)
    relations = Relations(related)
    kept = [subject.entry for subject in subjects]
    return Comparison(
        place=place,
        spellings=_spellings(kept, world, place),
        questions=questions,
        relations=relations,
        articles=len({e.article.id for e in kept}),
        claims=len(kept),
        sources=len({voice(e) for e in kept}),
        said=_said(kept),
        near=near,
        answers=tuple(_answer(s) for s in subjects if s.responds_to),
    )


def prepare(subjects: Sequence[Subject], world: World, alike: Alike | None = None) -> list[Subject]:
    """Note in claims, sorted by id, what they are to each other: one utterance, or an answer.

    >>> [s.responds_to for s in prepare(make_subjects(entries, world), world)]
    ['tass#01', None]
    """
    return link_answers(find_origins(find_answers(subjects), world, alike), world)


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


def find_entries(
    record: Record, world: World, place: Asked | None, near: float | None = None
) -> list[Entry]:
    """Take the claims of one article that are about a place (None: all), rejected ones aside."""
    settings, wanted = find_settings(record, world), Wanted(place, near)
    entries = (
        Entry(claim, record.article, settings[claim.id])
        for claim in record.events
        if claim.review.status != "rejected"
    )
    placed = ((entry, find_where(entry, wanted, world)) for entry in entries)
    return [replace(e, where=where) if where else e for e, where in placed if where is not None]


def _answer(subject: Subject) -> Answer:
    stated = subject.claim.responds_to == subject.responds_to
    return Answer(subject.id, subject.responds_to or "", stated=stated)


def _spellings(entries: Sequence[Entry], world: World, asked: Asked | None) -> tuple[str, ...]:
    if asked is None:
        return ()
    here = {p.mention for e in entries for p in e.claim.places if place_key(p) == asked.id}
    named = {m for m in here if m != asked.name and world.places.spells(m, asked.id)}
    return tuple(sorted(named))


def _said(entries: Sequence[Entry]) -> tuple[str, str] | None:
    days = sorted(day for e in entries if (day := said_on(e.claim, e.article)))
    return (days[0], days[-1]) if days else None


def _wide(place: Place) -> bool:
    return place.precision in ("oblast", "country", "area")


def _plain(place: Place) -> tuple[bool, str, str]:
    return (place.relation is not None, place.name, place.mention)
