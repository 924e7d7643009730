"""What `export` does: find the claims, write them in a format, print that or keep it in files."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from counterclaim.commands._claims import Narrowing, narrow
from counterclaim.commands._compare_options import one_of
from counterclaim.commands._places import Atlas
from counterclaim.commands._progress import on_terminal
from counterclaim.commands._reporting import folder, say_problems
from counterclaim.comparison import Relation, World, compare_claims
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_article, text_sha256
from counterclaim.ledger.files import must_stay_within, write_atomically
from counterclaim.ledger.index.opening import ask
from counterclaim.ledger.index.queries import list_claims
from counterclaim.ledger.index.shelf import IndexShelf
from counterclaim.presentation.console import clean_line
from counterclaim.presentation.export.formats import FORMATS, Format
from counterclaim.presentation.export.model import Exported, Files, MissingLibraryError
from counterclaim.records import Problem, Record
from counterclaim.records.positions import file_problem

REVIEWED = ("accepted", "corrected")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of `export` as given."""

    narrowing: Narrowing
    to: str
    table: str | None = None
    output: str | None = None
    reviewed: bool = False


def export_ledger(options: ExportOptions) -> int:
    """Export the claims asked for. Returns the exit code."""
    sides = options.narrowing.check()
    options = replace(options, to=options.to or _form_of(options.output))
    one_of("--to", options.to, tuple(FORMATS))
    chosen, target = FORMATS[options.to], folder(options.output, "--output")
    if chosen.vault and target is None:
        raise typer.BadParameter(f"{options.to} is a folder of notes: name it", param_hint="-o")
    states = REVIEWED if options.reviewed else None
    ledger = find_ledger(folder(options.narrowing.ledger, "--ledger"))

    def choose(db: sqlite3.Connection) -> list[Record]:
        wanted = list_claims(db, narrow(db, options.narrowing, sides, states))
        return _only(IndexShelf(db).records(), set(wanted))

    answer = ask(ledger, choose, on_terminal())
    if isinstance(answer, Problem):
        return say_problems([answer])
    records, problems = answer
    unread: list[Problem] = []
    exported = make_exported(ledger, records, unread)
    code = _write(options, chosen, chosen.write(exported), target)
    return max(code, say_problems([*problems, *unread]))


def _form_of(output: str | None) -> str:
    """The format that the ending of a file names: "claims.geojson"; ends the program with 2 where
    there is none."""
    form = (output or "").rpartition(".")[2]
    found = {"md": "markdown"}.get(form, form)
    if found not in FORMATS:
        words = f"which format? one of {', '.join(FORMATS)}"
        raise typer.BadParameter(words, param_hint="--to")
    return found


def make_exported(ledger: Path, records: Sequence[Record], unread: list[Problem]) -> Exported:
    """What a format is given: the records, their texts as they are asked for (`unread` takes those
    that cannot be read), and how they relate."""
    hashes = {record.article.id: record.article.sha256 for record in records}

    def read_text(article: str) -> str | None:
        name = str(ledger / "articles" / f"{article}.txt")
        try:
            text = read_article(ledger, article)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8"
            unread.append(file_problem("CC001", name, f"cannot be read: {reason}"))
            return None
        if text_sha256(text) == hashes[article]:
            return text
        unread.append(file_problem("CC036", name, "is not the text that was ingested"))
        return None

    def relate() -> Sequence[Relation]:
        atlas = Atlas()
        atlas.learn(records)
        return compare_claims(records, World(load_rules(), load_sides(), atlas)).relations

    return Exported(records, read_text, relate)


def _only(records: Sequence[Record], wanted: set[tuple[str, int]]) -> list[Record]:
    """The records with only the claims wanted, and none without any."""
    kept = (
        replace(
            record,
            events=tuple(
                claim for at, claim in enumerate(record.events) if (record.article.id, at) in wanted
            ),
        )
        for record in records
    )
    return [record for record in kept if record.events]


def _write(options: ExportOptions, chosen: Format, files: Files, target: Path | None) -> int:
    """Print one file, or write one, or all into a folder."""
    many = chosen.vault or (target is not None and _is_folder(options.output or "", target))
    if options.table is not None:
        named = {name.rpartition(".")[0]: name for name in files}
        one_of("--table", options.table, tuple(named))
        files = {named[options.table]: files[named[options.table]]}
    try:
        if target is None:
            return _print(next(iter(files.values()))(), options.to)
        if many:
            return _keep({target / name: make for name, make in files.items()}, target)
        return _keep({target: next(iter(files.values()))}, target.parent)
    except MissingLibraryError as missing:
        hint = f"install it with: pip install 'counterclaim[{missing}]'"
        print(
            f"counterclaim: {options.to} needs a library that is not here; {hint}", file=sys.stderr
        )
        return 2


def _is_folder(given: str, target: Path) -> bool:
    return given.endswith(("/", os.sep)) or target.is_dir()


def _print(data: bytes, to: str) -> int:
    if to == "parquet" and sys.stdout.isatty():
        raise typer.BadParameter("these are no words: name a file", param_hint="-o")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    return 0


def _keep(files: dict[Path, Callable[[], bytes]], within: Path) -> int:
    """Write files, none of them outside of a folder. What they say already is not touched."""
    written = 0
    for path, make in files.items():
        try:
            must_stay_within(within, path)
            written += write_atomically(path, make())
        except OSError as error:
            reason = error.strerror or str(error)
            problem = file_problem("CC001", str(path), f"cannot be written: {reason}")
            return say_problems([problem])
    same = len(files) - written
    unchanged = f", {same} unchanged" if same else ""
    print(clean_line(f"wrote {written} file{'s' * (written != 1)}{unchanged}"), file=sys.stderr)
    return 0
