"""The rows of the table: questions, who answers them, and in which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from counterclaim.comparison.graph.cells import Cells
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.graph.partners import Partners
from counterclaim.comparison.pairs.questions import topic_of
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.decisive_words import shorten
from counterclaim.comparison.prepared.windows import first_day
from counterclaim.comparison.types import (
    CONFLICTS,
    NO_PARTY,
    VERDICTS,
    Asked,
    Entry,
    Position,
    Question,
)
from counterclaim.comparison.verdicts.verdict import find_agreement, find_standing, give_verdict
from counterclaim.knowledge.comparison import Rules, Topic
from counterclaim.records import Quantity

_SHOWN = 3
_LAST = {side: at for at, side in enumerate(NO_PARTY, start=1)}


def make_questions(
    related: ClassRelations, rules: Rules, place: Asked | None
) -> tuple[Question, ...]:
    """Lay the claims out as questions: conflict first, then what is agreed, then lone voices."""
    homes: dict[str, list[PreparedClaim]] = defaultdict(list)
    for subject in related.subjects:
        homes[topic_of(subject, rules)].append(subject)
    hosts = {topic: Cells(subjects, related) for topic, subjects in homes.items()}
    entries = _mark_copies(related.subjects)
    made = [
        _question(topic, hosts[topic.id], _invite(topic, hosts, related), related, entries, place)
        for topic in rules.topics
        if topic.id in hosts
    ]
    # Sorting is stable: within one verdict the order of questions.yaml stays.
    ordered = sorted(made, key=lambda q: VERDICTS.index(q.verdict))
    return tuple(replace(q, number=number) for number, q in enumerate(ordered, start=1))


def side_order(side: str) -> tuple[int, str]:
    """Order columns: parties by name, then independent, unknown, and the article itself."""
    return _LAST.get(side, 0), side


def _mark_copies(subjects: Sequence[PreparedClaim]) -> dict[str, Entry]:
    """Note which claims are reprints, and of which: the smallest id stands for all."""
    number = Counter(s.origin for s in subjects)
    return {
        s.id: replace(
            s.entry,
            copy_of=s.origin if s.origin != s.id else None,
            copies=number[s.id] - 1 if s.origin == s.id else 0,
        )
        if number[s.origin] > 1
        else s.entry
        for s in subjects
    }


def _invite(
    topic: Topic, hosts: Mapping[str, Cells], related: ClassRelations
) -> list[PreparedClaim]:
    """Find the guests of a question: a claim under another one is shown beside the claim it
    collides with, or concedes.
    """
    own = hosts[topic.id]
    others = [found for home, found in hosts.items() if home != topic.id]
    joins = Partners(related, own, others, alone=True, axes=topic.axes)
    for relation in CONFLICTS if topic.axes else ():
        for strength in ("strong", "weak"):
            joins.standing((relation, strength))
    guests = [related.by_id[id_] for id_ in sorted(joins.found)]
    if topic.id == "combat":
        rest = [s for cells in others for s in cells.subjects if s.id not in joins.found]
        guests += _conceding(related, own, rest, guests)
    return sorted(guests, key=lambda s: s.id)


def _conceding(
    related: ClassRelations,
    own: Cells,
    others: Sequence[PreparedClaim],
    guests: Sequence[PreparedClaim],
) -> list[PreparedClaim]:
    """Of each side that has no claim of its own here, take the first that concedes one."""
    there = {s.entry.group for s in (*own.subjects, *guests)}
    lacking = [s for s in others if s.entry.group not in there]
    joins = Partners(related, own, [Cells(lacking, related)], alone=True)
    for strength in ("strong", "weak"):
        joins.standing(("concedes", strength))
    first = {s.entry.group: s for s in reversed(lacking) if s.id in joins.found}
    return list(first.values())


def _question(
    topic: Topic,
    hosts: Cells,
    guests: Sequence[PreparedClaim],
    related: ClassRelations,
    marked: Mapping[str, Entry],
    place: Asked | None,
) -> Question:
    entries = [marked[s.id] for s in sorted((*hosts.subjects, *guests), key=lambda s: s.id)]
    standing = find_standing(related, hosts, guests)
    agreement = find_agreement(related, hosts, guests)
    axes = related.world.rules.axes
    verdict, reason, deciding = give_verdict(entries, standing, axes, agreement)
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.group].append(entry)
    pair = (standing.lead.a, standing.lead.b) if standing else ()
    lead = tuple(related.by_id[id_].origin for id_ in pair)
    positions = tuple(
        _position(side, groups[side], (lead, deciding), topic)
        for side in sorted(groups, key=side_order)
    )
    name = place.name if place else None
    row = Question(topic.id, topic.ask(name), topic.short, verdict, reason, positions, topic.stems)
    return replace(row, agreement=tuple(sorted(agreement)), lead=lead)


def _position(
    side: str, entries: list[Entry], deciding: Sequence[Collection[str]], topic: Topic
) -> Position:
    ranked = sorted(entries, key=lambda e: _rank(e, deciding))
    return make_position(side, ranked, topic.stems)


def make_position(side: str, ranked: Sequence[Entry], stems: Sequence[str]) -> Position:
    """Give what one side says, its claims ordered by weight."""
    once = [entry for entry in ranked if entry.copy_of is None]
    words = [f"“{decisive_words(e, stems)}”" for e in once[:_SHOWN]]
    rest = f" (+{len(once) - _SHOWN} more)" if len(once) > _SHOWN else ""
    return Position(side, "; ".join(words) + rest, tuple(ranked))


def decisive_words(entry: Entry, stems: Sequence[str]) -> str:
    """Give the decisive words of a claim, verbatim; of a coded row all."""
    claim = entry.claim
    if entry.coded:
        return claim.text
    return shorten(
        claim.text,
        stems,
        keep=[place.mention for place in claim.places],
        figures=_figures(claim.quantities, stems),
    )


def _figures(quantities: Sequence[Quantity], stems: Sequence[str]) -> list[str]:
    """Order the numbers of a claim: those that count what the question is about come first."""
    ordered = sorted(quantities, key=lambda q: not q.what.casefold().startswith(tuple(stems)))
    return [quantity.mention for quantity in ordered]


def _rank(entry: Entry, deciding: Sequence[Collection[str]]) -> tuple[object, ...]:
    """Claims that decide the verdict first, those above all that its reason is taken from; then
    those that name the place, then the newest.
    """
    claim = entry.claim
    day = first_day(claim.time.said or entry.article.published) or 0
    supposed = entry.whereabouts.how != "stated"
    rank = [claim.id not in ids for ids in deciding]
    return entry.copy_of is not None, rank, supposed, -day, claim.id
