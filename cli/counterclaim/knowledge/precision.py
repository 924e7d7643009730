"""How exactly a place is known, in the codes of ACLED and UCDP (data/gazetteer/precision.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

Table = dict[str, dict[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Codes:
    """`acled`: geo_precision, 1-3. `ucdp`: where_prec, 1-7. None where there is no code."""

    acled: int | None
    ucdp: int | None


@cache
def _table() -> Table:
    table: Table = read_yaml(data_path("gazetteer", "precision.yaml"))
    return table


def precision_codes(precision: str, relation: str | None = None, kind: str = "") -> Codes:
    """The codes of a place by its precision, the relation the text has it in and its kind.

    "Shells fell near Bakhmut": the point of the town stands for somewhere around it.

    >>> precision_codes("settlement"), precision_codes("settlement", "near")
    (Codes(acled=1, ucdp=1), Codes(acled=2, ucdp=2))
    """
    table = _table()
    row = table["precisions"].get(precision, {})
    if relation:
        row = table["near"].get(precision, row)
    row = table["kinds"].get(kind, row)
    return Codes(*(int(row[code]) if code in row else None for code in ("acled", "ucdp")))
