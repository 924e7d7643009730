"""How long the commands take on the sample article, each in a process of its own.

    python tests/bench/speed.py [--runs 5]

Prints medians of some runs: wall and processor seconds of the command, and how many times as much
processor time that is as what Python needs to import the libraries the command stands on, measured
in turn with it. The ratio holds on a slow or busy machine too; the seconds do not. Nothing fails
here: a busy machine is not a slow program.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from counterclaim.articles import read_articles
from counterclaim.commands._ingest import describe
from counterclaim.commands._places import Atlas
from counterclaim.comparison import Asked, Comparison, World, compare_claims
from counterclaim.comparison.selection import Wanted
from counterclaim.comparison.views.excluded import find_excluded
from counterclaim.comparison.views.matrix import make_matrix
from counterclaim.comparison.views.model import NO_VIEWS
from counterclaim.comparison.views.timeline import make_timelines
from counterclaim.extraction.pipeline import extract
from counterclaim.extraction.times import find_times
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.presentation.compare.as_json import to_json
from counterclaim.presentation.compare.flat import to_markdown
from counterclaim.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    Place,
    Problem,
    Quantity,
    Record,
    Source,
    Time,
)

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "articles"
PUBLISHED = "2023-01-25"
SCREEN, PARSER = "import typer, rich.table", "import spacy"
WORDS, CLAIMS, VIEWED = 400, 10_000, 1_000


def seconds(*arguments: str) -> tuple[float, float]:
    """Wall and processor seconds of one run of Python, start-up included."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    return time.perf_counter() - start, used


def cold(arguments: tuple[str, ...], yardstick: str, runs: int) -> str:
    """One line about a command, measured in turn with its yardstick."""
    ours, theirs = ("-m", "counterclaim", *arguments), ("-c", yardstick)
    seconds(*ours)
    pairs = [(seconds(*ours), seconds(*theirs)) for _ in range(runs)]
    wall, used = (statistics.median(mine[k] for mine, _ in pairs) for k in (0, 1))
    ratio = statistics.median(mine[1] / max(other[1], 0.001) for mine, other in pairs)
    return f"{arguments[0]:10} {wall:6.2f} s {used:6.2f} s {ratio:6.1f} x {yardstick!r}"


GAZETTEER = """
import time
from counterclaim.extraction.places import find_toponyms
from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.place_context import load_place_context
start = time.perf_counter()
load_gazetteer().lookup("Bakhmut")
ready = time.perf_counter()
load_place_context()
find_toponyms("Shells fell on Bakhmut.")
print(ready - start, time.perf_counter() - start)
"""


def gazetteer(runs: int) -> str:
    """One line about the gazetteer: until `compare`, and until `ingest`, can ask it for places."""
    pairs = []
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-c", GAZETTEER], check=True, capture_output=True, text=True
        )
        pairs.append(tuple(map(float, done.stdout.split())))
    compare, ingest = (1000 * statistics.median(pair[k] for pair in pairs) for k in (0, 1))
    return (
        f"{'gazetteer':10} {compare:6.0f} ms for compare, {ingest:.0f} ms for ingest, until ready"
    )


def warm(sample: Path, runs: int) -> str:
    """One line about an article of 400 words once everything is loaded, in this process: what it
    takes of one core, at best too, for that says least of what else the machine was doing."""
    article = next(iter(read_articles([str(sample)], published=PUBLISHED)))
    if isinstance(article, Problem):
        raise SystemExit(article.message)
    info = describe(article)
    extract(article.text, info)
    used, walls = [], []
    for _ in range(4 * runs):
        start, before = time.perf_counter(), time.process_time()
        extract(article.text, info)
        used.append(time.process_time() - before)
        walls.append(time.perf_counter() - start)
    scale = 1000 * WORDS / len(article.text.split())
    least, mid, wall = (
        scale * t for t in (min(used), statistics.median(used), statistics.median(walls))
    )
    return (
        f"{'extract':10} {mid:6.0f} ms of one core for {WORDS} words, loaded"
        f" (at best {least:.0f}, by the clock {wall:.0f})"
    )


def tagging(sample: Path, runs: int) -> str:
    """One line about finding times in running text, in turn with a fuzzy search for one date a
    line by python-dateutil, in this process."""
    text = sample.read_text("utf-8")
    find_times(text, PUBLISHED)
    ours, theirs = [], []
    for _ in range(4 * runs):
        start = time.process_time()
        find_times(text, PUBLISHED)
        middle = time.process_time()
        _search_dates(text)
        ours.append(middle - start)
        theirs.append(time.process_time() - middle)
    spent, other = statistics.median(ours), statistics.median(theirs)
    rate = len(text) / 1000 / spent
    return f"{'times':10} {rate:6.0f} kchar/s, {other / spent:.1f} times as fast as 'dateutil'"


