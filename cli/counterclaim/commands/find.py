"""`counterclaim find`: claims by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Since, Until
from counterclaim.commands.list import Every, Ledger, Of, Output, Place, Side, Width


def find(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help='All of these; "two words" stand together; end* is a beginning.'
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
    """Find claims by the words in them or in the name of who makes them, the best first.

    Case and accents do not matter. Rejected claims are not found.

    Example: counterclaim find "supply routes" --side russia
    """
    from counterclaim.commands._claims import Narrowing  # noqa: PLC0415 heavy
    from counterclaim.commands._find import find_claims  # noqa: PLC0415 heavy

    said = (tuple(side or ()), tuple(source or ()))
    given = Narrowing(place, *said, since, until, ledger, output, every, width)
    with own_knowledge(knowledge):
        code = find_claims(words, given)
    if code:
        raise typer.Exit(code)
