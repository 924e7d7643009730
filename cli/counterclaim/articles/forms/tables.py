"""Tables and JSON: a row or an object is an article, whose text stands in one column or key."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from counterclaim.articles.encodings import Decoded, decode_article
from counterclaim.articles.forms.columns import Dates, facts_of, find_key, given_day
from counterclaim.articles.forms.drafts import Columns, Draft, Drafts, as_decoded, own_reader
from counterclaim.articles.forms.kinds import ASSIGNED
from counterclaim.articles.forms.markup import has_markup, words_of
from counterclaim.knowledge.inputs import input_data
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_MARKS = (",", ";", "\t", "|")
_MOST = 200_000  # rows or objects: more than anybody reads at once
_LONGEST_CELL = 2_000_000
_EXCEL = re.compile(r"sep=(.)\r?\n")
_DEEPEST = 6  # lists of articles within a value: a chat within the chats of an export


def read_table(data: bytes, file: str, columns: Columns) -> Drafts:
    """The rows of a CSV or TSV file with a head, each as an article."""
    decoded = decode_article(data, file)
    if isinstance(decoded, Problem):
        yield decoded
        return
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from _rows(decoded, file, columns)
    except csv.Error as error:
        yield file_problem(
            "CC064", file, f"is no table that can be read: {error}", "save it as UTF-8 CSV"
        )


def _rows(decoded: Decoded, file: str, columns: Columns) -> Drafts:
    rows = _reader(decoded.text)
    names = [name for name in rows.fieldnames or [] if name]
    key = columns.text or find_key(names, "text")
    if key not in names or (columns.date and columns.date not in names):
        yield _no_column(file, names, columns)
        return
    dates = Dates.of(_reader(decoded.text), columns)
    articles = ((f"row {number}", row) for number, row in enumerate(rows, start=2))
    some = islice(articles, _MOST)
    drafts = _told(some, key, dates, file, decoded, own_reader("csv"))
    first = next(drafts, None)
    yield first or file_problem("CC060", file, f"has nothing in its column {key!r}")
    yield from drafts
    if next(articles, None):
        yield _too_many(file)


def _too_many(file: str) -> Problem:
    return file_problem("CC004", file, f"has more than {_MOST:,} rows or objects", "split it")


def _reader(text: str) -> csv.DictReader[str]:
    excel = _EXCEL.match(text)
    body = text[excel.end() :] if excel else text
    head = body.split("\n", 1)[0]
    mark = excel[1] if excel else max(_MARKS, key=head.count)
    return csv.DictReader(io.StringIO(body, newline=""), delimiter=mark)


def _told(
    articles: Iterator[tuple[str, Mapping[str, Any]]],
    key: str | None,
    dates: Dates,
    file: str,
    decoded: Decoded,
    reader: str,
) -> Drafts:
    """The articles of rows or objects that have a text; the first tells of what is uncertain."""
    first = True
    for part, values in articles:
        name = key or find_key([k for k in values if isinstance(k, str)], "text")
        text = _plain(values.get(name)) if name else ""
        if not text.strip():
            continue
        facts = facts_of(values, dates)
        draft = Draft(text, facts, part, reader=reader)
        if not facts.published and (given := given_day(values, dates.columns)):
            draft = replace(draft, notes=(_no_day(f"{file} {part}", given),))
        yield as_decoded(draft, decoded, first=first)
        first = False


def _no_day(where: str, given: str) -> Problem:
    message = f"{given:.40} is not used as its date: it is none that can mean one day only"
    return file_problem("CC062", where, message, "write dates as 2023-01-25")


def _no_column(file: str, names: list[str], columns: Columns) -> Problem:
    wanted = next((c for c in (columns.text, columns.date) if c and c not in names), None)
    lacks = (
        f"has no column {wanted!r}"
        if wanted
        else "has no column of texts that is known by its name"
    )
    return file_problem("CC065", file, f"{lacks}: {_shown(names)}", "name it: --text-column NAME")


def _shown(names: list[str]) -> str:
    return ", ".join(" ".join(name.split())[:40] for name in names)[:200]


def read_json(data: bytes, file: str, columns: Columns) -> Drafts:
    """The object or the objects of a JSON file, each as an article; an export of Telegram has its
    messages in order, and those of several chats one after the other."""
    decoded = decode_article(data, file)
    if isinstance(decoded, Problem):
        yield decoded
        return
    try:
        values = list(_values(ASSIGNED.sub("", decoded.text)))
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        yield file_problem("CC064", file, f"is broken JSON: {why}", "fetch it again")
        return
    found = (one for value in values for one in _objects(value))
    objects = list(islice(found, _MOST))
    if not objects:
        first = values[0] if isinstance(values[0], dict) else {}
        yield _no_key(file, first, columns)
        return
    yield from _articles(objects, file, columns, decoded)
    if next(found, None):
        yield _too_many(file)


def _values(text: str) -> Iterator[Any]:
    """The value of a JSON file, or several that stand one after the other."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        if text[at].isspace():
            at = next(iter(re.compile(r"\s+").finditer(text, at))).end()
            continue
        value, at = decoder.raw_decode(text, at)
        yield value


