"""JSON lines {"id", "text", "dct"}: the form in which labelled sets are handed round."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from counterclaim.records.days import is_publication_day, iso_day
from counterclaim.records.decoding import (
    LARGEST,
    decode,
    read_bytes,
    standard_input,
    too_large,
    unreadable,
)
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_FORM = 'each line is {"id": "…", "text": "…", "dct": "2023-01-25" or null}'


def read_lines(file: str) -> Iterator[dict[str, Any] | Problem]:
    """The objects of a JSON Lines file ("-": standard input), or what is wrong with a line.

    An unreadable file is one problem at line 0; a bad line costs only itself. Lines are read as
    they are asked for, so a file may be of any length.
    """
    name = "<stdin>" if file == "-" else file
    opened = _open(file, name)
    if isinstance(opened, Problem):
        yield opened
        return
    number = 0
    with opened:
        while raw := _next_line(opened, name):
            number += 1
            if isinstance(raw, Problem):
                yield raw
                return
            if raw.strip():
                yield _read_line(name, number, raw)


def _open(file: str, name: str) -> BinaryIO | Problem:
    """The stream of the lines. A path is opened only if it is a file, or a pipe somebody fills."""
    if file == "-":
        return standard_input(name)
    if not file.strip():
        return file_problem("CC001", repr(file), "is an empty name", "name a file, or - for stdin")
    path = Path(file)
    try:
        if path.is_file():
            return path.open("rb")
    except (OSError, ValueError) as error:
        return unreadable(name, error)
    from io import BytesIO  # noqa: PLC0415 only pipes need it

    data = read_bytes(path, name, pipes=True)
    return data if isinstance(data, Problem) else BytesIO(data)


def _next_line(opened: BinaryIO, name: str) -> bytes | Problem:
    """The next line; of one that is too long its beginning, so that the rest is not held."""
    try:
        raw = opened.readline(LARGEST + 1)
        rest = raw if len(raw) > LARGEST else b"\n"
        while rest and not rest.endswith(b"\n"):
            rest = opened.readline(LARGEST)
    except OSError as error:
        return unreadable(name, error)
    return raw


def _why(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _number(word: str) -> float:
    """NaN and Infinity are no JSON, though Python reads and would write them; it also takes a
    number that is too large for it for infinite."""
    number = float(word)
    if not math.isfinite(number):
        raise ValueError(f"{word:.40} is no number")
    return number


def _read_line(name: str, number: int, raw: bytes) -> dict[str, Any] | Problem:
    if len(raw) > LARGEST:
        return replace(too_large(name, len(raw)), line=number, column=1)
    line = decode(raw.rstrip(b"\r\n"), name)
    if isinstance(line, Problem):
        return replace(line, line=number)
    text = line.removeprefix("\ufeff")
    try:
        value = json.loads(text, parse_constant=_number, parse_float=_number)
    except (ValueError, RecursionError) as error:
        message = f"is not JSON: {getattr(error, 'msg', None) or _why(error)}"
        return Problem(name, number, getattr(error, "colno", 1), "CC070", message, line, hint=_FORM)
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return Problem(name, number, 1, "CC071", 'has no "text"', line, hint=_FORM)
    if half := re.search("[\ud800-\udfff]", value["text"]):
        message = f"has half a character in its text: U+{ord(half[0]):04X}"
        return Problem(name, number, 1, "CC071", message, line, hint=_FORM)
    if not _usable(value.get("date")):  # a column of other people's: read without it
        del value["date"]
    if not _usable(value.get("dct")):
        message = f"{json.dumps(value['dct'])[:40]} is no day of publication"
        return Problem(name, number, 1, "CC062", message, line, hint=_FORM)
    return value


def _usable(day: object) -> bool:
    """Whether a day of publication is one, or is not given."""
    return day in (None, "") or (isinstance(day, str) and is_publication_day(iso_day(day)))
