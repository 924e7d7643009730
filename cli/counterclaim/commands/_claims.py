"""Options that narrow which claims are asked for, common to `list` and `find`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import typer

from counterclaim.commands._compare_options import check_days, one_of, read_sides
from counterclaim.commands._places import Atlas, choose_place, near_places
from counterclaim.commands._reporting import refuse_odd_words
from counterclaim.comparison import World
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.comparison.selection import Wanted, may_be_about, speaks
from counterclaim.comparison.types import NARRATOR_SIDE
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger.index.queries import Narrowed, sources
from counterclaim.ledger.index.shelf import IndexShelf
from counterclaim.records import Source

FORMATS = ("table", "json", "csv", "jsonl")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which claims are asked for, and how to print them, as given."""

    place: str | None = None
    sides: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    ledger: str | None = None
    output: str = "table"
    every: bool = False
    width: int | None = None

    def check(self) -> frozenset[str]:
        """Check the options, end the program with 2 where one is wrong; gives the sides."""
        refuse_odd_words(place=self.place, side=self.sides, source=self.sources)
        refuse_odd_words(since=self.since, until=self.until)
        one_of("--format", self.output, FORMATS)
        check_days(self.since, self.until)
        return read_sides(self.sides)


def narrow(
    db: sqlite3.Connection,
    given: Narrowing,
    sides: frozenset[str],
    states: Collection[str] | None = None,
) -> Narrowed:
    """What the options mean in a ledger."""
    keys = None if given.place is None else _keys(IndexShelf(db), given.place)
    spoken = None
    if sides or given.sources:
        spoken = {n for n, source in sources(db) if _is_meant(source, given.sources, sides)}
    return Narrowed(keys, spoken, given.since, given.until, states)


def _keys(shelf: IndexShelf, spelling: str) -> set[str]:
    """The keys of the place that is meant and of those within it."""
    atlas = Atlas()
    asked = choose_place(spelling, shelf, atlas)
    if asked is None:
        near = near_places(spelling, shelf, atlas)
        hint = f": did you mean {', '.join(near)}?" if near else ""
        raise typer.BadParameter(f"no place is known as “{spelling}”{hint}", param_hint="--place")
    world = World(load_rules(), load_sides(), atlas)
    wanted = Wanted(asked)
    return {place_key(p) for p in shelf.places() if may_be_about(p, wanted, world)}


def _is_meant(source: Source, names: Sequence[str], sides: frozenset[str]) -> bool:
    side = NARRATOR_SIDE if source.kind == NARRATOR_SIDE else source.side
    named = not names or any(speaks(source, name) for name in names)
    return named and (not sides or side in sides)
