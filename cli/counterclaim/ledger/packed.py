"""A ledger packed into one file of Parquet: a row a claim, sorted by place and day, each with the
whole of its record, so that nothing is lost. YAML stays the truth; this is for reading alone."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from counterclaim.ledger.files import write_atomically
from counterclaim.ledger.index.tables import days, place_facts, place_key, read_place
from counterclaim.records.convert import (
    RecordShapeError,
    article_to_dict,
    claim_to_dict,
    record_from_dict,
)
from counterclaim.records.model import SCHEMA, ArticleInfo, Claim, Place, Record
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_MAGIC = b"PAR1"
_GROUP = 20_000  # rows that are read or passed over together
_STEM = 4  # letters by which a word is known whatever its ending
_ORDER = ("place", "day", "article", "number")
LACKS = 'install what reads it: pip install "counterclaim[parquet]"'
_WHOLE = ["article", "number", "about", "claim"]


def is_packed(ledger: Path) -> bool:
    """Whether what should be a folder is a file of Parquet."""
    try:
        with ledger.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def write_packed(records: Iterable[Record], file: Path) -> None:
    """Pack records into a file. The same records give the same bytes. Raises `ImportError` where
    pyarrow is not installed, `OSError` where nothing can be written."""
    import pyarrow  # noqa: PLC0415 an extra
    from pyarrow import parquet  # noqa: PLC0415

    rows = [row for record in records for row in _rows(record)]
    table = pyarrow.Table.from_pylist(rows, _schema(pyarrow))
    table = table.sort_by([(name, "ascending") for name in _ORDER])
    out = io.BytesIO()
    parquet.write_table(table, out, row_group_size=_GROUP, compression="zstd")
    write_atomically(file, out.getvalue())


def _schema(pyarrow: Any) -> Any:
    text = pyarrow.string()
    names = ("place", "day", "article", "source", "side", "type", "stance", "text")
    fields = [(name, text) for name in names]
    whole = [("number", pyarrow.int32()), ("places", pyarrow.list_(text))]
    return pyarrow.schema([*fields, *whole, ("about", text), ("claim", text)])


def _rows(record: Record) -> Iterable[dict[str, Any]]:
    """A row for each claim; one without a claim for an article that has none."""
    about = json.dumps(article_to_dict(record.article))
    if not record.events:
        yield {"article": record.article.id, "number": -1, "about": about, "places": []}
    for number, claim in enumerate(record.events):
        yield {**_row(record, claim), "number": number, "about": about}


def _row(record: Record, claim: Claim) -> dict[str, Any]:
    places = claim.places
    return {
        "place": place_key(places[0]) if places else None,
        "day": days(claim, record)[0],
        "article": record.article.id,
        "source": claim.source.name,
        "side": claim.source.side,
        "type": claim.event.type,
        "stance": claim.stance,
        "text": claim.text,
        "places": [place_facts(place) for place in places],
        "claim": json.dumps(claim_to_dict(claim)),
    }


class PackedShelf:
    """A packed ledger as one asks it for records: a `Shelf`."""

    def __init__(self, parquet: Any, file: Path) -> None:
        self._file = parquet.ParquetFile(file, memory_map=True)

    def count(self) -> int:
        """How many articles there are."""
        return len(set(self._column("article")))

    def records(self) -> list[Record]:
        """All records, by article id."""
        return self._named(None)

    def places(self) -> list[Place]:
        """Every place in every spelling."""
        spelled = {facts for row in self._column("places") for facts in row or ()}
        return [read_place(facts) for facts in sorted(spelled)]

    def about(self, keys: Collection[str], words: str | None = None) -> list[Record]:
        """The records that speak of some places or may have some words."""
        known = self._file.read(["article", "places", "text"]).to_pylist()
        spelled = {facts for row in known for facts in row["places"] or ()}
        wanted = {facts for facts in spelled if place_key(read_place(facts)) in keys}
        stem = _stem(words) if words else None
        return self._named(
            {
                row["article"]
                for row in known
                if not wanted.isdisjoint(row["places"] or ())
                or (stem and stem in _plain(row["text"] or ""))
            }
        )

    def articles(self) -> list[ArticleInfo]:
        """The articles, by id."""
        return [record.article for record in self.records()]

    def named(self, articles: Collection[str]) -> list[Record]:
        """The records of articles by their ids."""
        return self._named(set(articles))

    def _column(self, name: str) -> list[Any]:
        values: list[Any] = self._file.read([name]).column(name).to_pylist()
        return values

    def _named(self, articles: set[str] | None) -> list[Record]:
        """The records of some articles, or of all; of groups of rows only those that have one."""
        found: dict[str, list[tuple[int, str, str | None]]] = {}
        for group in range(self._file.num_row_groups):
            ids = self._file.read_row_group(group, ["article"]).column("article").to_pylist()
            mine = [at for at, name in enumerate(ids) if articles is None or name in articles]
            if mine:
                table = self._file.read_row_group(group, _WHOLE).take(mine)
                for row in table.to_pylist():
                    told = (row["number"], row["about"], row["claim"])
                    found.setdefault(row["article"], []).append(told)
        return [_record(sorted(found[name])) for name in sorted(found)]


def _record(rows: Sequence[tuple[int, str, str | None]]) -> Record:
    claims = [json.loads(claim) for _, _, claim in rows if claim]
    about = json.loads(rows[0][1])
    return record_from_dict({"schema": SCHEMA, "article": about, "events": claims})


def open_packed(file: Path) -> PackedShelf | Problem:
    """A packed ledger, or why it cannot be read."""
    try:
        from pyarrow import parquet  # noqa: PLC0415 an extra
    except ImportError:
        why = "is Parquet, for which a package is missing"
        return file_problem("CC066", str(file), why, LACKS)
    try:
        shelf = PackedShelf(parquet, file)
        shelf.count()
    except (OSError, ValueError, KeyError) as error:
        return unreadable_pack(file, error)
    return shelf


def unreadable_pack(file: Path, error: Exception) -> Problem:
    """The problem of a file that `merge --parquet` has not made, or not as it stands."""
    why = f"is no packed ledger: {' '.join(str(error).split())[:200]}"
    return file_problem("CC042", str(file), why, "make it: counterclaim merge … --parquet")


DAMAGED = (OSError, ValueError, KeyError, TypeError, RecordShapeError)
"""What reading a packed ledger may raise that somebody else has made."""


def _stem(words: str) -> str:
    first = re.findall(r"\w+", _plain(words))
    return max(first, key=len, default="")[:_STEM]


def _plain(words: str) -> str:
    """Words as a search takes them: without case and accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
