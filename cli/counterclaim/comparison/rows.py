"""The rows of the table: questions, who answers them, and in which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.comparison.subjects import Subject
from counterclaim.comparison.types import (
    CONFLICTS,
    NARRATOR_SIDE,
    VERDICTS,
    Asked,
    Entry,
    Position,
    Question,
    Relation,
)
from counterclaim.comparison.verdicts import give_verdict
from counterclaim.comparison.windows import first_day
from counterclaim.comparison.words import shorten
from counterclaim.knowledge.comparison import Rules, Topic
from counterclaim.records import Quantity

GOALS = "goals"
_SHOWN = 3
_LAST = {"independent": 1, "unknown": 2, NARRATOR_SIDE: 3}


def topic_of(subject: Subject, rules: Rules) -> str:
    """Name the one question a claim answers; aims, demands and forecasts are one question."""
    return rules.topic_of(subject.kind) if subject.real else GOALS


def make_questions(
    subjects: Sequence[Subject],
    relations: Sequence[Relation],
    rules: Rules,
    place: Asked | None,
    only: str | None = None,
) -> tuple[Question, ...]:
    """Lay the claims out as questions: conflict first, then what is agreed, then lone voices."""
    rows = _rows(subjects, relations, rules)
    wanted = [t for t in rules.topics if rows.get(t.id) and only in (None, t.id)]
    made = [_question(topic, rows[topic.id], relations, rules, place) for topic in wanted]
    # Sorting is stable: within one verdict the order of questions.yaml stays.
    return tuple(sorted(made, key=lambda q: VERDICTS.index(q.verdict)))


def side_order(side: str) -> tuple[int, str]:
    """Order columns: parties by name, then independent, unknown, and the article itself."""
    return _LAST.get(side, 0), side


def _rows(
    subjects: Sequence[Subject], relations: Sequence[Relation], rules: Rules
) -> dict[str, list[Entry]]:
    by_id = {s.id: s for s in _mark_copies(subjects, relations)}
    rows: dict[str, dict[str, Entry]] = defaultdict(dict)
    for subject in by_id.values():
        rows[topic_of(subject, rules)][subject.id] = subject.entry
    for relation in relations:
        _invite(relation, by_id, rows, rules)
    return {topic: list(row.values()) for topic, row in rows.items()}


def _mark_copies(subjects: Sequence[Subject], relations: Sequence[Relation]) -> list[Subject]:
    """Note which claims are reprints, and of which: the smallest id stands for all."""
    copy_of: dict[str, str] = {}
    for relation in relations:  # sorted by ids, so the first claim of a set is met first
        if relation.relation == "same_origin":
            copy_of[relation.b] = copy_of.get(relation.a, relation.a)
    number = Counter(copy_of.values())
    return [
        replace(s, entry=replace(s.entry, copy_of=copy_of.get(s.id), copies=number[s.id]))
        for s in subjects
    ]


def _invite(
    relation: Relation,
    by_id: Mapping[str, Subject],
    rows: dict[str, dict[str, Entry]],
    rules: Rules,
) -> None:
    """A claim under another question is shown beside the one it collides with, or concedes."""
    pair = by_id[relation.a], by_id[relation.b]
    topics = [topic_of(subject, rules) for subject in pair]
    if topics[0] == topics[1]:
        return
    for home, guest in ((topics[0], pair[1]), (topics[1], pair[0])):
        host = rules.topic(home)
        collides = relation.relation in CONFLICTS and relation.axis in host.axes
        concedes = relation.relation == "concedes" and home == "combat"
        lacking = guest.entry.group not in {entry.group for entry in rows[home].values()}
        if collides or (concedes and lacking):
            rows[home][guest.id] = guest.entry


def _question(
    topic: Topic,
    entries: list[Entry],
    relations: Sequence[Relation],
    rules: Rules,
    place: Asked | None,
) -> Question:
    ids = {entry.claim.id for entry in entries}
    within = [r for r in relations if r.a in ids and r.b in ids]
    verdict, reason, deciding = give_verdict(entries, within, rules.axes)
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.group].append(entry)
    positions = tuple(
        _position(side, groups[side], deciding, topic) for side in sorted(groups, key=side_order)
    )
    name = place.name if place else None
    return Question(topic.id, topic.ask(name), topic.short, verdict, reason, positions, topic.stems)


def _position(side: str, entries: list[Entry], deciding: frozenset[str], topic: Topic) -> Position:
    ranked = sorted(entries, key=lambda e: _rank(e, deciding))
    once = [entry for entry in ranked if entry.copy_of is None]
    words = [f"“{decisive_words(e, topic.stems)}”" for e in once[:_SHOWN]]
    rest = f" (+{len(once) - _SHOWN} more)" if len(once) > _SHOWN else ""
    return Position(side, "; ".join(words) + rest, tuple(ranked))


def decisive_words(entry: Entry, stems: Sequence[str]) -> str:
    """Give the decisive words of a claim, verbatim."""
    claim = entry.claim
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


def _rank(entry: Entry, deciding: frozenset[str]) -> tuple[bool, bool, bool, int, str]:
    """Claims that decide the verdict first, then those that name the place, then the newest."""
    claim = entry.claim
    day = first_day(claim.time.said or entry.article.published) or 0
    supposed = entry.setting.how != "stated"
    return entry.copy_of is not None, claim.id not in deciding, supposed, -day, claim.id
