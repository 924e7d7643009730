"""The record types. One `Claim` is one claim by one source about one event or state.

Offsets are Unicode code points, half open, over the article text as stored in the ledger.
Times are ISO 8601 prefixes (``2023``, ``2023-01``, ``2023-01-25``). ``None`` means that the
text does not say. Terms follow PARC 3.0 and PolNeAR (attribution = source + cue + content),
TIMEX3 and the ACLED/UCDP codebooks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]

SCHEMA = "counterclaim/1"
STANCES = ("asserts", "confirms", "denies", "doubts", "intends", "predicts", "demands")
QUOTATIONS = ("direct", "indirect", "mixed")
SOURCE_KINDS = ("person", "organisation", "unnamed", "narrator")
BASES = ("stated", "context")
PRECISIONS = ("point", "settlement", "district", "oblast", "country", "area")
TIME_PRECISIONS = ("time", "day", "range", "month", "season", "year", "decade", "open")
REVIEW_STATES = ("unreviewed", "accepted", "corrected", "rejected")
NARRATOR = "narrator"
DATASET = "dataset"  # the kind of a source that coders made: of coded rows, never in a ledger
MOST_FURTHER = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article and where they stand: ``text == article[span[0]:span[1]]``."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the words of a claim tell of, where they lack it ("which fell in May", "killing 12"):
    the mention that they go back to, and its name."""

    name: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Relay:
    """A channel between the source and the article: an agency, a press service, Telegram."""

    name: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it. `name` is canonical ("narrator" for the article's own voice)."""

    name: str
    kind: str
    side: str = "unknown"
    mention: Mention | None = None
    role: str | None = None
    organisation: str | None = None
    cue: Mention | None = None
    relay: tuple[Relay, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event, with its side."""

    name: str
    side: str = "unknown"


@dataclass(frozen=True, slots=True)
class Event:
    """What is claimed to happen or hold. `roles` holds what else the predicate has
    (degree, extent, outcome, status, object ...) as plain strings, numbers or booleans."""

    type: str
    initiator: Actor | None = None
    target: Actor | None = None
    roles: tuple[tuple[str, Any], ...] = ()

    def role(self, name: str) -> Any:
        """The value of one role, or None."""
        return dict(self.roles).get(name)


@dataclass(frozen=True, slots=True)
class FurtherEvent:
    """An event that the words of a claim tell beside its main one: the dead of a strike, the strike
    that a toll came of. `words` is the span of the word that tells it, inside the claim."""

    event: Event
    words: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the event. `relation` keeps "near", "outskirts", "surroundings", "north of".

    `basis` is "stated" by the words of the claim, or "context": `mention` and `span` are then an
    earlier mention in the article, outside these words. `candidates` are the ids of the places
    that a name may mean where the article leaves it open; such a place has no `id`.
    """

    name: str
    mention: str
    span: Span
    id: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    relation: str | None = None
    basis: str = "stated"
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """When it happened (`earliest`..`latest`) and, in `said`, when it was said."""

    mention: str | None = None
    span: Span | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the interval it allows; ``None`` is an open end ("at least n": high None).

    `counted` is the kind of people where `what` is their fate ("soldiers" killed), `fate` what
    became of things ("destroyed") or of a part of the people. `side`: whose they are. `window`: the
    stretch counted over ("2023-01-24/2023-01-25", "2022-02-24/..", "P1D" for every day).
    `cumulative`: a total so far (True) or what was added to one (False).
    """

    what: str
    mention: str
    span: Span
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    counted: str | None = None
    fate: str | None = None
    side: str | None = None
    window: str | None = None
    cumulative: bool | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person has said of the record."""

    status: str = "unreviewed"
    reviewer: str | None = None
    date: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One event record. `stance_cues` are the words that gave the stance and the hedge;
    `responds_to` is the id of the record that this one denies, doubts or confirms; `subject` is
    given where the words themselves lack it; `also` holds at most `MOST_FURTHER` events that the
    same words tell beside `event`."""

    id: str
    text: str
    spans: tuple[Span, ...]
    quotation: str
    stance: str
    source: Source
    event: Event
    also: tuple[FurtherEvent, ...] = ()
    hedged: bool = False
    stance_cues: tuple[Mention, ...] = ()
    responds_to: str | None = None
    subject: Subject | None = None
    places: tuple[Place, ...] = ()
    time: Time = Time()
    quantities: tuple[Quantity, ...] = ()
    review: Review = Review()


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What is known of the article beside its text. Nothing here is guessed."""

    id: str
    sha256: str
    file: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    language: str = "en"
    raw_sha256: str | None = None
    reader: str | None = None
    wire: str | None = None
    replaces: str | None = None
    made_by: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The records of one article: one file `events/<id>.yaml` of a ledger."""

    article: ArticleInfo
    events: tuple[Claim, ...] = ()
