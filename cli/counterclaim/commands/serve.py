"""`counterclaim serve`: a ledger as pages in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Folder
from counterclaim.commands.list import Ledger


def serve(
    folder: Folder = None,
    *,
    ledger: Ledger = None,
    knowledge: Knowledge = None,
    port: Annotated[
        int, typer.Option(help="The port; 0: any that is free.", min=0, max=65535)
    ] = 8750,
    host: Annotated[
        str, typer.Option(help="The address; others than this machine's open it to others.")
    ] = "127.0.0.1",
) -> None:
    """Show a ledger in the browser: places compared, articles with their claims marked, claims.

    Only this machine can open it, nothing can be changed through it, and it asks nobody for
    anything. Addresses stay: /place/bakhmut, /article/ID, /claim/ID/NUMBER, /find?q=WORDS; a place
    takes ?topic=, side=, source=, since= and until= as compare does. Ctrl-C ends it.

    Example: counterclaim serve case/
    """
    from counterclaim.commands._serve import serve_ledger  # noqa: PLC0415 heavy

    with own_knowledge(knowledge):
        code = serve_ledger(folder or ledger, host, port)
    if code:
        raise typer.Exit(code)
