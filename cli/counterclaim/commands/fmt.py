"""`counterclaim fmt`: record files in the form that the program writes."""

from __future__ import annotations

from typing import Annotated

import typer


def fmt(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LEDGER|FILE]...", help="Ledgers and record files [default: the ledger]."
        ),
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 where something would be.")
    ] = False,
) -> None:
    """Write record files as the program writes them: order, quotation marks, line breaks.

    Comments stay with what they belong to. A file with problems is left as it is and told.

    Example: counterclaim fmt case/
    """
    from counterclaim.commands._fmt import format_paths  # noqa: PLC0415 heavy

    code = format_paths(paths or [], write=not check)
    if code:
        raise typer.Exit(code)
