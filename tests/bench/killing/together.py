"""Several who write into one ledger at once leave what one after the other would have left."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import forked
from killing.scenes import LEDGER, Before, contents, deviations

_COMMON = ("-q", "--ledger", LEDGER, "--published", "2023-03-14")
_READ = ("compare", "--ledger", LEDGER, "--format", "json")


def overlapping(write: Callable[..., None], names: Sequence[str], count: int, here: Path):
    """The commands of `count` writers whose folders share articles."""
    commands = []
    for number in range(count):
        kept = tuple(name for at, name in enumerate(names) if at % count != number)
        write(here / f"in{number}", kept)
        commands.append(("ingest", f"in{number}", *_COMMON))
    return commands


def wire(write: Callable[..., None], names: Sequence[str], here: Path):
    """The commands of two outlets that print the same texts under other names."""
    commands = []
    for outlet in ("Gazette", "Herald"):
        write(here / outlet, tuple(names))
        for name in names:
            (here / outlet / name).rename(here / outlet / f"{outlet}-{name}")
        commands.append(("ingest", outlet, *_COMMON, "--outlet", outlet))
    return commands


def rounds(
    lay_out: Callable[[Path], list[tuple[str, ...]]],
    work: Path,
    times: int,
    copied: Before,
    *,
    readers: int = 1,
) -> Iterator[tuple[str, list[str]]]:
    """Let the commands run at once, some times, with readers meanwhile; how each round differs
    from what they leave one after the other, in the nearer of two orders."""
    serial = _serial(lay_out, work / "serial", copied)
    for number in range(times):
        here = work / f"round-{number}"
        here.mkdir(parents=True)
        commands = lay_out(here)
        (here / LEDGER / "events").mkdir(parents=True)
        done = forked.run_together([*commands, *[_READ] * readers], here, before=copied)
        found = [f"a writer exits with {r.code}" for r in done[: len(commands)] if r.code != 0]
        found += [word for r in done[len(commands) :] for word in _half(r)]
        found += min((deviations(contents(here), wanted) for wanted in serial), key=len)
        yield f"round {number}", found
        shutil.rmtree(here)


def _serial(lay_out: Callable[[Path], list[tuple[str, ...]]], work: Path, copied: Before):
    """The ledgers of the commands one after the other, first to last and last to first."""
    ledgers: list[dict[str, bytes]] = []
    for name in ("forwards", "backwards"):
        here = _new(work / name)
        commands = lay_out(here)
        for words in commands if name == "forwards" else reversed(commands):
            done = forked.run(words, here, before=copied)
            if done.code:
                raise RuntimeError(done.err.decode())
        ledgers.append(contents(here))
    return ledgers


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _half(ran: forked.Ran) -> list[str]:
    """What is wrong with what a reader saw meanwhile."""
    if ran.code != 0:
        return [f"a reader exits with {ran.code}"]
    try:
        json.loads(ran.out)
    except ValueError:
        return ["a reader prints no JSON"]
    return []
