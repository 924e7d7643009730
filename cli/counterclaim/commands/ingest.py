"""`counterclaim ingest`: articles in, event records out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from counterclaim.commands._knowledge import Knowledge, own_knowledge
from counterclaim.commands._options import Color, read_day
from counterclaim.commands.list import Ledger


class Format(StrEnum):
    """How the records are printed."""

    table = "table"
    yaml = "yaml"
    json = "json"
    jsonl = "jsonl"


Paths = Annotated[
    list[str],
    typer.Argument(help="Texts, pages, mail, tables, PDF, DOCX, zip; folders; - for stdin."),
]
TextColumn = Annotated[str | None, typer.Option(help="Column or key that holds the texts.")]
Published = Annotated[
    str | None, typer.Option(help="Date of publication, as 2023-01-25.", callback=read_day)
]
Output = Annotated[Format, typer.Option("--format", help="What is printed.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, max=64, help="Processes that read side by side.")
]
DateColumn = Annotated[str | None, typer.Option(help="Column or key that holds the dates.")]
Shard = Annotated[
    str | None,
    typer.Option(metavar="I/N", help="Read one share of all files, as 3/8, into --parts."),
]
Parts = Annotated[str, typer.Option(metavar="DIR", help="Where the parts of shares go.")]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Read on a cluster of dask, as tcp://host:8786."),
]
SourceName = Annotated[
    str, typer.Option(help="The name of what comes by standard input, for the records.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 where anything could not be used.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Also print the words of source and cue.")
]


def ingest(
    paths: Paths,
    published: Published = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    text_column: TextColumn = None,
    date_column: DateColumn = None,
    ledger: Ledger = None,
    knowledge: Knowledge = None,
    jobs: Jobs = 1,
    shard: Shard = None,
    parts: Parts = "parts",
    scheduler: Scheduler = None,
    source_name: SourceName = "stdin",
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Print; write nothing.")] = False,
    strict: Strict = False,
    output: Output = Format.table,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    verbose: Verbose = False,
    color: Color = "auto",
    width: Annotated[int | None, typer.Option(help="Columns to print in.")] = None,
) -> None:
    """Parse war reports into event records: one claim each, with its source and its words.

    A plain text has its title on the first line; Markdown and text may have YAML front matter with
    title, published, outlet, author, url and language. What a file is, its bytes tell: HTML, mail,
    feeds, CSV, JSON, PDF, DOCX, zip and gzip are read as such. A second run changes nothing, one
    that was interrupted goes on. Of more than 20 files tables are printed with --verbose only.

    Example: counterclaim ingest article.txt --published 2023-01-25
    """
    from counterclaim.articles.forms import Columns  # noqa: PLC0415
    from counterclaim.commands._ingest import IngestOptions, ingest_articles  # noqa: PLC0415 heavy

    options = IngestOptions(
        paths,
        published,
        outlet,
        ledger,
        dry_run,
        output.value,
        quiet,
        verbose,
        color,
        width,
        title,
        url,
        Columns(text_column, date_column),
        jobs,
        source_name,
        strict,
        scheduler,
        shard,
        parts,
    )
    with own_knowledge(knowledge):
        code = ingest_articles(options)
    if code:
        raise typer.Exit(code)
