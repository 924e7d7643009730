"""`counterclaim check`: are these records what they should be?"""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._options import Color


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Ledgers, record files, folders of knowledge [default: the nearest data/].",
            show_default=False,
        ),
    ] = None,
    *,
    knowledge: Annotated[
        str | None, typer.Option(help="Folder of knowledge of your own, checked as well.")
    ] = None,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")] = False,
    color: Color = "auto",
    width: Annotated[int | None, typer.Option(help="Columns to print in.", min=20)] = None,
) -> None:
    """Check records: their form, their words against the article, ids, dates, places, numbers.

    A folder with actors, sources, sides or offices is checked as knowledge.

    Every problem is told with its file, line and column, and with what to do about it; the codes
    are explained in docs/errors.md. Exits with 1 if there is any, with 2 if nothing can be read.

    Example: counterclaim check data/
    """
    from counterclaim.commands._check import CheckOptions, check_paths  # noqa: PLC0415 heavy

    named = [*(paths or []), *([knowledge] if knowledge is not None else [])]
    code = check_paths(CheckOptions(named, output, quiet, color, width))
    if code:
        raise typer.Exit(code)
