"""What one side says to one question: its claims in lines, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison, Entry, Position
from counterclaim.comparison.verdicts.rows import side_order
from counterclaim.presentation.compare.words import (
    NARRATOR,
    Line,
    Style,
    days_again,
    make_line,
)

if TYPE_CHECKING:
    from rich.text import Text

CLAIMS_SHOWN = 3  # of one side under one question, unless all are asked for
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
