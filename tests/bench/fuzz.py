"""Hostile and damaged input in great numbers, and what must hold of every run.

    python tests/bench/fuzz.py [--seconds 600] [--seed 1] [--kind ledger] [--only 1:37]

Each trial is an invented input under one command. It must end with 0, 1 or 2 and a word why,
without a traceback, in 20 seconds and 1 GB; print nothing that steers a terminal; write records
whose words are where they say, and which `check` accepts; touch nothing outside its ledger; and
cost its good neighbours nothing. Distinct failures are kept in build/fuzz/, made small. Exits with
1 where there is one. A trial `seed:number` is always the same: --only repeats it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzzing.articles import damaged_text, front_matter
from fuzzing.forms import damaged_form
from fuzzing.judging import Complaint, judge
from fuzzing.kinds import odd_file, odd_path, odd_place
from fuzzing.ledgers import damaged_ledger
from fuzzing.reports import Report
from fuzzing.running import run_trial
from fuzzing.shrinking import shrink
from fuzzing.trial import Trial, as_typed
from fuzzing.usage import odd_environment, odd_lines, odd_options, own_knowledge

import forked

KEPT = Path(__file__).resolve().parents[2] / "build" / "fuzz"
SHRINKING = 10.0
"""Seconds spent on making one failure small."""

MAKERS: dict[str, Callable[[random.Random], Trial]] = {
    "text": damaged_text,
    "front matter": front_matter,
    "ledger": damaged_ledger,
    "form": damaged_form,
    "options": odd_options,
    "lines": odd_lines,
    "knowledge": own_knowledge,
    "file": odd_file,
    "place": odd_place,
    "path": odd_path,
    "environment": odd_environment,
}
WEIGHTS = (20, 20, 25, 15, 12, 8, 6, 3, 3, 2, 1)
"""How often each kind is tried; the last ones start new processes, which take seconds."""


def make_trial(name: str, kind: str | None = None) -> Trial:
    """The trial `seed:number`, always the same."""
    rng = random.Random(name)
    chosen = kind or rng.choices(list(MAKERS), WEIGHTS)[0]
    return MAKERS[chosen](rng)


def try_one(name: str, report: Report, kind: str | None = None, *, shrunk: bool = True) -> None:
    """Run a trial, and keep what is new about it."""
    trial = make_trial(name, kind)
    for complaint in report.add(trial, judge(trial, run_trial(trial)), name):
        print(f"{complaint.what}: {complaint.detail} ({name})", flush=True)
        seconds = 0.0 if complaint.what == "never ends" or not shrunk else SHRINKING
        report.keep(complaint, shrink(trial, lambda t, c=complaint: _shows(t, c), seconds))


def _shows(trial: Trial, complaint: Complaint) -> bool:
    return complaint in judge(trial, run_trial(trial))


def main() -> int:
    """Fuzz for some time. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Try hostile input in great numbers.")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", default=str(int(time.time())))
    parser.add_argument("--kind", choices=MAKERS)
    parser.add_argument("--only", metavar="SEED:NUMBER", help="one trial, shown in full")
    given = parser.parse_args()
    forked.warm()
    if given.only:
        return _show(given.only, given.kind)
    print(f"seed {given.seed}", flush=True)
    shutil.rmtree(KEPT, ignore_errors=True)
    report, number = Report(KEPT), 0
    until = time.monotonic() + given.seconds
    while time.monotonic() < until:
        try_one(f"{given.seed}:{number}", report, given.kind)
        number += 1
    print(f"\n{report.table()}\n\nseed {given.seed}, {number} trials; failures are in {KEPT}")
    return 1 if report.failures else 0


def _show(name: str, kind: str | None) -> int:
    trial = make_trial(name, kind)
    outcome = run_trial(trial)
    complaints = judge(trial, outcome)
    print(as_typed(trial).encode("utf-8", "backslashreplace").decode())
    for path, data in trial.files.items():
        print(f"--- {path!r}\n{data[:2_000]!r}")
    print(f"--- exit {outcome.ran.code}\n{outcome.ran.out[:2_000]!r}\n{outcome.ran.err[:4_000]!r}")
    for complaint in complaints:
        print(f"{complaint.what}: {complaint.detail}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
