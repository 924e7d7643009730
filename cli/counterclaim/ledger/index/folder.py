"""Where the index is: in a hidden folder of the ledger, by a name that no other index can have.

A ledger may come from anybody, with an index that says what its records do not. So the name is made
of what only this copy of the ledger on this disk has, and a file by another name is never opened.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from counterclaim.ledger.files import must_stay_within, write_atomically
from counterclaim.ledger.find import events_folder
from counterclaim.records import model
from counterclaim.version import __version__

HIDDEN = ".counterclaim"
_TABLES = 1  # counts the forms that the tables have had
_TYPES = (
    model.Record,
    model.ArticleInfo,
    model.Claim,
    model.Source,
    model.Event,
    model.Place,
    model.Time,
    model.Quantity,
    model.Review,
)


def index_path(ledger: Path) -> Path:
    """The file of the index of a ledger that is there; another version of the program has another.

    >>> index_path(Path("case")).name
    'index-5f0c61a7e2d4b398.sqlite'
    """
    found = events_folder(ledger).stat()
    fields = [kind.__slots__ for kind in _TYPES]
    mark = f"{_TABLES} {__version__} {fields} {found.st_dev} {found.st_ino}"
    return ledger / HIDDEN / f"index-{sha256(mark.encode()).hexdigest()[:16]}.sqlite"


def make_room(ledger: Path) -> Path:
    """Make the hidden folder and give the path of the index; indexes of other copies of the ledger
    and of other versions go. Raises `OSError` where nothing can be written."""
    path = index_path(ledger)
    if path.parent.is_symlink():
        raise PermissionError(f"{path.parent} is a link")
    must_stay_within(ledger, path)
    path.parent.mkdir(exist_ok=True)
    ignored = path.parent / ".gitignore"
    if not os.path.lexists(ignored):
        write_atomically(ignored, b"*\n")
    for name in sorted(os.listdir(path.parent)):
        if name.startswith("index-") and not name.startswith(path.name):
            (path.parent / name).unlink()
    return path


def discard(path: Path) -> None:
    """Remove an index and what belongs to it."""
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
