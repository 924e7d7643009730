"""Ends of a run: at every file operation, and at instants spread over all of it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import forked
from killing.scenes import LEDGER, Scene, contents, deviations

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "os.chmod"}


def count_operations(at: int = 0, tell: Path | None = None) -> Callable[[], None]:
    """Make what counts the file operations of a copy, and ends it before the one numbered `at`.

    Counted is whatever changes files: opening to write, renaming, removing, making folders, and
    waiting for the disk. `tell`: a file that gets a sign for each.
    """

    def prepare() -> None:
        counted = 0
        note = os.open(tell, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if tell else None

        def count() -> None:
            nonlocal counted
            counted += 1
            if note is not None:
                os.write(note, b".")
            if counted == at:
                os.kill(os.getpid(), signal.SIGKILL)

        def hook(event: str, given: tuple[Any, ...]) -> None:
            if event in _CHANGES or (event == "open" and _writes(given)):
                count()

        wait = os.fsync

        def fsync(handle: Any) -> None:
            count()
            wait(handle)

        os.fsync = fsync
        sys.addaudithook(hook)

    return prepare


def _writes(given: tuple[Any, ...]) -> bool:
    """Whether an opened file is one of the ledger and may be changed."""
    path, _, flags = given
    if not isinstance(path, (str, bytes, os.PathLike)) or not isinstance(flags, int):
        return False
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) and LEDGER in os.fsdecode(path)


def end_everywhere(scene: Scene, work: Path, *, every: int = 1) -> Iterator[tuple[str, list[str]]]:
    """End a scene before each, or `every` so many, of its file operations in turn; what each end
    led to."""
    wanted, number = undisturbed(scene, work)
    yield "never", run_again(scene, work / "undisturbed", wanted)
    for at in range(1, number + 1, every):
        here = work / f"operation-{at}"
        scene.set_up(here)
        ended = scene.run(here, count_operations(at)).code == -signal.SIGKILL
        yield f"operation {at}", run_again(scene, here, wanted) if ended else ["was not ended"]


def end_at_instants(
    scene: Scene, work: Path, times: int, rng: random.Random, *, cold: bool
) -> Iterator[tuple[str, list[str]]]:
    """End a scene at instants spread over the whole run, of copies or of new processes."""
    wanted, _ = undisturbed(scene, work)
    yield "never", run_again(scene, work / "undisturbed", wanted)
    start = time.monotonic()
    here = work / "timed"
    scene.set_up(here)
    _start_and_end(scene, here, None, cold=cold)
    whole = time.monotonic() - start
    for number in range(times):
        here = work / f"instant-{number}"
        scene.set_up(here)
        after = whole * (number + rng.random()) / times
        ended = _start_and_end(scene, here, after, cold=cold)
        found = run_again(scene, here, wanted)
        yield f"{after:.2f} s" + ("" if ended else " (was done)"), found


def undisturbed(scene: Scene, work: Path) -> tuple[dict[str, bytes], int]:
    """The ledger after a whole run, and the number of its file operations."""
    here, tell = work / "undisturbed", work / "counted"
    scene.set_up(here)
    done = scene.run(here, count_operations(tell=tell))
    if done.code:
        raise RuntimeError(done.err.decode())
    return contents(here), tell.stat().st_size


def run_again(scene: Scene, here: Path, wanted: dict[str, bytes]) -> list[str]:
    """Run the scene again after its end, and say how what is there then differs from `wanted`."""
    again = scene.run(here)
    found = [] if again.code == 0 else [f"the second run exits with {again.code}"]
    found += deviations(contents(here), wanted)
    if found or here.name == "undisturbed":  # where the bytes are the same, it says the same
        found += ["check finds problems"] * bool(forked.run(("check", LEDGER, "-q"), here).code)
    return found


def _start_and_end(scene: Scene, here: Path, after: float | None, *, cold: bool) -> bool:
    """Start a scene and end it after some seconds; whether it was still at work then."""
    words = [sys.executable, "-m", "counterclaim", *scene.arguments]
    if cold:
        process = subprocess.Popen(
            words, cwd=here, env=forked.clean_environment(), stderr=subprocess.DEVNULL
        )
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
        return process.wait() == -signal.SIGKILL
    ran = scene.run(here, None if after is None else lambda: _alarm(after))
    return ran.code == -signal.SIGKILL


def _alarm(after: float) -> None:
    """End this process after some seconds by a signal that nothing can hold back or handle."""
    me = os.getpid()
    watcher = os.fork()
    if watcher:
        return
    time.sleep(after)
    if os.getppid() == me:
        os.kill(me, signal.SIGKILL)
    os._exit(0)


def tally(ends: Iterator[tuple[str, list[str]]]) -> tuple[int, Counter[str], dict[str, str]]:
    """The number of ends, how often each deviation was seen, and where first."""
    number, seen, first = 0, Counter[str](), {}
    for where, found in ends:
        number += 1
        seen.update(found)
        for deviation in found:
            first.setdefault(deviation, where)
    return number, seen, first
