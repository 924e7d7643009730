"""Runs of `ingest` that are ended in the middle, or at once with others, and what is left then.

    python tests/bench/kills.py [--kills 200] [--rounds 20] [--seed 1] [--articles 200]

Four scenes (into an empty ledger; a reviewed ledger whose articles get another day; a second
printing by another outlet; a reviewed ledger whose articles are corrected)
are ended by a signal that nothing can handle: before every single file
operation; and at instants spread over the whole run, of copies of a loaded process and of new ones.
After each end the same command runs again: it must complete and leave the bytes of a run that was
never ended, nothing more, and `check` must find nothing. A run over many articles is ended by new
processes alone, at instants spread over all of it. Then two and four write at once, and two
outlets print the same texts, with a reader meanwhile: the bytes of one after the other. Prints
how often what differed; exits with 1 where anything did.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from killing.ends import end_at_instants, end_everywhere, tally
from killing.ready import TEXTS, use_ready_records, write_many, write_texts
from killing.scenes import FIRST, Scene, make_scenes
from killing.together import overlapping, rounds, wire

import forked

Ends = Iterator[tuple[str, list[str]]]
NAMES = tuple(TEXTS)


def every_test(
    work: Path, kills: int, times: int, seed: str, articles: int
) -> Iterator[tuple[str, Ends]]:
    """All tests by their names, to be run in turn."""
    rng = random.Random(seed)
    for scene in make_scenes(write_texts, work / "ready", use_ready_records):
        here = work / "ready" / f"at {scene.name}"
        yield f"every operation, {scene.name}", end_everywhere(scene, here)
    scenes = make_scenes(write_texts, work / "parsed", None)
    for cold in (False, True):
        how = "new processes" if cold else "copies"
        for scene in scenes:
            here = work / "parsed" / f"{how} {scene.name}"
            share = -(-kills // len(scenes))
            yield f"{how}, {scene.name}", end_at_instants(scene, here, share, rng, cold=cold)
    write_many(work / "many" / "in", articles)
    many = Scene("", work / "many", FIRST, patience=10 * forked.PATIENCE)
    ends = end_at_instants(many, work / "many ended", kills, rng, cold=True)
    yield f"new processes, {articles} articles", ends
    yield from together(work / "together", times)


def together(work: Path, times: int) -> Iterator[tuple[str, Ends]]:
    """The tests of those who write at once."""
    ready = use_ready_records
    for count in (2, 4):
        lay_out = partial(overlapping, write_texts, NAMES, count)
        yield f"{count} at once", rounds(lay_out, work / str(count), times, ready)
    one = partial(wire, write_texts, NAMES[:1])  # of several, each might fall out otherwise
    yield "two outlets at once", rounds(one, work / "wire", times, ready)


def main() -> int:
    """Run all tests and print a table. Returns the exit code."""
    parser = argparse.ArgumentParser(description="End runs of ingest in the middle.")
    parser.add_argument("--kills", type=int, default=200, help="of copies, and of new processes")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--articles", type=int, default=200, help="of the run over many")
    parser.add_argument("--only", default="", help="tests whose name has these words")
    given = parser.parse_args()
    forked.warm()
    bad = 0
    with tempfile.TemporaryDirectory() as work:
        tests = every_test(Path(work), given.kills, given.rounds, given.seed, given.articles)
        for name, ends in tests:
            if given.only not in name:
                continue
            number, seen, first = tally(ends)
            print(f"{number:5}  {name}", flush=True)
            for deviation, times in sorted(seen.items()):
                print(f"       {times:5} x {deviation} (first: {first[deviation]})", flush=True)
            bad += seen.total()
    print(f"seed {given.seed}: {bad} deviations" if bad else f"seed {given.seed}: nothing differs")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
