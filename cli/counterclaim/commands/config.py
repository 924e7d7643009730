"""`counterclaim config`: settings, their values and where each is from."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import complete_command
from counterclaim.commands.list import Output, Width


def config(
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="[COMMAND]",
            help="As this command has them.",
            autocompletion=complete_command,
        ),
    ] = None,
    *,
    output: Output = "table",
    width: Width = None,
) -> None:
    """List all settings, their values and where each is from.

    An option wins over a variable such as COUNTERCLAIM_FORMAT, that over the nearest
    counterclaim.toml here or further up, that over counterclaim/config.toml of the user. A file has
    lines such as ledger = "case" and, below [compare], format = "md".

    Example: counterclaim config compare
    """
    from counterclaim.commands._config import list_settings  # noqa: PLC0415 heavy

    list_settings(command, output, width)
