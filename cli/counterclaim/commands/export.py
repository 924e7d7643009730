"""`counterclaim export`: the claims of a ledger for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.commands._completion import among, complete_format
from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Since, Until
from counterclaim.commands.list import Ledger, Of, Place, Side


def export(
    form: Annotated[
        str | None,
        typer.Argument(
            metavar="[FORMAT]",
            help="The same as --to.",
            show_default=False,
            autocompletion=complete_format,
        ),
    ] = None,
    *,
    to: Annotated[
        str | None,
        typer.Option(
            help="The format, one of those above; else that of the file's ending.",
            autocompletion=complete_format,
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            help="Of several files the one to print, as in relations.",
            autocompletion=among("claims", "relations", "places", "quantities", "tasks", "config"),
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH", help="A file; a folder gets all files."),
    ] = None,
    place: Place = None,
    side: Side = None,
    source: Of = None,
    since: Since = None,
    until: Until = None,
    reviewed: Annotated[
        bool,
        typer.Option("--reviewed", help="Only claims that a person has accepted or corrected."),
    ] = False,
    ledger: Ledger = None,
    knowledge: Knowledge = None,
) -> None:
    """Write claims in a format of another program, on standard output or into files.

    Formats: csv, jsonl, parquet (tables of claims, relations, places and quantities), geojson,
    acled, ucdp, ftm, web-annotation, schema-org, stix, labelstudio, doccano, prodigy, obsidian,
    csl-json, markdown. What each keeps and loses stands in docs/exports.md. Rejected claims stay
    here.

    Example: counterclaim export --to csv --place bakhmut -o bakhmut.csv
    """
    from counterclaim.commands._claims import Narrowing  # noqa: PLC0415 heavy
    from counterclaim.commands._export import ExportOptions, export_ledger  # noqa: PLC0415 heavy

    given = Narrowing(place, tuple(side or ()), tuple(source or ()), since, until, ledger)
    with own_knowledge(knowledge):
        code = export_ledger(ExportOptions(given, form or to or "", table, output, reviewed))
    if code:
        raise typer.Exit(code)
