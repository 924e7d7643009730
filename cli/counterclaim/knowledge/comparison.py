"""The questions, axes and thresholds of the comparison, typed: read from data/comparison/."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.predicates import family, load_predicates
from counterclaim.knowledge.vocabulary import Vocabulary, read_vocabulary
from counterclaim.resources import data_path

Share = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Topic:
    """One question a person asks; `question` has a slot for the place, `short` has none."""

    id: str
    question: str
    short: str
    types: tuple[str, ...]
    axes: tuple[str, ...]
    stems: tuple[str, ...]

    def ask(self, place: str | None) -> str:
        """Ask the question of one place, or of none."""
        return self.question.replace("{place}", place) if place else self.short


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of thresholds.yaml; shares between 0 and 1, times in days."""

    contradiction_gap: float
    approximate: float
    rounded: float
    tolerance_share: float
    tolerance_count: float
    scope_ratio: float
    single_event_days: int
    recent_days: int
    reprint_days: int
    one_event_days: int
    account_days: int
    main_places: int
    same_share: float
    same_least: int
    answer_distance: int
    alike_most: int
    quote_least: int
    quote_days: int
    copy_share: float
    copy_part: float
    copy_least: int
    near_days: int
    kin_weight: float
    far_share: float
    alone_weight: float
    alone_share: float
    spoken_share: float
    said_share: float
    same_said_share: float
    bare_distance: int
    blank_weight: float
    story_share: float
    story_least: int
    neighbours_least: int
    neighbours_most: int
    neighbours_all_most: int


@dataclass(frozen=True, slots=True)
class Incidents:
    """Which event types may tell of one happening (incidents.yaml)."""

    happenings: dict[str, frozenset[str]]
    open: frozenset[str]
    turns: dict[str, frozenset[str]]
    units: tuple[str, ...]
    state_forces: frozenset[str]
    rebels: frozenset[str]
    regulars: frozenset[str]
    bonds: dict[str, float]
    chance: float

    def kin(self, a: str, b: str) -> bool:
        """Tell whether two event types may tell of one happening.

        >>> incidents.kin("air_strike", "casualties")
        True
        """
        return a == b or not self.happenings.get(a, _NO).isdisjoint(self.happenings.get(b, _NO))

    def lines(self, types: Iterable[str]) -> list[str]:
        """Name the kinds of happening that events of some types may be part of.

        >>> incidents.lines(["air_strike", "sanction"])
        ['sanction', 'strike']
        """
        return sorted({name for type_ in types for name in self.happenings.get(type_, (type_,))})

    def turn(self, a: str, b: str) -> bool:
        """Tell whether one goes where the other comes: of a withdrawal and a capture."""
        return b in self.turns.get(a, _NO) or a in self.turns.get(b, _NO)


@dataclass(frozen=True, slots=True)
class Opposites:
    """Beginnings of words of which two claims of one happening cannot both be right; `of` is a
    family of event types of which one of them must tell, or `each`; `both` the side of a claim
    that has words of either ("one", "other"; None: it says nothing). What lies in words of
    `neither` counts for none.
    """

    name: str
    of: str | None
    each: bool
    both: str | None
    one: tuple[str, ...]
    other: tuple[str, ...]
    neither: tuple[str, ...] = ()


_NO: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Axes:
    """Where event types and role values stand on the axes (axes.yaml)."""

    extents: dict[str, Share]
    degrees: dict[str, Share]
    shares: dict[str, Share]
    outside: frozenset[str]
    towards: frozenset[str]
    parts: frozenset[str]
    orienting: frozenset[str]
    locatives: frozenset[str]
    after_name: frozenset[str]
    coarse: frozenset[str]
    outcomes: dict[str, str]
    access: dict[str, str]
    stages: dict[str, int]
    quiet: frozenset[str]
    promised: frozenset[str]
    broken: frozenset[str]
    valences: dict[str, int]
    harms: dict[str, frozenset[str]]
    people: dict[str, tuple[str, ...]]

    def of(self, name: str, event_type: str) -> bool:
        """Tell whether an event type belongs to a family, for example "combat"."""
        return event_type in family(name)


@dataclass(frozen=True, slots=True)
class RoleInterest:
    """A role whose value says whom a claim hurts: "initiator" or "target"."""

    role: str
    value: str
    hurts: str


