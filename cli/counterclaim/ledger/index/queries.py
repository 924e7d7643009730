# ruff: noqa: S608 what is put into a query here is our own; what others wrote is bound to it
"""What one may ask of all claims at once: which there are, how many, and where words stand.

Claims that a review has rejected are counted nowhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.ledger.index.tables import SHIFT, read_place, storable, unpack
from counterclaim.records.model import Claim, Place, Record, Source

Values = list[Any]
Rows = list[tuple[Any, ...]]
_ARTICLES = f"count(DISTINCT claim.id >> {SHIFT})"
_LISTED = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The claims asked for; None means all: about places by their keys, by sources by the numbers
    that `sources` gives, on days (ISO prefixes, both included)."""

    places: Collection[str] | None = None
    sources: Collection[int] | None = None
    since: str | None = None
    until: str | None = None
    states: Collection[str] | None = None

    def condition(self) -> tuple[str, Values]:
        """What must hold of a row of `claim`, and the values in it. A year is over when its last
        day is, so a day is set beside what could still follow."""
        parts, values = ["claim.status != 'rejected'"], list[Any]()
        if self.states is not None:
            parts, values = [f"claim.status IN {_LISTED}"], [json.dumps(sorted(self.states))]
        if self.places is not None:
            here = f"SELECT id FROM place WHERE key IN {_LISTED}"
            parts.append(f"claim.id IN (SELECT claim FROM about WHERE place IN ({here}))")
            values.append(json.dumps([storable(key) for key in sorted(self.places)]))
        if self.sources is not None:
            parts.append(f"claim.source IN {_LISTED}")
            values.append(json.dumps(sorted(self.sources)))
        for part, day in (("claim.last || '~' >= ?", self.since), ("claim.first <= ?", self.until)):
            if day is not None:
                parts.append(part)
                values.append(day if part.endswith(">= ?") else f"{day}~")
        return " AND ".join(parts), values


def sources(db: sqlite3.Connection) -> list[tuple[int, Source]]:
    """All sources that are known, each with its number."""
    rows = db.execute("SELECT id, name, kind, side FROM source ORDER BY name, kind, side")
    return [(number, Source(*facts)) for number, *facts in rows]


def count_places(db: sqlite3.Connection, narrowed: Narrowed) -> list[tuple[Place, str, int, int]]:
    """Places, each with its key and how many claims and articles speak of it, the most first."""
    where, values = narrowed.condition()
    rows = db.execute(
        f"SELECT about.place, count(*), {_ARTICLES} FROM about JOIN claim ON claim.id = claim "
        f"WHERE {where} GROUP BY about.place",
        values,
    ).fetchall()
    named = _named_places(db)
    found = [(*named[place], claims, articles) for place, claims, articles in rows]
    return sorted(found, key=lambda row: (-row[2], row[0].name, row[1]))


def _named_places(db: sqlite3.Connection) -> dict[int, tuple[Place, str]]:
    """Places by their numbers, each as it is spelled most plainly, with its key."""
    named: dict[int, tuple[Place, str]] = {}
    spelled = "EXISTS (SELECT 1 FROM spelled WHERE spelling = spelling.id)"
    rows = db.execute(
        f"SELECT place, key, facts FROM spelling JOIN place ON place.id = place WHERE {spelled}"
    )
    for number, key, facts in rows:
        place = read_place(facts)
        known = named.get(number)
        if known is None or _plain(place) < _plain(known[0]):
            named[number] = (place, key)
    return named


def _plain(place: Place) -> tuple[bool, str, str, str]:
    return (place.relation is not None, place.name, place.mention, repr(place))


def count_sources(db: sqlite3.Connection, narrowed: Narrowed) -> Rows:
    """Name, kind and side of sources, with how many claims in how many articles."""
    return _count(db, narrowed, "name, kind, side", "source.id")


def count_sides(db: sqlite3.Connection, narrowed: Narrowed) -> Rows:
    """Sides, the article's own voice as "narrator", with their sources, claims and articles."""
    side = "CASE kind WHEN 'narrator' THEN 'narrator' ELSE side END"
    return _count(db, narrowed, f"{side}, count(DISTINCT name)", "1")


