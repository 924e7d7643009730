"""What is drawn on the page: the course of days and the map, as numbers for the template."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dot:
    """The claims of one side on one day: `x` in per cent, the rest in pixels."""

    x: str
    y: int
    radius: int
    side: int
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One side's line in the course of days."""

    heading: str
    side: int
    y: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims of two sides that collide: a line from one dot to another."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The course of days: a lane for each side, dots on it, and where they collide. `days` has the
    same as a table under `heads`.
    """

    height: int
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    clashes: tuple[Clash, ...]
    ticks: tuple[tuple[str, str, str], ...]  # where, how the words are set there, and the words
    heads: tuple[str, ...]
    days: tuple[tuple[str, ...], ...]
    undated: int
    summary: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Claims about one place: a shape with the number of them."""

    x: float
    y: float
    size: float
    kind: str  # "claimed", "denied", "third"
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place on the map."""

    x: float
    y: float
    anchor: str
    name: str
    town: bool  # for finding one's way: nobody claims anything about it


@dataclass(frozen=True, slots=True)
class Ring:
    """How exactly a place is known: somewhere within."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Paths of land and water, marks, rings, names, a scale; `counts`: the same as a table."""

    width: int
    height: int
    land: str
    lakes: str
    rivers: str
    graticule: str
    towns: tuple[tuple[float, float], ...]
    rings: tuple[Ring, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    bar: float  # how long the bar of the scale is
    distance: str
    counts: tuple[tuple[str, str, str, str], ...]
    note: str
    summary: str
