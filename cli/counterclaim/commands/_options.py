"""Options that several commands have, with what the shell offers for them."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among

Color = Annotated[
    str,
    typer.Option(help="auto, always or never.", autocompletion=among("auto", "always", "never")),
]
