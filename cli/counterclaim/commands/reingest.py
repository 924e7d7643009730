"""`counterclaim reingest`: the articles of a ledger read again, after an upgrade."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._knowledge import Knowledge, own_knowledge


def reingest(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE]...", help="Articles by their ids; else all."),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, write nothing.")
    ] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Write edited records too; the old file is kept as .orig."),
    ] = False,
    ledger: Annotated[
        str | None,
        typer.Option(
            help="Folder of articles and records [default: the nearest data/].",
            envvar="COUNTERCLAIM_LEDGER",
        ),
    ] = None,
    knowledge: Knowledge = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the sum.")] = False,
) -> None:
    """Read the articles of a ledger again by the rules of this version; show what changes.

    Claims keep their ids, reviewed ones stay as they are. A record that somebody has edited
    without a review is not written where its claims would change: both readings are shown, and
    it exits with 1.

    Example: counterclaim reingest --dry-run
    """
    from counterclaim.commands._reingest import reingest_ledger  # noqa: PLC0415 heavy

    with own_knowledge(knowledge):
        code = reingest_ledger(
            articles or [], ledger, dry_run=dry_run, replace=replace, quiet=quiet
        )
    if code:
        raise typer.Exit(code)
