"""What a command says on a terminal while it reads what it has not read before."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_SILENT = 1.0
"""Seconds without a word: most work is done by then."""


def on_terminal() -> Callable[[int, int], None] | None:
    """What tells of so many articles of so many, in one line that is gone at the end; None where
    nobody looks.

    >>> on_terminal()      # standard error is a file
    """
    if not (sys.stderr and sys.stderr.isatty()):
        return None
    start = time.monotonic()

    def tell(done: int, of: int) -> None:
        if time.monotonic() - start < _SILENT:
            return
        words = "" if done == of else f"reading {done} of {of} articles, once"
        sys.stderr.write(f"\r{words:60}\r" if not words else f"\r{words:60}")
        sys.stderr.flush()

    return tell
