"""What all tests share: the program run in a process of its own, with a clean environment."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]

_LEFT_OUT = ("COUNTERCLAIM_", "XDG_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTEST_")


@pytest.fixture(autouse=True)
def no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have set a width: several processes do for each other."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def python() -> Run:
    """Run ``python ARGUMENTS``; returns the finished process with its text output."""

    def run(
        *arguments: str, env: dict[str, str] | None = None, stdin: str = "", cwd: Path = ROOT
    ) -> subprocess.CompletedProcess[str]:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(_LEFT_OUT)}
        return subprocess.run(
            [sys.executable, *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env={**clean, **(env or {})},
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def program(python: Run) -> Run:
    """Run ``counterclaim ARGUMENTS`` in a process of its own."""
    return lambda *arguments, **options: python("-m", "counterclaim", *arguments, **options)


@pytest.fixture(scope="session")
def cli() -> Run:
    """Run ``counterclaim ARGUMENTS`` here: the same answer, without loading everything anew."""

    def run(
        *arguments: str, env: dict[str, str] | None = None, stdin: str = "", cwd: Path = ROOT
    ) -> subprocess.CompletedProcess[str]:
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith(_LEFT_OUT)]:
                patch.delenv(name)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            patch.chdir(cwd)
            patch.setattr(sys, "argv", ["counterclaim", *arguments])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            for name in ("stdout", "stderr"):
                patch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(), write_through=True))
            code = _exit_code()
            out, err = (stream.buffer.getvalue().decode() for stream in (sys.stdout, sys.stderr))
        return subprocess.CompletedProcess(arguments, code, out, err)

    return run


def _exit_code() -> int:
    """What the program ends with; it lets a closed pipe end the process, which must not be ours."""
    from counterclaim.app import main

    closed_pipe = getattr(signal, "SIGPIPE", None)
    kept = closed_pipe and signal.getsignal(closed_pipe)
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        if closed_pipe:
            signal.signal(closed_pipe, kept)
    return 0
