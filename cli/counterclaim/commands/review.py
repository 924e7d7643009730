"""`counterclaim review`: claims accepted, corrected or rejected, one by one."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import complete_place
from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Color, Since, Until
from counterclaim.commands.list import Ledger, Of, Place, Side, Width


def review(
    where: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLACE]",
            help="The same as --place.",
            show_default=False,
            autocompletion=complete_place,
        ),
    ] = None,
    *,
    place: Place = None,
    side: Side = None,
    source: Of = None,
    since: Since = None,
    until: Until = None,
    every: Annotated[
        bool, typer.Option("--all", help="Reviewed claims too, not only the others.")
    ] = False,
    reviewer: Annotated[
        str | None,
        typer.Option(help="Your name, for the records.", envvar="COUNTERCLAIM_REVIEWER"),
    ] = None,
    ledger: Ledger = None,
    knowledge: Knowledge = None,
    color: Color = "auto",
    width: Width = None,
) -> None:
    """Walk through claims: accept, correct in $EDITOR, reject, note, next, undo, quit.

    Each answer is written at once, into the review: block of the record. Reading the article again
    never changes a reviewed claim, and a rejected one is compared with nothing.

    Example: counterclaim review bakhmut --side russia --reviewer jo
    """
    from counterclaim.commands._claims import Narrowing  # noqa: PLC0415 heavy
    from counterclaim.commands._review import review_claims  # noqa: PLC0415 heavy

    said = (tuple(side or ()), tuple(source or ()))
    given = Narrowing(where or place, *said, since, until, ledger, every=every, width=width)
    with own_knowledge(knowledge):
        code = review_claims(given, reviewer, color)
    if code:
        raise typer.Exit(code)
