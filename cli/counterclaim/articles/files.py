"""Paths as people type them to the files that are meant."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from counterclaim.records.decoding import unreadable
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

SUFFIXES = (
    *(
        ".txt",
        ".text",
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
        ".wacz",
        ".gz",
        ".zip",
        ".tar",
        ".tgz",
    ),
)
LeftOut = Callable[[Path, list[Path]], None]
_HEAD = 4096
_ADDRESS = re.compile(r"(?i)(?:https?|ftp)://|www\.")
_LEDGER = {"articles", "events"}
_OWN = {*_LEDGER, "earlier"}
_NO_NAME = "is an empty name"


def as_text(name: str) -> str:
    """A name of a file or folder as text in one line, for a record: it need not be UTF-8 and may
    hold anything."""
    return " ".join(os.fsencode(name).decode("utf-8", "replace").split())


def find_files(name: str, left_out: LeftOut | None = None) -> Iterator[Path | Problem]:
    """A file itself, or the articles below a folder in the order of their names.

    Hidden files are left out, and so is a ledger: its texts are articles that were read already.
    A file whose name is of no form that is read is one where its bytes are; of the others
    `left_out` is told, folder by folder. What cannot be looked into is a problem and costs nothing
    else.
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
    yield from _below(path, left_out) if is_folder else [path]


def _below(path: Path, left_out: LeftOut | None) -> Iterator[Path | Problem]:
    problems: list[Problem] = []

    def note(error: OSError) -> None:
        problems.append(unreadable(str(error.filename), error))

    found: list[Path] = []
    others: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=note):
        if set(folders) >= _LEDGER and _has_records(Path(folder, "events")):
            folders[:] = [name for name in folders if name not in _OWN]
        folders[:] = [name for name in folders if not name.startswith(".")]
        seen = [Path(folder, name) for name in names if not name.startswith(".")]
        kept = [file for file in seen if _is_read(file)]
        others += sorted(set(seen) - set(kept))
        found += kept
    if others and found and left_out is not None:
        left_out(path, sorted(others))
    yield from sorted(problems)
    yield from sorted(found, key=lambda file: file.parts)
    if not found and not problems:
        yield file_problem("CC063", str(path), "has no files of a form that is read")


def _is_read(file: Path) -> bool:
    """Whether a file in a folder is an article: by its name, or a page, mail, … by its bytes; a
    plain text under another name may be anything."""
    from counterclaim.articles.forms.kinds import has_form_of_articles  # noqa: PLC0415 a circle

    if file.name.lower().endswith(SUFFIXES):
        return True
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            return has_form_of_articles(stream.read(_HEAD))
    except (OSError, ValueError):
        return False


def _has_records(folder: Path) -> bool:
    try:
        return any(name.endswith(".yaml") for name in os.listdir(folder))
    except OSError:
        return False
