"""What `compare` does: read the options, read the ledger, compare, print."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from counterclaim.commands._coded import of_those_days, read_files
from counterclaim.commands._compare_options import (
    MACHINE_FORMATS,
    CompareOptions,
    check_options,
    read_distance,
    take_form,
)
from counterclaim.commands._output import article_texts, writing
from counterclaim.commands._places import Atlas, near_places, other_meanings, take_about
from counterclaim.commands._reporting import folder, refuse_odd_words, say_problems
from counterclaim.comparison import Asked, Comparison, Entry, World, compare_claims, count_places
from counterclaim.comparison.selection import Wanted, fold, speaks
from counterclaim.comparison.views.admiralty import grade
from counterclaim.comparison.views.excluded import find_excluded
from counterclaim.comparison.views.matrix import SOURCES_SHOWN, make_matrix
from counterclaim.comparison.views.model import Views
from counterclaim.comparison.views.showing import show_only
from counterclaim.comparison.views.timeline import make_timelines
from counterclaim.knowledge.admiralty import Ratings, read_registry
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger
from counterclaim.ledger.index.shelf import Shelf, take_down
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.presentation.compare.as_json import to_json
from counterclaim.presentation.compare.flat import to_csv, to_jsonl, to_markdown
from counterclaim.presentation.compare.page import print_comparison
from counterclaim.presentation.console import clean, clean_line, make_consoles
from counterclaim.records import Claim, Record

PLACES_SHOWN = 3
PLACES_FILTERED = 10
PLACES_NAMED = 8
Shown = tuple[Comparison, Views]


def refuse_number(number: int, found: Comparison) -> None:
    """End the program with 2 where a comparison has no question of that number."""
    if found.questions and not 1 <= number <= len(found.questions):
        name = found.place.name if found.place else "all places"
        words = f"{name} has {len(found.questions)} questions; there is no {number}"
        raise typer.BadParameter(clean_line(words), param_hint="PLACE")


@dataclass(frozen=True, slots=True)
class Job:
    """The checked options, and what there is to compare: `records` of `number` articles, all that
    may be about the place `asked` for."""

    options: CompareOptions
    wanted: Wanted
    ledger: Path
    records: Sequence[Record]
    number: int
    atlas: Atlas
    world: World
    registry: Ratings | None = None
    asked: Asked | None = None
    coded: Sequence[Record] = ()
    near: Sequence[str] = ()
    others: Sequence[tuple[str, str, int]] = ()

    def find(self, place: Asked | None, *, placeless: bool = False) -> Comparison:
        """Compare the claims about one place, or all, or those about no place that is known."""
        wanted = self.wanted
        found = compare_claims(
            [*self.records, *self.coded],
            self.world,
            place=place,
            near=wanted.near,
            since=wanted.since,
            until=wanted.until,
            placeless=placeless,
            reviewed=wanted.reviewed,
        )
        if wanted.number is not None:
            refuse_number(wanted.number, found)
        return show_only(grade(found, self.registry) if self.registry else found, wanted)

    def view(self, found: Comparison) -> Shown:
        """Make the views of a comparison that are asked for."""
        options = self.options
        wanted = replace(self.wanted, place=found.place, placeless=found.placeless)
        most = None if options.output in MACHINE_FORMATS else SOURCES_SHOWN
        return found, Views(
            make_timelines(found) if options.timeline else None,
            make_matrix(found, most) if options.matrix else None,
            find_excluded(self.records, self.world, wanted, found) if options.excluded else None,
        )


def compare_ledger(options: CompareOptions) -> int:
    """Compare the claims of a ledger and print them. Returns the exit code."""
    options = take_form(options)
    refuse_odd_words(
        place=options.named,
        near=options.near,
        topic=options.topic,
        side=options.sides,
        source=options.sources,
        since=options.since,
        until=options.until,
    )
    sides = check_options(options)
    near = read_distance(options.near) if options.near is not None else None
    grading = folder(options.admiralty, "--admiralty")
    registry = _registry(grading) if grading else None
    ledger = find_ledger(folder(options.ledger, "--ledger"))
    wanted = Wanted(None, near, options.topic, sides, options.sources, options.since, options.until)
    wanted = replace(wanted, reviewed=options.reviewed, number=options.number)
    atlas = Atlas()
    world = World(load_rules(), load_sides(), atlas)
    rows = read_files(options.coded)

    def choose(shelf: Shelf, place: str | None) -> Job:
        asked, records, number = None, None, shelf.count()
        if place is not None:
            asked, records = take_about(shelf, place, wanted, world, atlas)
        if records is None or options.excluded:
            records = shelf.records()
        coded = of_those_days(rows, records)
        atlas.learn((*records, *coded))
        own = replace(options, place=place)
        alike = near_places(place, shelf, atlas) if place and asked is None else ()
        others = other_meanings(place, asked, shelf, atlas) if place and asked else ()
        known = (atlas, world, registry, asked, coded, alike, others)
        return Job(own, wanted, ledger, records, number, *known)

    names = options.named or (None,)
    jobs, problems = take_down(ledger, lambda shelf: [choose(shelf, name) for name in names])
    code = say_problems(problems)
    if problems and not jobs[0].number:
        return code
    shown = [job.view(comparison) for job in jobs for comparison in _find(job)]
    if options.file and options.output in ("html", "md") and not any(map(_tells, shown)):
        _say(f"note: nothing is written to {options.file}")
        return code
    totals = {r.article.id: len(r.events) for job in jobs for r in job.records}
    with writing(options.file):
        _print(options, shown, ledger, totals)
    return code


def _registry(path: Path) -> Ratings:
    """Read the user's grading of sources; ends the program with 2 where there is a problem."""
    registry, problems = read_registry(path)
    if say_problems(problems):
        raise typer.Exit(2)
    return registry


