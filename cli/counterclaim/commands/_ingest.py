"""What `ingest` does with each article: read, extract, write, say so."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from counterclaim.articles import Article, read_articles
from counterclaim.extraction.pipeline import extract
from counterclaim.ledger import (
    adopt,
    article_id,
    find_ledger,
    same_text,
    text_sha256,
    write_record,
)
from counterclaim.presentation.claims_table import print_claims, print_heading
from counterclaim.presentation.console import COLOR_CHOICES, make_consoles
from counterclaim.presentation.problems import render_problem
from counterclaim.records import ArticleInfo, Problem, Record
from counterclaim.records.convert import record_to_dict
from counterclaim.records.positions import file_problem
from counterclaim.records.yaml_io import dump_record

if TYPE_CHECKING:
    from rich.console import Console


_NO_DATE = (
    "no publication date, so relative times stay unresolved; "
    "add --published 2023-01-25 or a published: line"
)
_TO_KEEP = "claims with a review: block are never replaced"
UNREAD, UNWRITTEN = "not read", "not written"
STATES = ("new", "updated", "unchanged", "read", UNREAD, UNWRITTEN)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `ingest` as given."""

    paths: list[str]
    published: str | None
    outlet: str | None
    ledger: Path | None
    dry_run: bool
    output: str
    quiet: bool
    verbose: bool
    color: str
    width: int | None


def ingest_articles(options: Options) -> int:
    """Ingest every article; a bad one costs only itself. Returns the exit code."""
    if options.color not in COLOR_CHOICES:
        raise typer.BadParameter(f"choose from {', '.join(COLOR_CHOICES)}", param_hint="--color")
    out, err = make_consoles(options.color, options.width)
    ledger = find_ledger(options.ledger)
    states: Counter[str] = Counter()
    undated = 0
    for item in read_articles(options.paths, published=options.published, outlet=options.outlet):
        if isinstance(item, Problem):
            print(render_problem(item), file=sys.stderr)
            states[UNREAD] += 1
            continue
        about = describe(item)
        record = extract(item.text, adopt(about, same_text(ledger, about.sha256)))
        undated += record.article.published is None
        _print(record, options, out, first=states.total() == states[UNREAD])
        states["read" if options.dry_run else _write(ledger, record, item.text, options, err)] += 1
    if not options.quiet:
        _say_all(states, undated, err)
    return 2 if states[UNREAD] or states[UNWRITTEN] else 0


def _say_all(states: Counter[str], undated: int, err: Console) -> None:
    """Say what came of all articles together, where there are several, and what they lack."""
    if states.total() > 1:
        came = ", ".join(f"{states[state]} {state}" for state in STATES if states[state])
        _say(err, f"{states.total()} articles: {came}")
    if undated:
        which = "" if states.total() == 1 else f"{undated} of them with "
        _say(err, f"hint: {which}{_NO_DATE}")


def _say(err: Console, line: str) -> None:
    err.print(line, markup=False, highlight=False, soft_wrap=True)


def describe(article: Article) -> ArticleInfo:
    """An article's facts with its id: `YYYY-MM-DD-slug-of-title-<8 hex>`."""
    sha256 = text_sha256(article.text)
    return ArticleInfo(
        id=article_id(article.title, article.published, sha256),
        sha256=sha256,
        file=article.file,
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        url=article.url,
        published=article.published,
        published_from=article.published_from,
        language=article.language,
    )


def _write(ledger: Path, record: Record, text: str, options: Options, err: Console) -> str:
    """Write a record and say so. Returns what became of it, one of `STATES`."""
    try:
        written = write_record(ledger, record, text)
    except OSError as error:
        problem = file_problem("CC001", str(ledger), f"cannot be written: {error.strerror}")
        print(render_problem(problem), file=sys.stderr)
        return UNWRITTEN
    where = ledger / "events" / f"{record.article.id}.yaml"
    number = len(record.events)
    if not options.quiet:
        _say(err, f"{written.outcome}: {number} claim{'s' * (number != 1)} in {where}")
    for aside in written.aside:
        _say(err, f"note: the old record, with what is not found again, is {aside}; {_TO_KEEP}")
    return written.outcome


def _print(record: Record, options: Options, out: Console, *, first: bool) -> None:
    if options.output == "yaml":
        sys.stdout.write(("" if first else "---\n") + dump_record(record))
    elif options.output == "json":
        print(json.dumps(record_to_dict(record), ensure_ascii=False, indent=2))
    elif options.output == "jsonl":
        for event in record_to_dict(record)["events"]:
            print(json.dumps(event, ensure_ascii=False))
    elif not options.quiet:
        if not first:
            out.print()
        print_heading(record, out)
        print_claims(record, out, verbose=options.verbose)
