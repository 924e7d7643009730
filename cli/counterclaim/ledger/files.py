"""Files that are whole or absent: atomic writes, and a lock for writers."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file so that no reader ever sees half of it; False when it says that already.

    The bytes go to a hidden neighbour first, which then takes the name. What is there already,
    byte for byte, is not touched and keeps its time of change.
    """
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    _settle(path.parent)
    return True


def _settle(folder: Path) -> None:
    """Make a change of names in a folder last, where the system can."""
    if sys.platform == "win32":
        return
    with _opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold off other writers of a folder. Nothing is left behind, even by a killed process.

    The lock is on the folder itself. Systems that cannot lock a folder go without: each write is
    atomic, so the worst is that the last one wins.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    with _opened(folder) as handle:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
