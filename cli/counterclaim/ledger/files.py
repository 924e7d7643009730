"""Files that are whole or absent: atomic writes, and a lock for writers."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from counterclaim.records.decoding import read_bytes
from counterclaim.records.problem import Problem

if sys.platform != "win32":
    import fcntl

_HALF = re.compile(r"\..+\.(?:yaml|txt)(?:\.orig\d*)?\.\d+\.tmp")


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file so that no reader ever sees half of it; False when it says that already.

    The bytes go to a hidden neighbour first, which then takes the name. What is there already,
    byte for byte, is not touched and keeps its time of change. A file keeps its mode; where the
    name is a link, what it links to is written.
    """
    if path.is_symlink():
        path = _without_links(path)
    mode = None
    if path.exists():
        if read_whole(path) == data:
            return False
        mode = stat.S_IMODE(path.stat().st_mode)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            half.chmod(mode)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    _settle(path.parent)
    return True


def read_whole(path: Path) -> bytes:
    """The bytes of a file of a ledger. Raises `OSError` for what is no file, or too large."""
    data = read_bytes(path, str(path))
    if isinstance(data, Problem):
        raise OSError(errno.EIO, data.message.removeprefix("cannot be read: "), str(path))
    return data


def remove(path: Path) -> None:
    """Remove a file if it is there, for good."""
    with suppress(FileNotFoundError):
        path.unlink()
        _settle(path.parent)


def remove_halves(folder: Path) -> None:
    """Remove what a killed writer has left of files that it was about to write. Only whoever holds
    the lock may: somebody else's half file is about to be whole."""
    with suppress(FileNotFoundError):
        for name in sorted(os.listdir(folder)):
            if _HALF.fullmatch(name):
                remove(folder / name)


def must_stay_within(folder: Path, path: Path) -> None:
    """Refuse a path that leads out of a folder by a link, in its name or on the way to it.

    Raises `PermissionError`: whoever made the folder must not choose which other files we write.
    """
    if not _without_links(path).is_relative_to(_without_links(folder)):
        reason = f"a link leads out of {folder}"
        raise PermissionError(errno.EPERM, reason, str(path))


def _without_links(path: Path) -> Path:
    """A path with its links followed. `Path.resolve` has an error of its own, in some releases of
    Python, for a link that leads to itself: that is one to nowhere."""
    return Path(os.path.realpath(path))


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
