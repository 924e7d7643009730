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
import resource
import shutil
import subprocess
import sys
import tempfile
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
FIRST = "the first command of all, which makes the index"
WEIGHT = "index and records, for each claim"
YARDSTICK = "import typer, rich.table"
MARKS = ("<!-- scale -->", "<!-- /scale -->")
PER_ARTICLE, DAYS, RUNS = 15, 1095, 5
PATIENCE = 60
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
    """What a command took: seconds of the processor, how many times that of the yardstick, and the
    most memory in MB."""

    used: float
    ratio: float
    megabytes: float

    def __str__(self) -> str:
        if self.used >= PATIENCE - 1:
            return f"over {PATIENCE} s, {self.megabytes:.0f} MB"
        return f"{self.used:.2f} s, {self.ratio:.1f} x, {self.megabytes:.0f} MB"


def used(*arguments: str) -> tuple[float, float]:
    """Seconds of the processor and MB that one run of Python takes, `PATIENCE` at most."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE)),  # noqa: PLW1509 one thread
    )
    _, status, spent = os.wait4(process.pid, 0)
    if status and spent.ru_utime + spent.ru_stime < PATIENCE - 1:
        raise SystemExit(f"{' '.join(arguments)} ended with {status}")
    return spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024


def run(*arguments: str, runs: int = RUNS) -> Spent:
    """Run a command in turn with the yardstick; the quickest of some runs says least of what else
    the machine does."""
    pairs = [(used("-m", "counterclaim", *arguments), used("-c", YARDSTICK)) for _ in range(runs)]
    (seconds, megabytes), yard = min(mine for mine, _ in pairs), min(other[0] for _, other in pairs)
    return Spent(seconds, seconds / yard, megabytes)


def measure(ledger: Path, claims: int) -> Iterator[tuple[str, Spent]]:
    """Time the commands over a ledger; gives each with what it took."""
    at = ("--ledger", str(ledger))
    shutil.rmtree(ledger / HIDDEN, ignore_errors=True)
    place = (ledger / "complete").read_text("utf-8")
    about = ("compare", "--place", place, *at)
    yield FIRST, run("stats", *at, runs=1)
    some = next(iter(sorted((ledger / "events").iterdir()))).stem
    commands = {
        "compare --place PLACE": about,
        "compare --place PLACE --near 25km": (*about, "--near", "25km"),
        "show PART-OF-A-NAME": ("show", some[11:], *at),
        "list places --format csv": ("list", "places", "--format", "csv", *at),
        "list articles --format csv": ("list", "articles", "--format", "csv", *at),
        "list sources --side ukraine": ("list", "sources", "--side", "ukraine", *at),
        "find bakery rounds": ("find", "bakery", "rounds", *at),
        "stats": ("stats", *at),
    }
    for name, arguments in commands.items():
        yield name, run(*arguments)
    yield f"compare --place {CROWDED}", run("compare", "--place", CROWDED, *at, runs=1)


def weigh(ledger: Path, claims: int) -> str:
    """How large the index is, and the records."""
    index = sum(file.stat().st_size for file in (ledger / HIDDEN).glob("*.sqlite"))
    records = sum(file.stat().st_size for file in (ledger / "events").iterdir())
    return f"{index / claims:.0f} and {records / claims:.0f} bytes"


def table(found: dict[int, dict[str, str]]) -> str:
    """The rows of a page: commands by the number of claims."""
    heads = [f"{claims:,}".replace(",", " ") for claims in found]
    rows = list(dict.fromkeys(name for told in found.values() for name in told))
    lines = [f"| over so many claims | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for name in rows:
        shown = name if name in (FIRST, WEIGHT) else f"`{name}`"
        lines.append(f"| {shown} | {' | '.join(told.get(name, '') for told in found.values())} |")
    return "\n".join(lines)


def write(page: Path, found: dict[int, dict[str, str]]) -> None:
    """Put the table into a page between its marks."""
    text = page.read_text("utf-8")
    start, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
    page.write_text(f"{text[:start]}\n{table(found)}\n{text[end:]}", "utf-8")


def main() -> None:
    """Build what is not there, measure, print."""
    parser = argparse.ArgumentParser(description="Time ledgers of many claims.")
    parser.add_argument("--claims", type=int, nargs="*", default=SIZES)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write", type=Path, help="a page with the marks of a table")
    parser.add_argument("--build", action="store_true", help="build them, and no more")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who uses it runs compiled modules
    if given.build:
        for claims in given.claims:
            build(given.folder / str(claims), claims)
        return
    found: dict[int, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as away:
        folder = given.folder or Path(away)
        for claims in given.claims:
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
            told = found.setdefault(claims, {})
            for name, spent in measure(folder / str(claims), claims):
                told[name] = str(spent)
                print(f"{claims:9} {spent!s:28} {name}", flush=True)
            told[WEIGHT] = weigh(folder / str(claims), claims)
            print(f"{claims:9} {told[WEIGHT]:28} {WEIGHT}")
    if given.write:
        write(given.write, found)


if __name__ == "__main__":
    main()
