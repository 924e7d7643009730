"""Change one claim of a ledger, by a person's hand: nothing else in its file moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from counterclaim.ledger.files import locked, must_stay_within, read_whole, write_atomically
from counterclaim.ledger.find import events_folder
from counterclaim.ledger.made import is_untouched, stamp
from counterclaim.ledger.read import record_of
from counterclaim.records.comments import dump_with_comments
from counterclaim.records.decoding import BOM
from counterclaim.records.model import Claim
from counterclaim.records.problem import Problem


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a file, which can be taken back."""

    path: Path
    before: bytes
    after: bytes


def change_claim(
    ledger: Path, claim_id: str, change: Callable[[Claim], Claim]
) -> Step | list[Problem] | None:
    """Change a claim in its file, with its comments; None: it is not there any more.

    A record that was as the program wrote it but for this stays known as such.
    """
    path = events_folder(ledger) / f"{claim_id.rpartition('#')[0]}.yaml"
    must_stay_within(ledger, path)
    with locked(ledger):
        data = read_whole(path)
        record, problems = record_of(path, data)
        if record is None:
            return problems
        if not any(claim.id == claim_id for claim in record.events):
            return None
        claims = tuple(change(c) if c.id == claim_id else c for c in record.events)
        new = replace(record, events=claims)
        new = stamp(new) if is_untouched(record) else new
        after = dump_with_comments(new, data.decode("utf-8").removeprefix(BOM)).encode("utf-8")
        write_atomically(path, after)
        return Step(path, data, after)


def take_back(ledger: Path, step: Step) -> bool:
    """Take a change back; False when the file was changed since."""
    with locked(ledger):
        if read_whole(step.path) != step.after:
            return False
        write_atomically(step.path, step.before)
        return True
