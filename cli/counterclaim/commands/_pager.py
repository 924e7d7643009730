"""Long answers on a terminal go through a pager, as git's do; one screen of it is just printed.

`COUNTERCLAIM_PAGER`, then `PAGER`, names another one; `cat`, or `--no-pager`, none.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

PAGED = ("compare", "show", "explain", "list", "find")
_NONE = ("", "cat")
_LESS = ["less", "-FRX"]  # no more than a screen is printed at once, colours stay, so does the text
_OUTPUT = 1  # the file descriptor of standard output


def pager_for(arguments: Sequence[str], environ: Mapping[str, str], *, tty: bool) -> list[str]:
    """The pager for what a command prints; nothing where there is to be none.

    >>> pager_for(["compare", "lyman"], {"PAGER": "more -s"}, tty=True)
    ['more', '-s']
    """
    if not tty or environ.get("TERM") == "dumb" or arguments[:1] not in [[name] for name in PAGED]:
        return []
    named = environ.get("COUNTERCLAIM_PAGER", environ.get("PAGER", "less")).strip()
    if named in _NONE:
        return []
    try:
        words = _LESS if named == "less" else shlex.split(named)
    except ValueError:  # a quotation mark too many
        return []
    return words if shutil.which(words[0]) else []


@contextmanager
def paging(arguments: Sequence[str]) -> Iterator[None]:
    """Send what is printed within through the pager, and wait until it has been read."""
    tty = sys.stdout is not None and sys.stdout.isatty()
    pager = pager_for(arguments, os.environ, tty=tty)
    if not pager:
        yield
        return
    from counterclaim.presentation.console import keep_terminal  # noqa: PLC0415 start-up stays quick

    process = subprocess.Popen(pager, stdin=subprocess.PIPE)  # noqa: S603 the user names it
    terminal = os.dup(_OUTPUT)
    if process.stdin is not None:
        os.dup2(process.stdin.fileno(), _OUTPUT)
        process.stdin.close()
    keep_terminal()
    try:
        yield
    finally:
        _finish(process, terminal)


def _finish(process: subprocess.Popen[bytes], terminal: int) -> None:
    """Tell the pager that all is there, and wait for it; Ctrl-C is the pager's."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os.dup2(terminal, _OUTPUT)
    os.close(terminal)
    process.wait()
    signal.signal(signal.SIGINT, before)
