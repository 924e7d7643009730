"""Where the ledger is."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "COUNTERCLAIM_LEDGER"
DEFAULT = "data"


def find_ledger(explicit: Path | None) -> Path:
    """The folder that holds `articles/` and `events/`. It need not exist yet.

    The option comes first, then the variable `COUNTERCLAIM_LEDGER`, then the nearest `data/`
    with `events/` here or further up, then `./data`.
    """
    if explicit is not None:
        return explicit
    if named := os.environ.get(VARIABLE):
        return Path(named)
    try:
        here = Path.cwd()
    except OSError:  # somebody has removed it
        return Path(DEFAULT)
    for folder in (here, *here.parents):
        # A Path raises where it may not look: such a `data/` is not one of ours.
        if os.path.isdir(folder / DEFAULT / "events"):  # noqa: PTH112
            return Path(DEFAULT) if folder == here else folder / DEFAULT
    return Path(DEFAULT)


def events_folder(ledger: Path) -> Path:
    """Where a ledger keeps its records: `events/<article id>.yaml`."""
    return ledger / "events"


def articles_folder(ledger: Path) -> Path:
    """Where a ledger keeps its texts: `articles/<article id>.txt`."""
    return ledger / "articles"
