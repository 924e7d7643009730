"""What `compare` does: read the options, read the ledger, compare, print."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from counterclaim.commands._places import Atlas, choose_place
from counterclaim.comparison import Asked, Comparison, World, compare_claims, count_places
from counterclaim.comparison.windows import first_day, last_day
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_ledger
from counterclaim.presentation.compare_flat import to_csv, to_markdown
from counterclaim.presentation.compare_html import to_html
from counterclaim.presentation.compare_json import to_json
from counterclaim.presentation.compare_page import print_comparison
from counterclaim.presentation.console import COLOR_CHOICES, clean, make_consoles
from counterclaim.presentation.problems import render_problem
from counterclaim.records import Problem, Record

FORMATS = ("table", "json", "csv", "md", "html")
PLACES_SHOWN = 3
PLACES_NAMED = 8
_ARTICLE_ALIASES = {"article": "narrator", "articles": "narrator"}


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `compare` as given."""

    place: str | None = None
    topic: str | None = None
    sides: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    ledger: str | None = None
    output: str = "table"
    evidence: bool = False
    color: str = "auto"
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """The checked options, and all there is to compare."""

    options: Options
    sides: frozenset[str]
    ledger: Path
    records: Sequence[Record]
    atlas: Atlas
    world: World

    def find(self, place: Asked | None) -> Comparison:
        """Compare the claims about one place, or all."""
        options = self.options
        return compare_claims(
            self.records,
            self.world,
            place=place,
            topic=options.topic,
            sides=self.sides,
            since=options.since,
            until=options.until,
        )


def compare_ledger(options: Options) -> int:
    """Compare the claims of a ledger and print them. Returns the exit code."""
    sides = _check(options)
    ledger = find_ledger(Path(options.ledger) if options.ledger else None)
    records, problems = _read(ledger, explicit=bool(options.ledger))
    for problem in problems:
        print(render_problem(problem), file=sys.stderr)
    atlas = Atlas()
    world = World(load_rules(), load_sides(), atlas)
    _print_job(Job(options, sides, ledger, records, atlas, world))
    return 1 if problems else 0


def _read(ledger: Path, *, explicit: bool) -> tuple[list[Record], list[Problem]]:
    if (ledger / "events").is_dir():
        return read_ledger(ledger)
    if explicit:
        raise typer.BadParameter(
            f"{ledger} is not a ledger: it has no events/ folder", param_hint="--ledger"
        )
    return [], []


def _print_job(job: Job) -> None:
    options = job.options
    if options.place is not None:
        asked = choose_place(options.place, job.records, job.atlas)
        found = [Comparison(None, (), (), ()) if asked is None else job.find(asked)]
        _note(job, options.place, asked, found[0])
    elif options.output in ("json", "csv"):
        found = [job.find(None)]
    else:
        ranked = [job.atlas.describe(place) for place, _ in count_places(job.records)]
        found = [c for asked in ranked[:PLACES_SHOWN] if (c := job.find(asked)).claims]
        _note_rest(job, ranked, found)
    _print(options, found)


def _print(options: Options, found: Sequence[Comparison]) -> None:
    name = load_sides().side_name
    if options.output == "json":
        sys.stdout.write(to_json(found[0]))
    elif options.output == "csv":
        sys.stdout.write(to_csv(found[0]))
    elif options.output == "md":
        sys.stdout.write("\n".join(to_markdown(c, name) for c in found if c.claims))
    elif options.output == "html":
        sys.stdout.write(to_html(found, name, evidence=options.evidence))
    else:
        out, _ = make_consoles(options.color, options.width)
        for index, comparison in enumerate(c for c in found if c.claims):
            if index:
                out.print()
            print_comparison(out, comparison, name, evidence=options.evidence)


def _note(job: Job, spelling: str, asked: Asked | None, found: Comparison) -> None:
    """Say on standard error why there is nothing to see."""
    if asked is None:
        near = job.atlas.suggest(spelling)
        hint = f": did you mean {', '.join(near)}?" if near else ""
        _say(f"note: no place is known as “{spelling}”{hint}")
    elif not found.claims:
        _say(f"note: no such claim about {asked.name} in {job.ledger}")


def _note_rest(job: Job, ranked: Sequence[Asked], found: Sequence[Comparison]) -> None:
    rest = [asked.name for asked in ranked[PLACES_SHOWN:]]
    if not found:
        _say(f"note: no such claim in {job.ledger}; articles are read with counterclaim ingest")
    elif rest:
        more = f" and {len(rest) - PLACES_NAMED} more" if len(rest) > PLACES_NAMED else ""
        _say(f"note: also {', '.join(rest[:PLACES_NAMED])}{more}: choose one with --place")


def _say(words: str) -> None:
    print(clean(words), file=sys.stderr)


def _check(options: Options) -> frozenset[str]:
    """Check the options; gives the sides asked for. Wrong ones end with exit code 2."""
    _one_of("--format", options.output, FORMATS)
    _one_of("--color", options.color, COLOR_CHOICES)
    if options.topic is not None:
        _one_of("--topic", options.topic, [topic.id for topic in load_rules().topics])
    days = {"--since": options.since, "--until": options.until}
    for option, value in days.items():
        if value is not None and not _is_date(value):
            raise typer.BadParameter(
                f"{value!r} is no date: write 2023-01-25, 2023-01 or 2023", param_hint=option
            )
    first, last = first_day(options.since), last_day(options.until)
    if first is not None and last is not None and first > last:
        raise typer.BadParameter(
            f"{options.since} lies after --until {options.until}", param_hint="--since"
        )
    return _sides(options.sides)


def _sides(given: Sequence[str]) -> frozenset[str]:
    words = [
        word.strip().casefold().replace(" ", "_") for item in given for word in item.split(",")
    ]
    known = load_sides().names
    by_name = {_folded(name): side for side, name in known.items()}
    sides = [_ARTICLE_ALIASES.get(word) or by_name.get(word, word) for word in words if word]
    for side in sides:
        _one_of("--side", side, [*known, "narrator"])
    return frozenset(sides)


def _folded(word: str) -> str:
    return word.strip().casefold().replace(" ", "_")


def _one_of(option: str, value: str, choices: Sequence[str]) -> None:
    if value not in choices:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(choices)}", param_hint=option)


def _is_date(value: str) -> bool:
    day = first_day(value)
    return day is not None and len(value) in (4, 7, 10)
