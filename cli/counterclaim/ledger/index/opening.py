"""Get an index that says what the files say: on disk, or in memory where nothing can be kept."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from counterclaim.ledger.index import refresh
from counterclaim.ledger.index.folder import discard, index_path, make_room
from counterclaim.ledger.index.refresh import Progress, listing, look, writing
from counterclaim.ledger.index.tables import Seen, create
from counterclaim.records.problem import Problem

PATIENCE = 5.0
"""Seconds to wait for another process that writes the same index."""

_TRIES = 3
_DAMAGED = (sqlite3.DatabaseError, zlib.error, ValueError, TypeError)
_WRONG = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SETTINGS = ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = NORMAL")
T = TypeVar("T")
Question = Callable[[sqlite3.Connection], T]
Answer = tuple[T, list[Problem]]


def ask(
    ledger: Path, question: Question[T], progress: Progress | None = None
) -> Answer[T] | Problem:
    """Ask an index of a ledger, however it can be had; gives the answer, and the problems of
    records that cannot be read.

    >>> ask(Path("case"), count_all)[0]["articles"]
    12
    """
    files = look(ledger)
    if isinstance(files, Problem):
        return files
    kept = len(files) >= refresh.WORTH_KEEPING
    answer = ask_kept(ledger, files, question, progress) if kept else None
    return answer or ask_made(ledger, files, question, progress)


def ask_kept(
    ledger: Path,
    files: Sequence[Seen],
    question: Question[T],
    progress: Progress | None = None,
) -> Answer[T] | None:
    """Ask the index on disk; None: there is none, and none can be made. An index that is damaged is
    made anew. The whole answer is of one state of the index, that of the files."""
    for _ in range(2):
        try:
            with _kept(ledger, files, progress) as (db, problems):
                return question(db), problems
        except OSError:
            return None
        except _DAMAGED as error:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF not in _WRONG:
                return None  # locked, read-only, a full disk
            with suppress(OSError):
                discard(index_path(ledger))
    return None


def ask_made(
    ledger: Path,
    files: Sequence[Seen],
    question: Question[T],
    progress: Progress | None = None,
) -> Answer[T]:
    """Ask an index that is made for this question alone. Raises `sqlite3.Error` where the SQLite of
    this Python cannot look for words."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        create(db)
        problems = refresh.refresh(db, ledger, files, progress)
        return question(db), problems


@contextmanager
def _kept(
    ledger: Path, files: Sequence[Seen], progress: Progress | None
) -> Iterator[tuple[sqlite3.Connection, list[Problem]]]:
    """The index on disk as it stands after the files were looked at, for as long as the block."""
    path = index_path(ledger)
    if path.is_symlink() or path.parent.is_symlink() or not path.exists():
        path = make_room(ledger)
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as db:
        for setting in _SETTINGS:
            db.execute(f"PRAGMA {setting}")
        _make(db)
        for _ in range(_TRIES):
            problems = refresh.refresh(db, ledger, files, progress)
            db.execute("BEGIN")
            if db.execute("SELECT listing FROM state").fetchone() == (listing(files),):
                yield db, problems
                return
            db.execute("ROLLBACK")  # another process has seen other files meanwhile
        raise sqlite3.OperationalError("others write all the time")


def _make(db: sqlite3.Connection) -> None:
    """Make the tables where there are none, once."""
    tables = "SELECT 1 FROM sqlite_master"
    if db.execute(tables).fetchone():
        return
    with writing(db):
        if not db.execute(tables).fetchone():  # else another process has made them meanwhile
            create(db)