def read_json_lines(data: bytes, file: str, columns: Columns) -> Drafts:
    """The lines of a JSON Lines file, each an object and an article."""
    decoded = decode_article(data, file)
    if isinstance(decoded, Problem):
        yield decoded
        return
    objects: list[Any] = []
    lines = decoded.text.split("\n")
    for number, line in enumerate(lines[:_MOST], start=1):
        if line.strip():
            try:
                objects.append(json.loads(line))
            except (ValueError, RecursionError):
                yield file_problem("CC070", f"{file}:{number}", "is not JSON", "one object a line")
    yield from _articles(objects, file, columns, decoded)
    if len(lines) > _MOST + 1:
        yield _too_many(file)


def _objects(value: Any, channel: str | None = None, depth: int = 0) -> Iterator[dict[Any, Any]]:
    """The articles of a value: a list, the list under a usual key, or the object itself. What a
    channel or a feed is called goes with each of its articles."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _objects(part, channel, depth + 1)
    if not isinstance(value, dict):
        return
    names = [key for key in value if isinstance(key, str)]
    key = next(
        (k for k in input_data("columns")["articles"] if _holds_articles(value.get(k))), None
    )
    if key is not None and not _has_text(value, names):
        name = value.get("name") or value.get("title")
        own = name if isinstance(name, str) else channel
        yield from _objects(value[key], own, depth + 1)
    elif inner := _wrapped(value, names):
        yield from _objects(inner, channel, depth + 1)
    else:
        yield (
            value if channel is None or find_key(names, "outlet") else {**value, "outlet": channel}
        )


def _wrapped(value: dict[Any, Any], names: list[str]) -> dict[Any, Any] | None:
    """The object with a text that an object without one is wrapped around.

    >>> _wrapped({"_id": 1, "_source": {"body": "Shells fell."}}, ["_id", "_source"])
    {'body': 'Shells fell.'}
    """
    if _has_text(value, names):
        return None
    objects = (value.get(key) for key in input_data("columns")["wrapped"])
    return next((o for o in objects if isinstance(o, dict) and _has_text(o, list(o))), None)


def _holds_articles(value: Any) -> bool:
    """Whether a value is a list of objects, or an object that holds one."""
    if isinstance(value, dict):
        inner = (value.get(key) for key in input_data("columns")["articles"])
        return any(isinstance(v, list) and _holds_articles(v) for v in inner)
    return isinstance(value, list) and any(isinstance(v, dict) for v in value[:1000])


def _has_text(value: dict[Any, Any], names: list[str]) -> bool:
    key = find_key(names, "text")
    return key is not None and isinstance(value[key], str)


def _articles(objects: list[Any], file: str, columns: Columns, decoded: Decoded) -> Drafts:
    known = [value for value in objects if isinstance(value, dict)]
    dates = Dates.of(known, columns)
    numbered = ((f"object {n}", v) for n, v in enumerate(objects, start=1) if isinstance(v, dict))
    found = False
    for draft in _told(numbered, columns.text, dates, file, decoded, own_reader("json")):
        found = True
        yield draft
    if not found:
        yield _no_key(file, known[0] if known else {}, columns)


def _plain(value: Any) -> str:
    """A text, or the pieces of one (Telegram keeps links and bold words apart); markup gives its
    words."""
    if isinstance(value, str):
        return words_of(value) if has_markup(value) else value
    if isinstance(value, dict):
        keys = (key for key in ("rendered", "plain", "text", "value") if key in value)
        return next(filter(None, (_plain(value[key]) for key in keys)), "")
    if isinstance(value, list):
        return "".join(_plain(part) for part in value)
    return ""


def _no_key(file: str, value: dict[Any, Any], columns: Columns) -> Problem:
    lacks = (
        f"has no key {columns.text!r} with a text"
        if columns.text
        else "has no key of a text that is known"
    )
    names = _shown([str(key) for key in value])
    return file_problem("CC065", file, f"{lacks}: {names}", "name it: --text-column KEY")
