"""A whole comparison on a console: the table where it fits, the stacked page where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison
from counterclaim.presentation.compare_evidence import build_evidence
from counterclaim.presentation.compare_header import footer_text, header_text
from counterclaim.presentation.compare_stacked import build_stacked
from counterclaim.presentation.compare_table import build_table, fits_table
from counterclaim.presentation.compare_words import SideName

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def print_comparison(
    console: Console, comparison: Comparison, name: SideName, *, evidence: bool = False
) -> None:
    """Print a comparison; `evidence` adds every claim in full.

    >>> print_comparison(out, comparison, side_name)
    """
    parts: list[RenderableType] = [header_text(comparison)]
    if fits_table(comparison, console.width):
        table, shown = build_table(comparison, name, console.width)
        parts.append(table)
        if evidence:
            parts += [build_evidence(q, comparison, name) for q in comparison.questions]
    else:
        parts.append("")
        shown = []
        for question in comparison.questions:
            block, signs = build_stacked(question, comparison, name)
            shown += signs
            parts.append(block)
            if evidence:
                parts.append(build_evidence(question, comparison, name))
    parts.append(footer_text(shown, console.width, evidence=evidence))
    _print(console, parts)


def _print(console: Console, parts: list[RenderableType]) -> None:
    """Print without the spaces a table leaves at the ends of lines."""
    with console.capture() as capture:
        for part in parts:
            console.print(part, end="\n" if part == "" else "")
    lines = capture.get().rstrip("\n").split("\n")
    console.out("\n".join(line.rstrip() for line in lines), highlight=False)
