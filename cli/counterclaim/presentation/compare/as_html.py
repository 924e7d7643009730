"""The comparison as one HTML page: no script, nothing from elsewhere, made to be sent and printed.

The words lie in ``data/comparison/report.html.j2``. Whatever the template prints is cleaned and
escaped on its way out, so that no article can put markup on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from counterclaim.comparison import Comparison, Entry, Position, Question, Relation
from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.types import CONFLICTS, RELATIONS
from counterclaim.comparison.views.model import Views
from counterclaim.comparison.views.number_scales import Scale, ScaleEntry, find_scales_once
from counterclaim.presentation.compare.evidence import Evidence, evidence_lines
from counterclaim.presentation.compare.header import GRADED, header_lines
from counterclaim.presentation.compare.scale import (
    figure_words,
    number_words,
    said_words,
    scale_heading,
    shares,
    who_words,
)
from counterclaim.presentation.compare.sheets import Sheet, report_sheets
from counterclaim.presentation.compare.table import column_sides, gather_lines, group_line
from counterclaim.presentation.compare.words import (
    Line,
    SideName,
    Style,
    legend,
    make_line,
    make_style,
    one_line,
    reason_words,
    side_heading,
    signs_used,
)
from counterclaim.presentation.console import clean
from counterclaim.resources import data_path

if TYPE_CHECKING:
    from jinja2 import Template

SAME_ORIGIN = "same_origin"
PAIRS_SHOWN = 20
SCALE_SHARE = 92  # per cent of the line; the rest is for bars without an upper end
TONES = {
    "disputed": "against",
    "tension": "against",
    "numbers differ": "against",
    "conceded": "together",
    "agreed": "together",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One claim on the page: its number, the line, and the evidence that its number leads to."""

    number: int
    line: Line
    evidence: Evidence
    copy_of: int | None  # the number of the claim that this one reprints
    again: bool  # told by another line already, which names its day


