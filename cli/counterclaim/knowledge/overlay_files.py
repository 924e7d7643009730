"""A folder of the user's own knowledge: actors, sources, sides and offices, read and checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.knowledge.consistency import (
    Known,
    find_entry_errors,
    find_side_errors,
    find_word_errors,
)
from counterclaim.knowledge.entries import shipped_offices, shipped_rows
from counterclaim.knowledge.overlay import Overlay
from counterclaim.knowledge.sides import shipped_sides
from counterclaim.records.decoding import decode, read_bytes, unreadable
from counterclaim.records.positions import Marks, SourceText, file_problem
from counterclaim.records.problem import Problem
from counterclaim.records.schema import Finding, find_schema_errors
from counterclaim.records.strict_yaml import parse

_FOLDERS = ("actors", "sources")
_FILES = {
    "actors.yaml": "actors",
    "sources.yaml": "actors",
    "sides.yaml": "sides",
    "offices.yaml": "offices",
}
# Where the advice of a code speaks of records.
_HINTS = {
    "CC020": "{schema}",
    "CC021": "add it; {schema}",
    "CC023": "{schema}",
    "CC025": "ids are a-b, sides a_b, dates 2023-01-25; names hold no control characters",
}


@dataclass(frozen=True, slots=True)
class _File:
    """One file as read. `content` is None where nothing could be made of it."""

    schema: str
    source: SourceText
    content: Any
    marks: Marks

    def problem(self, finding: Finding) -> Problem:
        find = self.marks.key if finding.at_key else self.marks.value
        schema = f"compare it with schemas/{self.schema}.schema.json"
        hint = finding.hint or _HINTS.get(finding.code, "").format(schema=schema)
        return self.source.problem(finding.code, finding.message, find(finding.path), hint)


def is_knowledge_folder(folder: Path) -> bool:
    """Whether a folder holds actors, sources, sides or offices, and no records."""
    return bool(knowledge_files(folder)) and "events" not in _names(folder)


def knowledge_files(folder: Path) -> list[Path]:
    """The files of knowledge in a folder, sorted by name."""
    return sorted(path for path, _ in _known_files(folder))


def read_own(folder: Path) -> tuple[Overlay, list[Problem]]:
    """The knowledge in a folder and what is wrong with it, sorted by place.

    The folder has the form of `data/`: `actors/*.yaml`, `sources/*.yaml`, `sides.yaml` and
    `offices.yaml`, each by its schema; `actors.yaml` and `sources.yaml` will do as well. When there
    is any problem, nothing of it should be used.
    """
    problems = [_stray(path) for path in _strays(folder)] + _closed(folder)
    files: list[_File] = []
    for path, schema in _known_files(folder):
        file, found = _read(path, schema)
        problems += found
        if file is not None:
            files.append(file)
    if not problems and not files:
        problems = [file_problem("CC082", str(folder), "holds no knowledge")]
    if not problems:
        problems = list(_fit(files))
    return (Overlay() if problems else _own(files)), sorted(set(problems))


def _known_files(folder: Path) -> Iterator[tuple[Path, str]]:
    for name, schema in sorted(_FILES.items()):
        if name in _names(folder):
            yield folder / name, schema
    for inner in _FOLDERS:
        for name in _names(folder / inner):
            if name.endswith(".yaml"):
                yield folder / inner / name, "actors"


def _strays(folder: Path) -> list[Path]:
    """Files that nothing reads, most likely because of their name: `side.yaml`, `actors/x.yml`."""
    top = [folder / n for n in _names(folder) if n.endswith((".yaml", ".yml")) and n not in _FILES]
    inner = [folder / i / n for i in _FOLDERS for n in _names(folder / i) if n.endswith(".yml")]
    return sorted([*top, *inner])


def _names(folder: Path) -> list[str]:
    """The names in a folder, sorted; none where it cannot be listed: see `_closed`."""
    try:
        return sorted(os.listdir(folder))
    except (OSError, ValueError):
        return []


def _closed(folder: Path) -> list[Problem]:
    """A folder that is there, and cannot be listed, must not look empty."""
    problems = []
    for path in (folder, *(folder / name for name in _FOLDERS)):
        try:
            os.listdir(path)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError) as error:
            problems.append(unreadable(str(path), error))
    return problems


def _stray(path: Path) -> Problem:
    return file_problem("CC082", str(path), "is no file of knowledge")


def _read(path: Path, schema: str) -> tuple[_File | None, list[Problem]]:
    data = read_bytes(path, str(path))
    text = data if isinstance(data, Problem) else decode(data, str(path))
    if isinstance(text, Problem):
        return None, [text]
    content, problems, marks = parse(text, str(path), numbers=False)
    if problems:
        return None, problems
    file = _File(schema, SourceText(str(path), text), content, marks)
    findings = find_schema_errors(content, schema, partial=schema in ("sides", "offices"))
    return file, [file.problem(finding) for finding in findings]


def read_checked(path: Path, schema: str) -> tuple[Any, list[Problem]]:
    """Read one file of the user's own and compare it with its schema; None: it cannot be read."""
    file, problems = _read(path, schema)
    return (file.content if file else None), problems


def _fit(files: list[_File]) -> Iterator[Problem]:
    """What the files say of each other and of the shipped knowledge."""
    known = _known(files)
    checks: dict[str, Callable[[_File], Iterator[Finding]]] = {
        "actors": lambda file: find_entry_errors(file.content, file.source.file, known),
        "sides": lambda file: find_side_errors(file.content, known),
        "offices": lambda file: find_word_errors(file.content),
    }
    for file in files:
        for finding in checks[file.schema](file):
            yield file.problem(finding)


def _known(files: list[_File]) -> Known:
    contents = {file.schema: file.content for file in files if file.schema != "actors"}
    sides = [*shipped_sides()["sides"], *contents.get("sides", {}).get("sides", ())]
    bodies = [*shipped_offices()["bodies"], *contents.get("offices", {}).get("bodies", ())]
    rows = {row["id"]: row for row in shipped_rows()}
    return Known(
        frozenset(row["id"] for row in sides),
        frozenset(row["body"] for row in bodies),
        rows,
        frozenset(row["id"] for _, row in _rows(files)) | frozenset(rows),
    )


def _rows(files: list[_File]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for file in files:
        if file.schema == "actors":
            for row in file.content["entries"]:
                yield file.content.get("defaults", {}), row


def _own(files: list[_File]) -> Overlay:
    own = Overlay(entries=tuple(_rows(files)))
    for file in files:
        if file.schema == "sides":
            own = replace(own, sides=file.content)
        elif file.schema == "offices":
            own = replace(own, offices=file.content)
    return own
