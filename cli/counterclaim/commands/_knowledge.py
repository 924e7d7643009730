"""The option --knowledge, common to the commands that need to know who is who."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.commands._reporting import folder, say_problems

Knowledge = Annotated[
    str | None,
    typer.Option(
        help="Folder of actors, sources, sides and offices of your own.",
        envvar="COUNTERCLAIM_KNOWLEDGE",
        show_default=False,
    ),
]
"""The type of the option: the folder as given, or None."""


@contextmanager
def own_knowledge(given: str | None) -> Iterator[None]:
    """Use the knowledge of a folder while the block runs. Ends the program with 2, before anything
    is read or written, when there is a problem with it."""
    if folder(given, "--knowledge") is None or given is None:
        yield
        return
    from counterclaim.knowledge.overlay import using  # noqa: PLC0415 start-up stays quick
    from counterclaim.knowledge.overlay_files import read_own  # noqa: PLC0415

    own, problems = read_own(Path(given))
    if say_problems(problems):
        raise typer.Exit(2)
    with using(own):
        yield
