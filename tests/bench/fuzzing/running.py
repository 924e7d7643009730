"""A trial run in a folder of its own, deep enough that what leads out of it is still seen."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import forked
from forked import Ran
from fuzzing.trial import LEDGER, Trial, lay_out, open_again, snapshot

PATIENCE = 20.0
"""Seconds after which a run has failed."""

_POWERS = "-dac_override,-dac_read_search"
_WITHOUT_POWERS = ("setpriv", f"--bounding-set={_POWERS}", f"--inh-caps={_POWERS}", "--")
_SHUT = ("sh", "-c", 'exec "$0" "$@" >&-')
_CLEAN = ("text", "front matter", "form", "options", "file", "path")
"""Kinds whose ledger has only what `ingest` wrote, or is good: `check` has nothing to say there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a trial came to: the run, and the files before and after it.

    `checked` is what `check` said of the ledger, where there is one that `ingest` wrote;
    `ledger` is the folder, relative to all that was looked at, that may have been changed.
    """

    ran: Ran
    before: Mapping[str, str | bytes]
    after: Mapping[str, str | bytes]
    ledger: str
    checked: Ran | None = None


def run_trial(trial: Trial, patience: float = PATIENCE) -> Outcome:
    """Run a trial in a new folder, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="trial-") as name:
        top = Path(name)
        here = top / "a" / "b" / "here"
        here.mkdir(parents=True)
        lay_out(trial, here)
        try:
            return _run(trial, top, here, patience)
        finally:
            open_again(top)
            shutil.rmtree(here, ignore_errors=True)


def where_it_broke(trial: Trial) -> str:
    """The error behind an exit code of 3: its kind, and the last place of ours on its way."""
    shown = {**trial.environment, "COUNTERCLAIM_DEBUG": "1"}
    with tempfile.TemporaryDirectory(prefix="trial-") as name:
        here = Path(name, "a", "b", "here")
        here.mkdir(parents=True)
        lay_out(trial, here)
        ran = _start(trial, here, shown, PATIENCE)
        open_again(here)
    lines = ran.err.decode("utf-8", "replace").splitlines()
    ours = [
        line for line in lines if line.lstrip().startswith("File ") and "/counterclaim/" in line
    ]
    kind = next((line.split(":")[0] for line in reversed(lines) if line[:1].isalpha()), "?")
    if not ours:
        return kind
    place, _, function = ours[-1].rpartition(", in ")
    return f"{kind} in {place.split('/counterclaim/')[1].split(chr(34))[0]}, {function}"


def _run(trial: Trial, top: Path, here: Path, patience: float) -> Outcome:
    before = snapshot(top)
    ran = _start(trial, here, trial.environment, patience)
    open_again(here)
    after = snapshot(top)
    ledger = _ledger(trial, here)
    checked = None
    there = os.path.isdir(ledger / "events")  # noqa: PTH112 Path.is_dir fails for a long name
    if trial.command == "ingest" and there and trial.kind in _CLEAN:
        checked = forked.run(("check", str(ledger)), here, patience=patience)
    return Outcome(ran, before, after, os.path.relpath(ledger, top), checked)


def _start(trial: Trial, here: Path, environment: Mapping[str, str], patience: float) -> Ran:
    if trial.way == "copy":
        return forked.run(
            trial.arguments, here, env=environment, stdin=trial.stdin, patience=patience
        )
    prefix: tuple[str, ...] = _SHUT if trial.way == "shut" else ()
    if trial.way == "powerless" and os.geteuid() == 0:
        prefix = _WITHOUT_POWERS
    stdout = Path("/dev/full") if trial.way == "full" else None
    return forked.run_anew(
        trial.arguments,
        here,
        env=environment,
        stdin=trial.stdin,
        patience=patience + PATIENCE,  # it has to start first
        prefix=prefix,
        stdout=stdout,
    )


def _ledger(trial: Trial, here: Path) -> Path:
    """The ledger that a trial names last, or that is used without one."""
    words = trial.arguments
    named = [words[i + 1] for i, word in enumerate(words[:-1]) if word == "--ledger"]
    given = named[-1] if named else trial.environment.get("COUNTERCLAIM_LEDGER", "")
    if not given:
        return here / ("data" if not named else LEDGER)
    return Path(os.path.normpath(here / given))
