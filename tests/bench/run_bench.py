"""Measure the program on other people's labelled sets, with the scorers that lie beside them.

    python tests/bench/run_bench.py --bench FOLDER [--out build/bench.md] [--full]

FOLDER holds attribution/, time/, places/ and claims/, each with its sets (JSON lines, or articles
with their gold) and its scorer. What is missing is left out; without the folder there is nothing
to do. `--full` adds the long sets. Nothing of those texts may be kept: only figures are written.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.extraction.events.coding import code_event
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.knowledge.predicates import Predicate, load_predicates
from counterclaim.language.parser import parse_text

WORK = Path("build/bench")
LONG = {"polnear_train", "polnear_multi"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a set, what was measured, the figures in words, the speed."""

    name: str
    measure: str
    figures: str
    speed: str = ""


def program(*arguments: str) -> str:
    """Run counterclaim and return what it printed; its complaints go to our standard error."""
    command = [sys.executable, "-m", "counterclaim", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def score(scorer: Path, *arguments: str) -> str:
    """Run a scorer and return what it printed."""
    command = [sys.executable, str(scorer), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def annotate(layer: str, source: Path) -> tuple[Path, str]:
    """Annotate a set; returns the file of the annotated lines and the speed in words."""
    start = time.perf_counter()
    printed = program("annotate", layer, str(source))
    seconds = time.perf_counter() - start
    lines = source.read_text("utf-8").split("\n")  # splitlines would cut at U+2028 inside a text
    characters = sum(len(json.loads(line)["text"]) for line in lines if line.strip())
    target = WORK / f"{source.stem}.{layer}.jsonl"
    target.write_text(printed, "utf-8")
    return target, f"{characters / 1000 / seconds:.1f} kchar/s"


def attribution_rows(folder: Path, *, full: bool) -> Iterator[Row]:
    """End to end: right content and right source; for all attributions and for speech alone."""
    for source in _sets(folder, "polnear_*.jsonl", full=full):
        target, speed = annotate("attributions", source)
        for flags, measure in (([], "all"), (["--speech"], "reporting cues")):
            out = WORK / "score.json"
            scorer = folder / "score_attribution.py"
            score(scorer, str(source), str(target), "--json", str(out), *flags)
            yield Row(
                source.stem, measure, _attribution_figures(json.loads(out.read_text())), speed
            )


def _attribution_figures(report: dict[str, Any]) -> str:
    kinds = ("all", "direct", "mixed", "indirect")
    return ", ".join(f"{kind} {100 * report[kind]['end_to_end']['F1']:.1f}" for kind in kinds)


def time_rows(folder: Path, *, full: bool) -> Iterator[Row]:
    """Strict and relaxed spans, and values."""
    for source in _sets(folder, "*.jsonl", full=full):
        target, speed = annotate("times", source)
        report = json.loads(score(folder / "score_time.py", str(source), str(target), "--json"))
        kinds = ("strict", "relaxed", "value")
        figures = ", ".join(f"{kind} {100 * report[kind]['f1']:.1f}" for kind in kinds)
        yield Row(source.stem, "F1", figures, speed)


def place_rows(folder: Path, *, full: bool) -> Iterator[Row]:
    """Recognition, resolution and both together."""
    for source in _sets(folder, "*.jsonl", full=full):
        target, speed = annotate("places", source)
        scorer = folder / "score_places.py"
        report = json.loads(score(scorer, str(source), str(target), "--located-only", "--json"))
        yield Row(source.stem, "located toponyms", _flat(report), speed)


def _flat(report: dict[str, Any]) -> str:
    """The figures of a report in one line: an F1 where there is one, else the number itself."""
    cells = []
    for name, value in report.items():
        figure = value.get("f1", value.get("acc@161km")) if isinstance(value, dict) else value
        if isinstance(figure, float):
            cells.append(f"{name} {figure:.3f}")
    return ", ".join(cells)


def claim_rows(folder: Path) -> Iterator[Row]:
    """Ingest the articles with their dates, compare everything, score both."""
    ledger = WORK / "ledger"
    start = time.perf_counter()
    for text in sorted((folder / "articles").glob("*.txt")):
        meta = read_yaml(text.with_suffix(".meta.yaml"))
        dated = ["--published", meta["published"]] if meta.get("published") else []
        program("ingest", str(text), *dated, "--ledger", str(ledger), "--quiet")
    seconds = time.perf_counter() - start
    relations = WORK / "relations.json"
    relations.write_text(program("compare", "--ledger", str(ledger), "--format", "json"), "utf-8")
    out = WORK / "claims.json"
    arguments = ["--gold", str(folder / "gold"), "--ledger", str(ledger)]
    arguments += ["--relations", str(relations), "--json", str(out)]
    score(folder / "score_claims.py", *arguments)
    for name, value in json.loads(out.read_text()).items():
        yield Row("claims", name, f"{value}")
    yield Row("claims", "seconds", f"{seconds:.1f}")


def rows(bench: Path, *, full: bool) -> Iterator[Row]:
    """All rows of the table, in the order of the pipeline."""
    yield from attribution_rows(bench / "attribution", full=full)
    yield from time_rows(bench / "time", full=full)
    yield from place_rows(bench / "places", full=full)
    yield from event_rows(bench / "events")
    if (bench / "claims" / "articles").is_dir():
        yield from claim_rows(bench / "claims")


def event_rows(folder: Path) -> Iterator[Row]:
    """Is the first event of a snippet one that its label stands for? ACLED (data: `acled`) counts
    the dead as a number of what killed them, PLOVER likewise: a toll is coded by its cause."""
    for source in sorted(folder.glob("case*.jsonl")):
        yield _first_choice(source, "acled_sub_event_type", _acled)
    for source in sorted(folder.glob("plover*.jsonl")):
        yield _first_choice(source, "type", _plover)


def _first_choice(source: Path, key: str, codes: Callable[[Predicate], set[str]]) -> Row:
    predicates = load_predicates()
    right = plain = found = 0
    start = time.perf_counter()
    for line in source.read_text("utf-8").splitlines():
        snippet = json.loads(line)
        labels = {_RENAMED.get(event[key], event[key]) for event in snippet["events"]}
        wanted = {p.id for p in predicates.values() if labels & codes(p)}
        if wanted:
            text = snippet["text"]
            event = code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text))
            found += 1
            plain += event.type in wanted
            right += (event.role("cause") or event.type) in wanted
    seconds = time.perf_counter() - start
    figures = "none in scope"
    if found:
        figures = f"{right / found:.3f} of {found}, tolls as such {plain / found:.3f}"
    return Row(source.stem, "first choice", figures, f"{seconds:.1f} s")


