"""How long the commands take on the sample article, each in a process of its own.

    python tests/bench/speed.py [--runs 5]

Prints the median of some runs in seconds. Nothing fails here: a busy machine is not a slow program.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "articles"


def seconds(*arguments: str) -> float:
    """The wall time of one run of the program, start-up included."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "counterclaim", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description="Time the commands on the sample article.")
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    sample = next(iter(sorted(SAMPLES.glob("*.txt"))))
    with tempfile.TemporaryDirectory() as ledger:
        ingest = ("ingest", str(sample), "--published", "2023-01-25", "--ledger", ledger)
        seconds(*ingest)
        for arguments in (
            ("--version",),
            (*ingest, "--dry-run"),
            ("compare", "--place", "bakhmut", "--ledger", ledger),
            ("check", ledger),
            ("place", "bakhmut"),
        ):
            median = statistics.median(seconds(*arguments) for _ in range(runs))
            print(f"{arguments[0]:12} {median:6.2f} s")


if __name__ == "__main__":
    main()
