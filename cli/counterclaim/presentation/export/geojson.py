"""GeoJSON (RFC 7946): a feature for each claim, at all its places that have coordinates."""

from __future__ import annotations

from typing import Any

from counterclaim.presentation.export.model import Exported, Files, json_bytes, located
from counterclaim.presentation.export.tables import TABLES
from counterclaim.records import ArticleInfo, Claim, Place


def to_geojson(exported: Exported) -> Files:
    """One collection of features. A claim without coordinates has no geometry, and is there."""
    return {"claims.geojson": lambda: json_bytes(_collection(exported))}


def _collection(exported: Exported) -> dict[str, Any]:
    features = [_feature(article, claim) for article, claim in exported.claims()]
    return {"type": "FeatureCollection", "features": features}


def _feature(article: ArticleInfo, claim: Claim) -> dict[str, Any]:
    table = TABLES["claims"]
    facts = dict(zip(table.heads, table.row(article, claim), strict=True))
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": _geometry(located(claim)),
        "properties": {name: facts[name] for name in facts if name not in ("lat", "lon")},
    }


def _geometry(places: list[Place]) -> dict[str, Any] | None:
    points = list(dict.fromkeys((place.lon, place.lat) for place in places))
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": list(points[0])}
    return {"type": "MultiPoint", "coordinates": [list(point) for point in points]}
