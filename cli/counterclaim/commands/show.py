"""`counterclaim show`: an article with its claims marked, or one record in full."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among, complete_record
from counterclaim.commands._options import Color


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE|RECORD",
            help="An article (its id, the beginning of it, its file name), or a record: …#19.",
            autocompletion=complete_record,
        ),
    ],
    *,
    ledger: Annotated[
        str | None,
        typer.Option(
            help="Folder of articles and records [default: the nearest data/].",
            envvar="COUNTERCLAIM_LEDGER",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            help="table, yaml or json.",
            autocompletion=among("table", "yaml", "json"),
        ),
    ] = "table",
    entities: Annotated[
        bool,
        typer.Option("--entities", help="Whom and which places its claims speak of."),
    ] = False,
    color: Color = "auto",
    width: Annotated[int | None, typer.Option(help="Columns to print in.", min=20)] = None,
) -> None:
    """Show an article's text with its claims marked, or one record in full.

    Any part of an id will do that only one article has; `#19` after it means its record 19.

    With --entities it lists who speaks and who is told of, on which side, and the places, each in
    the words of the article.

    Example: counterclaim show bakhmut#3
    """
    from counterclaim.commands._show import ShowOptions, show_name  # noqa: PLC0415 heavy

    code = show_name(ShowOptions(name, ledger, output, color, width, entities))
    if code:
        raise typer.Exit(code)
