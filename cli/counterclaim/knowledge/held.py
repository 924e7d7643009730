"""Who governs a place on a day where two sides claim its region: data/held.tsv."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from counterclaim.knowledge.dates import within
from counterclaim.knowledge.load import read_tsv
from counterclaim.knowledge.names import Key, fold
from counterclaim.resources import data_path

_ALL = "*"
_Period = tuple[str, str | None, str | None]


def holder(country: str | None, region: str, place: str, on: str | None) -> str | None:
    """The side that governs a place (by its name in the gazetteer) on a day; None where the table
    does not tell, and, without a day, where it has changed hands.

    >>> holder("PS", "GZ", "Rafah", "2024-05-07"), holder("UA", "05", "Bakhmut", "2024-05-07")
    ('hamas', None)
    """
    periods = _held().get((country, region, fold(place))) or _held().get((country, region, ()))
    if on is None:
        lasting = [side for side, since, until in periods or () if not until]
        return lasting[0] if periods and len(lasting) == len(periods) == 1 else None
    found = (side for side, since, until in periods or () if within(on, since, until))
    return next(found, None)


@cache
def _held() -> dict[tuple[str | None, str, Key], list[_Period]]:
    table: dict[tuple[str | None, str, Key], list[_Period]] = defaultdict(list)
    for line in read_tsv(data_path("held.tsv")):
        name = () if line["place"] == _ALL else fold(line["place"])
        period = (line["side"], line["since"] or None, line["until"] or None)
        table[line["country"], line["region"], name].append(period)
    return dict(table)
