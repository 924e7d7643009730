"""What `ingest` prints of an article that it has read."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from counterclaim.presentation.claims_table import print_claims, print_heading
from counterclaim.records import Record
from counterclaim.records.characters import dump_json
from counterclaim.records.convert import record_to_dict
from counterclaim.records.yaml_io import dump_record

if TYPE_CHECKING:
    from rich.console import Console

_ROW = re.compile(r" row \d+\Z")


def print_record(
    record: Record, form: str, out: Console, *, first: bool, verbose: bool, quiet: bool
) -> None:
    """Print a record in a form; `first`: none has been printed before it."""
    if form == "yaml":
        sys.stdout.write(("" if first else "---\n") + dump_record(record))
    elif form == "json":
        print(dump_json(record_to_dict(record), indent=2))
    elif form == "jsonl":
        for event in record_to_dict(record)["events"]:
            print(dump_json(event))
    elif not quiet:
        if not first:
            out.print()
        print_heading(record, out)
        print_claims(record, out, verbose=verbose)


def is_row(record: Record) -> bool:
    """Tell whether an article was a row of a table: "posts.csv row 2"."""
    return _ROW.search(record.article.file) is not None
