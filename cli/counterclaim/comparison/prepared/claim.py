"""A claim prepared for comparison: what it is about, in the words the axes ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from counterclaim.comparison.prepared.denied import NOBODY, denied_own, is_negative, is_silent
from counterclaim.comparison.prepared.windows import said_on, window_of
from counterclaim.comparison.types import Entry, Window, World
from counterclaim.knowledge.comparison import Axes, Thresholds
from counterclaim.knowledge.predicates import family
from counterclaim.records import Actor, Claim

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_UNREAL = ("intends", "predicts", "demands")
UNNAMED = "?"
SILENCE = "silence"
DOUBTS = ("happening", "place", "time", "hedged", "bound", "party", "unverified")
"""Whether it is one happening, one place, one time; whether they are sure of it; whether both can
hold, since a number is open; whether they name the same parties.
"""


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """One claim as the axes see it.

    `source` says who speaks: the narrators of two articles are two voices.
    `kind` is the event type, for an accusation or an aim the wrapped one; `kinds` has those of all
    events that the words tell of, or judge. `author` is the party
    that acts against the other (of an attack repelled: the attacker), `sufferer` the other.
    Parties are sides or, failing that, names after a "?"; None is not stated. `answers` are the
    claims of others on the very same words ("has denied this"): a denial concerns those alone.
    `told` are the days it tells of; in `window`, those on which it may be set beside others, a
    state lasts some days longer. `units` are the names of units and directions in its words.
    `responds_to` is the one claim it denies, doubts or confirms, if that is known.
    `origin` names the utterance: reprints share it. On days of one `epoch` the same parties are
    enemies.
    """

    entry: Entry
    id: str
    source: tuple[str, str]
    kind: str
    real: bool
    negative: bool
    doubted: bool
    window: Window | None
    told: Window | None
    speaker: str | None
    author: str | None
    sufferer: str | None
    words: tuple[str, ...]
    day: str | None
    roles: dict[str, Any]
    kinds: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    responds_to: str | None = None
    origin: str = ""
    epoch: Hashable = None
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def value(self, project: Callable[[PreparedClaim, Any], T], by: Any) -> T:
        """Give what a projection makes of this claim; each is asked once and remembered."""
        if project not in self.memo:
            self.memo[project] = project(self, by)
        found: T = self.memo[project]
        return found

    @property
    def claim(self) -> Claim:
        """The claim behind it."""
        return self.entry.claim

    def role(self, name: str) -> str | None:
        """Give one role as a folded word (``"under fire"`` gives ``"under_fire"``)."""
        value = self.roles.get(name)
        if value is None or isinstance(value, bool):
            return None
        return str(value).strip().casefold().replace(" ", "_").replace("-", "_")

    def flag(self, name: str) -> bool | None:
        """Give one yes-or-no role; None when it is not stated."""
        value = self.roles.get(name)
        if isinstance(value, bool):
            return value
        return {"true": True, "yes": True, "false": False, "no": False}.get(str(value).casefold())


@dataclass(frozen=True, slots=True)
class Finding:
    """What one axis says of two claims. `doubt` names what may set them apart after all (see
    `DOUBTS`), `incident` has the words that bind them to one happening.
    """

    relation: str
    axis: str
    reason: str
    strength: str = "strong"
    doubt: str = ""
    incident: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two claims meet, beyond what each of them says: all that depends on which two they are.

    `overlap`: their days meet. `one_voice`: one source speaks twice; `same_day`: on one day.
    `near`: both stand close together in one article. `same_words`: they are one wording, or stand
    on the same words. `answered`: a denial may concern the other claim. `later`: whose day decides
    who was whose enemy, "a" or "b".
    """

    overlap: bool = True
    one_voice: bool = False
    same_day: bool = False
    one_article: bool = False
    near: bool = False
    same_words: bool = False
    answered: bool = True
    later: str = "a"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where two claims meet. `part` names the one whose place lies in the other's ("a" or "b");
    `coarse`: the common area is wide; `supposed`: only context gives one of them the place.
    """

    part: str | None = None
    coarse: bool = False
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two subjects that passed the gates, where they meet and how."""

    a: PreparedClaim
    b: PreparedClaim
    world: World
    ground: Ground
    meeting: Meeting

    @property
    def part(self) -> str | None:
        """The one whose place lies in the other's: "a" or "b"."""
        return self.ground.part

    @property
    def coarse(self) -> bool:
        """Tell whether the common area is wide."""
        return self.ground.coarse

    @property
    def overlap(self) -> bool:
        """Tell whether the days meet."""
        return self.meeting.overlap

    @property
    def axes(self) -> Axes:
        """The tables of axes.yaml."""
        return self.world.rules.axes

    @property
    def thresholds(self) -> Thresholds:
        """The numbers of thresholds.yaml."""
        return self.world.rules.thresholds

    @property
    def day(self) -> str | None:
        """The later of the two days of speaking: sides change over the years."""
        return (self.a if self.meeting.later == "a" else self.b).day

    def one(self, x: str | None, y: str | None) -> bool | None:
        """Tell whether two parties are the same or allied; None when either is not stated."""
        if not x or not y:
            return None
        if x != y and (x[0] == UNNAMED or y[0] == UNNAMED):
            return None  # "militants" and "extremists" may be the same people
        return x == y or self.world.parties.allied(x, y, self.day)

    def enemies(self, x: str | None, y: str | None) -> bool:
        """Tell whether two parties are known to be opposed."""
        return bool(x and y and x != y and self.world.parties.opposed(x, y, self.day))

    @property
    def across(self) -> bool:
        """Tell whether the two speakers belong to opposed sides."""
        return self.enemies(self.a.speaker, self.b.speaker)

    @property
    def one_voice(self) -> bool:
        """Tell whether the same source speaks twice."""
        return self.meeting.one_voice

    @property
    def one_article(self) -> bool:
        """Tell whether both stand in one article."""
        return self.meeting.one_article

    @property
    def swapped(self) -> bool:
        """Tell whether each claim names as the author whom the other names as the sufferer."""
        ours, theirs = (self.a.author, self.a.sufferer), (self.b.sufferer, self.b.author)
        return None not in ours and ours == theirs and ours[0] != ours[1]

    @property
    def same_actors(self) -> bool:
        """Tell whether nothing stated about the actors differs. What one side shot down the other
        lost, so there who acts in the one claim suffers in the other.
        """
        author, sufferer = self.a.author, self.a.sufferer
        if self.downed:
            author, sufferer = sufferer, author
        return (
            self.one(author, self.b.author) is not False
            and self.one(sufferer, self.b.sufferer) is not False
            and (self.downed or not self.swapped)
        )

    @property
    def crossed(self) -> bool:
        """Tell whether who acts in one claim suffers in the other: each tells of another deed. Who
        backs an ally does so in both.
        """
        a, b = (self.b, self.a) if self.downed else (self.a, self.b)
        if self.one(a.author, b.author) and self.one(a.sufferer, b.sufferer):
            return False
        return bool(self.one(a.author, b.sufferer) or self.one(b.author, a.sufferer))

    @property
    def at_odds(self) -> bool:
        """Tell whether one of two claims denies or doubts, and the other does not."""
        a, b = self.a, self.b
        return a.negative != b.negative or a.doubted != b.doubted

    @property
    def downed(self) -> bool:
        """Tell whether one claim is of what was shot down, the other of what was lost."""
        kinds = (self.a.kind, self.b.kind)
        shot = [k in family("defended") and k not in family("repelling") for k in kinds]
        return shot.count(True) == 1 and any(k in family("consuming") for k in kinds)

    @property
    def held(self) -> bool:
        """Tell whether both claims are of who has a place, and one of them of nothing else."""
        kinds = (self.a.kind, self.b.kind)
        state = any(kind in family("held") for kind in kinds)
        return state and all(self.axes.of("holding", kind) for kind in kinds)