def count_topics(
    db: sqlite3.Connection, narrowed: Narrowed, topic_of: Callable[[str], str]
) -> Rows:
    """Topics with how many claims in how many articles; `topic_of` gives that of an event type."""
    types = (kind for (kind,) in db.execute("SELECT DISTINCT type FROM claim"))
    topics = json.dumps({kind: topic_of(kind) for kind in types})
    return _count(
        db, narrowed, "(SELECT value FROM json_each(?) WHERE key = claim.type)", "1", [topics]
    )


def _count(
    db: sqlite3.Connection, narrowed: Narrowed, what: str, by: str, values: Sequence[str] = ()
) -> Rows:
    where, more = narrowed.condition()
    rows = db.execute(
        f"SELECT {what}, count(*), {_ARTICLES} FROM claim JOIN source ON source.id = claim.source "
        f"WHERE {where} GROUP BY {by}",
        (*values, *more),
    )
    return sorted(rows, key=lambda row: (-row[-2], *map(str, row)))


def count_articles(db: sqlite3.Connection, narrowed: Narrowed) -> Rows:
    """Id, day, outlet, title of articles, how many of their claims are asked for and how many a
    person has reviewed, by id."""
    where, values = narrowed.condition()
    claims = f"SELECT id >> {SHIFT}, count(*) FROM claim WHERE {where} GROUP BY 1"
    number = dict(db.execute(claims, values).fetchall())
    rows = db.execute("SELECT id, name, published, outlet, title, reviewed FROM file")
    return sorted(
        (name.removesuffix(".yaml"), *facts, number.get(file, 0), reviewed)
        for file, name, *facts, reviewed in rows
        if file in number or narrowed == Narrowed()
    )


def list_claims(db: sqlite3.Connection, narrowed: Narrowed) -> list[tuple[str, int]]:
    """The claims asked for, by article and then as they stand there: the id of the article, and
    which of its claims it is, from 0."""
    where, values = narrowed.condition()
    rows = db.execute(
        f"SELECT name, claim.id - (file.id << {SHIFT}) AS number FROM claim "
        f"JOIN file ON file.id = claim.id >> {SHIFT} WHERE {where} ORDER BY name, number",
        values,
    )
    return [(name.removesuffix(".yaml"), number) for name, number in rows]


def find_words(
    db: sqlite3.Connection, narrowed: Narrowed, query: str, most: int | None
) -> tuple[int, list[tuple[Record, Claim]]]:
    """How many claims have some words, and the first of them, the best first."""
    where, values = narrowed.condition()
    found = f"FROM words JOIN claim ON claim.id = words.rowid WHERE words MATCH ? AND {where}"
    (total,) = db.execute(f"SELECT count(*) {found}", (query, *values)).fetchone()
    order = f"rank, (SELECT name FROM file WHERE file.id = claim.id >> {SHIFT}), claim.id"
    limit = -1 if most is None else most
    rows = db.execute(
        f"SELECT claim.id {found} ORDER BY {order} LIMIT ?",
        (query, *values, limit),
    ).fetchall()
    return total, list(_claims(db, (number for (number,) in rows)))


def _claims(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[tuple[Record, Claim]]:
    records: dict[int, Record] = {}
    for number in numbers:
        file = number >> SHIFT
        if file not in records:
            select = "SELECT data FROM record WHERE file = ?"
            records[file] = unpack(db.execute(select, (file,)).fetchone()[0])
        yield records[file], records[file].events[number - (file << SHIFT)]


def count_all(db: sqlite3.Connection) -> dict[str, Any]:
    """How much of everything there is."""
    one = {
        "articles": "SELECT count(*) FROM file",
        "articles without a day": "SELECT count(*) FROM file WHERE published IS NULL",
        "claims": "SELECT count(*) FROM claim",
        "sources": "SELECT count(DISTINCT name) FROM source WHERE id IN (SELECT source FROM claim)",
        "places": "SELECT count(DISTINCT place) FROM about",
        "first day": "SELECT min(published) FROM file",
        "last day": "SELECT max(published) FROM file",
    }
    found = {name: db.execute(select).fetchone()[0] for name, select in one.items()}
    reviews = db.execute("SELECT status, count(*) FROM claim GROUP BY status ORDER BY status")
    return {**found, **dict(reviews.fetchall())}
