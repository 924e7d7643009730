"""Knowledge of a user's own on top of what is shipped, for the time of one command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """Rows of actors and sources, and what sides.yaml and offices.yaml say, as read and checked.

    `entries` are rows with the defaults of their file apart: (defaults, row).
    """

    entries: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = ()
    sides: Mapping[str, Any] = field(default_factory=dict)
    offices: Mapping[str, Any] = field(default_factory=dict)


_IN_USE: ContextVar[Overlay] = ContextVar("own knowledge", default=Overlay())  # noqa: B039 it is frozen


def in_use() -> Overlay:
    """What is added to the shipped knowledge now; mostly nothing."""
    return _IN_USE.get()


@contextmanager
def using(own: Overlay) -> Iterator[None]:
    """Add knowledge to what is shipped while the block runs.

    >>> with using(Overlay(entries=(({}, {"id": "x", "name": "Xenon Brigade"}),))):
    ...     in_use().entries[0][1]["name"]
    'Xenon Brigade'
    """
    token = _IN_USE.set(own)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """`functools.cache` for what is made of actors, sources, sides and offices: kept for each own
    knowledge apart, so that one command never sees what was added for another."""
    make: Callable[..., T] = function
    results = cache(lambda _own, *args: make(*args))

    @wraps(function)
    def look_up(*args: P.args, **_: P.kwargs) -> T:
        return results(_IN_USE.get(), *args)

    return look_up


def merge_entries(shipped: Iterator[dict[str, Any]], own: Overlay) -> Iterator[dict[str, Any]]:
    """All rows: the user's first, so that their names win. A row with the id of a shipped one
    changes only what it says itself; the defaults of its file hold for new rows."""
    known = {row["id"]: row for row in shipped}
    for defaults, row in own.entries:
        yield {**known.pop(row["id"], defaults), **row}
    yield from known.values()


def merge_sides(shipped: Mapping[str, Any], own: Overlay) -> dict[str, Any]:
    """sides.yaml with the user's: rows with an id change those of that id; the relations of a pair
    take the place of all shipped ones of that pair; words and patrons are added."""
    merged = dict(shipped)
    for key in ("sides", "conflicts"):
        rows = {row["id"]: row for row in shipped[key]}
        for row in own.sides.get(key, ()):
            rows[row["id"]] = {**rows.get(row["id"], {}), **row}
        merged[key] = list(rows.values())
    for key in ("opposed", "allied"):
        added = own.sides.get(key, ())
        pairs = {frozenset(row["pair"]) for row in added}
        left = [row for row in shipped[key] if frozenset(row["pair"]) not in pairs]
        merged[key] = [*left, *added]
    for key in ("tied_by", "tied_with", "patrons"):
        merged[key] = [*shipped[key], *own.sides.get(key, ())]
    return merged


def merge_offices(shipped: Mapping[str, Any], own: Overlay) -> dict[str, Any]:
    """offices.yaml with the user's: lists grow; a body changes the one of its name."""
    merged = dict(shipped)
    for key, value in own.offices.items():
        old = shipped[key]
        if key == "bodies":
            rows = {row["body"]: row for row in old}
            for row in value:
                rows[row["body"]] = {**rows.get(row["body"], {}), **row}
            merged[key] = list(rows.values())
        elif isinstance(old, dict):
            kinds = [*old, *(kind for kind in value if kind not in old)]
            merged[key] = {kind: [*old.get(kind, ()), *value.get(kind, ())] for kind in kinds}
        else:
            merged[key] = [*old, *value]
    return merged
