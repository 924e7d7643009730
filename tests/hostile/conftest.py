"""What the hostile examples share: a folder to work in, the program, an article and its record."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import forked

KNOWN = "Orikhiv under fire\n\nRussian forces captured Orikhiv, Kyiv said.\n"
KNOWN_ID = f"undated-orikhiv-under-fire-{hashlib.sha256(KNOWN.encode()).hexdigest()[:8]}"
_RECORD = """\
schema: counterclaim/1
article:
  id: {id}
  sha256: {sha256}
  file: known.txt
  title: {title}
  published: null
events:
- id: {number}
  text: Russian forces captured Orikhiv
  spans: [[20, 51]]
  quotation: indirect
  stance: {stance}
  source:
    name: Ukraine
    kind: organisation
    side: ukraine
  event:
    type: capture
  places:
  - {{name: Orikhiv, mention: Orikhiv, span: [44, 51], id: 'geonames:698428', country: UA,
    precision: settlement}}
"""
_POWERS = "-dac_override,-dac_read_search"
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Said:
    """What a run of the program said, as text, and its exit code."""

    code: int | None
    out: str
    err: str
    memory: int

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


def _said(ran) -> Said:
    """Decode what was said, and see that it is no bug of ours and steers no terminal."""
    said = Said(ran.code, ran.out.decode(), ran.err.decode(), ran.memory)
    assert said.code is not None, "it never ends"
    assert "Traceback" not in said.err
    assert said.code in {0, 1, 2}, said.err
    steers = _STEERS.search(said.out + said.err)
    assert not steers, f"{steers[0]!r} reaches the terminal"
    return said


@pytest.fixture(scope="session", autouse=True)
def _warm():
    forked.warm()


@pytest.fixture
def here(tmp_path) -> Path:
    """The folder in which the program is run."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.fixture
def run(here):
    """Run ``counterclaim ARGUMENTS`` and give what it says; never an internal error."""

    def run(*arguments, stdin: str | bytes = b"", **options) -> Said:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        words = [str(argument) for argument in arguments]
        return _said(forked.run(words, here, stdin=given, **options))

    return run


@pytest.fixture
def run_together(here):
    """Run several commands at once."""
    if not forked.COPIES:
        pytest.skip("processes cannot be copied here")
    return lambda *many: [_said(ran) for ran in forked.run_together(many, here)]


@pytest.fixture
def run_anew(here):
    """Run the program in a process of its own, with its output going to a file."""
    return lambda *words, **options: _said(forked.run_anew(words, here, **options))


@pytest.fixture
def run_powerless(here):
    """Run the program as somebody whom permissions hold back, as they do not hold back root."""
    prefix: list[str] = []
    if not hasattr(os, "geteuid"):
        pytest.skip("no permissions here")
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root can read everything here")
        prefix = ["setpriv", f"--bounding-set={_POWERS}", f"--inh-caps={_POWERS}", "--"]
    return lambda *words: _said(forked.run_anew(words, here, prefix=prefix))


@pytest.fixture
def known(here) -> Path:
    """An article in the folder."""
    path = here / "known.txt"
    path.write_text(KNOWN)
    return path


@pytest.fixture
def ledger(here):
    """Make a ledger with one record of the known article, in which something may be different."""

    def make(folder: str = "case", *, name: str = KNOWN_ID, **changes) -> Path:
        values = {
            "id": KNOWN_ID,
            "sha256": hashlib.sha256(KNOWN.encode()).hexdigest(),
            "title": "Orikhiv under fire",
            "number": f"{KNOWN_ID}#01",
            "stance": "asserts",
        }
        path = here / folder
        for inner in ("articles", "events"):
            (path / inner).mkdir(parents=True, exist_ok=True)
        (path / "articles" / f"{KNOWN_ID}.txt").write_text(KNOWN)
        (path / "events" / f"{name}.yaml").write_text(_RECORD.format(**{**values, **changes}))
        return path

    return make


@pytest.fixture
def records(here):
    """The record files of a ledger of the folder."""
    return lambda ledger: sorted((here / ledger).glob("events/*.yaml"))


@pytest.fixture
def fifo(here):
    """Make a named pipe into which nobody writes."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    return lambda name: os.mkfifo(here / name)
