"""`counterclaim import`: corrections that come back from another program."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among
from counterclaim.commands.list import Ledger


def import_(
    path: Annotated[str, typer.Argument(metavar="FILE", help="What that program has exported.")],
    *,
    of: Annotated[
        str,
        typer.Option(
            "--from", help="The program: labelstudio.", autocompletion=among("labelstudio")
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Say what would change; write nothing.")
    ] = False,
    ledger: Ledger = None,
) -> None:
    """Take corrections of claims into the ledger: their words, stance, side and hedge.

    A claim that was left as it is counts as accepted, one that was changed as corrected, one whose
    words are marked no more as rejected. Export from Label Studio as JSON, not as JSON-MIN. Claims
    that somebody has marked newly are counted, and left: a record needs more than words.

    Example: counterclaim import --from labelstudio project-1.json
    """
    from counterclaim.commands._import import import_corrections  # noqa: PLC0415 heavy

    if code := import_corrections(path, of, ledger, dry_run=dry_run):
        raise typer.Exit(code)
