"""`counterclaim stats`: how much a ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among
from counterclaim.commands._options import Folder
from counterclaim.commands.list import Ledger


def stats(
    folder: Folder = None,
    *,
    ledger: Ledger = None,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            help="table or json.",
            autocompletion=among("table", "json"),
        ),
    ] = "table",
) -> None:
    """Tell how many articles, claims, sources and places a ledger holds, and how many are reviewed.

    Example: counterclaim stats case/
    """
    from counterclaim.commands._stats import tell_stats  # noqa: PLC0415 heavy

    code = tell_stats(folder or ledger, output)
    if code:
        raise typer.Exit(code)
