"""JSON lines {"id", "text", "dct"}: the form in which labelled sets are handed round."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from counterclaim.records import Problem


def read_lines(file: str) -> Iterator[dict[str, Any] | Problem]:
    """The objects of a JSON Lines file ("-": standard input), or what is wrong with a line.

    An unreadable file is one problem at line 0; a bad line costs only itself.
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        yield Problem(file, 0, 0, "CC001", f"cannot be read: {error.strerror}", hint="check the path")
        return
    name = "<stdin>" if file == "-" else file
    for number, raw in enumerate(data.splitlines(), start=1):
        if raw.strip():
            yield _read_line(name, number, raw)


def _read_line(name: str, number: int, raw: bytes) -> dict[str, Any] | Problem:
    hint = 'each line is {"id": "…", "text": "…", "dct": "2023-01-25" or null}'
    try:
        value = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Problem(name, number, error.start + 1, "CC003", "is not UTF-8", hint="convert the file to UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        column = getattr(error, "colno", 1)
        return Problem(name, number, column, "CC011", "is not JSON", raw.decode("utf-8")[:200], hint=hint)
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return Problem(name, number, 1, "CC012", 'has no "text"', raw.decode("utf-8")[:200], hint=hint)
    return value
