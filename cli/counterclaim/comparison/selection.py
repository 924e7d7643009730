"""Which claims are asked for, and why any other is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.whereabouts import inside, place_key
from counterclaim.comparison.prepared.windows import first_day, last_day
from counterclaim.comparison.types import NARRATOR_SIDE, Asked, Entry, World
from counterclaim.records import Claim, Place, Source
from counterclaim.records.model import DATASET

BY_CONTEXT = "place from context"
NEAR_PRECISIONS = ("settlement", "district", "point")
_EARTH_KM = 6371.0
_WORD = re.compile(r"\w+")

REJECTED = "rejected in review"
UNREVIEWED = "not reviewed"
PLACELESS = "no place stated"
ELSEWHERE = "about another place"
OTHER_SIDE = "of another side"
OTHER_SOURCE = "of another source"
UNDATED = "not dated"
OTHER_DAYS = "on other days"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The claims asked for: empty means all. `near` is in km and measured from `place`, `placeless`
    are claims about no place that is known; `since` and `until` are ISO prefixes, both included;
    `reviewed` are those that a person has accepted or corrected. `number` is that of one question.

    Place and days ask another question; number, topic, sides and sources only say what of it is
    shown.
    """

    place: Asked | None = None
    near: float | None = None
    topic: str | None = None
    sides: Collection[str] = ()
    sources: Collection[str] = ()
    since: str | None = None
    until: str | None = None
    placeless: bool = False
    reviewed: bool = False
    number: int | None = None

    @property
    def filters(self) -> tuple[str, ...]:
        """What is shown alone, in words: ``("topic casualties", "side ukraine")``."""
        sides = ("article" if side == NARRATOR_SIDE else side for side in sorted(self.sides))
        return (
            *(f"question {number}" for number in (self.number,) if number is not None),
            *(f"topic {topic}" for topic in (self.topic,) if topic),
            *(f"side {side}" for side in sides),
            *(f"source “{source}”" for source in self.sources),
        )


EVERYTHING = Wanted()
_HELD = ("accepted", "corrected")


def refuse_review(claim: Claim, wanted: Wanted) -> str | None:
    """Name the reason why a claim counts nowhere, by what a person has said of it; None: it does.

    >>> refuse_review(rejected, Wanted())
    'rejected in review'
    """
    if claim.review.status == "rejected":
        return REJECTED
    if claim.source.kind == DATASET:  # people have coded it: no reading of ours is to be checked
        return None
    return UNREVIEWED if wanted.reviewed and claim.review.status not in _HELD else None


def find_where(entry: Entry, wanted: Wanted, world: World) -> str | None:
    """Say how a claim stands to the place asked for: "" is the place itself, None elsewhere.

    >>> find_where(entry, Wanted(place=bakhmut, near=25), world)
    'Soledar, 11 km'
    """
    asked = wanted.place
    if asked is None:
        return "" if not wanted.placeless or _is_nowhere(entry) else None
    if entry.whereabouts.how == "article":
        return None
    marks = [m for p in entry.whereabouts.places if (m := _mark(p, asked, world)) is not None]
    marks = marks or [f"{p.relation} it" for p in entry.claim.places if place_key(p) == asked.id]
    mark = min(marks) if marks else _near(entry.whereabouts.places, wanted)
    supposed = mark is not None and entry.whereabouts.how in ("context", "speaker", "only")
    return BY_CONTEXT if supposed else mark


def may_be_about(place: Place, wanted: Wanted, world: World) -> bool:
    """Tell whether a claim that speaks of a place may be about the one asked for.

    >>> may_be_about(soledar, Wanted(place=bakhmut, near=25), world)
    True
    """
    asked = wanted.place
    return asked is None or (
        place_key(place) == asked.id
        or _mark(place, asked, world) is not None
        or _near((place,), wanted) is not None
    )


def refuse_place(entry: Entry) -> str:
    """Name the reason why a claim is not about the place asked for."""
    return PLACELESS if entry.whereabouts.how == "article" else ELSEWHERE


def refuse(subject: PreparedClaim, wanted: Wanted) -> str | None:
    """Name the reason why a claim about the place is not shown; None: it is.

    >>> refuse(kyiv_says, Wanted(sides=("russia",)))
    'of another side'
    """
    return hide(subject.entry, wanted) or refuse_days(subject, wanted)


def hide(entry: Entry, wanted: Wanted) -> str | None:
    """Name the reason why a claim is not shown, though it counts in the verdicts; None: it is."""
    if wanted.sides and entry.group not in wanted.sides:
        return OTHER_SIDE
    if wanted.sources and not any(speaks(entry.claim.source, s) for s in wanted.sources):
        return OTHER_SOURCE
    return None


def speaks(source: Source, asked: str) -> bool:
    """Tell whether a source is meant by some words: they stand in its name or its mention, or are
    the first letters of its name.

    >>> speaks(Source("General Staff of the Armed Forces", "organisation"), "general staff")
    True
    """
    if source.kind == NARRATOR_SIDE:
        return fold(asked) in ("narrator", "article", "articles", "the article", "the articles")
    mention = source.mention.text if source.mention else ""
    words = f" {fold(asked)} "
    names = (source.name, mention, _initials(source.name))
    return any(words in f" {fold(name)} " for name in names)


def _initials(name: str) -> str:
    """The first letters of the words with a capital, as "RSF"; "" for fewer than two of them."""
    letters = "".join(word[0] for word in name.split() if word[:1].isupper())
    return letters if len(letters) > 1 else ""


def fold(words: str) -> str:
    """Fold words to what matters when they are compared: letters and digits, no case."""
    return " ".join(_WORD.findall(words.casefold()))


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Measure the way between two points (latitude, longitude in degrees) along the earth, in km.

    >>> round(distance_km((48.59, 38.0), (48.68, 38.09)))
    12
    """
    (lat, lon), (lat2, lon2) = ((radians(x), radians(y)) for x, y in (a, b))
    chord = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def _is_nowhere(entry: Entry) -> bool:
    """Tell whether nothing says where it was, or only a name that the gazetteer does not have."""
    return entry.whereabouts.how == "article" or not any(p.id for p in entry.whereabouts.places)


def _mark(place: Place, asked: Asked, world: World) -> str | None:
    if place_key(place) == asked.id:
        return place.relation or ""
    outer = Place(asked.name, asked.name, (0, 0), id=asked.id)
    return f"in {place.name}" if inside(place, outer, world.places) else None


def _near(places: Iterable[Place], wanted: Wanted) -> str | None:
    """Mark the nearest settlement within the distance: "Soledar, 11 km"."""
    asked = wanted.place
    if wanted.near is None or asked is None or asked.lat is None or asked.lon is None:
        return None
    ways = [
        (distance_km((asked.lat, asked.lon), (p.lat, p.lon)), p.name)
        for p in places
        if p.lat is not None and p.lon is not None and p.precision in NEAR_PRECISIONS
    ]
    way, name = min(ways, default=(wanted.near + 1, ""))
    return f"{name}, {way:.0f} km" if way <= wanted.near else None


def refuse_days(subject: PreparedClaim, wanted: Wanted) -> str | None:
    """Refuse an event that lies outside the days asked for; undated ones may not lie within."""
    first, last = first_day(wanted.since), last_day(wanted.until)
    if first is None and last is None:
        return None
    window = subject.told
    if window is None:
        return UNDATED
    after = first is None or window.last >= first
    before = last is None or window.first <= last
    return None if after and before else OTHER_DAYS
