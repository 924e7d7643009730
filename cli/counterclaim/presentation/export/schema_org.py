"""schema.org: each claim as a Claim in JSON-LD. It is no ClaimReview: nothing is judged here."""

from __future__ import annotations

from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.export.model import (
    Exported,
    Files,
    article_address,
    interval,
    iri,
    json_bytes,
)
from counterclaim.records import ArticleInfo, Claim, Place

_KINDS = {"person": "Person", "organisation": "Organization"}
Node = dict[str, Any]


def to_schema_org(exported: Exported) -> Files:
    """One graph: the articles, then the claims."""
    return {"claims.jsonld": lambda: json_bytes(_graph(exported))}


def _graph(exported: Exported) -> Node:
    articles = [_article(record.article) for record in exported.records]
    claims = [_claim(article, claim) for article, claim in exported.claims()]
    return {"@context": {"@vocab": "https://schema.org/"}, "@graph": [*articles, *claims]}


def _kept(**values: Any) -> Node:
    return {key: value for key, value in values.items() if value}


def _article(info: ArticleInfo) -> Node:
    publisher = {"@type": "Organization", "name": info.outlet} if info.outlet else None
    facts = _kept(
        headline=info.title,
        url=web_address(info),
        author={"@type": "Person", "name": info.author} if info.author else None,
        publisher=publisher,
        datePublished=info.published,
        inLanguage=info.language,
    )
    return {"@id": article_address(info), "@type": "NewsArticle", **facts}


def _claim(article: ArticleInfo, claim: Claim) -> Node:
    facts = _kept(
        author=_author(claim),
        dateCreated=claim.time.said,
        temporalCoverage=_days(claim),
        contentLocation=[_place(place) for place in claim.places],
        about=claim.event.type,
    )
    appearance = {"@id": article_address(article)}
    node = {"@id": iri(claim.id), "@type": "Claim", "text": claim.text, "appearance": appearance}
    return {**node, **facts}


def _author(claim: Claim) -> Node | None:
    """Who makes the claim. Somebody unnamed is nobody that a graph could join by name."""
    kind = _KINDS.get(claim.source.kind)
    return {"@type": kind, "name": claim.source.name} if kind else None


def _days(claim: Claim) -> str | None:
    first, last = interval(claim.time.earliest, claim.time.latest)
    return f"{first or '..'}/{last or '..'}" if first or last else None


def _place(place: Place) -> Node:
    known = place.lat is not None and place.lon is not None
    geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    named = {"@id": iri(place.id)} if place.id else {}
    return {**named, "@type": "Place", "name": place.name, **({"geo": geo} if known else {})}
