"""Read the articles of a ledger again: what other rules make of them, and what that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.ledger.files import locked, must_stay_within, read_whole, write_atomically
from counterclaim.ledger.ids import text_sha256
from counterclaim.ledger.made import is_untouched, stamp
from counterclaim.ledger.merge import carry_over
from counterclaim.ledger.read import read_article, record_of
from counterclaim.ledger.write import set_aside
from counterclaim.records.convert import claim_to_dict
from counterclaim.records.model import ArticleInfo, Claim, Record
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem
from counterclaim.records.yaml_io import dump_record

Reading = Callable[[str, ArticleInfo], Record]


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one claim: None before, it is new; None after, it is gone."""

    id: str
    before: Claim | None
    after: Claim | None

    def fields(self) -> list[tuple[str, Any, Any]]:
        """What differs, by the names of the fields, before and after."""
        old, new = (_flat(claim_to_dict(c)) if c else {} for c in (self.before, self.after))
        names = [*old, *(name for name in new if name not in old)]
        return [(n, old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n)]


@dataclass(frozen=True, slots=True)
class Reread:
    """One record read again. In one that a person has `touched` without saying so in a review, or
    may have, `changes` of what stands there are conflicts: it is not written."""

    path: Path
    data: bytes
    record: Record
    changes: tuple[Change, ...]
    touched: bool

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """Changes of what a person may have written."""
        return tuple(c for c in self.changes if c.before is not None) if self.touched else ()

    @property
    def stale(self) -> bool:
        """Whether the file does not say what it would by now."""
        return self.data != dump_record(self.record).encode("utf-8")


def read_again(ledger: Path, path: Path, read: Reading) -> Reread | list[Problem]:
    """Read the article of a record file again, as the ledger knows it; nothing is written."""
    try:
        data = read_whole(path)
        old, problems = record_of(path, data)
        if old is None:
            return problems
        text = read_article(ledger, old.article.id)
    except OSError as error:
        reason = error.strerror or str(error)
        return [file_problem("CC001", str(error.filename or path), f"cannot be read: {reason}")]
    except ValueError:
        return [file_problem("CC002", str(path), "its text is not UTF-8")]
    if text_sha256(text) != old.article.sha256:
        return [file_problem("CC036", str(path), "the sha256 is not that of the text")]
    new = carry_over(read(text, replace(old.article, made_by=None)), old)
    untouched = is_untouched(old) and data == dump_record(old).encode("utf-8")
    return Reread(path, data, stamp(new), tuple(_changes(old, new)), not untouched)


def write_again(ledger: Path, found: Reread) -> bool:
    """Write a record that was read again; False when its file was changed meanwhile. What somebody
    has touched is kept beside it."""
    must_stay_within(ledger, found.path)
    with locked(ledger):
        if read_whole(found.path) != found.data:
            return False
        if found.touched and found.changes:
            set_aside(found.path)
        write_atomically(found.path, dump_record(found.record).encode("utf-8"))
        return True


def _changes(old: Record, new: Record) -> list[Change]:
    before = {claim.id: claim for claim in old.events}
    after = {claim.id: claim for claim in new.events}
    ids = [*before, *(name for name in after if name not in before)]
    every = (Change(name, before.get(name), after.get(name)) for name in ids)
    return [change for change in every if change.before != change.after]


def _flat(plain: Mapping[str, Any], start: str = "") -> dict[str, Any]:
    """The leaves of a mapping by their paths: ``{"source.name": "TASS"}``."""
    found: dict[str, Any] = {}
    for key, value in plain.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{start}{key}.")
        else:
            found[f"{start}{key}"] = value
    return found
