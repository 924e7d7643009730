"""A file of coded rows as a table: which dataset it is, and its rows by what the columns mean."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.knowledge.coded import Dataset, dataset_of, load_datasets

LARGEST = 200_000_000  # bytes: all of a dataset that is published
_SIGNS = ",;\t"


class NotCodedError(ValueError):
    """A file is no table of a dataset that is known; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, the head being 1, and its cells by column."""

    number: int
    dataset: Dataset
    cells: Mapping[str, str]

    def get(self, key: str) -> str:
        """What the column says that means `key`; "" where there is none."""
        return self.named(self.dataset.columns.get(key, ""))

    def named(self, column: str) -> str:
        """What a column says, by its name."""
        return " ".join((self.cells.get(column) or "").split())


def read_table(path: Path) -> tuple[Dataset, Iterator[Row]]:
    """Read a file of coded rows; raises `NotCodedError` where it is none.

    >>> read_table(Path("acled.csv"))[0].name
    'ACLED'
    """
    text = _read(path)
    head = text.partition("\n")[0]
    sign = max(_SIGNS, key=head.count)
    columns = [
        name.strip().casefold() for name in next(csv.reader([head.strip("\r")], delimiter=sign), [])
    ]
    dataset = dataset_of(columns)
    if dataset is None:
        raise NotCodedError(
            f"{path} is no table of coded events: it needs the columns of {_known()}"
        )
    table = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    next(table)
    rows = (
        Row(at, dataset, dict(zip(columns, cells, strict=False))) for at, cells in _numbered(table)
    )
    return dataset, rows


def _numbered(table: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, with their numbers."""
    return ((at, cells) for at, cells in enumerate(table, start=2) if any(cells))


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise NotCodedError(f"{path} is too large: at most 200 MB are read")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NotCodedError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise NotCodedError(f"{path} is no CSV in UTF-8") from error
    if "\0" in text:
        raise NotCodedError(f"{path} is no CSV in UTF-8")
    return text


def _known() -> str:
    """Name the datasets with the columns that they are known by."""
    return " or ".join(f"{d.name} ({', '.join(d.known_by)})" for d in load_datasets())
