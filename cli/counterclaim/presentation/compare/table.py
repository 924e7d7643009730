"""The comparison on a wide terminal: questions as rows, sides as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison, Entry, Position, Question
from counterclaim.comparison.verdicts.rows import side_order
from counterclaim.presentation.compare.words import (
    NARRATOR,
    SILENT,
    Line,
    SideName,
    Style,
    days_again,
    make_line,
    make_style,
    reason_words,
    side_heading,
    signs_used,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

WIDE = 100
CLAIMS_SHOWN = 3  # of one side under one question, unless all are asked for
QUESTION_WIDTH, VERDICT_WIDTH, LEAST_WIDTH = 15, 18, 17
VERDICT_STYLES = {
    "disputed": "bold red",
    "tension": "bold magenta",
    "numbers differ": "bold magenta",
    "conceded": "bold green",
    "agreed": "bold green",
}


def column_sides(comparison: Comparison) -> list[str]:
    """List the sides that have claims, parties first, the article itself last."""
    sides = {position.side for question in comparison.questions for position in question.positions}
    return sorted(sides, key=side_order)


def fits_table(comparison: Comparison, width: int) -> bool:
    """Tell whether every side gets a column in which words do not break into soup."""
    sides = len(column_sides(comparison))
    left = width - QUESTION_WIDTH - VERDICT_WIDTH - 2 * (sides + 2) - 2
    return width >= WIDE and left >= sides * LEAST_WIDTH


def build_table(
    comparison: Comparison, name: SideName, width: int, most: int | None = CLAIMS_SHOWN
) -> tuple[RenderableType, list[str]]:
    """Build the table, with `most` claims in a cell (None: all), and list the signs it uses."""
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    sides = column_sides(comparison)
    table = Table(box=box.SIMPLE_HEAVY, width=width, leading=1, pad_edge=False, header_style="bold")
    table.add_column("Question", width=QUESTION_WIDTH)
    for side in sides:
        table.add_column(side_heading(side, comparison, name), ratio=1)
    table.add_column("Verdict", width=VERDICT_WIDTH)
    style = make_style(comparison)
    shown: list[str] = []
    for question in comparison.questions:
        shown += _add_row(table, question, sides, style, most)
    return table, shown


def verdict_style(verdict: str) -> str:
    """Colour only supports: the verdict is a word."""
    return VERDICT_STYLES.get(verdict, "bold")


def shown_lines(
    position: Position, stems: Sequence[str], style: Style, most: int | None = CLAIMS_SHOWN
) -> list[Line]:
    """Give the claims of one side that a cell has room for. A reprint is not shown again, and what
    a source says again in the same words only adds its days.
    """
    return [group_line(group, stems, style) for group in gather_lines(position)[:most]]


def rest_words(position: Position, most: int | None = CLAIMS_SHOWN) -> str:
    """Say how many claims a cell has no room for: ``"+2 more"``."""
    rest = len(gather_lines(position)) - most if most is not None else 0
    return f"+{rest} more" if rest > 0 else ""


def is_cut(comparison: Comparison, most: int | None = CLAIMS_SHOWN) -> bool:
    """Tell whether any cell has no room for some claims."""
    return any(rest_words(p, most) for q in comparison.questions for p in q.positions)


def gather_lines(position: Position) -> list[list[Entry]]:
    """Gather the claims that stand in one line: one source, one stance, the same words.

    >>> [[e.claim.id for e in group] for group in gather_lines(position)]
    [['gazette#02', 'herald#05'], ['gazette#07']]
    """
    groups: dict[object, list[Entry]] = {}
    for entry in position.entries:
        if entry.copy_of is None:
            claim = entry.claim
            voice = (claim.source.name, claim.source.relay and claim.source.relay[0].name)
            alone = entry.article.outlet if claim.source.kind == NARRATOR else None
            key = (voice, alone, claim.stance, claim.hedged, entry.where, claim.text)
            groups.setdefault(key, []).append(entry)
    return list(groups.values())


def group_line(group: Sequence[Entry], stems: Sequence[str], style: Style) -> Line:
    """Put claims that stand in one line into words: the first, with the days of the others."""
    line = make_line(group[0], stems, style)
    again = days_again(group, style)
    return replace(line, where=", ".join(filter(None, (line.where, again))))


def _add_row(
    table: Table, question: Question, sides: Sequence[str], style: Style, most: int | None
) -> list[str]:
    from rich.text import Text  # noqa: PLC0415

    by_side = {position.side: position for position in question.positions}
    shown: list[str] = []
    cells: list[Text] = []
    for side in sides:
        position = by_side.get(side)
        if position is None:
            cells.append(Text(SILENT, style="dim"))
            shown.append(SILENT)
            continue
        lines = shown_lines(position, question.stems, style, most)
        shown += signs_used(question, lines)
        cells.append(cell_text(lines, rest_words(position, most)))
    verdict = Text(question.verdict.upper(), style=verdict_style(question.verdict))
    verdict.append(f"\n{reason_words(question, style)}", style="not bold default")
    table.add_row(Text(question.short, style="bold"), *cells, verdict)
    return shown


def cell_text(lines: Sequence[Line], rest: str) -> Text:
    """Write the claims of one cell: who and when once, then the words, then what is to be noted."""
    from rich.text import Text  # noqa: PLC0415

    cell, before = Text(), ""
    for line in lines:
        if cell and line.head != before:
            cell.append("\n")
        if line.head and line.head != before:
            cell.append(f"{line.head}\n", style="bold")
        before = line.head
        cell.append(
            " ".join(part for part in (line.mark, line.verb, line.words, line.flag) if part)
        )
        cell.append(f"\n({line.where})" if line.where else "", style="dim")
        cell.append(f"\n↳ {line.relay}" if line.relay else "", style="dim")
        cell.append(f"\n{line.note}" if line.note else "", style="dim")
        cell.append("\n")
    cell.append(rest, style="dim")
    cell.rstrip()
    return cell
