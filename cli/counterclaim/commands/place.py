"""`counterclaim place`: which place a spelling means."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.commands._reporting import refuse_odd_words, say_problems

if TYPE_CHECKING:
    from counterclaim.knowledge.gazetteer import Match
    from counterclaim.records import Problem

WIDE = 100
HEADS = ("spelling", "place", "region", "country", "lat, lon", "id", "why")


class PlaceFormat(StrEnum):
    """How to print."""

    table = "table"
    jsonl = "jsonl"


def place(
    spellings: Annotated[
        list[str], typer.Argument(help="Names in any spelling; - reads one a line.")
    ],
    format_: Annotated[
        PlaceFormat, typer.Option("--format", help="table for people, jsonl for programs.")
    ] = PlaceFormat.table,
) -> None:
    """Say which place each SPELLING means, in any spelling or case form, and why.

    Latin and Cyrillic letters throughout; Arabic and Hebrew ones for countries and for towns of
    the wars in the Middle East, Sudan and Ukraine; no other letters.

    Unknown names give nothing, and near spellings as a hint: likeness alone never resolves one.

    Example: counterclaim place Bachmout Vougledar
    """
    from counterclaim.knowledge.gazetteer import load_gazetteer  # noqa: PLC0415
    from counterclaim.knowledge.place_search import find_places  # noqa: PLC0415

    names, problems = _names(spellings)
    code = say_problems(problems)
    gazetteer = load_gazetteer()
    found = [(name, find_places(name, gazetteer)) for name in names]
    if format_ is PlaceFormat.jsonl:
        _print_lines(found)
        found = []
    _print_table(found)
    for name, matches in found:
        if not matches:
            near = ", ".join(gazetteer.suggest(name))
            hint = f" Did you mean {near}?" if near else ""
            typer.echo(f"{name!r} is not in the gazetteer.{hint}", err=True)
    if code:
        raise typer.Exit(code)


def _names(spellings: list[str]) -> tuple[list[str], list[Problem]]:
    """The names as given, - standing for those on standard input; a line that is no text is a
    problem and costs nothing else."""
    from counterclaim.records import Problem  # noqa: PLC0415
    from counterclaim.records.decoding import (  # noqa: PLC0415
        decode,
        read_stream,
        standard_input,
    )

    refuse_odd_words(SPELLING=spellings)
    names: list[str] = []
    problems: list[Problem] = []
    for spelling in spellings:
        if spelling != "-":
            names.append(spelling)
            continue
        stream = standard_input("<stdin>")
        data = stream if isinstance(stream, Problem) else read_stream(stream, "<stdin>")
        if isinstance(data, Problem):
            problems.append(data)
            continue
        for number, raw in enumerate(data.splitlines(), 1):
            line = decode(raw, "<stdin>")
            if isinstance(line, Problem):
                problems.append(replace(line, line=number))
            else:
                names.append(line)
    return [name.strip() for name in names if name.strip()], problems


def _print_lines(found: list[tuple[str, list[Match]]]) -> None:
    from counterclaim.records.characters import dump_json  # noqa: PLC0415

    for name, matches in found:
        places = [_line(match) for match in matches]
        typer.echo(dump_json({"spelling": name, "places": places}))


def _line(match: Match) -> dict[str, str | float | None]:
    from counterclaim.knowledge.precision import precision_codes  # noqa: PLC0415

    entry = match.entry
    codes = precision_codes(entry.precision, kind=entry.kind)
    return {
        "name": entry.name,
        "id": entry.id,
        "country": entry.country,
        "lat": entry.lat,
        "lon": entry.lon,
        "precision": entry.precision,
        "acled_geo_precision": codes.acled,
        "ucdp_where_prec": codes.ucdp,
        "why": match.why,
    }


def _print_table(found: list[tuple[str, list[Match]]]) -> None:
    from counterclaim.presentation.console import clean, fold, make_consoles  # noqa: PLC0415

    out = make_consoles()[0]
    if out.width >= WIDE:
        _print_columns(found, out.width)
        return
    for name, matches in found:
        for rank, match in enumerate(matches):
            *known, why = _cells(match)
            line = f"{'or' if rank else name + ':'} {', '.join(cell for cell in known if cell)}"
            for shown in [*fold(clean(line), out.width, 4), *fold(clean(f"    {why}"), out.width)]:
                out.print(shown, markup=False, highlight=False, soft_wrap=True)


def _print_columns(found: list[tuple[str, list[Match]]], width: int) -> None:
    from counterclaim.presentation.listing import to_columns  # noqa: PLC0415 start-up stays quick

    rows = [
        ["" if rank else name, *_cells(match)]
        for name, matches in found
        for rank, match in enumerate(matches)
    ]
    if rows:
        typer.echo("\n".join(to_columns(HEADS, rows, width, nothing="")))


def _cells(match: Match) -> list[str]:
    entry = match.entry
    point = f"{entry.lat:.4f}, {entry.lon:.4f}" if _has_point(match) else ""
    return [entry.name, entry.admin1 or "", entry.country or "", point, entry.id, match.why]


def _has_point(match: Match) -> bool:
    return match.entry.lat is not None and match.entry.lon is not None
