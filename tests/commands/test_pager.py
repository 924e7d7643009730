"""A pager for long answers: on a terminal only, and never in the way."""

from __future__ import annotations

import os
import sys

import pytest

from counterclaim.commands._pager import pager_for

pty = pytest.importorskip("pty")


@pytest.mark.parametrize(
    ("environ", "pager"),
    [
        ({"PAGER": "sort -r"}, ["sort", "-r"]),
        ({"PAGER": "sort", "COUNTERCLAIM_PAGER": "uniq"}, ["uniq"]),
        ({"PAGER": "cat"}, []),
        ({"PAGER": ""}, []),
        ({"PAGER": "sort", "TERM": "dumb"}, []),
        ({"PAGER": "no-such-program"}, []),
        ({"PAGER": "sort 'odd"}, []),
    ],
)
def test_which_pager(environ, pager):
    assert pager_for(["compare"], environ, tty=True) == pager


@pytest.mark.parametrize("command", ["ingest", "review", "export", "serve"])
def test_what_is_no_answer_is_not_paged(command):
    assert pager_for([command], {"PAGER": "sort"}, tty=True) == []


def test_nothing_is_paged_into_a_pipe():
    assert pager_for(["compare"], {"PAGER": "sort"}, tty=False) == []


def on_terminal(*words, **environ):
    """What a terminal shows of a command."""
    shown = []

    def read(handle):
        data = os.read(handle, 65536)
        shown.append(data)
        return data

    arguments = [sys.executable, "-m", "counterclaim", *words]
    script = "import os,sys; os.environ.update({!r}); os.execv(sys.argv[1], sys.argv[1:])"
    kept, out = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(out, 1)
    try:
        pty.spawn([sys.executable, "-c", script.format(environ), *arguments], read)
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(out)
    return b"".join(shown).decode("utf-8", "replace")


def test_an_answer_on_a_terminal_is_paged_in_its_colours(convoy):
    mark = "sed s/^/paged:/"
    words = ("compare", "orikhiv", "--ledger", str(convoy))
    page = on_terminal(*words, PAGER=mark, TERM="xterm")
    assert "paged:" in page
    assert "\x1b[1m" in page
    assert "paged:" not in on_terminal(*words, "--no-pager", PAGER=mark, TERM="xterm")
