"""Bytes to text: UTF-8 or one clear problem."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from counterclaim.records.positions import Mark, SourceText, file_problem
from counterclaim.records.problem import Problem

LARGEST = 20_000_000
BOM = "\ufeff"
_PART = 1 << 20
_FIRST_WRITER = 5.0  # seconds: a program that is to write into a pipe has started by then
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_bytes(path: Path, file: str, *, pipes: bool = False) -> bytes | Problem:
    """The bytes of a file, or why they cannot be had. `file` is its name in messages.

    What is no file is not read: a device or a pipe need not have an end. `pipes`: a person named
    this path, so a pipe will do, as in ``ingest <(pdftotext report.pdf -)``; one into which nobody
    writes is a problem. Never more than `LARGEST` bytes are held.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NO_WAITING)
    except (OSError, ValueError) as error:
        return unreadable(file, error)
    try:
        return _read(handle, file, pipes=pipes)
    except OSError as error:
        return unreadable(file, error)
    finally:
        os.close(handle)


def unreadable(file: str, error: OSError | ValueError) -> Problem:
    """The problem of a path at which nothing can be read."""
    reason = getattr(error, "strerror", None) or str(error)
    return file_problem("CC001", file, f"cannot be read: {reason}")


def standard_input(name: str) -> BinaryIO | Problem:
    """The bytes that come by standard input, or the problem that somebody has closed it."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return stream or file_problem("CC001", name, "cannot be read: it is closed")


def read_stream(stream: BinaryIO, name: str) -> bytes | Problem:
    """All that a stream has to give; never more than a little over `LARGEST` is held."""
    try:
        data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return unreadable(name, error)
    return too_large(name, len(data)) if len(data) > LARGEST else data


def _read(handle: int, file: str, *, pipes: bool) -> bytes | Problem:
    found = os.fstat(handle)
    if stat.S_ISREG(found.st_mode):
        if found.st_size > LARGEST:
            return too_large(file, found.st_size)
        data = _read_to_end(handle)
    elif pipes and stat.S_ISFIFO(found.st_mode):
        data = _read_pipe(handle)
    else:
        kind = next((word for test, word in _KINDS if test(found.st_mode)), "no file")
        return file_problem("CC001", file, f"cannot be read: it is {kind}", "give a file")
    return too_large(file, len(data)) if len(data) > LARGEST else data


def _read_to_end(handle: int) -> bytes:
    """What a file has to give, up to a little more than `LARGEST`."""
    parts: list[bytes] = []
    left = LARGEST + 1
    while left > 0 and (part := os.read(handle, min(left, _PART))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _read_pipe(handle: int) -> bytes:
    """What comes through a pipe. Its writer may take its time, but there must be one."""
    from select import select  # noqa: PLC0415 only pipes need it

    first = b""
    if not select([handle], [], [], _FIRST_WRITER)[0]:
        with suppress(BlockingIOError):  # there is one, and it has written nothing yet
            first = os.read(handle, 1)
            if not first:
                raise OSError(0, "nobody writes into this pipe")
    os.set_blocking(handle, True)
    return first + _read_to_end(handle)


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
        return at_byte(data, file, data.index(b"\0"), "CC003", "has a NUL byte: is it a text?")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
        message = f"is not UTF-8: byte 0x{data[at]:02x} at position {at}"
        return at_byte(data, file, at, "CC002", message)


def at_byte(
    data: bytes, file: str, at: int, code: str, message: str, hint: str | None = None
) -> Problem:
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
        hint=hint or found.hint,
    )
