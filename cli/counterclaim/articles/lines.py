"""JSON lines {"id", "text", "dct"}: the form in which labelled sets are handed round."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from counterclaim.records.decoding import decode
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_FORM = 'each line is {"id": "…", "text": "…", "dct": "2023-01-25" or null}'


def read_lines(file: str) -> Iterator[dict[str, Any] | Problem]:
    """The objects of a JSON Lines file ("-": standard input), or what is wrong with a line.

    An unreadable file is one problem at line 0; a bad line costs only itself.
    """
    name = "<stdin>" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        yield file_problem("CC001", name, f"cannot be read: {error.strerror}")
        return
    for number, raw in enumerate(data.splitlines(), start=1):
        if raw.strip():
            yield _read_line(name, number, raw)


def _read_line(name: str, number: int, raw: bytes) -> dict[str, Any] | Problem:
    line = decode(raw, name)
    if isinstance(line, Problem):
        return replace(line, line=number)
    try:
        value = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        message = f"is not JSON: {getattr(error, 'msg', 'nested too deeply')}"
        return Problem(name, number, getattr(error, "colno", 1), "CC070", message, line, hint=_FORM)
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return Problem(name, number, 1, "CC071", 'has no "text"', line, hint=_FORM)
    return value
