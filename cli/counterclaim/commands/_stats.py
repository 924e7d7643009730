"""What `stats` does: count, print."""

from __future__ import annotations

import sys

from counterclaim.commands._compare_options import one_of
from counterclaim.commands._progress import on_terminal
from counterclaim.commands._reporting import folder, say_problems
from counterclaim.ledger import find_ledger
from counterclaim.ledger.index.opening import ask
from counterclaim.ledger.index.queries import count_all
from counterclaim.presentation.console import clean_line
from counterclaim.records import Problem
from counterclaim.records.characters import dump_json

FORMATS = ("table", "json")


def tell_stats(given: str | None, output: str) -> int:
    """Tell how much a ledger holds. Returns the exit code."""
    one_of("--format", output, FORMATS)
    answer = ask(find_ledger(folder(given, "--ledger")), count_all, on_terminal())
    if isinstance(answer, Problem):
        return say_problems([answer])
    counted, problems = answer
    code = say_problems(problems)
    if problems:
        counted["files that cannot be read"] = len({problem.file for problem in problems})
    if output == "json":
        print(dump_json(counted, indent=2))
        return code
    width = max(map(len, counted))
    lines = (f"{name:{width}}  {'·' if n is None else n}" for name, n in counted.items())
    sys.stdout.write("".join(f"{clean_line(line)}\n" for line in lines))
    return code
