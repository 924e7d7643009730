"""What every format is made of, and the few ways of writing that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from uuid import UUID, uuid5

from counterclaim.comparison import Relation
from counterclaim.comparison.prepared.windows import first_day, last_day
from counterclaim.presentation.addresses import web_address
from counterclaim.records import ArticleInfo, Claim, Place, Record
from counterclaim.records.characters import dump_json

Files = dict[str, Callable[[], bytes]]
"""What a format writes: files by their names, each made when it is asked for."""

_NAMESPACE = UUID("5d0c3b6e-6f0a-5a43-9f0e-6f1b7c1d2e90")


@dataclass(frozen=True, slots=True)
class Exported:
    """The records to export. `read_text` gives the text of an article by its id, None where it
    cannot be read; `relate` compares all of them, which only some formats need."""

    records: Sequence[Record]
    read_text: Callable[[str], str | None]
    relate: Callable[[], Sequence[Relation]]

    def claims(self) -> Iterator[tuple[ArticleInfo, Claim]]:
        """Every claim with its article, in the order of the ledger."""
        return ((record.article, claim) for record in self.records for claim in record.events)

    def texts(self) -> Iterator[tuple[Record, str]]:
        """The articles that have claims and whose text can be read, each with its text."""
        for record in self.records:
            text = self.read_text(record.article.id) if record.events else None
            if text is not None:
                yield record, text


class MissingLibraryError(Exception):
    """A format needs a library that is not installed: its argument is the extra that brings it."""


def interval(earliest: str | None, latest: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that ISO prefixes allow, both as whole days.

    >>> interval("2023-02", "2023-02")
    ('2023-02-01', '2023-02-28')
    """
    return _day(first_day(earliest)), _day(last_day(latest))


def _day(ordinal: int | None) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def iri(name: str) -> str:
    """The address of an article, a claim or a place by its id, where the web knows none.

    >>> iri("2023-03-14-convoy-0a1b2c3d#03"), iri("geonames:698428")
    ('urn:counterclaim:2023-03-14-convoy-0a1b2c3d#03', 'https://sws.geonames.org/698428/')
    """
    kind, _, number = name.partition(":")
    if kind == "geonames" and number.isdigit():
        return f"https://sws.geonames.org/{number}/"
    return f"urn:counterclaim:{quote(name, safe=':#')}"


def uuid_of(*parts: str) -> str:
    """A UUID that says the same every day: made of what it stands for.

    >>> uuid_of("claim", "a#01") == uuid_of("claim", "a#01")
    True
    """
    return str(uuid5(_NAMESPACE, "\0".join(parts)))


def article_address(info: ArticleInfo) -> str:
    """Where an article stands: on the web or, where that is not known, by its id."""
    return web_address(info) or iri(info.id)


def located(claim: Claim) -> list[Place]:
    """The places of a claim that have coordinates."""
    return [place for place in claim.places if place.lat is not None and place.lon is not None]


def json_bytes(value: object) -> bytes:
    """JSON that people can read, too."""
    return (dump_json(value, indent=2) + "\n").encode("utf-8")


def json_lines(values: Iterable[object]) -> bytes:
    """A line of JSON for each value."""
    return "".join(f"{dump_json(value)}\n" for value in values).encode("utf-8")
