"""The tables of places and of numbers: a claim may have several of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from counterclaim.presentation.export.model import Exported
from counterclaim.presentation.export.table_model import Column, flag, number, text
from counterclaim.records import Claim, Place, Quantity

Item = tuple[Claim, int, Any]


def places(exported: Exported) -> Iterator[tuple[Claim, int, Place]]:
    """Every place of every claim, numbered."""
    for _, claim in exported.claims():
        yield from ((claim, n, place) for n, place in enumerate(claim.places, 1))


def sums(exported: Exported) -> Iterator[tuple[Claim, int, Quantity]]:
    """Every number of every claim, numbered."""
    for _, claim in exported.claims():
        yield from ((claim, n, quantity) for n, quantity in enumerate(claim.quantities, 1))


def _part(read: Callable[[Any], Any]) -> Callable[..., Any]:
    return lambda claim, at, part: read(part)


_KEYS: tuple[Column, ...] = (
    text("id", "The claim and the number within it", lambda claim, at, part: f"{claim.id}.{at}"),
    text("claim", "The id of the claim", lambda claim, at, part: claim.id),
)

PLACE_COLUMNS: tuple[Column, ...] = (
    *_KEYS,
    text("place", "The name", _part(lambda p: p.name)),
    text("place_id", "The id in GeoNames or Wikidata", _part(lambda p: p.id)),
    text("mention", "The name as the article has it", _part(lambda p: p.mention)),
    text("precision", "How exactly it is known", _part(lambda p: p.precision)),
    text("relation", "near, north of …; empty: in it", _part(lambda p: p.relation)),
    text("basis", "stated, or from the context", _part(lambda p: p.basis)),
    text("country", "The country, ISO 3166 alpha-2", _part(lambda p: p.country)),
    text("region", "The region", _part(lambda p: p.admin1)),
    number("lat", "Latitude, WGS 84", _part(lambda p: p.lat)),
    number("lon", "Longitude, WGS 84", _part(lambda p: p.lon)),
)

QUANTITY_COLUMNS: tuple[Column, ...] = (
    *_KEYS,
    text("what", "What is counted, or what became of people", _part(lambda q: q.what)),
    text("counted", "Which people", _part(lambda q: q.counted)),
    text("fate", "What became of things", _part(lambda q: q.fate)),
    text("side", "Whose", _part(lambda q: q.side)),
    number("low", "At least", _part(lambda q: q.low)),
    number("best", "The number itself", _part(lambda q: q.best)),
    number("high", "At most", _part(lambda q: q.high)),
    text("unit", "The unit", _part(lambda q: q.unit)),
    flag("approximate", "Whether it is rounded", _part(lambda q: q.approximate)),
    text("window", "The days counted over, or P1D for each day", _part(lambda q: q.window)),
    flag("cumulative", "A total so far, or added to one", _part(lambda q: q.cumulative)),
    text("mention", "The words", _part(lambda q: q.mention)),
)
