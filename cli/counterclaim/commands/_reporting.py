"""What every command says on standard error, and the exit code that follows from it."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.presentation.console import clean

if TYPE_CHECKING:
    from counterclaim.records.problem import Problem

DEBUG = "COUNTERCLAIM_DEBUG"
_OUTPUT_ERRORS = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF, errno.EDQUOT})
_UNREADABLE = frozenset({"CC001", "CC042", "CC082", "CC090"})


def say_problems(problems: Iterable[Problem]) -> int:
    """Print problems on standard error. Returns the exit code: 0 none, 1 the data has problems, 2
    something could not be read."""
    from counterclaim.presentation.problems import render_problem  # noqa: PLC0415 start-up is quick

    problems = list(problems)
    for problem in problems:
        print(render_problem(problem), file=sys.stderr)
    return exit_code(problems)


def exit_code(problems: Iterable[Problem]) -> int:
    """What a command ends with that has met these problems and no others."""
    codes = {problem.code for problem in problems}
    return 2 if codes & _UNREADABLE else 1 if codes else 0


def say_failure(error: Exception, where: str = "") -> int:
    """Say in one line that the program has a fault, with the traceback when it is asked for.
    Returns the exit code of our faults, 3."""
    if debugging():
        traceback.print_exception(error)
    words = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
    at = f" in {where}" if where else ""
    hint = "" if debugging() else " (run again with --debug for the traceback)"
    print(clean(f"counterclaim: internal error{at}: {words[:400]}{hint}"), file=sys.stderr)
    return 3


def is_output_error(error: Exception) -> bool:
    """Whether writing to standard output has failed: a full disk, a terminal that is gone. Errors
    of files carry a name."""
    return isinstance(error, OSError) and error.filename is None and error.errno in _OUTPUT_ERRORS


def debugging() -> bool:
    """Whether the person wants to see tracebacks."""
    return os.environ.get(DEBUG, "") not in {"", "0"}


def folder(given: str | Path | None, option: str) -> Path | None:
    """A folder that an option names, or None. An empty name would be the current folder, which
    nobody means who types `--ledger "$CASE"`."""
    import typer  # noqa: PLC0415 start-up stays quick

    if given is None:
        return None
    if not str(given).strip() or "\0" in str(given):
        raise typer.BadParameter("the name is empty", param_hint=option)
    return Path(given)


def refuse_odd_words(**options: str | Iterable[str] | None) -> None:
    """End with exit code 2 where an option holds bytes that are not UTF-8: no name has them."""
    import typer  # noqa: PLC0415 start-up stays quick

    for name, given in options.items():
        words = [given] if isinstance(given, str) else list(given or ())
        for word in words:
            if any("\ud800" <= sign <= "\udfff" for sign in word):
                hint = f"--{name}" if name.islower() else name
                raise typer.BadParameter("it is not UTF-8", param_hint=hint)
