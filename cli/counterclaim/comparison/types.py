"""What the comparison takes and gives. Everything here is plain data, made to be printed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from counterclaim.knowledge.comparison import Rules
from counterclaim.records import ArticleInfo, Claim, Place
from counterclaim.records.model import DATASET

RELATIONS = (
    "contradicts",
    "mutual_blame",
    "tension",
    "differs_in_number",
    "concedes",
    "agrees",
    "shift",
    "update",
    "same_origin",
    "compatible",
)
CONFLICTS = ("contradicts", "mutual_blame", "tension", "differs_in_number")
VERDICTS = (
    "disputed",
    "tension",
    "numbers differ",
    "conceded",
    "agreed",
    "compatible",
    "one side only",
    "one voice",
)
NARRATOR_SIDE = "narrator"
CODED_SIDE = "coded"
NO_PARTY = ("independent", "unknown", CODED_SIDE, NARRATOR_SIDE)
"""Columns that are no side of a war, in the order in which they come behind those."""


class Parties(Protocol):
    """Who fights whom, on a day (ISO prefix or None)."""

    def opposed(self, a: str, b: str, on: str | None) -> bool:
        """Tell whether the sides `a` and `b` are enemies."""

    def allied(self, a: str, b: str, on: str | None) -> bool:
        """Tell whether the sides `a` and `b` fight together."""

    def is_state(self, side: str) -> bool:
        """Tell whether a side is a state's, whose forces are "government forces"."""

    def epoch(self, on: str | None, among: frozenset[str]) -> Hashable:
        """Name the days on which the same of some sides are enemies and allies as on this one."""


class Containment(Protocol):
    """Which place lies in which, and how it is spelled: ids of the gazetteer."""

    def within(self, inner: str, outer: str) -> bool:
        """Tell whether the place `inner` lies in the place `outer`."""

    def spells(self, words: str, place: str) -> bool:
        """Tell whether `words` is a name of the place, not a mere "the city"."""


@dataclass(frozen=True, slots=True)
class World:
    """All that the comparison knows beside the records."""

    rules: Rules
    parties: Parties
    places: Containment


@dataclass(frozen=True, slots=True)
class Asked:
    """The place asked for, as the gazetteer knows it."""

    id: str
    name: str
    kind: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Days (ordinals) within which a claim's event lies; `stated` is False when only the day of
    speaking or printing is known and the days before it stand for "recently".
    """

    first: int
    last: int
    stated: bool

    def meets(self, other: Window) -> bool:
        """Tell whether the two windows share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a claim's event lies, as `places`, and `how` that is known.

    "stated" by the claim, or "context" where its record has it from an earlier mention; or, for
    comparing only, "speaker" (the place its speaker spoke of before), "only" (the one place its
    article speaks of, and places in it) or "article" (nothing nearer than the article's other
    claims). `around` has all the places a claim without one may be about; it is `places` where they
    are stated, except of people and troops that move: they come from somewhere, and go elsewhere.
    """

    places: tuple[Place, ...] = ()
    how: str = "stated"
    around: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim with its article, and how it stands to the place asked for.

    `where` is None for the place itself. `copy_of` is the claim of which this is a reprint,
    `copies` counts the reprints of this one: an utterance counts once. `interest` is "against"
    for a claim that hurts the speaker's own side, "self_serving" for one that hurts its enemy.
    `story` has the rare words that its article comes back to, and the keys of its places. `told`
    are the days that a long account last named before a claim without a day.
    """

    claim: Claim
    article: ArticleInfo
    whereabouts: Whereabouts = Whereabouts()
    where: str | None = None
    copy_of: str | None = None
    copies: int = 0
    interest: str | None = None
    story: frozenset[str] = frozenset()
    told: Window | None = None

    @property
    def group(self) -> str:
        """The column it belongs to: its source's side, "narrator", or "coded" of coded rows."""
        source = self.claim.source
        return {"narrator": NARRATOR_SIDE, DATASET: CODED_SIDE}.get(source.kind, source.side)

    @property
    def coded(self) -> bool:
        """Whether it is a row of a dataset, which no article tells."""
        return self.claim.source.kind == DATASET


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to each other on one axis; `a` sorts before `b`. `doubt` names what may
    set them apart after all ("happening", "place", "time", "hedged", "bound", "party" or
    "unverified"), `incident` has the words that bind them to one happening.
    """

    a: str
    b: str
    relation: str
    axis: str
    reason: str
    strength: str
    doubt: str = ""
    incident: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim (by id) that denies, doubts or confirms another one: `stated` by its record, or as
    the only one that the other side makes about that event.
    """

    claim: str
    to: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says to one question: an answer in its own words, and the claims."""

    side: str
    answer: str
    entries: tuple[Entry, ...]

    @property
    def against_interest(self) -> tuple[str, ...]:
        """The ids of its claims that hurt the side which makes them."""
        return tuple(e.claim.id for e in self.entries if e.interest == "against")

    @property
    def self_serving(self) -> tuple[str, ...]:
        """The ids of its claims that hurt the enemy of the side which makes them."""
        return tuple(e.claim.id for e in self.entries if e.interest == "self_serving")


@dataclass(frozen=True, slots=True)
class Question:
    """One row: the question, each side's position, and what becomes of them. `agreement` are the
    claims on which opposed sides say the same, `lead` the two that the verdict and its reason are
    taken from.
    """

    topic: str
    text: str
    short: str
    verdict: str
    reason: str
    positions: tuple[Position, ...]
    stems: tuple[str, ...] = ()
    agreement: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    behind: tuple[Entry, ...] = ()  # claims of `lead` that are not shown
    number: int = 0  # its place among all questions of the comparison, whichever are shown

    @property
    def admitted(self) -> tuple[str, ...]:
        """Those of them that are confirmations, or against the interest of who makes them."""
        entries = (e for p in self.positions for e in p.entries if e.claim.id in self.agreement)
        admitting = (e for e in entries if e.interest == "against" or e.claim.stance == "confirms")
        return tuple(sorted(e.claim.id for e in admitting))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The competing claims about one place (or, with no place, of a whole ledger, or `placeless`:
    about no place that is known); `near` tells how many km around the place are taken in.
    `compared` claims were set side by side, `claims` of them are shown, those that `filters` name;
    copy that several of the `articles` print is of one of their `origins`. `coded` rows stand
    beside the claims and are not counted among them.
    """

    place: Asked | None
    spellings: tuple[str, ...]
    questions: tuple[Question, ...]
    relations: Sequence[Relation]
    articles: int = 0
    origins: int = 0
    claims: int = 0
    sources: int = 0
    coded: int = 0
    said: tuple[str, str] | None = None
    near: float | None = None
    answers: tuple[Answer, ...] = ()
    grades: Mapping[str, str] = field(default_factory=dict)  # Admiralty grades by id, if asked for
    compared: int = 0
    filters: tuple[str, ...] = ()
    placeless: bool = False
