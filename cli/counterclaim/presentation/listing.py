"""Plain lists: columns for people, CSV for spreadsheets, a line of JSON for programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from counterclaim.presentation.console import clean, clean_line, count_cells
from counterclaim.records.characters import dump_json

Row = Sequence[Any]
_FORMULA = re.compile(r"^[-=+@\t＝＋－＠]")
_GAP = "  "
_LEAST = 6
NOTHING = "·"


def to_columns(
    heads: Sequence[str], rows: Sequence[Row], width: int, nothing: str = NOTHING
) -> list[str]:
    """Lines of columns as wide as what stands in them; where they are too wide together, what is
    long in the widest ones ends in an ellipsis.

    >>> to_columns(("place", "claims"), [("Orikhiv", 12)], 40)
    ['place    claims', 'Orikhiv  12']
    """
    table = [list(heads), *([_cell(value, nothing) for value in row] for row in rows)]
    widths = [max(map(count_cells, column)) for column in zip(*table, strict=True)]
    widest = max(widths)
    while sum(widths) + len(_GAP) * len(widths) > width and widest > _LEAST:
        widest -= 1
        widths = [min(size, widest) for size in widths]
    return [_line(row, widths) for row in table]


def to_csv(heads: Sequence[str], rows: Iterable[Row]) -> str:
    """Comma-separated lines, empty for not said; nothing that a spreadsheet takes for a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([plain_cell(value) for value in row] for row in rows)
    return sheet.getvalue()


def plain_cell(value: Any) -> Any:
    """One line of text that no spreadsheet takes for a formula; numbers stay what they are.

    >>> plain_cell("=1+1"), plain_cell(None), plain_cell(7)
    ("'=1+1", '', 7)
    """
    if isinstance(value, (int, float)):
        return value
    text = " ".join(clean(value or "").split())
    return f"'{text}" if _FORMULA.match(text) else text


def to_json_lines(heads: Sequence[str], rows: Iterable[Row]) -> str:
    """One object a line."""
    objects = (dict(zip(heads, row, strict=True)) for row in rows)
    return "".join(f"{dump_json(row)}\n" for row in objects)


def _cell(value: Any, nothing: str) -> str:
    return nothing if value is None or value == "" else clean_line(str(value))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = [_padded(cell, size) for cell, size in zip(cells, widths, strict=True)]
    return _GAP.join(parts).rstrip()


def _padded(cell: str, size: int) -> str:
    if count_cells(cell) > size:
        while count_cells(cell) >= size:
            cell = cell[:-1]
        cell = f"{cell.rstrip()}…"
    return cell + " " * (size - count_cells(cell))
