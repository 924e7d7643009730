"""Options that several commands have, with what the shell offers for them."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from counterclaim.commands._completion import among

Color = Annotated[
    str,
    typer.Option(help="auto, always or never.", autocompletion=among("auto", "always", "never")),
]
_ISO = re.compile(r"\d{4}(-\d\d){0,2}")


def read_day(value: str | None) -> str | None:
    """Read a day, month or year as a person writes it; what is none stays as it is.

    >>> read_day("27 January 2025"), read_day("Jan 2025"), read_day("2025-01"), read_day("soon")
    ('2025-01-27', '2025-01', '2025-01', 'soon')
    """
    if value is None or _ISO.fullmatch(value):
        return value
    from counterclaim.articles.dates import stated_day, stated_month  # noqa: PLC0415 start-up

    return stated_day(value) or stated_month(value) or value


Since = Annotated[
    str | None, typer.Option(help="From this day, month or year on.", callback=read_day)
]
Until = Annotated[
    str | None, typer.Option(help="Up to this day, month or year.", callback=read_day)
]
Folder = Annotated[
    str | None, typer.Argument(metavar="[LEDGER]", help="The same as --ledger.", show_default=False)
]
