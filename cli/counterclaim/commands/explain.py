"""`counterclaim explain`: a record, how two compare, or an error, explained."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among, complete_code, complete_record


def explain(
    one: Annotated[
        str | None,
        typer.Argument(
            metavar="RECORD|PLACE|CODE",
            help="A record, bakhmut#3; a place, bakhmut; or an error, CC024.",
            autocompletion=complete_code,
        ),
    ] = None,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="RECORD|NUMBER",
            help="Another record, to compare it with; of a place, the number of a question.",
            autocompletion=complete_record,
        ),
    ] = None,
    *,
    codes: Annotated[bool, typer.Option("--list", help="Print the codes of all errors.")] = False,
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
            help="table or json.",
            autocompletion=among("table", "json"),
        ),
    ] = "table",
    width: Annotated[int | None, typer.Option(help="Columns to print in.", min=20)] = None,
) -> None:
    """Explain what a record rests on, how two compare, a verdict, or what an error means.

    Of one: the words of the article behind its source, stance, places, times and numbers,
    underlined, what its event type means and its codes in PLOVER, CAMEO and ACLED, and the records
    it answers. Of two: gates, axes with both values, the rule that decided. Of a place and the
    number of a question: its verdict, and the two claims that it rests on.

    Example: counterclaim explain bakhmut#3

    Why question 1 of a comparison is disputed: counterclaim explain bakhmut 1
    """
    from counterclaim.commands import _codes, _explain  # noqa: PLC0415 heavy

    if codes:
        code = _codes.list_codes()
    elif one is None:
        raise typer.BadParameter("name one of them", param_hint="RECORD|PLACE|CODE")
    elif other is None and _codes.CODE.fullmatch(one):
        code = _codes.explain_code(one, output, width)
    else:
        code = _explain.explain_names(_explain.ExplainOptions(one, other, ledger, output, width))
    if code:
        raise typer.Exit(code)
