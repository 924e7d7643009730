"""STIX 2.1: claims as Notes about their Locations, denials and confirmations as Opinions.

STIX wants a day for every object: the one on which the article was printed, and the first day of
1970 where that is not known. Ids are made of what they stand for, so a second export gives them
again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.export.model import (
    Exported,
    Files,
    json_bytes,
    located,
    uuid_of,
)
from counterclaim.records import ArticleInfo, Claim, Place

Object = dict[str, Any]
_UNDATED = "1970-01-01"
_OPINIONS = {"denies": "strongly-disagree", "doubts": "disagree", "confirms": "strongly-agree"}


def to_stix(exported: Exported) -> Files:
    """One bundle."""
    return {"bundle.json": lambda: json_bytes(_bundle(exported))}


def _bundle(exported: Exported) -> Object:
    found = {item["id"]: item for item in _objects(exported)}
    made = _id("bundle", *found)
    return {"type": "bundle", "id": made, "objects": list(found.values())}


def _objects(exported: Exported) -> Iterator[Object]:
    claims = list(exported.claims())
    known = {claim.id for _, claim in claims}
    for article, claim in claims:
        where = [_location(place) for place in located(claim)]
        yield from where
        about = where or [_identity(claim)]
        yield from about
        yield _note(article, claim, [item["id"] for item in about])
        if claim.responds_to in known and claim.stance in _OPINIONS:
            yield _opinion(article, claim)


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid_of(kind, *parts)}"


def _head(kind: str, day: str | None, *parts: str) -> Object:
    when = f"{day or _UNDATED}T00:00:00.000Z"
    named = {"type": kind, "spec_version": "2.1", "id": _id(kind, *parts)}
    return {**named, "created": when, "modified": when}


def _location(place: Place) -> Object:
    """A place: the same whoever speaks of it, and whenever."""
    facts = {
        "name": place.name,
        "country": place.country,
        "administrative_area": place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
    }
    head = _head("location", None, place.id or place.name, f"{place.lat}", f"{place.lon}")
    return {**head, **{key: value for key, value in facts.items() if value is not None}}


def _identity(claim: Claim) -> Object:
    """Who makes a claim: what a Note is about that knows no place."""
    source = claim.source
    kinds = {"person": "individual", "organisation": "organization"}
    head = _head("identity", None, source.name, source.kind, source.side)
    return {**head, "name": source.name, "identity_class": kinds.get(source.kind, "unknown")}


def _note(article: ArticleInfo, claim: Claim, about: list[str]) -> Object:
    labels = [f"event:{claim.event.type}", f"side:{claim.source.side}", f"stance:{claim.stance}"]
    return {
        **_head("note", article.published, claim.id),
        "abstract": f"{claim.source.name} {claim.stance}",
        "content": claim.text,
        "authors": [claim.source.name],
        "object_refs": list(dict.fromkeys(about)),
        "labels": labels,
        "external_references": [_reference(article, claim)],
    }


def _reference(article: ArticleInfo, claim: Claim) -> Object:
    address = web_address(article)
    named = {"source_name": article.outlet or "counterclaim", "external_id": claim.id}
    return {**named, **({"url": address} if address else {})}


def _opinion(article: ArticleInfo, claim: Claim) -> Object:
    """What one source thinks of another's claim. Our own verdicts are nobody's opinion."""
    return {
        **_head("opinion", article.published, claim.id, str(claim.responds_to)),
        "opinion": _OPINIONS[claim.stance],
        "explanation": claim.text,
        "authors": [claim.source.name],
        "object_refs": [_id("note", str(claim.responds_to))],
    }
