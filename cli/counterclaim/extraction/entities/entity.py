"""What one person, body, place or thing of a text is, and which words may mean it."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.records.model import Span

PERSON, BODY, PLACE, THING = "person", "body", "place", "thing"
SUBJECT, OBJECT, ELSEWHERE = 0, 1, 2


NOBODY = Classified("", "nobody", UNKNOWN)


@dataclass(slots=True)
class Seat:
    """Where somebody was named: the sentence, the offset, how prominently (0 a subject or somebody
    who speaks, 1 an object, 2 the rest)."""

    sentence: int = 0
    offset: int = -1
    rank: int = ELSEWHERE


@dataclass(slots=True, eq=False)
class Entity:
    """One person, body, place or thing: its mentions so far and what they tell of it.

    `who` is whom its words and the registry make it, NOBODY while nothing says that it is somebody;
    `words` are those of its names, `name` the longest one, `said` all that is said of it, `heads`
    the nouns that it was called by. `seen` is where it was mentioned last, `told` where the
    narrator last named it as somebody. `many`: several people; `plural`: a body named by a plural,
    which "it" does not mean; `silent`: who is only said to have kept silent; `turn` counts who was
    named, and grows; `same` is the entity that this one turned out to be.
    """

    kind: str
    mentions: list[Span] = field(default_factory=list)
    who: Classified = NOBODY
    words: frozenset[str] = frozenset()
    name: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()
    heads: set[str] = field(default_factory=set)
    place: str | None = None
    gender: str | None = None
    many: bool = False
    plural: bool = False
    named: bool = False
    spoke: bool = False
    joined: bool = False
    silent: bool = False
    owner: Entity | None = None
    same: Entity | None = None
    seen: Seat = field(default_factory=Seat)
    told: Seat = field(default_factory=Seat)
    turn: int = 0

    @property
    def one(self) -> Entity:
        """The entity itself, or the one it turned out to be."""
        found = self
        while found.same is not None:
            found = found.same
        return found

    @property
    def is_somebody(self) -> bool:
        """Whether it is known to be a person, a body or people, who may act and speak."""
        return self.who is not NOBODY

    @property
    def is_body(self) -> bool:
        """Whether it is known to be a body."""
        return self.who.kind == "organisation"


def alike(kind: str, other: str) -> bool:
    """Whether mentions of two kinds may mean one: what is but a thing may turn out to be more."""
    return kind == other or THING in (kind, other)
