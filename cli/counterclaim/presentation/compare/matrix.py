"""Sources against sources: a table where it fits, else one pair a line. Counts, no verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.comparison.views.matrix import SOURCES, Matrix, Tally, Voice
from counterclaim.presentation.compare.words import (
    NARRATOR,
    SILENT,
    SideName,
    Style,
    make_style,
    one_line,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from counterclaim.comparison import Comparison

SIGNS = {"agree": "=", "contradict": "⇄", "tension": "~", "differ": "≠"}
MEANINGS = {
    "agree": "agree",
    "contradict": "contradict each other",
    "tension": "in tension",
    "differ": "numbers differ",
}
NOTE = "Pairs of utterances, reprints counted once; no count says who is right."
NOBODY = "No two of them speak of the same thing in a way that can be compared."
_TITLE = 32
_NUMBER = 5


def build_matrix(
    matrix: Matrix, comparison: Comparison, name: SideName, width: int
) -> list[RenderableType]:
    """Build the matrix; a source is named with its side, a column by the number of its row."""
    from rich.text import Text  # noqa: PLC0415

    if not matrix.tallies:
        return ["", Text(f"{NOBODY}\n"), ""]
    style = make_style(comparison)
    labels = [voice_label(voice, style, name) for voice in matrix.voices]
    cells = _cells(matrix)
    room = max(map(len, labels)) + _NUMBER + len(labels) * (2 + max(map(len, cells.values())))
    body = _table(labels, cells) if room <= width else _list(matrix, labels)
    legend = "  ".join(f"{sign} {MEANINGS[kind]}" for kind, sign in SIGNS.items())
    title = "Sources against sources" if matrix.of == SOURCES else "Sides against sides"
    notes = Text(f"{legend}\n{NOTE}\n", style="dim")
    return ["", Text(f"{title}\n", style="bold"), body, notes]


def voice_label(voice: Voice, style: Style, name: SideName) -> str:
    """Name a voice with its side; the voice of an article by its outlet or title.

    >>> voice_label(voice, style, side_name)
    'ISW (Independent)'
    """
    if voice.entry is None:
        return {"unknown": "Side not known", NARRATOR: "The articles"}.get(
            voice.side, one_line(name(voice.side))
        )
    if voice.side == NARRATOR:
        article = voice.entry.article
        title = one_line(article.outlet or article.title or article.file)
        return f"Article: {title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + '…'}"
    source = voice.entry.claim.source
    short = one_line(style.names.get((source.kind, source.name), source.name))
    side = "side not known" if voice.side == "unknown" else one_line(name(voice.side))
    return short if short == side else f"{short} ({side})"


def tally_words(tally: Tally) -> str:
    """Spell a tally out: ``"agree 2, in tension 1"``."""
    return ", ".join(
        f"{meaning} {count}" for kind, meaning in MEANINGS.items() if (count := _count(tally, kind))
    )


def _count(tally: Tally, kind: str) -> int:
    return int(getattr(tally, kind))


def _cells(matrix: Matrix) -> dict[tuple[int, int], str]:
    """Write the tallies in signs, both ways round: a row holds all of one voice."""
    cells: dict[tuple[int, int], str] = {}
    for tally in matrix.tallies:
        parts = [f"{sign}{n}" for kind, sign in SIGNS.items() if (n := _count(tally, kind))]
        cells[tally.a, tally.b] = cells[tally.b, tally.a] = " ".join(parts)
    return cells


def _table(labels: list[str], cells: dict[tuple[int, int], str]) -> RenderableType:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE, pad_edge=False, header_style="bold")
    table.add_column("", justify="right")
    table.add_column("")
    for number in range(1, len(labels) + 1):
        table.add_column(str(number), justify="center")
    for row, label in enumerate(labels):
        found = [cells.get((row, column), SILENT) for column in range(len(labels))]
        table.add_row(str(row + 1), label, *found)
    return table


def _list(matrix: Matrix, labels: list[str]) -> RenderableType:
    """One pair a line, the most at odds first."""
    from rich.console import Group  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1))
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    ranked = sorted(matrix.tallies, key=lambda t: (-t.contradict, -t.tension, -t.differ, t.a, t.b))
    for tally in ranked:
        grid.add_row(f"{labels[tally.a]} – {labels[tally.b]}", tally_words(tally))
    return Group(grid, "")
