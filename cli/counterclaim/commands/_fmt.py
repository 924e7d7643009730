"""What `fmt` does: read a record file, write it in order, with its comments."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from counterclaim.commands._check import record_paths
from counterclaim.commands._reporting import folder, say_problems
from counterclaim.ledger.files import locked, read_whole, write_atomically
from counterclaim.presentation.console import clean_line
from counterclaim.records import Problem
from counterclaim.records.check import check_text
from counterclaim.records.comments import dump_with_comments
from counterclaim.records.convert import record_from_dict
from counterclaim.records.decoding import decode
from counterclaim.records.positions import file_problem
from counterclaim.records.strict_yaml import parse


def format_paths(given: Sequence[str], *, write: bool) -> int:
    """Format record files. Returns the exit code."""
    paths = [path for name in given if (path := folder(name, "PATH")) is not None]
    states: Counter[str] = Counter()
    codes = {0}
    for file in record_paths(paths):
        state = file if isinstance(file, Problem) else _format(file, write=write)
        if isinstance(state, Problem):
            state = [state]
        if isinstance(state, list):
            codes.add(say_problems(state))
            state = "with problems"
        elif state == "formatted" and not write:
            print(clean_line(str(file)))
            codes.add(1)
        states[state] += 1
    told = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    many = "file" if states.total() == 1 else "files"
    print(f"{states.total()} {many}: {told or 'none'}", file=sys.stderr)
    return max(codes)


def _format(file: Path, *, write: bool) -> str | list[Problem]:
    """Format one file; gives what became of it, or why it is left as it is."""
    ledger = file.absolute().parent.parent if file.absolute().parent.name == "events" else None
    try:
        with locked(ledger) if ledger and write else nullcontext():
            data = read_whole(file)
            text = decode(data, str(file))
            if isinstance(text, Problem):
                return [text]
            if problems := check_text(text, str(file), file_id=file.stem if ledger else None):
                return problems
            new = dump_with_comments(record_from_dict(parse(text, str(file))[0]), text).encode()
            if new == data:
                return "in order"
            if write:
                write_atomically(file, new)
            return "formatted"
    except OSError as error:
        return [file_problem("CC001", str(file), f"cannot be formatted: {error.strerror or error}")]
