"""`counterclaim compare`: competing claims about a place, side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import (
    among,
    complete_place,
    complete_side,
    complete_source,
    complete_topic,
)
from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Color, Since, Until

_Places = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PLACE]... [NUMBER]",
        help="Places, in any spelling; else all places. Behind one the number of a question.",
        autocompletion=complete_place,
    ),
]
_Place = Annotated[
    str | None,
    typer.Option(
        help="The same as PLACE (see `place --help` for spellings).",
        autocompletion=complete_place,
    ),
]
_Near = Annotated[
    str | None,
    typer.Option(
        metavar="DISTANCE", help="With a place: also claims within this distance, as in 25km."
    ),
]
_Topic = Annotated[
    str | None,
    typer.Option(
        help="One question only, for example territory or casualties.",
        autocompletion=complete_topic,
    ),
]
_Side = Annotated[
    list[str] | None,
    typer.Option(
        help="Claims of this side only, for example ukraine; may be repeated.",
        autocompletion=complete_side,
    ),
]
_Source = Annotated[
    list[str] | None,
    typer.Option(
        help="Claims of this source only, by its name or a part; may be repeated.",
        autocompletion=complete_source,
    ),
]
_Ledger = Annotated[
    str | None,
    typer.Option(
        help="Folder of articles and records [default: the nearest data/].",
        envvar="COUNTERCLAIM_LEDGER",
    ),
]
_Output = Annotated[
    str,
    typer.Option(
        "--format",
        help="table, json, jsonl, csv, md or html.",
        autocompletion=among("table", "json", "jsonl", "csv", "md", "html"),
    ),
]
_File = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write here: .html, .md, .json … tell the form.",
    ),
]
_Evidence = Annotated[
    bool, typer.Option("--evidence", help="Add every claim in full, with article and offsets.")
]
_All = Annotated[
    bool, typer.Option("--all", help="Every claim in the table, instead of “+2 more”.")
]
_Timeline = Annotated[
    bool, typer.Option("--timeline", help="What each side said when, and what has changed.")
]
_Matrix = Annotated[
    bool, typer.Option("--matrix", help="Sources against sources: how often they agree or collide.")
]
_Admiralty = Annotated[
    str | None,
    typer.Option(
        help="Grade claims, like B2, by this file of how reliable you hold sources to be."
    ),
]
_Excluded = Annotated[bool, typer.Option("--excluded", help="What is left out, and why.")]
_Reviewed = Annotated[
    bool, typer.Option("--reviewed", help="Only claims that a person has accepted or corrected.")
]
_With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="FILE",
        help="Beside the articles the rows of this CSV: of ACLED, UCDP GED, or date, place, "
        "number, source; may be repeated.",
    ),
]
_Width = Annotated[int | None, typer.Option(help="Columns to print in.", min=20)]


def compare(
    places: _Places = None,
    *,
    place: _Place = None,
    near: _Near = None,
    topic: _Topic = None,
    side: _Side = None,
    source: _Source = None,
    since: Since = None,
    until: Until = None,
    ledger: _Ledger = None,
    knowledge: Knowledge = None,
    output: _Output = "table",
    file: _File = None,
    every: _All = False,
    evidence: _Evidence = False,
    timeline: _Timeline = False,
    matrix: _Matrix = False,
    excluded: _Excluded = False,
    coded: _With = None,
    admiralty: _Admiralty = None,
    reviewed: _Reviewed = False,
    color: Color = "auto",
    width: _Width = None,
) -> None:
    """Set competing claims side by side: questions as rows, sides as columns, a verdict in words.

    Claims about districts, objects and surroundings of the place are included and marked; without
    a place, those about no known place come last. Verdicts rest on all claims of the place and the
    days, also those that --topic, --side and --source do not show. An unknown spelling gives near
    ones and an empty result. On a terminal --timeline, --matrix and
    --excluded stand in place of the table; in json, md and html they are added to it.

    Example: counterclaim compare bakhmut --topic territory --timeline

    As a page to show: counterclaim compare bakhmut -o bakhmut.html
    """
    from counterclaim.commands._compare import compare_ledger  # noqa: PLC0415 heavy
    from counterclaim.commands._compare_options import CompareOptions  # noqa: PLC0415 heavy

    options = CompareOptions(
        place=place, places=tuple(places or ()), near=near, topic=topic, sides=tuple(side or ()),
        sources=tuple(source or ()), since=since, until=until, ledger=ledger, output=output,
        file=file, every=every, evidence=evidence, timeline=timeline, matrix=matrix,
        excluded=excluded, coded=tuple(coded or ()), admiralty=admiralty, reviewed=reviewed,
        color=color, width=width,
    )  # fmt: skip
    with own_knowledge(knowledge):
        code = compare_ledger(options)
    if code:
        raise typer.Exit(code)
