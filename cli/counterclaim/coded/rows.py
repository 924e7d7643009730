"""Coded rows as records that can be compared with the claims of articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from counterclaim.articles.dates import stated_day
from counterclaim.coded.parties import actor_of
from counterclaim.coded.tables import NotCodedError, Row, read_table
from counterclaim.coded.where import place_of
from counterclaim.knowledge.coded import Counted, Kind, counted_by
from counterclaim.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    FurtherEvent,
    Place,
    Quantity,
    Record,
    Relay,
    Source,
    Time,
)
from counterclaim.records.model import DATASET

__all__ = ["Coded", "NotCodedError", "read_coded"]
_NUMBER = re.compile(r"(?P<low>\d[\d,. ]*)(?:\s*[-–]\s*(?P<high>\d[\d,. ]*))?(?P<more>\+)?")
_NO_DAY, _NO_PLACE, _NO_CLAIM = (
    "without a day",
    "without a place",
    "of kinds that are compared with nothing",
)
_WEEK = 6  # days: the day given lies in the week that is meant


@dataclass(frozen=True, slots=True)
class Coded:
    """What a file of coded rows gives: the dataset, its records, and how many rows are left out,
    by reason."""

    dataset: str
    records: tuple[Record, ...]
    rows: int
    left_out: tuple[tuple[str, int], ...]


def read_coded(path: Path) -> Coded:
    """Read the coded rows of a file, each as a record of one or two claims: what happened, and how
    many were hurt. Raises `NotCodedError` where the file is no such table.

    >>> read_coded(Path("acled.csv")).records[0].events[0].source.name
    'ACLED'
    """
    dataset, rows = read_table(path)
    outlet = None if "voice" in dataset.columns else dataset.name
    article = ArticleInfo(
        f"coded:{path.name}", "", path.name, f"coded rows of {path.name}", outlet, reader=DATASET
    )
    left: Counter[str] = Counter()
    records, number = [], 0
    for row in rows:
        number += 1
        found = _claims(row, article)
        if isinstance(found, str):
            left[found] += 1
        else:
            records.append(Record(article, found))
    return Coded(dataset.name, tuple(records), number, tuple(sorted(left.items())))


def _claims(row: Row, article: ArticleInfo) -> tuple[Claim, ...] | str:
    """The claims of a row, or why it has none."""
    time = _time(row)
    if time is None:
        return _NO_DAY
    place = place_of(row)
    if place is None:
        return _NO_PLACE
    told = tuple(_tell(row, article, place, time))
    return told or _NO_CLAIM


def _tell(row: Row, article: ArticleInfo, place: Place, time: Time) -> Iterator[Claim]:
    kind = row.dataset.kinds.get(row.get("kind"))
    actors = [actor_of(name, time.earliest) for name in map(row.named, row.dataset.actors) if name]
    make = partial(_claim, row, place, time)
    id_ = f"{article.id}#{row.get('id') or row.number}"
    event = _event(kind, row, actors) if kind else None
    if kind and event:
        yield make(id_, event, _words(kind, actors, place))
    counted = counted_by(row.get("what") or row.dataset.counts)
    dead = _quantity(row, counted, time) if counted else None
    if dead and counted:
        words = f"{dead.mention} {counted.harm.replace('_', ' ')} in {place.mention}"
        toll = Event("casualties", roles=(("harm", counted.harm),))
        also: tuple[FurtherEvent, ...] = ()
        if kind and event:
            also = (FurtherEvent(event, (len(words) + 2, len(words) + 2 + len(kind.words))),)
            words = f"{words} ({kind.words})"
        yield replace(make(f"{id_}+", toll, words), quantities=(dead,), also=also)


def _claim(row: Row, place: Place, time: Time, id_: str, event: Event, words: str) -> Claim:
    return Claim(
        id=id_,
        text=words,
        spans=((0, len(words)),),
        quotation="indirect",
        stance="asserts",
        source=_source(row),
        event=event,
        places=(place,),
        time=time,
    )


def _source(row: Row) -> Source:
    """The dataset speaks, or who counts; what it was coded from stands behind it."""
    via = row.get("via")
    relay = (Relay(via),) if via else ()
    return Source(row.get("voice") or row.dataset.name, DATASET, "independent", relay=relay)


def _event(kind: Kind, row: Row, actors: list[Actor]) -> Event:
    by = _doer(kind, row, actors)
    other = next((a for a in actors if a is not by), None) if by else None
    return Event(kind.type, by, other)


def _doer(kind: Kind, row: Row, actors: list[Actor]) -> Actor | None:
    """Who acts, where the dataset defines it: its actors stand in no order of their own."""
    if kind.by == "first":
        return actors[0] if actors else None
    states = [row.named(column) in row.dataset.state_forces for column in row.dataset.forces]
    if kind.by is None or len(actors) < len(states) or states.count(True) != 1:
        return None
    return actors[states.index(kind.by == "state")]


def _words(kind: Kind, actors: list[Actor], place: Place) -> str:
    """What a row says, in words: "Armed clash in Lyman: M23, Military Forces of Sudan"."""
    names = ", ".join(actor.name for actor in actors)
    return f"{kind.words} in {place.mention}" + (f": {names}" if names else "")


def _time(row: Row) -> Time | None:
    """The days that a row gives, as wide as it says that they are known."""
    first, last = (stated_day(row.get(key).split(" 00:")[0]) for key in ("first", "last"))
    if not first or not last:
        return None
    wide = row.dataset.when.get(row.get("when"), "day")
    if wide == "month":
        return Time(earliest=first[:7], latest=last[:7], precision="month")
    days = timedelta(days=_WEEK if wide == "week" else 0)
    earliest, latest = date.fromisoformat(first) - days, date.fromisoformat(last) + days
    precision = "day" if earliest == latest else "range"
    return Time(earliest=earliest.isoformat(), latest=latest.isoformat(), precision=precision)


def _quantity(row: Row, counted: Counted, time: Time) -> Quantity | None:
    """The number of a row; None where it has none, or a 0 that only means that none is reported."""
    best = _bounds(row.get("best"))
    if best is None or (best[1] == 0 and not row.dataset.no_dead):
        return None
    low, high = (_bounds(row.get(key)) for key in ("low", "high"))
    bottom = low[0] if low else best[0]
    top = high[1] if high else best[1]
    mention = (
        row.get("best") if bottom == top else f"{bottom:g} to {top:g}" if top else f"{bottom:g}+"
    )
    middle = best[0] if best[0] == best[1] else None
    return Quantity(
        counted.what, mention, (0, len(mention)), bottom, middle, top,
        window=f"{time.earliest}/{time.latest}" if row.dataset.of_each else None,
        cumulative=False if row.dataset.of_each else None,
    )  # fmt: skip


def _bounds(words: str) -> tuple[float, float | None] | None:
    """The bounds of a number; the upper one is open in "30+".

    >>> _bounds("1,200"), _bounds("30-40"), _bounds("30+"), _bounds("many")
    ((1200.0, 1200.0), (30.0, 40.0), (30.0, None), None)
    """
    found = _NUMBER.fullmatch(words)
    if found is None:
        return None
    low, high = (_figure(found[key]) for key in ("low", "high"))
    if low is None or (found["high"] and high is None):
        return None
    return low, None if found["more"] else high if high is not None else low


def _figure(words: str | None) -> float | None:
    if not words:
        return None
    plain = re.sub(r"(?<=\d)[, ](?=\d{3}\b)", "", words.strip())
    try:
        return float(plain)
    except ValueError:
        return None
