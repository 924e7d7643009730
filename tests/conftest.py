"""What all tests share: the program run in a process of its own, with a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]

_LEFT_OUT = ("COUNTERCLAIM_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTEST_")


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
def cli(python: Run) -> Run:
    """Run ``counterclaim ARGUMENTS``."""
    return lambda *arguments, **options: python("-m", "counterclaim", *arguments, **options)
