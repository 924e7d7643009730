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
    casualties = "casualties"
    coreference = "coreference"


def annotate(
    layer: Annotated[
        Layer,
        typer.Argument(help="attributions, times, places, casualties or coreference."),
    ],
    file: Annotated[str, typer.Argument(help="JSON lines {id, text, dct}; - for stdin.")],
) -> None:
    """Add attributions, times, places, casualties or coreference to each line of FILE.

    Lines are {"id", "text", "dct"} with dct the publication date or null. Any text will do: this
    is how other people's labelled sets are run.

    Example: counterclaim annotate times reports.jsonl > times.jsonl
    """
    from counterclaim.articles.lines import read_lines  # noqa: PLC0415 start-up stays quick
    from counterclaim.commands._reporting import (  # noqa: PLC0415
        is_output_error,
        say_failure,
        say_problems,
    )
    from counterclaim.extraction.annotate import annotate_line  # noqa: PLC0415
    from counterclaim.records import Problem  # noqa: PLC0415
    from counterclaim.records.characters import dump_json  # noqa: PLC0415

    codes = {0}
    for line in read_lines(file):
        if isinstance(line, Problem):
            codes.add(say_problems([line]) if line.line == 0 else min(say_problems([line]), 1))
            continue
        try:
            print(dump_json(annotate_line(layer.value, line)))
        except Exception as error:
            if is_output_error(error):
                raise
            codes.add(say_failure(error, f"line {line.get('id')!r:.80}"))
    if max(codes):
        raise typer.Exit(max(codes))
