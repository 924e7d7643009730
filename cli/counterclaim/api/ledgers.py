"""A ledger as Python sees it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from counterclaim.api.reading import Record
from counterclaim.ledger.find import find_ledger
from counterclaim.ledger.read import read_article, read_ledger
from counterclaim.records.problem import Problem


class Ledger:
    """A folder of articles and records. It is read when it is first asked, once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _read(self) -> tuple[list[Record], list[Problem]]:
        found, problems = read_ledger(self.path)
        return [Record(record.article, record.events) for record in found], problems

    @property
    def records(self) -> list[Record]:
        """The records, by the ids of their articles."""
        return list(self._read[0])

    @property
    def problems(self) -> list[Problem]:
        """What could not be read: a damaged file costs no other."""
        return list(self._read[1])

    def text(self, article: str) -> str:
        """The text of an article by its id, as spans count in it. Raises `OSError` where it cannot
        be read."""
        return read_article(self.path, article)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat row a claim, with the columns of `docs/exports.md`; the rejected are there, too:
        see `review`."""
        return [row for record in self._read[0] for row in record.to_dicts()]

    def __iter__(self) -> Iterator[Record]:
        """The records."""
        return iter(self._read[0])

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._read[0])

    def __repr__(self) -> str:
        return f"Ledger({str(self.path)!r})"

    def _repr_html_(self) -> str:
        from counterclaim.presentation.notebook import records_html  # noqa: PLC0415

        return records_html(self._read[0])


def open_ledger(path: str | os.PathLike[str] | None = None) -> Ledger:
    """Open a ledger; without a path the nearest one, as the commands find it.

    Raises `FileNotFoundError` where there is none.
    """
    found = find_ledger(None if path is None else Path(path))
    if not (found / "events").is_dir():
        raise FileNotFoundError(f"{found} has no events/ folder: not a ledger")
    return Ledger(found)
