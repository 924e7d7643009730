"""`counterclaim merge`: the parts of all shares into one ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands.list import Ledger


def merge(
    parts: Annotated[
        list[str], typer.Argument(metavar="PARTS...", help="Folders of parts, or the parts.")
    ],
    *,
    ledger: Ledger = None,
    parquet: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Also pack the ledger into one file for compare."),
    ] = None,
    knowledge: Knowledge = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Make a ledger of the parts that `ingest --shard` has written, on one machine or on many.

    The ledger has the bytes that one run over all articles would have written. All parts must be
    there, each with its marker. A second run changes nothing.

    Example: counterclaim merge parts --ledger case
    """
    from counterclaim.commands._merge import merge_parts  # noqa: PLC0415 heavy

    with own_knowledge(knowledge):
        code = merge_parts(parts, ledger, parquet, quiet=quiet)
    if code:
        raise typer.Exit(code)
