"""Tables and JSON: a row or an object is an article, whose text stands in one column or key."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from counterclaim.articles.forms.drafts import Columns, Draft, facts_of, find_key
from counterclaim.articles.model import Facts
from counterclaim.records.decoding import BOM, decode
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Drafts = Iterator[Draft | Problem]

_MARKS = (",", ";", "\t", "|")
_LONGEST_CELL = 2_000_000
_ARTICLES = (
    "articles",
    "items",
    "results",
    "data",
    "documents",
    "posts",
    "entries",
    "response",
    "messages",
)


def read_table(data: bytes, file: str, columns: Columns) -> Drafts:
    """The rows of a CSV or TSV file with a head, each as an article."""
    text = decode(data, file)
    if isinstance(text, Problem):
        yield text
        return
    text = text.removeprefix(BOM)
    head = text.split("\n", 1)[0]
    mark = max(_MARKS, key=head.count)
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = [name for name in rows.fieldnames or [] if name]
        key = columns.text or find_key(names, "text")
        if key not in names or (columns.date and columns.date not in names):
            yield _no_column(file, names, columns)
            return
        for number, row in enumerate(rows, start=2):
            cell = row.get(key) or ""
            if isinstance(cell, str) and cell.strip():
                yield Draft(cell, facts_of(row, columns), f"row {number}", reader="csv")
    except csv.Error as error:
        yield file_problem(
            "CC064", file, f"is no table that can be read: {error}", "save it as UTF-8 CSV"
        )


def _no_column(file: str, names: list[str], columns: Columns) -> Problem:
    wanted = next((c for c in (columns.text, columns.date) if c and c not in names), None)
    lacks = (
        f"has no column {wanted!r}"
        if wanted
        else "has no column of texts that is known by its name"
    )
    return file_problem(
        "CC065", file, f"{lacks}: {', '.join(names)[:200]}", "name it: --text-column NAME"
    )


def read_json(data: bytes, file: str, columns: Columns) -> Drafts:
    """The object or the objects of a JSON file, each as an article; an export of Telegram has its
    messages in order."""
    text = decode(data, file)
    if isinstance(text, Problem):
        yield text
        return
    try:
        value = json.loads(text.removeprefix(BOM))
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        yield file_problem("CC064", file, f"is broken JSON: {why}", "fetch it again")
        return
    channel = value.get("name") if isinstance(value, dict) and "messages" in value else None
    objects = _objects(value)
    if not objects:
        yield _no_key(file, value if isinstance(value, dict) else {}, columns)
        return
    yield from _articles(objects, file, columns, channel if isinstance(channel, str) else None)


def read_json_lines(data: bytes, file: str, columns: Columns) -> Drafts:
    """The lines of a JSON Lines file, each an object and an article."""
    text = decode(data, file)
    if isinstance(text, Problem):
        yield text
        return
    objects: list[Any] = []
    for number, line in enumerate(text.removeprefix(BOM).split("\n"), start=1):
        if line.strip():
            try:
                objects.append(json.loads(line))
            except (ValueError, RecursionError):
                yield file_problem("CC070", f"{file}:{number}", "is not JSON", "one object a line")
    yield from _articles(objects, file, columns, None)


def _objects(value: Any) -> list[Any]:
    """The articles of a value: a list, the list under a usual key, or the object itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    for key in _ARTICLES:
        inner = value.get(key)
        if isinstance(inner, (list, dict)) and (found := _objects(inner)):
            return found
    return [value] if find_key([k for k in value if isinstance(k, str)], "text") else []


def _articles(objects: list[Any], file: str, columns: Columns, channel: str | None) -> Drafts:
    found = False
    for number, value in enumerate(objects, start=1):
        if not isinstance(value, dict):
            continue
        key = columns.text or find_key([k for k in value if isinstance(k, str)], "text")
        text = _plain(value.get(key)) if key else ""
        if text.strip():
            found = True
            facts = facts_of(value, columns)
            outlet = facts.outlet or channel
            told = Facts(facts.title, outlet, facts.author, facts.url, facts.published)
            yield Draft(text, told, f"object {number}", reader="json")
    if not found:
        first = next((v for v in objects if isinstance(v, dict)), {})
        yield _no_key(file, first, columns)


def _plain(value: Any) -> str:
    """A text, or the pieces of one (Telegram keeps links and bold words apart)."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(
            _plain(part.get("text") if isinstance(part, dict) else part) for part in value
        )
    return ""


def _no_key(file: str, value: dict[Any, Any], columns: Columns) -> Problem:
    lacks = (
        f"has no key {columns.text!r} with a text"
        if columns.text
        else "has no key of a text that is known"
    )
    names = ", ".join(str(key) for key in value)[:200]
    return file_problem("CC065", file, f"{lacks}: {names}", "name it: --text-column KEY")
