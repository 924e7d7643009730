"""Damaged files of every form that is read, in great numbers, read here without their claims.

    python tests/bench/fuzz_forms.py [--each 5000] [--seed 1] [--only a.html:37]

Each is read in a copy of this process, a form at a time: to articles or to problems, never to an
error of Python; in 5 seconds and 1 GB on top of what is loaded; every article with a text of whole
characters and a day between 1800 and 2100. What fails is named and can be tried alone. Exits with 1
where anything did. What comes of such files in whole runs, `fuzz.py --kind form` tries.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzzing.forms import damage, whole_files

import forked
from counterclaim.articles import Article
from counterclaim.articles.model import Facts
from counterclaim.articles.read import read_article_bytes
from counterclaim.records import Problem
from counterclaim.records.days import is_publication_day

LONGEST = 5
"""Seconds of the processor that one file may take."""

ROOM = 1_000_000_000


class TooLongError(Exception):
    """One file has taken more than its seconds."""


def damaged(form: str, number: int, seed: str) -> bytes:
    """The file `form:number`, always the same."""
    return damage(random.Random(f"{seed}:{form}:{number}"), whole_files()[form])


def complaint(data: bytes, name: str) -> str | None:
    """What is wrong with how a file is read, None where nothing is."""
    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        for item in read_article_bytes(data, name, name, Facts()):
            if why := _odd(item):
                return why
    except Exception as error:
        ours = [
            f for f in traceback.extract_tb(error.__traceback__) if "counterclaim" in f.filename
        ]
        place = f"{Path(ours[-1].filename).name}, {ours[-1].name}" if ours else "?"
        return f"{type(error).__name__} in {place}: {str(error)[:100]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def _too_long(*_: object) -> None:
    raise TooLongError


def _odd(item: Article | Problem | None) -> str | None:
    if isinstance(item, Problem):
        return None if item.code and item.message else "a problem without words"
    if not isinstance(item, Article):
        return "neither article nor problem"
    if any("\ud800" <= sign <= "\udfff" for sign in item.text):
        return "half a character in a text"
    if item.published and not is_publication_day(item.published):
        return f"{item.published} as a day"
    return None


def try_form(form: str, numbers: range, seed: str) -> Iterator[tuple[int, str]]:
    """The numbers of damaged files of a form that are read wrongly, and how."""
    for number in numbers:
        if why := complaint(damaged(form, number, seed), form):
            yield number, why


def _try_all(form: str, each: int, seed: str) -> int:
    import resource

    start, seen, kinds = time.process_time(), Counter[str](), Counter[str]()
    for number, why in try_form(form, range(each), seed):
        kinds[why.split(":")[0]] += 1
        if kinds[why.split(":")[0]] <= 3:
            print(f"  {form}:{number}  {why}", flush=True)
        seen["bad"] += 1
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took = time.process_time() - start
    print(f"{each:7} {form:12} {seen['bad']:4} bad  {took:6.1f} s  {most:5} MB", flush=True)
    return 1 if seen else 0


def _limit() -> None:
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))


def main() -> int:
    """Try all forms. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Read damaged files of every form.")
    parser.add_argument("--each", type=int, default=5000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", metavar="FORM:NUMBER", help="one file, with its bytes")
    given = parser.parse_args()
    if given.only:
        form, _, number = given.only.rpartition(":")
        data = damaged(form, int(number), given.seed)
        print(data[:3000], complaint(data, form), sep="\n")
        return 0
    bad = 0
    for form, data in whole_files().items():
        if why := complaint(data, form):
            print(f"{form} is not whole: {why}")
        child = forked.start_copy(lambda f=form: _try_all(f, given.each, given.seed), _limit)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code not in (0, 1):
            print(f"  {form}: ended with {code}")
        bad += code != 0
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
