"""Datasets of coded events: how their tables are known, and what their columns say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event of a dataset: our type of it, who acts, and how it is called."""

    type: str
    words: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset. `columns` has the name of each column that is read, `actors` and `forces` those
    of the parties; `no_dead`: 0 dead are counted, not merely none reported; `of_each`: a number is
    that of one event, not a toll so far; `counts`: what it counts where no column says so."""

    name: str
    known_by: tuple[str, ...]
    columns: Mapping[str, str]
    actors: tuple[str, ...]
    forces: tuple[str, ...]
    where: Mapping[str, str]
    when: Mapping[str, str]
    state_forces: frozenset[str]
    kinds: Mapping[str, Kind]
    no_dead: bool
    of_each: bool
    counts: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, in the words of records: of a quantity, and of its event."""

    what: str
    harm: str


def dataset_of(columns: Collection[str]) -> Dataset | None:
    """Find the dataset that has some columns.

    >>> dataset_of(["event_date", "sub_event_type", "fatalities"]).name
    'ACLED'
    """
    return next((d for d in load_datasets() if set(d.known_by) <= set(columns)), None)


def counted_by(words: str) -> Counted | None:
    """Say what a number counts of which some words are said; None: nothing known.

    >>> counted_by("Deaths")
    Counted(what='killed', harm='killed')
    """
    return _counted().get(words.strip().casefold())


@cache
def load_datasets() -> tuple[Dataset, ...]:
    """All datasets, in the order in which their columns are looked for."""
    return tuple(_dataset(row) for row in _table()["datasets"])


@cache
def _counted() -> dict[str, Counted]:
    rows = _table()["counted"]
    return {word: Counted(row["what"], row["harm"]) for row in rows for word in row["is"]}


@cache
def _table() -> Any:
    return read_yaml(data_path("coded", "datasets.yaml"))


def _dataset(row: dict[str, Any]) -> Dataset:
    columns = row["columns"]
    named = {key: name for key, name in columns.items() if isinstance(name, str)}
    kinds = {
        k["is"]: Kind(k["type"], k.get("words", k["is"]), k.get("by")) for k in row.get("kinds", ())
    }
    return Dataset(
        row["name"], tuple(row["known_by"]), named, tuple(columns.get("actors", ())),
        tuple(columns.get("forces", ())), row.get("where", {}), row.get("when", {}),
        frozenset(row.get("state_forces", ())), kinds, row["no_dead"],
        row["of_each"], row.get("counts", ""),
    )  # fmt: skip
