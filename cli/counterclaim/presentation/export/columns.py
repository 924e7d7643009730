"""The columns of the table of claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counterclaim.knowledge.comparison import load_rules
from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.compare.flat import quantity_words
from counterclaim.presentation.export.model import interval
from counterclaim.presentation.export.table_model import Column, day, flag, number, text
from counterclaim.records import Actor, ArticleInfo, Claim, Place

_JOINED = "; "


def _of(read: Callable[[Claim], Any]) -> Callable[[ArticleInfo, Claim], Any]:
    return lambda _, claim: read(claim)


def _article(read: Callable[[ArticleInfo], Any]) -> Callable[[ArticleInfo, Claim], Any]:
    return lambda article, _: read(article)


def _place(read: Callable[[Place], Any]) -> Callable[[ArticleInfo, Claim], Any]:
    """Of the first place: the others stand in the table of places."""
    return lambda _, claim: read(claim.places[0]) if claim.places else None


def _actor(actor: Actor | None, part: str) -> str | None:
    return getattr(actor, part) if actor else None


def _days(claim: Claim) -> tuple[str | None, str | None]:
    return interval(claim.time.earliest, claim.time.latest)


def _one_day(claim: Claim) -> str | None:
    first, last = _days(claim)
    return first if first == last else None


CLAIM_COLUMNS: tuple[Column, ...] = (
    text("id", "The claim: no two have one", _of(lambda c: c.id)),
    text("article", "The id of its article", _article(lambda a: a.id)),
    text("url", "The address of the article on the web", _article(web_address)),
    text("outlet", "Who printed it", _article(lambda a: a.outlet)),
    text("title", "The title of the article", _article(lambda a: a.title)),
    day("published", "When it was printed", _article(lambda a: interval(a.published, None)[0])),
    text("source", "Who claims it; “narrator”: the article", _of(lambda c: c.source.name)),
    text("source_kind", "person, organisation, unnamed or narrator", _of(lambda c: c.source.kind)),
    text("source_role", "The office or role, as the article has it", _of(lambda c: c.source.role)),
    text("side", "The side of the source", _of(lambda c: c.source.side)),
    text(
        "relay",
        "Through whom, the nearest to the source first",
        _of(lambda c: _JOINED.join(r.name for r in c.source.relay)),
    ),
    text("stance", "asserts, denies, doubts …", _of(lambda c: c.stance)),
    flag("hedged", "Whether the claim is softened", _of(lambda c: c.hedged)),
    text("responds_to", "The claim that this one answers", _of(lambda c: c.responds_to)),
    text("topic", "The question it answers", _of(lambda c: load_rules().topic_of(c.event.type))),
    text("event", "The type of event", _of(lambda c: c.event.type)),
    text("initiator", "Who does it", _of(lambda c: _actor(c.event.initiator, "name"))),
    text("initiator_side", "The side of that", _of(lambda c: _actor(c.event.initiator, "side"))),
    text("target", "To whom", _of(lambda c: _actor(c.event.target, "name"))),
    text("target_side", "The side of that", _of(lambda c: _actor(c.event.target, "side"))),
    text("place", "The first place of the event", _place(lambda p: p.name)),
    text("place_id", "Its id in GeoNames or Wikidata", _place(lambda p: p.id)),
    text("place_precision", "How exactly that is known", _place(lambda p: p.precision)),
    text("place_relation", "near, north of …; empty: in it", _place(lambda p: p.relation)),
    text("country", "Its country, ISO 3166 alpha-2", _place(lambda p: p.country)),
    text("region", "Its region", _place(lambda p: p.admin1)),
    number("lat", "Latitude, WGS 84", _place(lambda p: p.lat)),
    number("lon", "Longitude, WGS 84", _place(lambda p: p.lon)),
    text("places", "All places", _of(lambda c: _JOINED.join(p.name for p in c.places))),
    day("date", "The day of the event; empty: not known to the day", _of(_one_day)),
    day("date_first", "The first day that it may have been", _of(lambda c: _days(c)[0])),
    day("date_last", "The last day that it may have been", _of(lambda c: _days(c)[1])),
    text("date_precision", "day, month, range, open …", _of(lambda c: c.time.precision)),
    day("said_first", "When it was said, from", _of(lambda c: interval(c.time.said, None)[0])),
    day("said_last", "When it was said, to", _of(lambda c: interval(None, c.time.said)[1])),
    text(
        "quantities",
        "Its numbers, in words",
        _of(lambda c: _JOINED.join(map(quantity_words, c.quantities))),
    ),
    text("text", "The words of the claim, as they stand in the article", _of(lambda c: c.text)),
    text("quotation", "direct, indirect or mixed", _of(lambda c: c.quotation)),
    text(
        "spans",
        "Where the words stand: code points of the text",
        _of(lambda c: _JOINED.join(f"{start}-{end}" for start, end in c.spans)),
    ),
    text("review", "What a person said of the record", _of(lambda c: c.review.status)),
)
