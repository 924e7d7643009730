"""CSL-JSON: the articles as references, for Zotero, Pandoc and citation processors."""

from __future__ import annotations

from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.export.model import Exported, Files, json_bytes
from counterclaim.records import ArticleInfo


def to_csl(exported: Exported) -> Files:
    """One reference for each article."""
    return {"articles.json": lambda: json_bytes([_item(r.article) for r in exported.records])}


def _item(info: ArticleInfo) -> dict[str, Any]:
    facts = {
        "id": info.id,
        "type": "article-newspaper",
        "title": info.title,
        "author": [{"literal": info.author}] if info.author else None,
        "container-title": info.outlet,
        "issued": _issued(info.published),
        "URL": web_address(info),
        "language": info.language,
    }
    return {name: value for name, value in facts.items() if value}


def _issued(day: str | None) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None