@dataclass(frozen=True, slots=True)
class Interest:
    """Whom claims hurt (interest.yaml): by event type, and by what their roles say. Of `people`
    whom the enemy harmed, only the loss of `fighters` is an admission.
    """

    types: dict[str, str]
    people: frozenset[str]
    fighters: frozenset[str]
    roles: tuple[RoleInterest, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All that the comparison decides by."""

    topics: tuple[Topic, ...]
    thresholds: Thresholds
    axes: Axes
    interest: Interest
    vocabulary: Vocabulary
    incidents: Incidents
    opposites: tuple[Opposites, ...]

    def topic(self, topic_id: str) -> Topic:
        """Look up one topic by its id."""
        return next(topic for topic in self.topics if topic.id == topic_id)

    def topic_of(self, event_type: str) -> str:
        """Name the question an event type answers; a type nobody listed is "other".

        >>> load_rules().topic_of("supply_line")
        'supply'
        """
        return next((t.id for t in self.topics if event_type in t.types), self.topics[-1].id)


@cache
def load_rules() -> Rules:
    """Read data/comparison/ once.

    >>> load_rules().axes.extents["full"]
    (1.0, 1.0)
    """
    axes = read_yaml(data_path("comparison", "axes.yaml"))
    topics = read_yaml(data_path("comparison", "questions.yaml"))
    thresholds = read_yaml(data_path("comparison", "thresholds.yaml"))
    interest = read_yaml(data_path("comparison", "interest.yaml"))
    return Rules(
        tuple(map(_topic, topics)),
        _thresholds(thresholds),
        _axes(axes),
        _interest(interest),
        read_vocabulary(read_yaml(data_path("comparison", "words.yaml"))),
        _incidents(read_yaml(data_path("comparison", "incidents.yaml"))),
        tuple(map(_opposites, read_yaml(data_path("comparison", "opposites.yaml")))),
    )


def _incidents(data: dict[str, Any]) -> Incidents:
    happenings: dict[str, set[str]] = {}
    for name, types in data["happenings"].items():
        for type_ in types:
            happenings.setdefault(type_, set()).add(name)
    return Incidents(
        {type_: frozenset(names) for type_, names in happenings.items()},
        frozenset(data["open"]),
        {type_: frozenset(others) for type_, others in data["turns"].items()},
        tuple(data["units"]),
        frozenset(data["state_forces"]),
        frozenset(data["rebels"]),
        frozenset(data["regulars"]),
        {name: float(weight) for name, weight in data["bonds"].items()},
        float(data["chance"]),
    )


def _opposites(row: dict[str, Any]) -> Opposites:
    asked = row.get("of"), row.get("each") is True, row.get("both")
    words = (tuple(row.get(side, ())) for side in ("one", "other", "neither"))
    return Opposites(row["name"], *asked, *words)


def _topic(item: dict[str, Any]) -> Topic:
    name = item["topic"]
    types = (p.id for p in load_predicates().values() if p.topic == name)
    return Topic(
        name,
        item["question"],
        item["short"],
        types=(*types, *item.get("also", ())),
        axes=tuple(item["axes"]),
        stems=tuple(item["stems"]),
    )


def _thresholds(groups: dict[str, dict[str, str]]) -> Thresholds:
    flat = {name: value for group in groups.values() for name, value in group.items()}
    whole = {
        name for name in flat if name.endswith(("_days", "_least", "_most", "_distance", "_places"))
    }
    values = {name: int(v) if name in whole else float(v) for name, v in flat.items()}
    return Thresholds(**values)  # type: ignore[arg-type]


def _axes(data: dict[str, Any]) -> Axes:
    shares = ("contested", "breached", "unbreached", "abandoned", "encircled")
    return Axes(
        extents={key: _share(value) for key, value in data["extents"].items()},
        degrees={key: _share(value) for key, value in data["degrees"].items()},
        shares={key: _share(data[key]) for key in shares},
        outside=frozenset(data["outside"]),
        towards=frozenset(data["towards"]),
        parts=frozenset(data["parts"]),
        orienting=frozenset(data["orienting"]),
        locatives=frozenset(data["locatives"]),
        after_name=frozenset(data["after_name"]),
        coarse=frozenset(data["coarse"]),
        outcomes=dict(data["outcomes"]),
        access=dict(data["access"]),
        stages={key: int(value) for key, value in data["stages"].items()},
        quiet=frozenset(data["quiet"]),
        promised=frozenset(data["promised"]),
        broken=frozenset(data["broken"]),
        valences={key: int(value) for key, value in data["valences"].items()},
        harms={key: frozenset(value) for key, value in data["harms"].items()},
        people={key: tuple(value) for key, value in data["people"].items()},
    )


def _interest(data: dict[str, Any]) -> Interest:
    types = {p.id: p.hurts for p in load_predicates().values() if p.hurts is not None}
    people, fighters = frozenset(data["people"]), frozenset(data["fighters"])
    return Interest(types, people, fighters, tuple(RoleInterest(**row) for row in data["roles"]))


def _share(pair: list[str]) -> Share:
    return float(pair[0]), float(pair[1])