@dataclass(frozen=True, slots=True)
class Block:
    """What one side says to one question."""

    heading: str
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Pairs of claims that stand to each other in the same way for the same reason."""

    relation: str
    axis: str
    strength: str
    reason: str
    pairs: tuple[tuple[int, int], ...]
    more: int  # how many pairs more there are


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure on a scale: where its bar begins and how long it is, in per cent."""

    who: str
    figure: str
    words: str
    left: int
    width: int
    open_end: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures that count one thing, on one scale."""

    heading: str
    most: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its verdict."""

    anchor: str  # "p1q2": made here, so that nothing of others stands in an attribute
    short: str
    verdict: str
    tone: str
    reason: str
    blocks: tuple[Block, ...]
    silent: tuple[str, ...]
    conflicts: tuple[Tie, ...]
    others: tuple[Tie, ...]
    scales: tuple[Bars, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One place."""

    name: str
    about: str
    read: str
    rows: tuple[Row, ...]
    signs: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def to_html(
    found: Sequence[tuple[Comparison, Views]], name: SideName, *, evidence: bool = False
) -> str:
    r"""Write one self-contained page on one or more places, each with the views asked for;
    `evidence` unfolds every claim in full.

    >>> to_html([(comparison, Views())], side_name)
    '<!DOCTYPE html>\n<html lang="en">...'
    """
    sections = [_section(*place, name, at) for at, place in enumerate(found, start=1)]
    return _template().render(sections=sections, unfolded=evidence)


def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 for this format alone

    environment = Environment(
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    path = data_path("comparison", "report.html.j2")
    return environment.from_string(path.read_text("utf-8"))


def _finalize(value: Any) -> Any:
    """Clean each text as it is printed, also those that a later template forgets about."""
    if hasattr(value, "__html__"):  # what a macro of the template has printed: clean already
        return value
    return clean(value) if isinstance(value, str) else value


def _section(comparison: Comparison, views: Views, name: SideName, at: int) -> Section:
    title, about, read = header_lines(comparison)
    style = make_style(comparison)
    numbers = _numbers(comparison)
    scales = find_scales_once(comparison)
    rows = tuple(
        replace(
            _row(question, comparison, name, style, numbers, f"p{at}q{index}"),
            scales=tuple(_bars(scale, style) for scale in scales[question.topic]),
        )
        for index, question in enumerate(comparison.questions, start=1)
    )
    signs: list[str] = []
    for question, row in zip(comparison.questions, rows, strict=True):
        lines = [told.line for block in row.blocks for told in block.claims]
        signs += signs_used(question, lines)
        signs += [tie.reason for tie in row.conflicts]
    sheets = tuple(report_sheets(views, comparison, name))
    graded = [GRADED] if comparison.grades else []
    return Section(title, about, read, rows, (*legend(signs), *graded), sheets)


def _numbers(comparison: Comparison) -> dict[str, int]:
    """Number the claims in the order in which the page first tells them."""
    numbers: dict[str, int] = {}
    for question in comparison.questions:
        for position in question.positions:
            for entry in position.entries:
                numbers.setdefault(entry.claim.id, len(numbers) + 1)
    return numbers


def _row(
    question: Question,
    comparison: Comparison,
    name: SideName,
    style: Style,
    numbers: dict[str, int],
    anchor: str,
) -> Row:
    blocks = tuple(
        Block(side_heading(p.side, comparison, name), _told(p, question, style, numbers))
        for p in question.positions
    )
    speaking = {position.side for position in question.positions}
    silent = [side for side in column_sides(comparison) if side not in speaking]
    ties = _ties(question, comparison.relations, numbers)
    return Row(
        anchor=anchor,
        short=one_line(question.short),
        verdict=one_line(question.verdict),
        tone=TONES.get(question.verdict, "plain"),
        reason=reason_words(question, style),
        blocks=blocks,
        silent=tuple(side_heading(side, comparison, name) for side in silent),
        conflicts=tuple(tie for kind, tie in ties if kind in CONFLICTS),
        others=tuple(tie for kind, tie in ties if kind not in CONFLICTS),
    )


def _bars(scale: Scale, style: Style) -> Bars:
    bars = tuple(_bar(scale, figure, style) for figure in scale.figures)
    return Bars(scale_heading(scale), number_words(scale.most), bars)


def _bar(scale: Scale, figure: ScaleEntry, style: Style) -> Bar:
    low, high = shares(scale, figure)
    left = round(SCALE_SHARE * (low or 0))
    width = (100 if high is None else round(SCALE_SHARE * high)) - left
    words = said_words(figure)
    who = who_words(figure, style)
    return Bar(who, figure_words(figure), words, left, width, high is None)


def _told(
    position: Position, question: Question, style: Style, numbers: dict[str, int]
) -> tuple[Told, ...]:
    lines = {g[0].claim.id: group_line(g, question.stems, style) for g in gather_lines(position)}

    def tell(entry: Entry) -> Told:
        line = lines.get(entry.claim.id)
        number, first = numbers[entry.claim.id], numbers.get(entry.copy_of or "")
        shown = line or make_line(entry, question.stems, style)
        return Told(number, shown, evidence_lines(entry), first, line is None)

    return tuple(tell(entry) for entry in position.entries)


def _ties(
    question: Question, relations: Sequence[Relation], numbers: dict[str, int]
) -> list[tuple[str, Tie]]:
    """Gather the relations between claims of one question, conflicts first. A reprint stands in
    none of them: the first printing speaks for it.
    """
    entries = [entry for position in question.positions for entry in position.entries]
    here = {e.claim.id: numbers.get(e.copy_of or "", numbers[e.claim.id]) for e in entries}
    kinds = [kind for kind in RELATIONS if kind != SAME_ORIGIN]
    pairs: dict[tuple[str, str, str, str], set[tuple[int, int]]] = {}
    for relation in relations_among(relations, here, kinds):
        key = (relation.relation, relation.axis, relation.strength, relation.reason)
        first, second = sorted((here[relation.a], here[relation.b]))
        pairs.setdefault(key, set()).add((first, second))
    ranked = sorted(pairs, key=lambda key: (RELATIONS.index(key[0]), key))
    return [(key[0], _tie(key, pairs[key])) for key in ranked]


def _tie(key: tuple[str, str, str, str], pairs: set[tuple[int, int]]) -> Tie:
    relation, axis, strength, reason = key
    words, named = relation.replace("_", " "), axis.replace("_", " ")
    first = tuple(sorted(pairs)[:PAIRS_SHOWN])
    return Tie(words, named, strength, one_line(reason), first, len(pairs) - len(first))
