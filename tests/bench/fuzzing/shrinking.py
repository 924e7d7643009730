"""A failing trial made small: what it still shows without is taken out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from fuzzing.trial import Trial

Shows = Callable[[Trial], bool]


def shrink(trial: Trial, shows: Shows, seconds: float) -> Trial:
    """The smallest trial found in some seconds that still shows the failure."""
    until = time.monotonic() + seconds
    smaller = True
    while smaller:
        smaller = False
        for candidate in _candidates(trial):
            if time.monotonic() > until:
                return trial
            if shows(candidate):
                trial, smaller = candidate, True
                break
    return trial


def _candidates(trial: Trial) -> Iterator[Trial]:
    """Trials that are smaller by one thing, the largest things first."""
    yield from _without_a_file(trial)
    for name in trial.environment:
        left = {n: v for n, v in trial.environment.items() if n != name}
        yield replace(trial, environment=left)
    for at in range(1, len(trial.arguments)):
        if trial.arguments[at].startswith("--") and trial.arguments[at] != "--ledger":
            yield replace(trial, arguments=trial.arguments[:at] + trial.arguments[at + 2 :])
    for data in _shorter(trial.stdin):
        yield replace(trial, stdin=data)
    for name, whole in trial.files.items():
        if "good" not in name and "bell-tower" not in name:
            for data in _shorter(whole):
                yield replace(trial, files={**trial.files, name: data})


def _without_a_file(trial: Trial) -> Iterator[Trial]:
    for name in trial.files:
        if name not in {f"in/{kept}" for kept in trial.keeps}:
            yield replace(trial, files={n: d for n, d in trial.files.items() if n != name})


def _shorter(data: bytes) -> Iterator[bytes]:
    """The bytes without one piece: halves first, then ever smaller ones, not below one sign."""
    size = (len(data) + 1) // 2
    while data and size >= 1 and len(data) // size <= 64:
        for start in range(0, len(data), size):
            yield data[:start] + data[start + size :]
        size //= 2
