"""What it means how a place's name hangs in its sentence (data/gazetteer/standing.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

TOWNS, COUNTRIES = "towns", "countries"


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One row: a name that hangs so (`ways`, `cases`) on one of the words `of` is `here`, the place
    of what is told, or is not; `only` for names of "towns" or "countries". `marks`: no name of a
    person stands so. `befalls`: only where something befalls what the name hangs on, or where that
    does one of these ("die")."""

    ways: frozenset[str]
    cases: frozenset[str]
    of: frozenset[str]
    only: str
    here: bool
    marks: bool
    befalls: frozenset[str]


@cache
def load_standings() -> tuple[StandingRow, ...]:
    """Read the rows once, in the order of the file."""
    data = read_yaml(data_path("gazetteer", "standing.yaml"))
    classes = {name: frozenset(words.split()) for name, words in data["classes"].items()}
    return tuple(
        StandingRow(
            ways=frozenset(row["as"]),
            cases=frozenset(row.get("case", ())),
            of=frozenset(word for name in row.get("of", ()) for word in classes[name]),
            only=row.get("only", ""),
            here=row["here"],
            marks=row.get("marks", False),
            befalls=classes["suffering"] if row.get("befalls") else frozenset(),
        )
        for row in data["places"]
    )