def _find(job: Job) -> list[Comparison]:
    options = job.options
    if options.place is not None:
        return [_of_place(job, options.place)]
    if options.output in MACHINE_FORMATS or options.matrix or options.excluded:
        found = job.find(None)
        _note_empty(job, found, "")
        return [found]
    return _of_places(job)


def _of_place(job: Job, spelling: str) -> Comparison:
    asked = job.asked
    if asked is None:
        hint = f": did you mean {', '.join(job.near)}?" if job.near else ""
        _say(f"note: no place is known as “{spelling}”{hint}")
        return Comparison(None, (), (), ())
    if job.wanted.near is not None and (asked.lat is None or asked.lon is None):
        raise typer.BadParameter(
            f"it is not known where {clean(asked.name)} lies", param_hint="--near"
        )
    found = job.find(asked)
    _note_others(asked, job.others)
    _note_empty(job, found, f" about {asked.name}")
    return found


def _note_others(asked: Asked, others: Sequence[tuple[str, str, int]]) -> None:
    """Say that a name means other places, too, of which the ledger speaks."""
    if not others:
        return
    named = "; ".join(
        f"{kind}, {number} claim{'s' * (number != 1)}: compare {_typed(name)}"
        for name, kind, number in others[:PLACES_SHOWN]
    )
    _say(f"note: {asked.name} is taken for the {asked.kind or 'place'}; it is also the {named}")


def _typed(name: str) -> str:
    """A name as a shell takes it for one word."""
    return f"'{name}'" if " " in name else name


def _of_places(job: Job) -> list[Comparison]:
    """Compare the places most spoken of, in the claims asked for; the others are named."""
    every = job.find(None)
    told = {e.claim.id: e for q in every.questions for p in q.positions for e in p.entries}
    asked = [_only(record, told) for record in job.records]
    ranked = [job.atlas.describe(place) for place, _ in count_places(asked)]
    most = PLACES_FILTERED if job.options.filtered else PLACES_SHOWN
    found, rest = _with_news(job, ranked, most)
    _note_empty(job, every, "")
    _note_rest([place.name for place in rest])
    return [*found, job.find(None, placeless=True)]