def _search_dates(text: str) -> None:
    from dateutil.parser import parse

    for line in text.splitlines():
        with contextlib.suppress(ValueError, OverflowError):
            parse(line, fuzzy=True)


def crowd(number: int, rng: random.Random) -> list[Record]:
    """Invented reports of one town: `number` claims of twenty voices over three hundred days."""
    town = Place("Velyka", "Velyka", (0, 6), id="geonames:713174", precision="settlement")
    kinds = "control capture advance fighting attack shelling casualties supply_line".split()
    parties = (None, Actor("Russian forces", "russia"), Actor("Ukrainian forces", "ukraine"))
    records = []
    for first in range(0, number, 20):
        day = (date(2023, 1, 1) + timedelta(rng.randrange(300))).isoformat()
        name = f"report{first:06}"
        claims = []
        for i in range(min(20, number - first)):
            side = rng.choice(["russia", "ukraine", "independent"])
            words = " ".join(f"word{rng.randrange(5000)}" for _ in range(12))
            kind, toll = rng.choice(kinds), float(rng.choice([3, 10, 19, 40, 120]))
            harmed = [Quantity("killed", f"{toll:g}", (0, 2), toll, toll, toll)]
            claims.append(
                Claim(
                    id=f"{name}#{i:02}",
                    text=words,
                    spans=((i * 100, i * 100 + len(words)),),
                    quotation="indirect",
                    stance=rng.choice(["asserts"] * 8 + ["denies", "doubts"]),
                    source=Source(f"{side} {rng.randrange(7)}", "organisation", side),
                    event=Event(kind, rng.choice(parties)),
                    places=(town,),
                    time=Time(said=day),
                    quantities=tuple(harmed) if kind == "casualties" else (),
                )
            )
        info = ArticleInfo(name, "0" * 64, f"{name}.txt", published=day)
        records.append(Record(info, tuple(claims)))
    return records


def crowded(number: int) -> str:
    """One line about many claims about one place, in this process."""
    records = crowd(number, random.Random(1))
    world = World(load_rules(), load_sides(), Atlas())
    start = time.process_time()
    found = compare_claims(records, world, place=Asked("geonames:713174", "Velyka"))
    spent = time.process_time() - start
    return f"{'compare':10} {spent:6.2f} s for {found.claims} claims about one place, loaded"


def viewed(number: int) -> str:
    """One line about the views of many claims about one place, each of a comparison of its own."""
    records, asked = crowd(number, random.Random(1)), Asked("geonames:713174", "Velyka")
    world = World(load_rules(), load_sides(), Atlas())
    views: dict[str, Callable[[Comparison], object]] = {
        "markdown": lambda found: to_markdown(found, str),
        "timeline": make_timelines,
        "matrix": make_matrix,
        "excluded": lambda found: find_excluded(records, world, Wanted(asked), found),
        "json": to_json,
        "html": lambda found: to_html([(found, NO_VIEWS)], str),
    }
    spent = []
    for name, view in views.items():
        found = compare_claims(records, world, place=asked)
        start = time.process_time()
        view(found)
        spent.append(f"{name} {time.process_time() - start:.2f} s")
    return f"{'views':10} {', '.join(spent)} for {number} claims about one place, compared"


def main() -> None:
    """Print a line for each command, and some about what is loaded already."""
    parser = argparse.ArgumentParser(description="Time the commands on the sample article.")
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    sample = next(iter(sorted(SAMPLES.glob("*.txt"))))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who uses it runs compiled modules
    with tempfile.TemporaryDirectory() as ledger:
        ingest = ("ingest", str(sample), "--published", PUBLISHED, "--ledger", ledger)
        seconds("-m", "counterclaim", *ingest)
        print(f"{'':10} {'wall':>8} {'cpu':>8} {'cpu, in turn with':>19}")
        print(cold(("--version",), "pass", runs))
        for arguments in (
            ("compare", "--place", "bakhmut", "--ledger", ledger),
            ("check", ledger),
            ("show", PUBLISHED, "--ledger", ledger),
            ("place", "bakhmut"),
        ):
            print(cold(arguments, SCREEN, runs))
        print(cold((*ingest, "--dry-run"), PARSER, runs))
    print(gazetteer(runs))
    print(warm(sample, runs))
    print(tagging(sample, runs))
    print(crowded(CLAIMS))
    print(viewed(VIEWED))


if __name__ == "__main__":
    main()
