"""`counterclaim explain`: what a record rests on, or why two stand to each other as they do."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    one: Annotated[str, typer.Argument(metavar="RECORD", help="A record: bakhmut#3.")],
    other: Annotated[
        str | None, typer.Argument(metavar="RECORD", help="Another one, to compare it with.")
    ] = None,
    *,
    ledger: Annotated[
        str | None,
        typer.Option(
            help="Folder of articles and records [default: the nearest data/].",
            envvar="COUNTERCLAIM_LEDGER",
        ),
    ] = None,
    output: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
    width: Annotated[int | None, typer.Option(help="Columns to print in.", min=20)] = None,
) -> None:
    """Explain what a record rests on, or how two compare.

    Of one: the words of the article behind its source, stance, places, times and numbers,
    underlined, what its event type means and its codes in PLOVER, CAMEO and ACLED, and the records
    it answers. Of two: gates, axes with both values, the rule that decided.

    Example: counterclaim explain bakhmut#3
    """
    from counterclaim.commands._explain import ExplainOptions, explain_names  # noqa: PLC0415 heavy

    code = explain_names(ExplainOptions(one, other, ledger, output, width))
    if code:
        raise typer.Exit(code)
