"""The comparison for spreadsheets and reports: CSV with one claim a line, and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from counterclaim.comparison import Comparison, Entry, Position, Question
from counterclaim.comparison.views.model import NO_VIEWS, Views
from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.compare.header import GRADED, header_lines
from counterclaim.presentation.compare.sheets import Sheet, flat_sheet, report_sheets, scale_sheets
from counterclaim.presentation.compare.table import (
    CLAIMS_SHOWN,
    column_sides,
    rest_words,
    shown_lines,
)
from counterclaim.presentation.compare.words import (
    Line,
    SideName,
    Style,
    make_style,
    reason_words,
    side_heading,
)
from counterclaim.presentation.console import clean
from counterclaim.presentation.listing import to_csv as csv_lines
from counterclaim.presentation.listing import to_json_lines as json_lines
from counterclaim.records import Actor, Claim, Quantity
from counterclaim.records.characters import dump_json

COLUMNS = (
    "topic", "question", "verdict", "reason", "side", "source", "source_kind", "relay", "stance",
    "hedged", "event", "initiator", "target", "places", "place_relation", "earliest", "latest",
    "said", "quantities", "text", "article", "title", "outlet", "url", "published", "place_id",
    "lat", "lon", "review", "spans", "id",
)  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#])")


def to_csv(comparison: Comparison, views: Views = NO_VIEWS) -> str:
    """Write one line for each claim under each question, or the one view that is asked for.

    No wrapped cells, empty for not said, nothing that a spreadsheet takes for a formula.
    """
    if views:
        sheet = flat_sheet(views)
        return csv_lines(sheet.columns, sheet.rows)
    heads, rows = _table(comparison)
    return csv_lines(heads, rows)


def to_jsonl(comparison: Comparison, views: Views = NO_VIEWS) -> str:
    """Write the same table as lines of JSON: null for not said, texts as they are."""
    if views:
        sheet = flat_sheet(views)
        return json_lines(sheet.columns, sheet.rows)
    return "".join(f"{dump_json(row)}\n" for row in to_rows(comparison))


def to_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """Give the same table as mappings, one for each claim under each question."""
    heads, rows = _table(comparison)
    return [
        {head: _said(head, value) for head, value in zip(heads, row, strict=True)} for row in rows
    ]


def _said(head: str, value: Any) -> Any:
    return value == "true" if head == "hedged" else None if value == "" else value


def _table(comparison: Comparison) -> tuple[tuple[str, ...], list[list[Any]]]:
    rows = [
        _row(question, position, entry)
        for question in comparison.questions
        for position in question.positions
        for entry in position.entries
    ]
    if not comparison.grades:
        return COLUMNS, rows
    graded = [[*row, comparison.grades[row[-1] or ""]] for row in rows]
    return (*COLUMNS, "admiralty"), graded


def to_markdown(
    comparison: Comparison, name: SideName, views: Views = NO_VIEWS, *, every: bool = False
) -> str:
    """Write a Markdown page for a report: the table, with `every` claim or the first of each side,
    then the views that are asked for.
    """
    place, about, read = (escape(line) for line in header_lines(comparison))
    sides = column_sides(comparison)
    heads = ["Question", *(escape(side_heading(s, comparison, name)) for s in sides), "Verdict"]
    lines = [f"## {place}", "", " · ".join(part for part in (about, read) if part), ""]
    if comparison.questions:
        lines += [_cells(heads), _cells(["---"] * len(heads))]
    style, most = make_style(comparison), None if every else CLAIMS_SHOWN
    lines += [_cells(_markdown(q, sides, style, most)) for q in comparison.questions]
    lines += ["", escape(GRADED)] if comparison.grades else []
    for sheet in [*scale_sheets(comparison), *report_sheets(views, comparison, name)]:
        lines += ["", *_sheet_lines(sheet)]
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    r"""Make words stand for themselves in Markdown.

    >>> escape("10 * 2 | <b>")
    '10 \\* 2 \\| \\<b\\>'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(clean(text).split()))


def _sheet_lines(sheet: Sheet) -> list[str]:
    lines = [f"### {escape(sheet.title)}", ""]
    if sheet.rows:
        lines += [_cells(map(escape, sheet.columns)), _cells(["---"] * len(sheet.columns))]
        lines += [*(_cells(map(escape, row)) for row in sheet.rows), ""]
    return [*lines, escape(sheet.note)] if sheet.note else lines[:-1]


def _row(question: Question, position: Position, entry: Entry) -> list[Any]:
    claim, article = entry.claim, entry.article
    first = claim.places[0] if claim.places else None
    return [
        question.topic, question.text, question.verdict, question.reason, position.side,
        claim.source.name, claim.source.kind, _join(r.name for r in claim.source.relay),
        claim.stance, "true" if claim.hedged else "false", claim.event.type,
        _actor(claim.event.initiator), _actor(claim.event.target),
        _join(p.name for p in claim.places), entry.where, claim.time.earliest, claim.time.latest,
        claim.time.said, _join(map(quantity_words, claim.quantities)), claim.text, article.id,
        article.title, article.outlet, web_address(article), article.published,
        first and first.id, first and first.lat, first and first.lon, claim.review.status,
        _spans(claim), claim.id,
    ]  # fmt: skip


def _join(items: Iterable[str]) -> str:
    return "; ".join(items)


def _actor(actor: Actor | None) -> str:
    return actor.name if actor else ""


def quantity_words(quantity: Quantity) -> str:
    """A number in short: "at least 12 killed"."""
    known = [n for n in (quantity.low, quantity.best, quantity.high) if n is not None]
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        bound = "up to " if low is None and high is not None else "at least "
        number = f"{bound}{known[0]:g}" if known else ""
    else:
        number = f"{low:g}" if low == high else f"{low:g}-{high:g}"
    return f"{number} {quantity.what}".strip()


def _spans(claim: Claim) -> str:
    return _join(f"{start}-{end}" for start, end in claim.spans)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _markdown(question: Question, sides: list[str], style: Style, most: int | None) -> list[str]:
    by_side = {position.side: position for position in question.positions}
    found = (by_side.get(side) for side in sides)
    cells = [_cell(position, question, style, most) if position else "·" for position in found]
    return [
        escape(question.short),
        *cells,
        f"**{question.verdict}**<br>{escape(reason_words(question, style))}",
    ]


def _cell(position: Position, question: Question, style: Style, most: int | None) -> str:
    lines = [_sentence(line) for line in shown_lines(position, question.stems, style, most)]
    return "<br>".join([*lines, *filter(None, [rest_words(position, most)])])


def _sentence(line: Line) -> str:
    head = f"**{escape(line.head)}**: " if line.head else ""
    tail = f" ({escape(line.where)})" if line.where else ""
    relay = f" ↳ {escape(line.relay)}" if line.relay else ""
    note = f" \\[{escape(line.note)}\\]" if line.note else ""
    parts = (line.mark, line.verb, escape(line.words), line.flag)
    return f"{head}{' '.join(part for part in parts if part)}{tail}{relay}{note}"
