"""Bytes to text: UTF-8 or one clear problem."""

from __future__ import annotations

import codecs
from pathlib import Path

from counterclaim.records.positions import Mark, SourceText, file_problem
from counterclaim.records.problem import Problem

LARGEST = 20_000_000
BOM = "\ufeff"
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_bytes(path: Path, file: str) -> bytes | Problem:
    """The bytes of a file, or why they cannot be had. `file` is its name in messages."""
    try:
        if path.stat().st_size > LARGEST:
            return too_large(file, path.stat().st_size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return file_problem("CC001", file, f"cannot be read: {reason}")


def too_large(file: str, size: int) -> Problem:
    """The problem of a file that is larger than anything a person writes."""
    return file_problem("CC004", file, f"has {size / 1e6:.1f} MB")


def decode(data: bytes, file: str) -> str | Problem:
    r"""The text of a file, with its byte order mark if it has one.

    >>> decode("Сєвєродонецьк".encode(), "a.txt")
    'Сєвєродонецьк'
    >>> decode(b"Caf\xe9", "a.txt").message
    'is not UTF-8: byte 0xe9 at position 3'
    """
    if len(data) > LARGEST:
        return too_large(file, len(data))
    for mark, name in _OTHER_MARKS:
        if data.startswith(mark):
            hint = f"save it as UTF-8 (for example: iconv -f {name} -t UTF-8)"
            return file_problem("CC002", file, f"is {name}, not UTF-8", hint)
    if b"\0" in data:
        return _at_byte(data, file, data.index(b"\0"), "CC003", "has a NUL byte: is it a text?")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
        message = f"is not UTF-8: byte 0x{data[at]:02x} at position {at}"
        return _at_byte(data, file, at, "CC002", message)


def _at_byte(data: bytes, file: str, at: int, code: str, message: str) -> Problem:
    """A problem at one byte, shown in its line as far as that can be read."""
    start = data.rfind(b"\n", 0, at) + 1
    end = data.find(b"\n", at)
    line = data[start : end if end >= 0 else len(data)].decode("utf-8", "replace")
    column = len(data[start:at].decode("utf-8", "replace")) + 1
    found = SourceText(file, line).problem(code, message, Mark(1, column))
    return Problem(
        found.file,
        data.count(b"\n", 0, at) + 1,
        column,
        code,
        message,
        source_line=line.rstrip("\r")[:2000],
        hint=found.hint,
    )
