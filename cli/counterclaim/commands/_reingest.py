"""What `reingest` does with each record: read its article again, show what changes, write it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from counterclaim.commands._reporting import folder, refuse_odd_words, say_failure, say_problems
from counterclaim.extraction.pipeline import extract
from counterclaim.ledger import find_ledger
from counterclaim.ledger.read import record_files
from counterclaim.ledger.rereading import Change, Reread, read_again, write_again
from counterclaim.presentation.console import clean_line
from counterclaim.records import Problem
from counterclaim.records.characters import dump_json
from counterclaim.records.positions import file_problem

NOTHING = "·"
SAME, CHANGED, CONFLICT, MEANWHILE, UNREAD, FAILED = (
    "the same",
    "changed",
    "in conflict",
    "changed by somebody meanwhile",
    "not read",
    "failed",
)
_CODES = {CONFLICT: 1, MEANWHILE: 1}


def reingest_ledger(
    articles: Sequence[str], given: str | None, *, dry_run: bool, replace: bool, quiet: bool
) -> int:
    """Read the articles of a ledger again. Returns the exit code."""
    refuse_odd_words(ARTICLE=articles)
    ledger = find_ledger(folder(given, "--ledger"))
    files = record_files(ledger)
    if isinstance(files, Problem):
        return say_problems([files])
    known = {path.stem: path for path in files}
    missing = [name for name in articles if name not in known]
    codes = {say_problems([file_problem("CC001", n, "no article has this id")]) for n in missing}
    states: Counter[str] = Counter()

    def write(found: Reread) -> bool:
        wanted = found.stale and not dry_run and (replace or not found.conflicts)
        return not wanted or write_again(ledger, found)

    for path in [known[name] for name in articles if name in known] if articles else files:
        state, code = _take(ledger, path, write=write, quiet=quiet)
        states[state] += 1
        codes.add(code)
    told = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    written = "; nothing is written" if dry_run else ""
    if states[CONFLICT] and not replace:
        written += "; edited ones stay: review their claims, or add --replace"
    print(f"{states.total()} articles: {told or 'none'}{written}", file=sys.stderr)
    return max(codes, default=0)


def _take(
    ledger: Path, path: Path, *, write: Callable[[Reread], bool], quiet: bool
) -> tuple[str, int]:
    """Read one article again; gives what became of it, and the exit code. A fault of ours costs
    only this one."""
    try:
        found = read_again(ledger, path, extract)
        if not isinstance(found, Reread):
            return UNREAD, say_problems(found)
        if not quiet:
            sys.stdout.write("".join(f"{clean_line(line)}\n" for line in tell(found)))
        state = CONFLICT if found.conflicts else CHANGED if found.changes else SAME
        state = state if write(found) else MEANWHILE
    except OSError as error:
        if error.filename is None:  # standard output takes nothing more
            raise
        reason = error.strerror or str(error)
        problem = file_problem("CC001", str(error.filename), f"cannot be written: {reason}")
        return UNREAD, say_problems([problem])
    except Exception as error:
        return FAILED, say_failure(error, str(path))
    return state, _CODES.get(state, 0)


def tell(found: Reread) -> list[str]:
    """What changes in a record, claim by claim."""
    if not found.changes:
        return []
    head = "  (perhaps edited: as it stands | as read now)" if found.conflicts else ""
    lines = [f"{found.record.article.id}{head}"]
    for change in found.changes:
        lines += _tell_claim(change, between=" | " if found.conflicts else " → ")
    return lines


def _tell_claim(change: Change, between: str) -> list[str]:
    number = change.id.rpartition("#")[2]
    if change.before is None and change.after is not None:
        return [f"  + #{number} {change.after.source.name}: “{change.after.text}”"]
    if change.after is None and change.before is not None:
        return [f"  - #{number} {change.before.source.name}: “{change.before.text}”"]
    lines = [f"  ~ #{number}"]
    for name, before, after in change.fields():
        lines.append(f"      {name}: {_value(before)}{between}{_value(after)}")
    return lines


def _value(value: Any) -> str:
    if value is None:
        return NOTHING
    return value if isinstance(value, str) else dump_json(value)
