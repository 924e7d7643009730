"""Keep an index true to the files: read those that are new or were changed, forget the others."""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.ledger.find import events_folder
from counterclaim.ledger.index.tables import Seen, add, remove
from counterclaim.ledger.read import record_files, record_of
from counterclaim.memory import uncollected
from counterclaim.records.decoding import read_bytes
from counterclaim.records.problem import Problem

if TYPE_CHECKING:
    import sqlite3

WORTH_KEEPING = 100
"""Articles from which on an index is kept on disk: fewer are read as fast without."""

AT_ONCE = 200
"""So many files are put in at a time: what a run that is ended has done is kept."""

_SETTLED = 2_000_000_000  # nanoseconds: a file may change twice within one tick of a disk's clock
_UNSETTLED = -1
Progress = Callable[[int, int], None]
"""Is told how many files of how many are read."""

Known = dict[str, tuple[int, int, int, int, str]]


def look(ledger: Path) -> list[Seen] | Problem:
    """The record files of a ledger, by name, as they are now."""
    files = record_files(ledger)
    return files if isinstance(files, Problem) else list(_look(events_folder(ledger), files))


def _look(folder: Path, files: Sequence[Path]) -> Iterator[Seen]:
    handle = os.open(folder, os.O_RDONLY) if os.stat in os.supports_dir_fd else None
    try:
        for file in files:
            found = None
            with suppress(OSError):  # what cannot be read is told by who reads it
                found = os.stat(file.name if handle else file, dir_fd=handle)
            if found is None:
                yield Seen(file.name, -1, _UNSETTLED, _UNSETTLED, -1)
            else:
                times = found.st_mtime_ns, found.st_ctime_ns
                yield Seen(file.name, found.st_size, *times, found.st_ino)
    finally:
        if handle is not None:
            os.close(handle)


def listing(files: Sequence[Seen]) -> str:
    """A digest of what `look` gave. The second form of marshal has the same bytes every time."""
    return sha256(marshal.dumps([tuple(file) for file in files], 2)).hexdigest()


def refresh(
    db: sqlite3.Connection, ledger: Path, files: Sequence[Seen], progress: Progress | None = None
) -> list[Problem]:
    """Make an index say what the files say; gives the problems of those that cannot be read."""
    now = listing(files)
    if db.execute("SELECT listing, whole FROM state").fetchone() == (now, 1):
        return []
    known: Known = {
        row[0]: row[1:]
        for row in db.execute("SELECT name, size, modified, changed, node, sha256 FROM file")
    }
    stale = [file for file in files if known.get(file.name, ())[:4] != file[1:]]
    problems: list[Problem] = []
    whole = True
    for start in range(0, len(stale), AT_ONCE):
        if progress:
            progress(start, len(stale))
        with writing(db), uncollected():
            for file in stale[start : start + AT_ONCE]:
                found, settled = _take(db, ledger, file, known)
                problems += found
                whole = whole and settled and not found
    with writing(db):
        for name in sorted(known.keys() - {file.name for file in files}):
            remove(db, name)
        db.execute("UPDATE state SET listing = ?, whole = ?", (now, whole))
    if progress:
        progress(len(stale), len(stale))
    return sorted(problems)


def _take(
    db: sqlite3.Connection, ledger: Path, seen: Seen, known: Known
) -> tuple[list[Problem], bool]:
    """Put in one file; gives what is wrong with it, and whether it may be taken for read by its
    size and times."""
    path = events_folder(ledger) / seen.name
    data = read_bytes(path, str(path))
    settled = time.time_ns() - seen.changed > _SETTLED
    seen = seen if settled else seen._replace(changed=_UNSETTLED)
    if isinstance(data, Problem):
        remove(db, seen.name)
        gone = not os.path.lexists(path)  # another process has removed it since
        return ([], False) if gone else ([data], settled)
    digest = sha256(data).hexdigest()
    if known.get(seen.name, ("",))[-1] == digest:
        sets = "size = ?, modified = ?, changed = ?, node = ?"
        done = db.execute(f"UPDATE file SET {sets} WHERE name = ?", (*seen[1:], seen.name))  # noqa: S608
        if done.rowcount:  # else another process has taken it out meanwhile
            return [], settled
    record, problems = record_of(path, data)
    remove(db, seen.name)
    if record is not None:
        add(db, seen, digest, record)
    return problems, settled


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Write all that is written in the block, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
