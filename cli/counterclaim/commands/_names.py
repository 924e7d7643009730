"""Names of articles and records that do not do, common to the commands that are given one."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.ledger.lookup import Found, suggest_articles
from counterclaim.records import Record

LISTED = 8


def not_one(records: Sequence[Record], found: Sequence[Found], name: str) -> list[str]:
    """Say why a name does not do, and which names would.

    >>> not_one(records, look_up(records, "convoy"), "convoy")[0]
    'convoy can mean 2:'
    """
    if not found:
        near = suggest_articles(records, name)
        number = f"; {near[0]} has other numbers" if "#" in name and near else ""
        return [f"no article or record is named {name}{number}", *_listed(near)]
    names = [claim.id if claim else record.article.id for record, claim in found]
    more = [f"  and {len(names) - LISTED} more"] if len(names) > LISTED else []
    return [f"{name} can mean {len(names)}:", *_listed(names[:LISTED]), *more]


def _listed(names: list[str]) -> list[str]:
    return [f"  {name}" for name in names]
