"""Paths as people type them to the files that are meant."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from counterclaim.records.decoding import unreadable
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

SUFFIXES = (
    *(
        ".txt",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".mhtml",
        ".eml",
        ".mbox",
        ".csv",
        ".tsv",
    ),
    *(
        ".json",
        ".jsonl",
        ".ndjson",
        ".pdf",
        ".docx",
        ".odt",
        ".rtf",
        ".rss",
        ".atom",
        ".xml",
        ".warc",
        ".gz",
        ".zip",
        ".tar",
        ".tgz",
    ),
)
_ADDRESS = re.compile(r"(?i)(?:https?|ftp)://|www\.")
_LEDGER = {"articles", "events"}
_NO_NAME = "is an empty name"


def as_text(name: str) -> str:
    """A name of a file or folder as text in one line, for a record: it need not be UTF-8 and may
    hold anything."""
    return " ".join(os.fsencode(name).decode("utf-8", "replace").split())


def find_files(name: str) -> Iterator[Path | Problem]:
    """A file itself, or the articles below a folder in the order of their names.

    Hidden files are left out, and so is a ledger: its texts are articles that were read already.
    What cannot be looked into is a problem and costs nothing else.
    """
    if not name.strip():
        yield file_problem("CC001", repr(name), _NO_NAME, "name a file, a folder, or - for stdin")
        return
    if _ADDRESS.match(name) and not Path(name).exists():
        hint = f"save the page, or: curl -L '{name}' | counterclaim ingest - --url '{name}'"
        yield file_problem("CC001", name, "is an address, and nothing is fetched", hint)
        return
    path = Path(name)
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 a Path hides the reason
    except (OSError, ValueError) as error:
        yield unreadable(name, error)
        return
    yield from _below(path) if is_folder else [path]


def _below(path: Path) -> Iterator[Path | Problem]:
    problems: list[Problem] = []

    def note(error: OSError) -> None:
        problems.append(unreadable(str(error.filename), error))

    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=note):
        if set(folders) >= _LEDGER and _has_records(Path(folder, "events")):
            folders[:] = [name for name in folders if name not in _LEDGER]
        folders[:] = [name for name in folders if not name.startswith(".")]
        kept = (n for n in names if not n.startswith(".") and n.lower().endswith(SUFFIXES))
        found += [Path(folder, name) for name in kept]
    yield from sorted(problems)
    yield from sorted(found, key=lambda file: file.parts)
    if not found and not problems:
        yield file_problem("CC063", str(path), "has no files of a form that is read")


def _has_records(folder: Path) -> bool:
    try:
        return any(name.endswith(".yaml") for name in os.listdir(folder))
    except OSError:
        return False
