"""A ledger as one asks it for records: read as a whole, or only so far as the question goes."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from counterclaim.ledger.index import refresh
from counterclaim.ledger.index.refresh import Progress, look
from counterclaim.ledger.index.tables import SHIFT, read_place, storable, unpack
from counterclaim.ledger.packed import is_packed
from counterclaim.ledger.read import read_ledger
from counterclaim.memory import uncollected
from counterclaim.records.model import ArticleInfo, Place, Record
from counterclaim.records.problem import Problem

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")


class Shelf(Protocol):
    """What a ledger holds. Both kinds give the same, but for records that do not matter."""

    def count(self) -> int:
        """How many articles there are."""

    def records(self) -> list[Record]:
        """All records, by article id."""

    def places(self) -> list[Place]:
        """Every place in every spelling, once and in any order; without the mention's span."""

    def about(self, keys: Collection[str], words: str | None = None) -> list[Record]:
        """The records that speak of places by their ids, or have some words; perhaps more."""

    def articles(self) -> list[ArticleInfo]:
        """The articles, by id: of those that are not read, the id and the file."""

    def named(self, articles: Collection[str]) -> list[Record]:
        """The records of articles by their ids."""


class WholeShelf:
    """A ledger that has been read."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = list(records)

    def count(self) -> int:
        """How many articles there are."""
        return len(self._records)

    def records(self) -> list[Record]:
        """All records."""
        return self._records

    def places(self) -> list[Place]:
        """Every place in every spelling."""
        found = (p for record in self._records for claim in record.events for p in claim.places)
        return list({replace(place, span=(0, 0), basis="stated"): None for place in found})

    def about(self, keys: Collection[str], words: str | None = None) -> list[Record]:
        """All records: they are there already."""
        return self._records

    def articles(self) -> list[ArticleInfo]:
        """The articles."""
        return [record.article for record in self._records]

    def named(self, articles: Collection[str]) -> list[Record]:
        """The records of articles by their ids."""
        return [record for record in self._records if record.article.id in articles]


class IndexShelf:
    """A ledger of which the index knows where what stands."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._places: list[Place] | None = None

    def count(self) -> int:
        """How many articles there are."""
        (number,) = self._db.execute("SELECT count(*) FROM file").fetchone()
        return int(number)

    def records(self) -> list[Record]:
        """All records."""
        return self._unpack("SELECT data FROM record", ())

    def places(self) -> list[Place]:
        """Every place in every spelling."""
        if self._places is None:
            spelled = "EXISTS (SELECT 1 FROM spelled WHERE spelling = spelling.id)"
            rows = self._db.execute(f"SELECT facts FROM spelling WHERE {spelled}")  # noqa: S608
            self._places = [read_place(facts) for (facts,) in rows]
        return self._places

    def about(self, keys: Collection[str], words: str | None = None) -> list[Record]:
        """The records that speak of some places or have some words."""
        spoken = (
            "SELECT DISTINCT claim >> ? FROM about WHERE place IN "
            "(SELECT id FROM place WHERE key IN (SELECT value FROM json_each(?)))"
        )
        files = set(self._db.execute(spoken, (SHIFT, json.dumps(sorted(map(storable, keys))))))
        if words:
            have = "SELECT DISTINCT rowid >> ? FROM words WHERE words MATCH ?"
            files |= set(self._db.execute(have, (SHIFT, phrase(words))))
        numbers = json.dumps(sorted(number for (number,) in files))
        wanted = "SELECT data FROM record WHERE file IN (SELECT value FROM json_each(?))"
        return self._unpack(wanted, (numbers,))

    def articles(self) -> list[ArticleInfo]:
        """The articles, as far as they can be named by a person."""
        rows = self._db.execute("SELECT name, origin FROM file ORDER BY name")
        infos = (ArticleInfo(name.removesuffix(".yaml"), "", file) for name, file in rows)
        return sorted(infos, key=lambda info: info.id)

    def named(self, articles: Collection[str]) -> list[Record]:
        """The records of articles by their ids."""
        names = json.dumps([f"{article}.yaml" for article in sorted(articles)])
        files = "SELECT id FROM file WHERE name IN (SELECT value FROM json_each(?))"
        return self._unpack(f"SELECT data FROM record WHERE file IN ({files})", (names,))  # noqa: S608

    def _unpack(self, select: str, values: Iterable[str]) -> list[Record]:
        found = (unpack(data) for (data,) in self._db.execute(select, tuple(values)))
        return sorted(found, key=lambda record: record.article.id)


def phrase(words: str) -> str:
    """Words as SQLite looks for them: these, one after the other, whatever signs they have.

    >>> phrase('the "Zoria" mine')
    '"the ""Zoria"" mine"'
    """
    return '"' + storable(words).replace('"', '""').replace("\0", " ") + '"'


def _take_packed(file: Path, choose: Callable[[Shelf], T]) -> tuple[T, list[Problem]]:
    """What is chosen of a ledger that was packed into one file."""
    from counterclaim.ledger.packed import DAMAGED, open_packed, unreadable_pack  # noqa: PLC0415

    shelf = open_packed(file)
    if isinstance(shelf, Problem):
        return choose(WholeShelf(())), [shelf]
    try:
        return choose(shelf), []
    except DAMAGED as error:
        return choose(WholeShelf(())), [unreadable_pack(file, error)]


@uncollected()
def take_down(
    ledger: Path, choose: Callable[[Shelf], T], progress: Progress | None = None
) -> tuple[T, list[Problem]]:
    """What is chosen of a ledger, and what could not be read.

    >>> take_down(Path("case"), lambda shelf: shelf.about({"geonames:713174"}))[1]
    []
    """
    if is_packed(ledger):
        return _take_packed(ledger, choose)
    files = look(ledger)
    if not isinstance(files, Problem) and len(files) >= refresh.WORTH_KEEPING:
        from counterclaim.ledger.index.opening import ask_kept  # noqa: PLC0415 a small ledger is quick

        answer = ask_kept(ledger, files, lambda db: choose(IndexShelf(db)), progress)
        if answer is not None:
            return answer
    records, problems = read_ledger(ledger)
    return choose(WholeShelf(records)), problems
