"""The program run in a copy of this process: as fast as a call, as much alone as a process.

A copy starts with everything that is loaded here and ends with its own exit code, memory and
processor time; nothing that it does to itself is seen by the next one. Where processes cannot be
copied (or a new one is asked for), it is run by a new Python.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

COPIES = sys.platform == "linux"
PATIENCE = 60.0
"""Seconds after which a run is ended: far more than any needs, so that a test never hangs."""

ROOM = 3_000_000_000
"""Bytes of memory that a run may take on top of what is taken already."""

_LEFT_OUT = ("COUNTERCLAIM_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTEST_")


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a run. `code` is negative where a signal ended it, None where time was up.

    `cpu` and `wall` are seconds, `memory` is the largest it was, in bytes.
    """

    code: int | None
    out: bytes
    err: bytes
    cpu: float = 0.0
    wall: float = 0.0
    memory: int = 0


def clean_environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what a person may have set for the program, and with changes."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(_LEFT_OUT)}
    return {**kept, **(changes or {})}


@cache
def warm() -> None:
    """Load here whatever the commands load, once, so that no copy has to."""
    import io
    from contextlib import redirect_stderr, redirect_stdout

    from counterclaim.app import build_app

    with tempfile.TemporaryDirectory() as name:
        text = Path(name, "warm.txt")
        text.write_text("Mill shelled\n\nThe mill in Orikhiv was shelled on 3 May, Kyiv said.\n")
        ledger = ["--ledger", str(Path(name, "ledger"))]
        for words in (
            ["ingest", str(text), *ledger],
            ["compare", *ledger, "--place", "orikhiv", "--evidence", "--timeline"],
            ["compare", *ledger, "--format", "json"],
            ["compare", *ledger, "--format", "html"],
            ["show", "mill", *ledger],
            ["explain", "mill#1", *ledger],
            ["check", str(Path(name, "ledger"))],
            ["place", "Bachmut", "Nowhere"],
        ):
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                build_app()(args=words, standalone_mode=False)


def run(
    arguments: Sequence[str],
    folder: Path,
    *,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    patience: float = PATIENCE,
    before: Callable[[], None] | None = None,
) -> Ran:
    """Run ``counterclaim ARGUMENTS`` in a folder. `before` is called in the copy first."""
    if not COPIES:
        return run_anew(arguments, folder, env=env, stdin=stdin, patience=patience)
    return _started(arguments, folder, env, stdin, before).finish(patience)


def run_together(
    many: Sequence[Sequence[str]],
    folder: Path,
    *,
    patience: float = PATIENCE,
    before: Callable[[], None] | None = None,
) -> list[Ran]:
    """Run several commands at once: all are let go in the same instant."""
    ready, go = os.pipe()

    def wait_for_it() -> None:
        if before:
            before()
        os.close(go)
        os.read(ready, 1)

    started = [_started(arguments, folder, None, b"", wait_for_it) for arguments in many]
    os.close(ready)
    os.close(go)
    return [copy.finish(patience) for copy in started]


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy at work, and where its output goes."""

    child: int
    out: IO[bytes]
    err: IO[bytes]
    start: float

    def finish(self, patience: float) -> Ran:
        status, used = _wait(self.child, self.start + patience)
        wall = time.monotonic() - self.start
        with self.out, self.err:
            self.out.seek(0)
            self.err.seek(0)
            code = None if status is None else os.waitstatus_to_exitcode(status)
            cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
            return Ran(code, self.out.read(), self.err.read(), cpu, wall, memory)


def _started(arguments, folder, env, stdin, before) -> _Copy:
    out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 closed at its end
    start = time.monotonic()
    given = clean_environment(env)
    child = start_copy(lambda: _be_the_program(arguments, folder, given, stdin, out, err), before)
    return _Copy(child, out, err, start)


def run_anew(
    arguments: Sequence[str],
    folder: Path,
    *,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    patience: float = PATIENCE,
    prefix: Sequence[str] = (),
    stdout: Path | None = None,
) -> Ran:
    """Run it by a new Python; `prefix` is put before that, `stdout` is where its output goes."""
    words = [*prefix, sys.executable, "-m", "counterclaim", *arguments]
    start = time.monotonic()
    target = stdout.open("wb") if stdout else None
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=clean_environment(env),
            input=stdin,
            stdout=target or subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return Ran(None, error.stdout or b"", error.stderr or b"", wall=patience)
    finally:
        if target:
            target.close()
    return Ran(done.returncode, done.stdout or b"", done.stderr, wall=time.monotonic() - start)


def start_copy(work: Callable[[], int], before: Callable[[], None] | None = None) -> int:
    """Do some work in a copy of this process, whose number is given back; its end is its code."""
    with warnings.catch_warnings():
        # Libraries for linear algebra keep threads; those take care of themselves at a fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    code = 70
    try:
        if before:
            before()
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _wait(child: int, until: float):
    """The end of a child and what it used; a status of None: it had to be ended."""
    overdue = False
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return None if overdue else status, used
        if time.monotonic() > until and not overdue:
            overdue = True
            os.kill(child, signal.SIGKILL)
        time.sleep(0.002)


def _be_the_program(arguments, folder, env, stdin, out, err) -> int:
    """Become what a new process would be, and run to the end as one does."""
    _limit_memory()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    with tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        os.dup2(given.fileno(), 0)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace")  # noqa: SIM115
    sys.argv = ["counterclaim", *arguments]
    code = _run_main()
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        code = 120  # as Python itself says it
    sys.stderr.flush()
    return code


def _run_main() -> int:
    from counterclaim.app import main

    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 1
        return end.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _limit_memory() -> None:
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
