"""Measure what files cost that are made to cost much: `python tests/bench/bombs.py`.

Each is read by a process of its own; seconds are those of its processor,
memory is its most, as Linux tells it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bombs_made import bombs

_READ = """
import re, sys, time
from pathlib import Path
from counterclaim.articles import read_articles
from counterclaim.records import Problem
told = [a.code if isinstance(a, Problem) else "read" for a in read_articles(sys.argv[1:])]
most = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(f"{time.process_time():5.1f} s {most:6.0f} MB ", *sorted(set(told)))
"""


def main() -> None:
    """Print a line for each: seconds, memory, what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in bombs():
            file = Path(folder, name)
            file.write_bytes(data)
            done = subprocess.run(
                [sys.executable, "-c", _READ, str(file)],
                capture_output=True,
                text=True,
                check=False,
            )
            print(f"{name:18}", done.stdout.strip() or done.stderr.strip()[-200:], flush=True)
            file.unlink()


if __name__ == "__main__":
    main()
