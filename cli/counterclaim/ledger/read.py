"""Records and texts out of a ledger. One damaged file costs nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from counterclaim.ledger.files import read_whole
from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.ids import is_article_id
from counterclaim.memory import uncollected
from counterclaim.records.convert import RecordShapeError, record_from_dict
from counterclaim.records.decoding import BOM, decode, read_bytes, unreadable
from counterclaim.records.model import Record
from counterclaim.records.positions import SourceText, file_problem
from counterclaim.records.problem import Problem
from counterclaim.records.strict_yaml import parse

_NO_LEDGER = "has no events/ folder: not a ledger"


@uncollected()
def read_ledger(ledger: Path) -> tuple[list[Record], list[Problem]]:
    """All records of a ledger, sorted by article id, and what could not be read.

    Only the form that the program needs is checked here; `counterclaim check` checks the rest.
    """
    files = record_files(ledger)
    if isinstance(files, Problem):
        return [], [files]
    return read_records(files)


def read_records(files: list[Path]) -> tuple[list[Record], list[Problem]]:
    """The records of some files of a ledger, sorted by article id, and what could not be read. One
    that another process has removed since the files were listed is not there."""
    records: list[Record] = []
    problems: list[Problem] = []
    for path in files:
        record, found = read_record(path)
        problems += found if not found or os.path.lexists(path) else []
        if record is not None:
            records.append(record)
    return sorted(records, key=lambda record: record.article.id), sorted(problems)


def record_files(ledger: Path, ending: str = "") -> list[Path] | Problem:
    """The record files of a ledger, sorted by name: folders list them in any order. `ending`: only
    those of articles whose id ends so. A folder that cannot be listed is a problem, never empty.
    """
    folder = events_folder(ledger)
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return file_problem("CC042", str(ledger), _NO_LEDGER)
    except (OSError, ValueError) as error:
        return unreadable(str(folder), error)
    ending = f"{ending}.yaml"
    return [folder / name for name in names if name.endswith(ending) and not name.startswith(".")]


def find_lone_texts(ledger: Path) -> list[Problem]:
    """What is wrong with the texts of a ledger as a whole: some that have no records, or that they
    cannot be listed."""
    folder, records = articles_folder(ledger), record_files(ledger)
    known = set() if isinstance(records, Problem) else {path.stem for path in records}
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        return [unreadable(str(folder), error)]
    texts = (folder / name for name in names if name.endswith(".txt") and name[0] != ".")
    message = "is the text of an article that has no records"
    return [file_problem("CC044", str(p), message) for p in texts if p.stem not in known]


def read_record(path: Path) -> tuple[Record | None, list[Problem]]:
    """The record of one file of a ledger, or None and why not.

    A record is that of the article its file is named for. The id inside is only compared with the
    name: a ledger may come from anywhere, and what stands in a file must not choose other files.
    """
    data = read_bytes(path, str(path))
    return (None, [data]) if isinstance(data, Problem) else record_of(path, data)


def record_of(path: Path, data: bytes) -> tuple[Record | None, list[Problem]]:
    """The record in the bytes of a file of a ledger, or None and why not: see `read_record`."""
    text = decode(data, str(path))
    if isinstance(text, Problem):
        return None, [text]
    text = text.removeprefix(BOM)
    value, problems, marks = parse(text, str(path))
    if problems:
        return None, problems
    try:
        record = record_from_dict(value)
    except RecordShapeError as error:
        hint = f"run: counterclaim check {path}"
        return None, [file_problem("CC020", str(path), f"is not a record: {error}", hint)]
    if record.article.id != path.stem or not is_article_id(path.stem):
        source, mark = SourceText(str(path), text), marks.value(("article", "id"))
        return None, [source.problem("CC041", f"the file is named for {path.stem}", mark)]
    return record, []


def read_article(ledger: Path, article: str) -> str:
    """The text of an article, exactly as its spans count in it. `article` is its id.

    Raises `OSError` where there is none that can be read and `ValueError` where it is not UTF-8.
    """
    if not is_article_id(article):
        raise FileNotFoundError(f"{article!r} is not the id of an article")
    return read_whole(articles_folder(ledger) / f"{article}.txt").decode("utf-8")
