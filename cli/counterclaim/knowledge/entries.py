"""The entries of the registry as they stand in data/actors and data/sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_folder, read_yaml
from counterclaim.knowledge.overlay import in_use, kept, merge_entries, merge_offices
from counterclaim.knowledge.registry_tables import (
    country_rows,
    group_rows,
    outlet_rows,
    own_side,
    people_rows,
    state_ids,
    state_rows,
    values,
)
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An office held: a role in an organisation (entry id) or of a place, from when to when."""

    role: str
    organisation: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class DatedSide:
    """A side stood on since..until (open where None)."""

    side: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who speaks or acts: a person, a body, a force, an outlet, a channel. `owner`: the
    id of whose family an outlet or a body is of.
    """

    id: str
    name: str
    kind: str
    type: str
    sides: tuple[DatedSide, ...]
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str | None = None
    body: str | None = None
    force: bool = False
    medium: bool = False
    affiliations: tuple[Affiliation, ...] = ()
    since: str | None = None
    until: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its adjectives and the words that stand for its government; `party` is its
    side where it fights, `side` that of its organs outside any particular war.
    """

    iso2: str
    name: str
    adjectives: tuple[str, ...]
    other_names: tuple[str, ...]
    metonyms: tuple[str, ...]
    side: str
    party: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every country may have, and the ways of writing it. The country that one
    `abroad` stands in is not the one that it is of.
    """

    body: str
    name: str
    type: str
    forms: tuple[str, ...]
    force: bool = False
    abroad: bool = False


def _sides(value: Any) -> tuple[DatedSide, ...]:
    if isinstance(value, str):
        return (DatedSide(value),)
    return tuple(DatedSide(**item) for item in value)


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        type=row["type"],
        sides=_sides(row["side"]),
        names=tuple(row.get("names", ())),
        weak=tuple(row.get("weak", ())),
        country=row.get("country"),
        body=row.get("body"),
        force=row.get("force", False),
        medium=row.get("medium", False),
        affiliations=tuple(Affiliation(**item) for item in row.get("affiliations", ())),
        since=row.get("since"),
        until=row.get("until"),
        owner=row.get("owner"),
    )


def shipped_rows() -> Iterator[dict[str, Any]]:
    """Every row of data/actors and data/sources, in the order of file names and lines, behind them
    those of the tables; what the files name is not taken from the tables again."""
    known: dict[str, dict[str, Any]] = {}
    for folder in ("actors", "sources"):
        for _, content in read_folder(folder):
            defaults = content.get("defaults", {})
            for row in content["entries"]:
                known[row["id"]] = {**defaults, **row}
                yield known[row["id"]]
    named = {row["name"] for row in known.values()}
    for row in (*state_rows(), *group_rows()):
        if row["type"] != "state" or (row["name"] not in named and row["id"] not in known):
            known[row["id"]] = row
            yield row
    for row in outlet_rows(state_ids(known)):
        known[row["id"]] = row
        yield row
    yield from people_rows(known)


def read_entries() -> Iterator[Entry]:
    """Every entry of the registry, those of the user's own knowledge first."""
    return map(_entry, merge_entries(shipped_rows(), in_use()))


@cache
def load_countries() -> tuple[Country, ...]:
    """The countries of data/actors/countries.tsv."""
    return tuple(
        Country(
            row["iso2"],
            row["name"],
            values(row["adjectives"]),
            values(row["other_names"]),
            values(row["metonyms"]),
            row["side"],
            own_side(row),
        )
        for row in country_rows()
    )


@cache
def shipped_offices() -> dict[str, Any]:
    """data/offices.yaml as it is."""
    data: dict[str, Any] = read_yaml(data_path("offices.yaml"))
    return data


@kept
def load_offices() -> dict[str, Any]:
    """The words for people and bodies by office (data/offices.yaml and the user's own)."""
    return merge_offices(shipped_offices(), in_use())


@kept
def role_words() -> frozenset[str]:
    """The last words of all offices: "leader", "minister", "spokesman"."""
    return frozenset(
        word.split()[-1].lower() for row in load_offices()["roles"] for word in row["words"]
    )


@kept
def load_bodies() -> tuple[Body, ...]:
    """The bodies that every country may have."""
    return tuple(Body(**{**row, "forms": tuple(row["forms"])}) for row in load_offices()["bodies"])
