"""What stands in the index: every record as it was read, and what one may ask for it by.

Nothing here is decided by rules of reading or comparing, so other rules need no other index.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, NamedTuple

from counterclaim.records.convert import record_from_dict, record_to_dict
from counterclaim.records.model import Claim, Place, Record

if TYPE_CHECKING:
    import sqlite3

SHIFT = 20
"""The number of a claim is that of its file, then so many bits for its place in the record."""

_TABLES = """
CREATE TABLE state (listing TEXT NOT NULL, whole INTEGER NOT NULL);
INSERT INTO state VALUES ('', 0);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    size INTEGER, modified INTEGER, changed INTEGER, node INTEGER, sha256 TEXT NOT NULL,
    origin TEXT, title TEXT, outlet TEXT, published TEXT,
    claims INTEGER NOT NULL, reviewed INTEGER NOT NULL
);
CREATE TABLE record (file INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE source (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, side TEXT NOT NULL,
    UNIQUE (name, kind, side)
);
CREATE TABLE claim (
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
    first TEXT, last TEXT
);
CREATE TABLE place (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE spelling (
    id INTEGER PRIMARY KEY, place INTEGER NOT NULL, facts TEXT NOT NULL UNIQUE
);
CREATE TABLE spelled (file INTEGER, spelling INTEGER, PRIMARY KEY (file, spelling)) WITHOUT ROWID;
CREATE INDEX spelled_in ON spelled (spelling);
CREATE TABLE about (place INTEGER, claim INTEGER, PRIMARY KEY (place, claim)) WITHOUT ROWID;
CREATE INDEX about_what ON about (claim);
CREATE VIRTUAL TABLE words USING fts5 (
    text, speaker, tokenize = 'porter unicode61 remove_diacritics 2'
);
"""


class Seen(NamedTuple):
    """A record file as a folder lists it: what changes with it, so that nobody need read it."""

    name: str
    size: int
    modified: int
    changed: int
    node: int


def create(db: sqlite3.Connection) -> None:
    """Make the tables. Raises `sqlite3.Error` where SQLite cannot look for words."""
    for statement in _TABLES.split(";\n"):
        db.execute(statement)


def add(db: sqlite3.Connection, seen: Seen, sha256: str, record: Record) -> None:
    """Put in a record that is not there."""
    about, reviewed = record.article, sum(c.review.status != "unreviewed" for c in record.events)
    facts = (about.file, about.title, about.outlet, about.published)
    values = (
        *seen,
        sha256,
        *(fact and storable(fact) for fact in facts),
        len(record.events),
        reviewed,
    )
    file = db.execute(
        "INSERT INTO file VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values
    ).lastrowid
    db.execute("INSERT INTO record VALUES (?, ?)", (file, pack(record)))
    assert file is not None  # noqa: S101 an INSERT has made it
    spellings: set[int] = set()
    for number, claim in enumerate(record.events, file << SHIFT):
        _add_claim(db, number, claim, record)
        found = {_place(db, place) for place in claim.places}
        spellings |= {spelling for _, spelling in found}
        rows = ((place, number) for place in sorted({place for place, _ in found}))
        db.executemany("INSERT INTO about VALUES (?, ?)", rows)
    db.executemany("INSERT INTO spelled VALUES (?, ?)", ((file, s) for s in sorted(spellings)))


def remove(db: sqlite3.Connection, name: str) -> None:
    """Take out what is there of a file."""
    for (file,) in db.execute("SELECT id FROM file WHERE name = ?", (name,)).fetchall():
        bounds = (file << SHIFT, file + 1 << SHIFT)
        for table, column in (("claim", "id"), ("about", "claim"), ("words", "rowid")):
            db.execute(f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", bounds)  # noqa: S608
        for table, column in (("spelled", "file"), ("record", "file"), ("file", "id")):
            db.execute(f"DELETE FROM {table} WHERE {column} = ?", (file,))  # noqa: S608


def pack(record: Record) -> bytes:
    """A record as the index keeps it; bytes that were damaged do not unpack."""
    plain = json.dumps(record_to_dict(record), separators=(",", ":"))
    return zlib.compress(plain.encode(), 1)


def unpack(data: bytes) -> Record:
    """The record in what `pack` gave. Raises `ValueError` or `zlib.error` for anything else."""
    return record_from_dict(json.loads(zlib.decompress(data)))


def place_facts(place: Place) -> str:
    """All of a place but where it is mentioned; see `read_place`."""
    where = (place.lat, place.lon, place.precision, place.relation)
    return json.dumps([place.name, place.mention, place.id, place.country, place.admin1, *where])


def read_place(facts: str) -> Place:
    """The place in what `place_facts` gave."""
    name, mention, *rest = json.loads(facts)
    return Place(name, mention, (0, 0), *rest)


def place_key(place: Place) -> str:
    """What two places are the same by: their id or, outside the gazetteer, their folded name."""
    return place.id or place.name.casefold()


def _add_claim(db: sqlite3.Connection, number: int, claim: Claim, record: Record) -> None:
    source = tuple(map(storable, (claim.source.name, claim.source.kind, claim.source.side)))
    db.execute("INSERT OR IGNORE INTO source VALUES (NULL, ?, ?, ?)", source)
    who = "(SELECT id FROM source WHERE name = ? AND kind = ? AND side = ?)"
    coded = (storable(claim.event.type), storable(claim.review.status), *days(claim, record))
    db.execute(
        f"INSERT INTO claim VALUES (?, {who}, ?, ?, ?, ?)",  # noqa: S608
        (number, *source, *coded),
    )
    words = (number, storable(claim.text), source[0])
    db.execute("INSERT INTO words (rowid, text, speaker) VALUES (?, ?, ?)", words)


def days(claim: Claim, record: Record) -> tuple[str | None, str | None]:
    """The first and last day, month or year that a claim is of: that of its event, else the one on
    which it was said or printed."""
    time, told = claim.time, claim.time.said or record.article.published
    first, last = time.earliest or time.latest or told, time.latest or told or time.earliest
    return first and storable(first), last and storable(last)


def _place(db: sqlite3.Connection, place: Place) -> tuple[int, int]:
    """The numbers of a place and of its spelling."""
    key, facts = storable(place_key(place)), place_facts(place)
    found = db.execute("SELECT place, id FROM spelling WHERE facts = ?", (facts,)).fetchone()
    if found is None:
        db.execute("INSERT OR IGNORE INTO place VALUES (NULL, ?)", (key,))
        db.execute("INSERT INTO spelling SELECT NULL, id, ? FROM place WHERE key = ?", (facts, key))
        return _place(db, place)
    return (found[0], found[1])


def storable(words: str) -> str:
    """Words that SQLite takes: YAML can name halves of characters, which no text has."""
    return words.encode("utf-8", "replace").decode()
