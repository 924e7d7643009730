"""Print rows in the format that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from counterclaim.presentation.console import make_consoles
from counterclaim.presentation.listing import to_columns, to_csv, to_json_lines
from counterclaim.records.characters import dump_json


def print_rows(
    heads: Sequence[str],
    rows: Sequence[Sequence[Any]],
    output: str,
    width: int | None,
    most: int | None = None,
    total: int | None = None,
) -> None:
    """Print rows; of a table only the `most` first, and how many of `total` are left out."""
    if output == "csv":
        sys.stdout.write(to_csv(heads, rows))
    elif output == "jsonl":
        sys.stdout.write(to_json_lines(heads, rows))
    elif output == "json":
        print(dump_json([dict(zip(heads, row, strict=True)) for row in rows], indent=2))
    elif rows:
        shown = rows[:most]
        lines = to_columns(heads, shown, make_consoles("never", width)[0].width)
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        left = (len(rows) if total is None else total) - len(shown)
        if left:
            print(f"note: {left} more, shown with --all", file=sys.stderr)
    else:
        print("note: nothing of the kind in this ledger", file=sys.stderr)
