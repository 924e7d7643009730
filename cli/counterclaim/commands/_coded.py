"""The coded rows that `compare --with` sets beside the claims of articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import typer

from counterclaim.coded import Coded, NotCodedError, read_coded
from counterclaim.commands._reporting import folder
from counterclaim.comparison.prepared.windows import first_day, last_day
from counterclaim.presentation.console import clean_line
from counterclaim.records import Record

MARGIN = timedelta(days=31).days  # before and behind the days that the articles tell of


def read_files(files: Sequence[str]) -> list[Record]:
    """Read files of coded rows, and say what each gives; ends the program with 2 where one is none.

    >>> len(read_files(["acled.csv"]))
    12
    """
    records: list[Record] = []
    for path in (found for file in files if (found := folder(file, "--with"))):
        try:
            coded = read_coded(path)
        except NotCodedError as error:
            raise typer.BadParameter(clean_line(str(error)), param_hint="--with") from error
        print(clean_line(_told(path, coded)), file=sys.stderr)
        records += coded.records
    return records


def of_those_days(coded: Sequence[Record], records: Sequence[Record]) -> list[Record]:
    """Keep the coded rows of the days that articles tell of, and of a month on both sides: a
    dataset may hold twenty years.

    >>> of_those_days(rows_of_2012, reports_of_2025)
    []
    """
    days = [day for record in records for day in _days(record)]
    if not days:
        return []
    first, last = min(days) - MARGIN, max(days) + MARGIN
    return [r for r in coded if any(first <= day <= last for day in _days(r))]


def _days(record: Record) -> Iterator[int]:
    times = (claim.time for claim in record.events)
    stated = (day for t in times for day in (first_day(t.earliest), last_day(t.latest)))
    yield from (day for day in (first_day(record.article.published), *stated) if day is not None)


def _told(path: Path, coded: Coded) -> str:
    left = ", ".join(f"{number} {reason}" for reason, number in coded.left_out)
    rows = f"{coded.rows} row{'s' * (coded.rows != 1)} of {coded.dataset}"
    return f"with {path}: {rows}" + (f"; left out: {left}" if left else "")
