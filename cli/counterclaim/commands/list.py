"""`counterclaim list`: what a ledger holds, by places, articles, sources, sides or topics."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among, complete_place, complete_side, complete_source
from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Since, Until

Place = Annotated[
    str | None,
    typer.Option(
        help="Claims about this place and what lies in it.", autocompletion=complete_place
    ),
]
Side = Annotated[
    list[str] | None,
    typer.Option(
        help="Claims of this side; may be repeated.",
        autocompletion=complete_side,
    ),
]
Of = Annotated[
    list[str] | None,
    typer.Option(
        help="Claims of this source, by its name or a part; may be repeated.",
        autocompletion=complete_source,
    ),
]
Ledger = Annotated[
    str | None,
    typer.Option(
        help="Folder of articles and records [default: the nearest data/].",
        envvar="COUNTERCLAIM_LEDGER",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--format",
        help="table, json, csv or jsonl.",
        autocompletion=among("table", "json", "csv", "jsonl"),
    ),
]
Every = Annotated[bool, typer.Option("--all", help="All lines of the table, not only the first.")]
Width = Annotated[int | None, typer.Option(help="Columns to print in.", min=20)]


def list(  # noqa: A001 the command has this name
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="places, articles, sources, sides or topics.",
            autocompletion=among("places", "articles", "sources", "sides", "topics"),
        ),
    ],
    *,
    place: Place = None,
    side: Side = None,
    source: Of = None,
    since: Since = None,
    until: Until = None,
    ledger: Ledger = None,
    knowledge: Knowledge = None,
    output: Output = "table",
    every: Every = False,
    width: Width = None,
) -> None:
    """List the places, articles, sources, sides or topics of a ledger, and how many claims.

    The most spoken of come first, articles by their day. Rejected claims do not count. Days are
    those of the events or, where none is told, of what was said or printed.

    Example: counterclaim list sources --place bakhmut --side russia
    """
    from counterclaim.commands._claims import Narrowing  # noqa: PLC0415 heavy
    from counterclaim.commands._list import list_ledger  # noqa: PLC0415 heavy

    said = (tuple(side or ()), tuple(source or ()))
    given = Narrowing(place, *said, since, until, ledger, output, every, width)
    with own_knowledge(knowledge):
        code = list_ledger(what, given)
    if code:
        raise typer.Exit(code)
