"""The comparison on a narrow terminal: one question after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison, Question
from counterclaim.presentation.compare.table import (
    CLAIMS_SHOWN,
    rest_words,
    shown_lines,
    verdict_style,
)
from counterclaim.presentation.compare.words import (
    NARRATOR,
    Line,
    SideName,
    make_style,
    reason_words,
    side_heading,
    signs_used,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

LABEL_WIDTH = 14


def build_stacked(
    question: Question, comparison: Comparison, name: SideName, most: int | None = CLAIMS_SHOWN
) -> tuple[RenderableType, list[str]]:
    """Build one question with `most` claims of each side (None: all); list the signs it uses."""
    from rich.console import Group  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    style = make_style(comparison)
    body = _grid(comparison, name)
    shown: list[str] = []
    for position in question.positions:
        lines = shown_lines(position, question.stems, style, most)
        shown += signs_used(question, lines)
        rest = [words] if (words := rest_words(position, most)) else []
        label = _label(position.side, comparison, name)
        for index, text in enumerate([sentence(line) for line in lines] + rest):
            body.add_row(Text("" if index else label), text)
    reason = Padding(Text(f"= {reason_words(question, style)}", style="dim"), (0, 0, 0, 2))
    return Group(question_title(question), Padding(body, (0, 0, 0, 2)), reason, Text("")), shown


def question_title(question: Question) -> Table:
    """Head a question: its words on the left, the verdict on the right."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    title = Table.grid(expand=True, padding=(0, 1))
    title.add_column(ratio=1)
    title.add_column(justify="right", no_wrap=True)
    verdict = Text(question.verdict.upper(), style=verdict_style(question.verdict))
    title.add_row(Text(question.short, style="bold"), verdict)
    return title


def _grid(comparison: Comparison, name: SideName) -> Table:
    from rich.table import Table  # noqa: PLC0415

    sides = {p.side for q in comparison.questions for p in q.positions}
    longest = max((len(_label(side, comparison, name)) for side in sides), default=0)
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=min(longest, LABEL_WIDTH))
    grid.add_column(ratio=1)
    return grid


def _label(side: str, comparison: Comparison, name: SideName) -> str:
    if side == NARRATOR:
        return "Article" if comparison.articles == 1 else "Articles"
    return side_heading(side, comparison, name)


def sentence(line: Line) -> str:
    """One claim in a sentence: ``"✓ General Staff, 25 Jan, confirms “…” (surroundings)"``."""
    head = f"{line.head}, {line.relay}" if line.head and line.relay else line.head
    where = f" ({line.where})" if line.where else ""
    said = (f"{head}, {line.verb}" if head else line.verb) if line.verb else f"{head}:"
    parts = (line.mark, said if head or line.verb else "", line.words, line.flag)
    note = f" [{line.note}]" if line.note else ""
    return " ".join(part for part in parts if part) + where + note
