"""`counterclaim annotate`: one layer for lines of any text, as public benchmark sets have them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Layer(StrEnum):
    """What can be annotated."""

    attributions = "attributions"
    times = "times"
    places = "places"


def annotate(
    layer: Annotated[Layer, typer.Argument(help="attributions, times or places.")],
    file: Annotated[str, typer.Argument(help="JSON lines {id, text, dct}; - for stdin.")],
) -> None:
    """Add attributions, times or places to each line of FILE and print the lines.

    Lines are {"id", "text", "dct"} with dct the publication date or null. Any text will do: this
    is how other people's labelled sets are run.

    Example: counterclaim annotate times reports.jsonl > times.jsonl
    """
    import json  # noqa: PLC0415 start-up stays quick
    import sys  # noqa: PLC0415

    from counterclaim.articles.lines import read_lines  # noqa: PLC0415
    from counterclaim.extraction.annotate import annotate_line  # noqa: PLC0415
    from counterclaim.presentation.problems import render_problem  # noqa: PLC0415
    from counterclaim.records import Problem  # noqa: PLC0415

    failed = unreadable = False
    for line in read_lines(file):
        if isinstance(line, Problem):
            print(render_problem(line), file=sys.stderr)
            failed, unreadable = True, unreadable or line.line == 0
            continue
        print(json.dumps(annotate_line(layer.value, line), ensure_ascii=False))
    if failed:
        raise typer.Exit(2 if unreadable else 1)
