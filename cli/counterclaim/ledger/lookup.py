"""Which article or record a person means who types only a part of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePath

from counterclaim.ledger.index.shelf import Shelf, take_down
from counterclaim.ledger.read import read_records, record_files
from counterclaim.records.model import Claim, Record
from counterclaim.records.problem import Problem

_NUMBER = re.compile(r"#?0*(\d{1,9})\Z")  # no article has as many claims as there are digits
_SHORT = re.compile(r"[0-9a-f]{8}")

Found = tuple[Record, Claim | None]


def read_named(ledger: Path, name: str) -> tuple[list[Record], list[Problem]]:
    """The records among which a name is to be looked up, and what could not be read.

    A full id, or the 8 digits at its end, says which file to read; for anything else all are read.
    """
    files = record_files(ledger)
    if isinstance(files, Problem):
        return [], [files]
    key = _article_key(name)
    exact = [file for file in files if file.stem == key]
    short = [f for f in files if _SHORT.fullmatch(key) and f.stem.endswith(f"-{key}")]
    if exact or len(short) == 1:
        return read_records(exact or short)
    return take_down(ledger, lambda shelf: _take_named(shelf, name))


def _take_named(shelf: Shelf, name: str) -> list[Record]:
    """The records that a name may mean, among all others as far as they are needed for a hint."""
    every = {info.id: Record(info) for info in shelf.articles()}
    found = look_up(list(every.values()), name.partition("#")[0])
    named = shelf.named({record.article.id for record, _ in found})
    return list({**every, **{record.article.id: record for record in named}}.values())


def look_up(records: Sequence[Record], name: str) -> list[Found]:
    """The articles (or records, with `#19`) that a name means; more than one: it is not unique.

    The surest way counts: the id, the file it was ingested under, the beginning of the id, a part
    of the id. A path to a file of the ledger is as good as its id.

    >>> look_up([], "2023-03-14-convoy#19")
    []
    """
    article, sign, number = name.partition("#")
    key = _article_key(name)
    ways: tuple[Callable[[Record], bool], ...] = (
        lambda record: record.article.id == key,
        lambda record: record.article.file == article,
        lambda record: PurePath(record.article.file).name == PurePath(article).name,
        lambda record: PurePath(record.article.file).stem == key,
        lambda record: record.article.id.startswith(key),
        lambda record: key.lower() in record.article.id,
    )
    for way in ways:
        if found := [record for record in records if way(record)]:
            return _numbered(found, number) if sign else [(record, None) for record in found]
    return []


def _article_key(name: str) -> str:
    """The part of a name that stands for the article; a path to a file is its name."""
    article = name.partition("#")[0]
    return PurePath(article).stem if article.endswith((".yaml", ".txt", ".md")) else article


def suggest_articles(records: Sequence[Record], name: str) -> list[str]:
    """The ids that have a word like one of a name that means nothing, for a hint."""
    ids = [record.article.id for record in records]
    words = sorted({word for article in ids for word in article.split("-")})
    asked = re.findall(r"[^\W_]+", name.partition("#")[0].lower())
    near = {word for part in asked for word in get_close_matches(part, words, n=3, cutoff=0.75)}
    best = sorted(ids, key=lambda article: (-len(near & set(article.split("-"))), article))
    return [article for article in best if near & set(article.split("-"))][:3]


def claim_number(claim: Claim) -> int:
    """The number of a claim within its article: 19 for `…#19`."""
    found = _NUMBER.search(claim.id.rpartition("#")[2])
    return int(found[1]) if found else 0


def _numbered(records: list[Record], number: str) -> list[Found]:
    wanted = _NUMBER.match(number)
    return [
        (record, claim)
        for record in records
        for claim in record.events
        if wanted and claim_number(claim) == int(wanted[1])
    ]
