"""Tables as CSV, as lines of JSON and as Parquet."""

from __future__ import annotations

import io
from datetime import date
from functools import partial
from typing import Any

from counterclaim.presentation.export.model import Exported, Files, MissingLibraryError
from counterclaim.presentation.export.tables import TABLES, Table
from counterclaim.presentation.listing import to_csv, to_json_lines


def to_csv_tables(exported: Exported) -> Files:
    """Each table as CSV: empty for not said, nothing that a spreadsheet takes for a formula."""
    return {f"{name}.csv": partial(_csv, table, exported) for name, table in TABLES.items()}


def to_jsonl_tables(exported: Exported) -> Files:
    """Each table as lines of JSON: null for not said, texts as they are."""
    return {f"{name}.jsonl": partial(_jsonl, table, exported) for name, table in TABLES.items()}


def to_parquet_tables(exported: Exported) -> Files:
    """Each table as Parquet, its columns typed even where nothing is said."""
    return {f"{name}.parquet": partial(_parquet, table, exported) for name, table in TABLES.items()}


def _csv(table: Table, exported: Exported) -> bytes:
    rows = ([_cell(value) for value in row] for row in table.rows(exported))
    return to_csv(table.heads, rows).encode("utf-8")


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _jsonl(table: Table, exported: Exported) -> bytes:
    return to_json_lines(table.heads, table.rows(exported)).encode("utf-8")


def _typed(table: Table, row: list[Any]) -> dict[str, Any]:
    cells = zip(table.columns, row, strict=True)
    return {
        column.name: date.fromisoformat(value) if column.kind is date and value else value
        for column, value in cells
    }


def _parquet(table: Table, exported: Exported) -> bytes:
    try:
        import pyarrow  # noqa: PLC0415 an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingLibraryError("parquet") from error
    types = {
        str: pyarrow.string(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
    }
    schema = pyarrow.schema([(column.name, types[column.kind]) for column in table.columns])
    rows = [_typed(table, row) for row in table.rows(exported)]
    file = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), file)
    return file.getvalue()