def one_party(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether two claims are of speakers of one side: its second is no further voice."""
    return a.speaker is not None and a.speaker == b.speaker


def units_apart(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether one side tells of two of its units or directions."""
    one_side = a.speaker == b.speaker
    return one_side and bool(a.units and b.units) and a.units.isdisjoint(b.units)


def prepare_claims(entries: Sequence[Entry], world: World) -> list[PreparedClaim]:
    """Prepare many claims, by id. Only who was whose enemy among their own parties matters.

    >>> [subject.id for subject in prepare_claims([in_herald, in_gazette], world)]
    ['gazette#01', 'herald#07']
    """
    among = frozenset(side for entry in entries for side in sides_of(entry.claim))
    made = (make_subject(entry, world, among) for entry in entries)
    return sorted(made, key=lambda subject: subject.id)


def sides_of(claim: Claim) -> Iterator[str]:
    """Give the sides of who speaks, who acts and who suffers in a claim."""
    yield claim.source.side
    yield from (a.side for a in (claim.event.initiator, claim.event.target) if a)


def make_subject(entry: Entry, world: World, among: frozenset[str] | None = None) -> PreparedClaim:
    """Prepare one claim; `among` are the sides of all it is to be compared with, where known.

    >>> make_subject(entry, world).author     # "Kyiv's troops repelled a Russian attack"
    'russia'
    """
    claim, event, rules = entry.claim, entry.claim.event, world.rules
    day = said_on(claim, entry.article)
    told = entry.told or window_of(claim, entry.article, rules.thresholds.recent_days)
    roles = dict(event.roles)
    wrapped = roles.get("wrapped") if event.type in family("wrapping") else None
    kind = str(wrapped) if wrapped else event.type
    silent = is_silent(claim, roles, rules)
    kind = SILENCE if silent else kind
    first, second = (_meant(actor, claim, world) for actor in (event.initiator, event.target))
    first = first or denied_own(claim, rules)
    if rules.axes.of("defended", kind):
        first, second = second, first
    narrator = claim.source.kind == "narrator"
    speaker = None if narrator else claim.source.side
    return PreparedClaim(
        entry=entry,
        id=claim.id,
        source=(claim.source.name, entry.article.id if narrator else ""),
        kind=kind,
        real=claim.stance not in _UNREAL and event.type not in family("aim"),
        # "Denied that it was not …" is rarer than one denial noted twice.
        negative=not silent and is_negative(claim, kind, rules),
        doubted=claim.stance == "doubts" and not silent,
        window=_lasting(told, kind, rules.thresholds.recent_days),
        told=told,
        speaker=None if speaker in NOBODY else speaker,
        author=first,
        sufferer=second,
        words=tuple(_WORD.findall(claim.text.casefold())),
        day=day,
        roles=roles,
        kinds=kinds_of(claim, kind),
        units=units_of(claim.text, rules.incidents.units),
        origin=claim.id,
        epoch=day if among is None else world.parties.epoch(day, among),
    )


def kinds_of(claim: Claim, kind: str) -> frozenset[str]:
    """Name the types of all events that a claim tells of, beside its own: a strike's dead, what a
    judgement is about.

    >>> sorted(kinds_of(called_the_shelling_critical, "assessment"))
    ['assessment', 'shelling']
    """
    wrapped = claim.event.role("wrapped")
    more = {str(wrapped)} if wrapped else set()
    return frozenset({kind, *more, *(further.event.type for further in claim.also)})


def _lasting(window: Window | None, kind: str, days: int) -> Window | None:
    """Lengthen the days of a state: who has a place still has it some days later."""
    lasts = window is not None and kind in family("held")
    return replace(window, last=window.last + days) if window and lasts else window


def units_of(text: str, heads: tuple[str, ...]) -> frozenset[str]:
    """Name the units and directions in some words.

    >>> units_of("Battlegroup Sever repelled two attacks", ("battlegroup",))
    frozenset({'sever'})
    """
    found = _unit_pattern(heads).findall(text)
    return frozenset(name.casefold() for names in found for name in names if name)


@cache
def _unit_pattern(heads: tuple[str, ...]) -> re.Pattern[str]:
    heads_ = "|".join(re.escape(head) for head in heads)
    name = r"((?!The\b)[A-Z]\w+|\d+(?:st|nd|rd|th))"
    return re.compile(rf"(?:{name}\s+(?i:{heads_})s?\b|\b(?i:{heads_})\s+{name})")


def _meant(actor: Actor | None, claim: Claim, world: World) -> str | None:
    """Give the party of an actor: "government forces" are the state's whose officials name them."""
    side = claim.source.side
    if actor is None or actor.side not in NOBODY or not world.parties.is_state(side):
        return party(actor)
    first = actor.name.casefold().removeprefix("the ").split()[:1]
    return side if world.rules.incidents.state_forces.intersection(first) else party(actor)


def party(actor: Actor | None) -> str | None:
    """Give the party of an actor: its side or, failing that, its name, marked as such."""
    if actor is None:
        return None
    return f"{UNNAMED}{actor.name.casefold()}" if actor.side in NOBODY else actor.side