def _with_news(
    job: Job, ranked: Sequence[Asked], most: int
) -> tuple[list[Comparison], list[Asked]]:
    """Compare places until there are `most`; one with no claim that is new is passed over."""
    found: list[Comparison] = []
    told: set[str] = set()
    for index, place in enumerate(ranked):
        if len(found) == most:
            return found, list(ranked[index:])
        comparison = job.find(place)
        ids = _ids(comparison)
        if ids - told:
            found.append(comparison)
            told |= ids
    return found, []


def _ids(found: Comparison) -> set[str]:
    return {e.claim.id for q in found.questions for p in q.positions for e in p.entries}


def _only(record: Record, told: Mapping[str, Entry]) -> Record:
    """The claims asked for, each with the places that it is compared under."""
    events = (_placed(told[claim.id]) for claim in record.events if claim.id in told)
    return replace(record, events=tuple(events))


def _placed(entry: Entry) -> Claim:
    where = entry.whereabouts
    own = where.how == "article" or any(place.id for place in entry.claim.places)
    return entry.claim if own else replace(entry.claim, places=where.places)


def _tells(shown: Shown) -> bool:
    """Tell whether there is anything to see in a comparison."""
    comparison, views = shown
    return bool(comparison.claims or views.excluded)


def _print(
    options: CompareOptions, shown: Sequence[Shown], ledger: Path, totals: Mapping[str, int]
) -> None:
    name = load_sides().side_name
    full = [item for item in shown if _tells(item)]
    if options.output == "json":
        sys.stdout.write(to_json(*shown[0]))
    elif options.output == "jsonl":
        sys.stdout.write(to_jsonl(*shown[0]))
    elif options.output == "csv":
        sys.stdout.write(to_csv(*shown[0]))
    elif options.output == "md":
        sys.stdout.write(
            "\n".join(to_markdown(c, name, views, every=options.every) for c, views in full)
        )
    elif options.output == "html":
        texts = article_texts(ledger)
        sys.stdout.write(to_html(full, name, evidence=options.evidence, texts=texts, totals=totals))
    else:
        out, _ = make_consoles(options.color, options.width)
        for index, (comparison, views) in enumerate(full):
            if index:
                out.print()
            last = index == len(full) - 1
            print_comparison(
                out,
                comparison,
                name,
                evidence=options.evidence,
                every=options.every,
                views=views,
                more=last,
            )


def _note_empty(job: Job, found: Comparison, about: str) -> None:
    """Say on standard error why there is nothing to see."""
    if found.claims:
        return
    for asked in job.wanted.sources:
        _note_source(job, asked)
    reading = "" if job.number else "; articles are read with counterclaim ingest"
    _say(f"note: no such claim{about} in {job.ledger}{reading}")


def _note_source(job: Job, asked: str) -> None:
    """Tell when no source at all is meant by some words, and name those that are much alike."""
    records, _ = take_down(job.ledger, lambda shelf: shelf.records())
    sources = {c.source.name: c.source for record in records for c in record.events}
    if any(speaks(source, asked) for source in sources.values()):
        return
    from difflib import get_close_matches  # noqa: PLC0415 only for a name that is not there

    named = ((name, [fold(name), *fold(name).split()]) for name in sorted(sources))
    words = {word: name for name, found in named for word in found if len(word) > len("for")}
    near = sorted({words[word] for word in get_close_matches(fold(asked), sorted(words))})
    hint = f": did you mean {', '.join(near)}?" if near else ""
    _say(f"note: no source is known as “{asked}”{hint}")


def _note_rest(rest: Sequence[str]) -> None:
    if rest:
        more = f" and {len(rest) - PLACES_NAMED} more" if len(rest) > PLACES_NAMED else ""
        _say(f"note: also {', '.join(rest[:PLACES_NAMED])}{more}: see compare PLACE")


def _say(words: str) -> None:
    print(clean_line(words), file=sys.stderr)
