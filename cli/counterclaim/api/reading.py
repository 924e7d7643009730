"""An article read into its record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from counterclaim import records
from counterclaim.records.problem import Problem


class NotReadError(ValueError):
    """A text that is no article; `problem` says why, in the words of the command line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code} {problem.message}")
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Record(records.Record):
    """The claims of one article, in `events`, and what is known of it, in `article`.

    `text` is the article as spans count in it, None for a record out of a ledger: see
    `Ledger.text`.
    """

    text: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as it stands in a file of a ledger (`schemas/records.schema.json`)."""
        from counterclaim.records.convert import record_to_dict  # noqa: PLC0415 not for everybody

        return record_to_dict(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat row a claim, with the columns of `docs/exports.md`."""
        from counterclaim.presentation.export.tables import TABLES  # noqa: PLC0415

        table = TABLES["claims"]
        rows = (table.row(self.article, claim) for claim in self.events)
        return [dict(zip(table.heads, row, strict=True)) for row in rows]

    def _repr_html_(self) -> str:
        from counterclaim.presentation.notebook import records_html  # noqa: PLC0415

        return records_html([self])


def read(
    text: str,
    published: str | date | None = None,
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
) -> Record:
    """Read an article, as `counterclaim ingest` does with a file of this text; nothing is written.

    Without `published` relative days stay unresolved. Raises `NotReadError` for what is no English
    text.

    >>> read("Shells fell on Orikhiv, the governor said.", "2023-03-14").events[0].stance
    'asserts'
    """
    from counterclaim.articles.model import Facts  # noqa: PLC0415 the import stays light
    from counterclaim.articles.read import read_article_text  # noqa: PLC0415
    from counterclaim.commands._described import describe  # noqa: PLC0415
    from counterclaim.extraction.pipeline import extract  # noqa: PLC0415

    day = published.isoformat()[:10] if isinstance(published, date) else published
    facts = Facts(title, outlet, author, url, day)
    found = read_article_text(text, "text", "text", facts)
    if isinstance(found, Problem):
        raise NotReadError(found)
    if day is not None and found.published != day:
        raise ValueError(f"published: {day!r} is no day of publication: write 2023-01-25")
    record = extract(found.text, describe(found))
    return Record(record.article, record.events, found.text)
