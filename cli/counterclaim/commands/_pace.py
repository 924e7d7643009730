"""One line on the terminal that says how far a long run has come."""

from __future__ import annotations

import sys
from time import monotonic

_SILENT = 1.0  # seconds: what is done by then needs no word
_OFTEN = 0.1
_CLEAR = "\r\x1b[K"


class Pace:
    """How far a run has come, shown on standard error where that is a terminal."""

    def __init__(self, files: int, *, quiet: bool) -> None:
        self.files = files
        self.done = self.claims = 0
        self._shown = not quiet and files > 1 and _is_terminal()
        self._begun = self._last = monotonic()
        self._there = False

    def clear(self) -> None:
        """Take the line away: something else is about to be printed."""
        if self._there:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._there = False

    def show(self) -> None:
        """Show the line, where the run is long enough and it was not shown just now."""
        now = monotonic()
        if not self._shown or now - self._begun < _SILENT or now - self._last < _OFTEN:
            return
        self._last, self._there = now, True
        sys.stderr.write(_CLEAR + pace_line(self.done, self.files, self.claims, now - self._begun))
        sys.stderr.flush()


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def pace_line(done: int, files: int, claims: int, seconds: float) -> str:
    """The line itself; the time that is left is told once something is done.

    >>> pace_line(50, 200, 612, 10.0)
    '50 of 200 files, 612 claims, 5.0 files a second, 30 s left'
    """
    line = f"{done:,} of {files:,} files, {claims:,} claims"
    if not done:
        return line
    left = (files - done) * seconds / done
    shown = f"{left:.0f} s" if left < 120 else f"{left / 60:.0f} min"
    return f"{line}, {done / seconds:.1f} files a second, {shown} left"
