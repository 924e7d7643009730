"""The tables of a ledger: which there are, their columns, and what each column means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import starmap
from typing import Any

from counterclaim.presentation.export.columns import CLAIM_COLUMNS
from counterclaim.presentation.export.model import Exported
from counterclaim.presentation.export.parts import PLACE_COLUMNS, QUANTITY_COLUMNS, places, sums
from counterclaim.presentation.export.relations import RELATION_COLUMNS, relations
from counterclaim.presentation.export.table_model import Column


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `items` gives what stands in its rows, each as the arguments of every column."""

    name: str
    says: str
    columns: tuple[Column, ...]
    items: Callable[[Exported], Iterable[tuple[Any, ...]]]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def rows(self, exported: Exported) -> list[list[Any]]:
        """The rows; None for what is not said."""
        return list(starmap(self.row, self.items(exported)))

    def row(self, *item: Any) -> list[Any]:
        """One row."""
        return [column.of(*item) for column in self.columns]


TABLES = {
    table.name: table
    for table in (
        Table("claims", "One row a claim.", CLAIM_COLUMNS, Exported.claims),
        Table("relations", "One row for two claims on one axis.", RELATION_COLUMNS, relations),
        Table("places", "One row for a place of a claim.", PLACE_COLUMNS, places),
        Table("quantities", "One row for a number of a claim.", QUANTITY_COLUMNS, sums),
    )
}
"""All tables by their names. Each has a column `id` that no two of its rows share."""