# Names of the first version of PLOVER, which its examples still bear.
_RENAMED = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
}  # fmt: skip


def _acled(predicate: Predicate) -> set[str]:
    """The sub-events of `acled`: "Battles / Armed clash | Other" gives both; "Other" is none."""
    parts = (part.rpartition(" / ")[2].strip() for part in (predicate.acled or "").split("|"))
    return set(parts) - {"Other", ""}


def _plover(predicate: Predicate) -> set[str]:
    """The classes of `plover` without their modes: "ASSAULT-aerial | COERCE" gives two."""
    return set(re.findall(r"\b[A-Z]{3,}\b", predicate.plover or ""))


def as_markdown(table: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| set | measure | figures | speed |", "|---|---|---|---|"]
    lines += [f"| {r.name} | {r.measure} | {r.figures} | {r.speed} |" for r in table]
    return "\n".join(lines) + "\n"


def _sets(folder: Path, pattern: str, *, full: bool) -> list[Path]:
    return [p for p in sorted(folder.glob(pattern)) if full or p.stem not in LONG]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write the table."""
    parser = argparse.ArgumentParser(description="Measure on labelled sets of other people.")
    parser.add_argument("--bench", type=Path, required=True, help="folder of sets and scorers")
    parser.add_argument("--out", type=Path, default=Path("build/bench.md"))
    parser.add_argument("--full", action="store_true", help="the long sets too")
    options = parser.parse_args(arguments)
    if not options.bench.is_dir():
        print(f"bench: there is no folder {options.bench}; name one: make bench BENCH=folder")
        return 0
    WORK.mkdir(parents=True, exist_ok=True)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    _forget_ledger()
    table = as_markdown(list(rows(options.bench, full=options.full)))
    options.out.write_text(table, "utf-8")
    print(table, end="")
    return 0


def _forget_ledger() -> None:
    import shutil

    shutil.rmtree(WORK / "ledger", ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
