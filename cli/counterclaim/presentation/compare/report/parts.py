"""What stands on the page: plain data, cleaned when it is printed, in the order of the template."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.presentation.compare.report.drawn import Chart, PlaceMap
from counterclaim.presentation.compare.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of an article; `kind` is "words" for those of the claim, "voice" for who speaks."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One claim: who says it and how, its words, and the sentence it stands in. `anchor` is "" for
    one that the page has told already; `first` is then where.
    """

    anchor: str
    first: str
    side: int  # the number of its side's colour
    who: str
    role: str
    when: str
    stances: tuple[str, ...]  # "denies", "hedged": what a plain statement lacks
    denied: bool
    words: str
    notes: tuple[str, ...]
    refs: tuple[int, ...]  # numbers of articles
    context: tuple[Piece, ...] = ()
    page: str = ""  # the address of the claim's own page, where the ledger is served
    trace: str = ""  # where to find its record: "characters 47–122 · counterclaim show …"

    @property
    def target(self) -> str:
        """The anchor that a link to this claim leads to."""
        return self.anchor or self.first


@dataclass(frozen=True, slots=True)
class Bench:
    """What one side says to one question."""

    heading: str
    side: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Duel:
    """The two claims that a verdict rests on, face to face."""

    left: Bench
    right: Bench
    sign: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Bond:
    """Pairs of claims that stand to each other in the same way for the same reason."""

    words: str
    reason: str
    pairs: tuple[tuple[str, str, str, str], ...]  # anchor and name of each
    more: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure on a scale: where its bar begins and how long it is, in per cent."""

    who: str
    figure: str
    words: str
    side: int
    left: int
    width: int
    open_end: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures that count one thing, on one scale; of many, the latest."""

    heading: str
    most: str
    bars: tuple[Bar, ...]
    earlier: int  # how many are not drawn


@dataclass(frozen=True, slots=True)
class Answered:
    """One question: the verdict in words, the two claims it rests on, then everybody."""

    anchor: str
    short: str
    verdict: str
    tone: str
    sentence: str
    duel: Duel | None
    benches: tuple[Bench, ...]
    rest: tuple[Bench, ...]
    hidden: int  # how many cards stand in the rest
    silent: tuple[str, ...]
    bonds: tuple[Bond, ...]
    scales: tuple[Bars, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its number, what is known of it, and where it can be read."""

    number: int
    title: str
    outlet: str
    day: str
    url: str  # "" where none is known that a browser may be sent to
    archive: str
    page: str
    about: str  # "3 of its 5 claims are here"
    id: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the page."""

    name: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Section:
    """One place."""

    anchor: str
    name: str
    about: str
    read: str
    lead: str
    rows: tuple[Answered, ...]
    chart: Chart | None
    map: PlaceMap | None
    sheets: tuple[Sheet, ...]
    verdicts: tuple[tuple[str, str], ...]  # the words used, and what they mean
    graded: str
    attachments: tuple[Attachment, ...]
