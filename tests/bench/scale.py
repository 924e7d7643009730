"""How fast ledgers of many claims answer, each command in a process of its own.

    python tests/bench/scale.py [--claims 1000 10000 100000] [--folder FOLDER] [--write PAGE]

Builds ledgers of invented reports: fifteen claims an article, three years, places spoken of as
often as their rank says (Zipf), one town besides with a tenth of all claims, ten thousand at most.
Then times the commands over them, and prints tables, or writes them into PAGE between its marks.
A ledger that is in FOLDER already is taken as it is. Nothing fails here.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, count
from pathlib import Path

from counterclaim.knowledge.gazetteer import PlaceEntry, load_gazetteer
from counterclaim.ledger import article_id, text_sha256
from counterclaim.ledger.index.folder import HIDDEN
from counterclaim.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    Mention,
    Place,
    Quantity,
    Record,
    Source,
    Time,
)
from counterclaim.records.yaml_io import dump_record
from counterclaim.resources import data_path

CROWDED = "Bakhmut"
MOST, PLACES = 10_000, 20_000
PER_ARTICLE, DAYS, RUNS = 15, 1095, 5
SIZES = (1_000, 10_000, 100_000)
NAMES = "Olena Koval,Ivan Bondar,Artem Lys,Petro Vovk,Maria Melnyk,Denis Holub,Ihor Zin".split(",")
BODIES = {
    "russia": ("Russian Ministry of Defence", "TASS", "Vladimir Rogov", "Rybar"),
    "ukraine": ("General Staff of Ukraine", "Ukrainian Air Force", *NAMES),
    "independent": ("Institute for the Study of War", "OCHA", "Reuters"),
}
THINGS = "bridge depot school hospital substation market warehouse bakery station mill".split()
KINDS = {
    "shelling": "{who} shelled a {thing} in {place} with {n} rounds",
    "attack": "{who} attacked near {place} {n} times and hit a {thing}",
    "control": "{who} hold the {thing} in {place}",
    "advance": "{who} advanced {n} hundred metres towards the {thing} at {place}",
    "casualties": "{n} people were killed at a {thing} in {place}",
    "fighting": "fighting goes on around the {thing} of {place} for the {n}th day",
}
PARTIES = {"Russian forces": "russia", "Ukrainian forces": "ukraine"}


def settlements(number: int) -> list[PlaceEntry]:
    """So many settlements of the gazetteer, always the same, the town with many claims aside."""
    lines = data_path("gazetteer", "places.tsv").read_text("utf-8").splitlines()
    names = sorted({line.split("\t")[0] for line in lines if "\tUA\t" in line})
    random.Random(5).shuffle(names)
    found = (m[0].entry for n in names if (m := load_gazetteer().lookup(n)))
    usable = (e for e in found if e.is_settlement and e.country == "UA" and e.name != CROWDED)
    kept: dict[str, PlaceEntry] = {}
    for entry in usable:
        kept[entry.id] = entry
        if len(kept) == number:
            break
    return list(kept.values())


def town() -> PlaceEntry:
    """The town that many claims are about."""
    return load_gazetteer().lookup(CROWDED)[0].entry


def ordinary(claims: int) -> PlaceEntry:
    """A place with about a hundred claims, in a ledger of so many."""
    return settlements(min(PLACES, claims // 25))[claims // 1000]


def reports(claims: int) -> Iterator[tuple[Record, str]]:
    """Invented reports with their texts: so many claims."""
    rng, known = random.Random(claims), settlements(min(PLACES, claims // 25))
    weights = list(accumulate(1 / rank for rank in range(1, len(known) + 1)))
    crowded = min(MOST, claims // 10)
    for first in range(0, claims, PER_ARTICLE):
        number = min(PER_ARTICLE, claims - first)
        picked = [known[bisect(weights, rng.random() * weights[-1])] for _ in range(3)]
        yield report([town()] if first < crowded else picked, number, rng)


def report(where: Sequence[PlaceEntry], number: int, rng: random.Random) -> tuple[Record, str]:
    """One report of so many claims about some places."""
    day = (date(2022, 3, 1) + timedelta(rng.randrange(DAYS))).isoformat()
    title = f"War diary {rng.randrange(10**9)}"
    told = [sentence(rng.choice(where), rng) for _ in range(number)]
    text = "\n\n".join([title, *(line for line, _ in told)]) + "\n"
    sha256 = text_sha256(text)
    name = article_id(title, day, sha256)
    claims, start = [], len(title) + 2
    for at, (line, make) in zip(count(1), told, strict=False):
        claims.append(make(f"{name}#{at:02}", start, day))
        start += len(line) + 2
    return Record(
        ArticleInfo(name, sha256, f"{name}.txt", title, published=day), tuple(claims)
    ), text


def sentence(where: PlaceEntry, rng: random.Random) -> tuple[str, Callable[[str, int, str], Claim]]:
    """One attributed sentence, and what makes its claim at an offset of an article of a day."""
    side, kind = rng.choice(list(BODIES)), rng.choice(list(KINDS))
    source, (who, party) = rng.choice(BODIES[side]), rng.choice(list(PARTIES.items()))
    number = rng.randrange(2, 90)
    words = KINDS[kind].format(who=who, place=where.name, thing=rng.choice(THINGS), n=number)

    def make(name: str, start: int, day: str) -> Claim:
        def span(of: str, within: int = 0) -> tuple[int, int]:
            begin = start + (f"{source} said {words}.").index(of, within)
            return begin, begin + len(of)

        at = len(source) + 6
        place = Place(where.name, where.name, span(where.name, at), where.id, where.country)
        return Claim(
            id=name,
            text=words,
            spans=(span(words, at),),
            quotation="indirect",
            stance="asserts",
            source=Source(source, "organisation", side, Mention(source, span(source))),
            event=Event(kind, None if kind in ("casualties", "fighting") else Actor(who, party)),
            places=(replace(place, lat=where.lat, lon=where.lon, precision="settlement"),),
            time=Time(said=day),
            quantities=(killed(number, span(str(number), at)),) if kind == "casualties" else (),
        )

    return f"{source} said {words}.", make


def killed(number: int, span: tuple[int, int]) -> Quantity:
    """So many dead."""
    return Quantity("killed", str(number), span, number, number, number)


def build(folder: Path, claims: int) -> None:
    """Write a ledger of so many claims, unless it is there."""
    done = folder / "complete"
    if done.exists():
        return
    for name in ("articles", "events"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for record, text in reports(claims):
        (folder / "articles" / f"{record.article.id}.txt").write_text(text, "utf-8")
        (folder / "events" / f"{record.article.id}.yaml").write_text(dump_record(record), "utf-8")
    done.write_text(ordinary(claims).name, "utf-8")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds by the clock and of the processor, the most memory in MB."""

    seconds: float
    used: float
    megabytes: float


