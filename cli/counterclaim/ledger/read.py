"""Records and texts out of a ledger. One damaged file costs nothing else."""

from __future__ import annotations

from pathlib import Path

from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.ids import is_article_id
from counterclaim.memory import uncollected
from counterclaim.records.convert import RecordShapeError, record_from_dict
from counterclaim.records.decoding import BOM, decode, read_bytes
from counterclaim.records.model import Record
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem
from counterclaim.records.yaml_io import load_yaml


@uncollected()
def read_ledger(ledger: Path) -> tuple[list[Record], list[Problem]]:
    """All records of a ledger, sorted by article id, and what could not be read.

    Only the form that the program needs is checked here; `counterclaim check` checks the rest.
    """
    if not events_folder(ledger).is_dir():
        return [], [file_problem("CC042", str(ledger), "has no events/ folder: not a ledger")]
    records: list[Record] = []
    problems: list[Problem] = []
    for path in record_files(ledger):
        record, found = read_record(path)
        problems += found
        if record is not None:
            records.append(record)
    return sorted(records, key=lambda record: record.article.id), sorted(problems)


def record_files(ledger: Path) -> list[Path]:
    """The record files of a ledger, sorted by name: folders list them in any order."""
    return sorted(p for p in events_folder(ledger).glob("*.yaml") if not p.name.startswith("."))


def read_record(path: Path) -> tuple[Record | None, list[Problem]]:
    """The record of one file, or None and why not."""
    data = read_bytes(path, str(path))
    text = data if isinstance(data, Problem) else decode(data, str(path))
    if isinstance(text, Problem):
        return None, [text]
    value, problems = load_yaml(text.removeprefix(BOM), str(path))
    if problems:
        return None, problems
    try:
        return record_from_dict(value), []
    except RecordShapeError as error:
        hint = f"run: counterclaim check {path}"
        return None, [file_problem("CC020", str(path), f"is not a record: {error}", hint)]


def read_article(ledger: Path, article: str) -> str:
    """The text of an article, exactly as its spans count in it. `article` is its id.

    Raises `FileNotFoundError` where there is none and `ValueError` where it is not UTF-8.
    """
    if not is_article_id(article):
        raise FileNotFoundError(f"{article!r} is not the id of an article")
    return (articles_folder(ledger) / f"{article}.txt").read_bytes().decode("utf-8")
