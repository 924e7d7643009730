"""W3C Web Annotation: each claim as an annotation of the words that make it, in JSON-LD.

The words are told twice, as a quotation with what stands around it and by their position: the first
finds them again in a page that has changed. Positions are code points, as the standard asks.
"""

from __future__ import annotations

from typing import Any

from counterclaim.presentation.export.model import (
    Exported,
    Files,
    article_address,
    iri,
    json_bytes,
)
from counterclaim.records import Claim, Record, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def to_web_annotation(exported: Exported) -> Files:
    """A collection with one page."""
    return {"annotations.jsonld": lambda: json_bytes(_collection(exported))}


def _collection(exported: Exported) -> dict[str, Any]:
    items = [_annotation(r, c, text) for r, text in exported.texts() for c in r.events]
    page = {"id": iri("claims/1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    head = {"@context": CONTEXT, "id": iri("claims"), "type": "AnnotationCollection"}
    return {**head, "label": "Claims", "total": len(items), "first": page}


def _annotation(record: Record, claim: Claim, text: str) -> dict[str, Any]:
    source = article_address(record.article)
    targets = [{"source": source, "selector": _selectors(text, span)} for span in claim.spans]
    return {
        "id": iri(claim.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [_body(purpose, value) for purpose, value in _bodies(claim)],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(claim: Claim) -> list[tuple[str, str]]:
    tags = [f"{claim.stance}", f"side: {claim.source.side}", f"event: {claim.event.type}"]
    tags += [f"place: {place.name}" for place in claim.places]
    return [("describing", f"{claim.source.name} {claim.stance}"), *(("tagging", t) for t in tags)]


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]