def run(*arguments: str) -> Spent:
    """Run a command in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "counterclaim", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    spent = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(arguments)} ended with {status}")
    return Spent(spent, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def often(*arguments: str, runs: int = RUNS) -> Spent:
    """The quickest of some runs of a command, which says least of what else the machine does."""
    return min((run(*arguments) for _ in range(runs)), key=lambda spent: spent.used)


def measure(ledger: Path, claims: int) -> Iterator[tuple[str, Spent]]:
    """Time the commands over a ledger; gives each with what it took."""
    at = ("--ledger", str(ledger))
    shutil.rmtree(ledger / HIDDEN, ignore_errors=True)
    place = ("compare", "--place", (ledger / "complete").read_text("utf-8"))
    crowd = ("compare", "--place", CROWDED)
    yield "the first `compare` of all, which makes the index", run(*place, *at)
    some = next(iter(sorted((ledger / "events").iterdir()))).stem
    commands = {
        "`compare --place` of an ordinary place": place,
        f"`compare --place` of the town with {min(MOST, claims // 10)}": crowd,
        "`show` of an article by a part of its name": ("show", some[11:]),
        "`list places --format csv`": ("list", "places", "--format", "csv"),
        "`list sources --side ukraine`": ("list", "sources", "--side", "ukraine"),
        "`find` of two words": ("find", "bakery rounds"),
        "`stats`": ("stats",),
    }
    for name, arguments in commands.items():
        runs = 1 if arguments is crowd else RUNS
        yield name, often(*arguments, *at, runs=runs)
    size = sum(file.stat().st_size for file in (ledger / HIDDEN).glob("*.sqlite"))
    print(f"index {size / 1e6:.1f} MB, {size / claims:.0f} bytes a claim")


def main() -> None:
    """Build what is not there, measure, print."""
    parser = argparse.ArgumentParser(description="Time ledgers of many claims.")
    parser.add_argument("--claims", type=int, nargs="*", default=SIZES)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--build", action="store_true", help="build them, and no more")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who uses it runs compiled modules
    if given.build:
        for claims in given.claims:
            build(given.folder / str(claims), claims)
        return
    with tempfile.TemporaryDirectory() as away:
        folder = given.folder or Path(away)
        for claims in given.claims:
            start = time.perf_counter()
            apart = [
                sys.executable,
                __file__,
                "--build",
                "--folder",
                folder,
                "--claims",
                str(claims),
            ]
            subprocess.run(apart, check=True)  # memory of who starts a process counts as its own
            print(f"{claims} claims, built in {time.perf_counter() - start:.1f} s")
            for name, spent in measure(folder / str(claims), claims):
                print(
                    f"{spent.seconds:8.2f} s {spent.used:8.2f} s {spent.megabytes:6.0f} MB  {name}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
