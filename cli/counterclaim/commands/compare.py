"""`counterclaim compare`: competing claims about a place, side by side."""

from __future__ import annotations

from typing import Annotated

import typer


def compare(
    *,
    place: Annotated[
        str | None, typer.Option(help="The place, in any spelling and case; else all places.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option(help="One question only, for example territory or casualties.")
    ] = None,
    side: Annotated[
        list[str] | None,
        typer.Option(help="Claims of this side only, for example ukraine; may be repeated."),
    ] = None,
    since: Annotated[str | None, typer.Option(help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(help="Up to this day, month or year.")] = None,
    ledger: Annotated[
        str | None,
        typer.Option(
            help="Folder of articles and records [default: the nearest data/].",
            envvar="COUNTERCLAIM_LEDGER",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", help="table, json, csv, md or html.")
    ] = "table",
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Add every claim in full, with article and offsets.")
    ] = False,
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    width: Annotated[int | None, typer.Option(help="Columns to print in.", min=20)] = None,
) -> None:
    """Set competing claims side by side: questions as rows, sides as columns, a verdict in words.

    Claims about districts, objects and surroundings of the place are included and marked. An
    unknown spelling gives near ones and an empty result.

    Example: counterclaim compare --place bakhmut --topic territory
    """
    from counterclaim.commands._compare import Options, compare_ledger  # noqa: PLC0415 heavy

    options = Options(
        place, topic, tuple(side or ()), since, until, ledger, output, evidence, color, width
    )
    code = compare_ledger(options)
    if code:
        raise typer.Exit(code)
