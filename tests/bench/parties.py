"""Whether the world's parties are known: who fought whom, and whose side "the X army said" is.

    python tests/bench/parties.py [--show]

`dyads.yaml` holds every pair that fought three times or more by the events of UCDP, 1989-2023. A
pair is right when both names have a side in it and the sides are opposed at some time of the
fighting. Sentences are generated for fifty states and fifty groups. `--show` lists what is wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.records.model import ArticleInfo

SETS = Path(__file__).with_name("dyads.yaml"), Path(__file__).with_name("parties.yaml")
_NOBODY = (INDEPENDENT, UNKNOWN)


def dyads() -> Iterator[tuple[str, bool, str]]:
    """Each pair of parties: its kind, whether it is right, and what it is taken for."""
    rows = read_yaml(SETS[0])
    for ours, theirs, first, last in rows["dyads"]:
        a, b = (_sides(names, first, last) for names in (ours, theirs))
        yield "dyads", _opposed(a, b, first, last), f"{ours} {a} {theirs} {b} {first} {last}"
    for ours, theirs, first, last in rows["within"]:
        a, b = (_sides(names, first, last) for names in (ours, theirs))
        yield "within", bool(a & b), f"{ours} {a} {theirs} {b}"
    for ours, *_, first, last in (*rows["alone"], *rows["crowds"]):
        known = _sides(ours, first, last)
        yield "alone", bool(known) or not ours, f"{ours} {known}"


def _sides(names: list[str], first: str, last: str) -> frozenset[str]:
    """The sides that some names have in the wars of those years; empty where one has none."""
    found: set[str] = set()
    for name in names:
        seen = {side for day in (first, last) for side in _seen(name, day)} - {*_NOBODY}
        if not seen:
            return frozenset()
        found |= seen
    return frozenset(found)


def _seen(name: str, day: str) -> Iterator[str]:
    yield classify_mention(load_registry(), name, day).side
    countries = load_registry().countries
    for country in countries.values():
        if any(word in name for word in (*country.adjectives, country.name)):
            yield classify_mention(load_registry(), name, day, country.iso2).side
            for war in load_sides().wars_inside(country.iso2, day):
                yield classify_mention(load_registry(), name, day, war.id).side


def _opposed(a: frozenset[str], b: frozenset[str], first: str, last: str) -> bool:
    sides = load_sides()
    return any(sides.opposed(x, y, day) for x, y in product(a, b) for day in (first, last))


def sentences() -> Iterator[tuple[str, bool, str]]:
    """Each generated sentence: its kind, whether the side of the source is right, what it was."""
    rows = read_yaml(SETS[1])
    for kind in ("states", "groups"):
        for (name, side), frame in zip(rows[kind] * 2, _frames(rows, kind), strict=False):
            text = frame.format(name)
            found = _source_side(text)
            yield kind, found in side.split("|"), f"{text} -> {found}, not {side}"
    for text, side in rows["ambiguous"]:
        found = _source_side(text)
        yield "ambiguous", found in side.split("|"), f"{text} -> {found}, not {side}"


def _frames(rows: Any, kind: str) -> Iterator[str]:
    frames = rows[f"frames_of_{kind}"]
    while True:
        yield from frames


def _source_side(text: str) -> str:
    record = extract(text, ArticleInfo("undated-parties-00000000", "0" * 64, "parties.txt"))
    told = [c.source for c in record.events if c.source.kind != "narrator"]
    return told[0].side if told else "nobody"


def main() -> None:
    """Print how many of each kind are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    show = parser.parse_args().show
    results = [*dyads(), *sentences()]
    for kind in dict.fromkeys(kind for kind, _, _ in results):
        rows = [row for row in results if row[0] == kind]
        right = sum(row[1] for row in rows)
        print(f"{kind:10} {right:4} of {len(rows):4}  {right / len(rows):.3f}")
        for _, ok, shown in rows if show else ():
            if not ok:
                print("   ", shown)


if __name__ == "__main__":
    main()
