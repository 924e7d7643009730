"""One question on the page: the verdict, the two claims it rests on, then everybody who speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.comparison import Entry, Position, Question, Relation
from counterclaim.comparison.views.number_scales import Scale
from counterclaim.presentation.compare.report.bonds import make_bonds
from counterclaim.presentation.compare.report.cards import make_card
from counterclaim.presentation.compare.report.desk import Chapter
from counterclaim.presentation.compare.report.figures import make_bars
from counterclaim.presentation.compare.report.parts import Answered, Bench, Card, Duel
from counterclaim.presentation.compare.report.sentences import (
    CLASHES,
    verdict_sentence,
)
from counterclaim.presentation.compare.table import column_sides, gather_lines
from counterclaim.presentation.compare.words import lead_entries, one_line, side_heading

FEW = 2  # claims of one side under one question; the others are folded
TONES = {
    "disputed": "against",
    "tension": "against",
    "numbers differ": "against",
    "conceded": "together",
    "agreed": "together",
}
_SIGNS = {"numbers differ": ("≠", "against"), "conceded": ("=", "and"), "agreed": ("=", "and")}


def make_answered(
    question: Question,
    place: Chapter,
    anchor: str,
    relations: Iterable[Relation],
    scales: Iterable[Scale],
) -> Answered:
    """Lay out one question."""
    cards = _cards(question, place, anchor)
    duel, faced = _duel(question, cards, place)
    benches, rest = [], []
    for position in question.positions:
        mine = [card for key, card in cards[position.side].items() if key not in faced]
        shown = mine[:FEW]
        benches += [_bench(position.side, shown, place)] if shown else []
        rest += [_bench(position.side, mine[FEW:], place)] if mine[FEW:] else []
    speaking = {position.side for position in question.positions}
    silent = [side for side in column_sides(place.comparison) if side not in speaking]
    return Answered(
        anchor=anchor,
        short=one_line(question.short),
        verdict=one_line(question.verdict),
        tone=TONES.get(question.verdict, "plain"),
        sentence=verdict_sentence(question, place),
        duel=duel,
        benches=tuple(benches),
        rest=tuple(rest),
        hidden=sum(len(bench.cards) for bench in rest),
        silent=tuple(side_heading(side, place.comparison, place.desk.name) for side in silent),
        bonds=tuple(make_bonds(question, relations, place)),
        scales=tuple(make_bars(scale, place) for scale in scales),
    )


def _cards(question: Question, place: Chapter, anchor: str) -> dict[str, dict[str, Card]]:
    """Make the cards of each side, by the id of the claim that stands first on them."""
    copies: dict[str, list[Entry]] = defaultdict(list)
    for entry in (e for position in question.positions for e in position.entries):
        if entry.copy_of is not None:
            copies[entry.copy_of].append(entry)
    made: dict[str, dict[str, Card]] = {}
    number = 0
    for position in question.positions:
        made[position.side] = {}
        for group in _groups(position):
            number += 1
            printed = [copy for entry in group for copy in copies[entry.claim.id]]
            card = make_card(group, printed, place, f"{anchor}c{number}")
            made[position.side][group[0].claim.id] = card
    return made


def _groups(position: Position) -> list[list[Entry]]:
    return gather_lines(position) or [list(position.entries)]


def _duel(
    question: Question, cards: Mapping[str, Mapping[str, Card]], place: Chapter
) -> tuple[Duel | None, frozenset[str]]:
    """Set the two claims that a verdict rests on face to face; gives the ids of both, too."""
    pair = [(e.group, e.claim.id) for e in lead_entries(question)]
    if question.verdict not in TONES or len(pair) != 2:
        return None, frozenset()
    if any(id_ not in cards.get(side, {}) for side, id_ in pair):  # in another's line, or hidden
        return None, frozenset()
    left, right = (_bench(side, [cards[side][id_]], place) for side, id_ in pair)
    default = ("⇄", "against") if question.verdict in CLASHES else ("=", "and")
    return Duel(left, right, *_SIGNS.get(question.verdict, default)), frozenset(i for _, i in pair)


def _bench(side: str, cards: Sequence[Card], place: Chapter) -> Bench:
    heading = side_heading(side, place.comparison, place.desk.name)
    return Bench(heading, place.desk.colours[side], tuple(cards))
