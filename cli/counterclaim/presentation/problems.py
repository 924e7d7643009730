"""A problem as people and editors read it: place, code, message, the line, a caret, help."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from counterclaim.presentation.console import WIDEST, choose_width, clean_line, count_cells
from counterclaim.records.problem import Problem

if TYPE_CHECKING:
    from rich.text import Text

INDENT = "    "
_CARET = re.compile(r"^ +~*\^$", re.MULTILINE)
_LEAD = 20  # how much of a cut line is shown before the place that matters
_MEASURED = 4 * WIDEST  # characters; more of a line is never shown


def render_problem(problem: Problem, width: int | None = None) -> str:
    """A problem in up to four lines, without a line feed at the end. It is plain text.

    The line is cut around the column to fit `width` (default: `COLUMNS`, else the terminal).

    >>> print(render_problem(Problem("a.yaml", 2, 1, "CC011", "`a` is given twice", "a: 2", 1)))
    a.yaml:2:1: CC011 `a` is given twice
        a: 2
        ^
    """
    where = problem.place if problem.line else problem.file
    lines = [clean_line(f"{where}: {problem.code} {problem.message}")]
    if problem.line and problem.source_line:
        lines += _excerpt(problem, (width or _terminal_width()) - len(INDENT))
    if problem.hint:
        lines.append(clean_line(f"help: {problem.hint}"))
    return "\n".join(lines)


def problem_to_text(problem: Problem, width: int) -> Text:
    """A problem as `render_problem` gives it, with colour for terminals that have it."""
    from rich.text import Text  # noqa: PLC0415 start-up stays quick

    text = Text(render_problem(problem, width))
    first, _, rest = text.plain.partition("\n")
    place = first.partition(f": {problem.code} ")[0]
    text.stylize("bold", 0, len(place))
    text.stylize("bold red", len(place) + 2, len(place) + 2 + len(problem.code))
    if caret := _CARET.search(rest):
        text.stylize("red", len(first) + 1 + caret.start(), len(first) + 1 + caret.end())
    if (help_at := text.plain.rfind("\nhelp: ")) >= 0:
        text.stylize("cyan", help_at + 1, help_at + 6)
    return text


def problem_to_dict(problem: Problem) -> dict[str, str | int]:
    """A problem for programs; `line` and `col` are 0 where the whole file is meant."""
    return {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "code": problem.code,
        "message": problem.message,
        "help": problem.hint,
    }


def _terminal_width() -> int:
    chosen = choose_width(None, tty=os.isatty(2), environ=os.environ)
    return chosen or shutil.get_terminal_size().columns


def _excerpt(problem: Problem, room: int) -> list[str]:
    """The line and the caret under it: ``~~~^`` as wide as the words that are meant."""
    line = problem.source_line.rstrip()
    start = min(problem.column - 1, len(line))
    end = max(start + 1, min(start + problem.width, len(line)))
    shown, skipped = _cut(line, start, end, room)
    before = count_cells(shown[: start - skipped])
    marked = max(1, count_cells(shown[start - skipped : end - skipped]))
    return [INDENT + clean_line(shown), INDENT + " " * before + "~" * (marked - 1) + "^"]


def _cut(line: str, start: int, end: int, room: int) -> tuple[str, int]:
    """What fits of a line, and how many characters its beginning stands further right.

    Cut ends are marked with an ellipsis, which takes the place of one character. A whole file may
    stand in one line and have a thousand problems, so no more of it is measured than is shown.
    """
    if len(line) <= _MEASURED and count_cells(line) <= room:
        return line, 0
    first = 0 if end < room else max(0, min(start - _LEAD, len(line) - room))
    shown = ""
    cells = 0
    for sign in line[first : first + _MEASURED]:
        cells += count_cells(sign)
        if cells > room:
            shown = shown[:-1] + "…"
            break
        shown += sign
    return ("…" + shown[1:] if first else shown), first
