"""FollowTheMoney: a line of JSON for each article, place and claim, for Aleph and its kin.

A claim is an Event whose `proof` is its Article. FtM has no claims: who says it and how stands in
`description`, and the stance and the side among the `keywords`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.export.model import (
    Exported,
    Files,
    json_lines,
    located,
)
from counterclaim.records import Actor, ArticleInfo, Claim, Place

Entity = dict[str, Any]
Values = dict[str, Iterable[str | None]]


def to_ftm(exported: Exported) -> Files:
    """All entities, each once."""
    return {"entities.ftm.json": lambda: json_lines(_entities(exported))}


def _entities(exported: Exported) -> Iterator[Entity]:
    claims = list(exported.claims())
    for record in exported.records:
        yield _article(record.article)
    places = {place.id: place for _, claim in claims for place in located(claim) if place.id}
    for _, place in sorted(places.items(), key=lambda item: str(item[0])):
        yield _address(place)
    for article, claim in claims:
        yield _event(article, claim)


def _entity(name: str, schema: str, values: Values) -> Entity:
    """An entity; every property is a list of texts, and what is not said is not there."""
    kept = {key: list(dict.fromkeys(filter(None, given))) for key, given in values.items()}
    return {"id": name, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def _article(info: ArticleInfo) -> Entity:
    facts: Values = {
        "title": [info.title],
        "author": [info.author],
        "publisher": [info.outlet],
        "publishedAt": [info.published],
        "sourceUrl": [web_address(info)],
        "language": ["eng" if info.language == "en" else None],
        "fileName": [info.file],
    }
    return _entity(info.id, "Article", facts)


def _address(place: Place) -> Entity:
    facts: Values = {
        "full": [", ".join(filter(None, (place.name, place.admin1)))],
        "city": [place.name if place.precision == "settlement" else None],
        "region": [place.admin1],
        "country": [_country(place)],
        "latitude": [f"{place.lat}"],
        "longitude": [f"{place.lon}"],
    }
    return _entity(_place_id(place), "Address", facts)


def _event(article: ArticleInfo, claim: Claim) -> Entity:
    time, event = claim.time, claim.event
    where = [place.name for place in claim.places]
    facts: Values = {
        "name": [": ".join([event.type.replace("_", " "), *where[:1]])],
        "summary": [claim.text],
        "description": [f"{claim.source.name} ({claim.source.side}) {claim.stance}"],
        "startDate": [time.earliest],
        "endDate": [time.latest],
        "location": where,
        "addressEntity": [_place_id(place) for place in located(claim) if place.id],
        "country": [_country(place) for place in claim.places],
        "namesMentioned": [claim.source.name, _name(event.initiator), _name(event.target)],
        "keywords": [event.type, claim.stance, claim.source.side],
        "publisher": [article.outlet],
        "sourceUrl": [web_address(article)],
        "proof": [article.id],
        "recordId": [claim.id],
    }
    return _entity(claim.id.replace("#", "-"), "Event", facts)


def _place_id(place: Place) -> str:
    return f"place-{(place.id or '').replace(':', '-')}"


def _country(place: Place) -> str | None:
    return place.country.lower() if place.country else None


def _name(actor: Actor | None) -> str | None:
    return actor.name if actor else None
