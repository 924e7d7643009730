"""Prodigy and spaCy: a line of JSON for each article, its marked words as spans of characters.

Both count in code points, as the records do.
"""

from __future__ import annotations

from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.export.model import Exported, Files, json_lines
from counterclaim.presentation.export.spans import regions_of
from counterclaim.records import Record


def to_prodigy(exported: Exported) -> Files:
    """One line for each article; `claim` says which claim a span belongs to."""
    return {"spans.jsonl": lambda: json_lines(_line(r, text) for r, text in exported.texts())}


def _line(record: Record, text: str) -> dict[str, Any]:
    info = record.article
    spans = [
        {
            "start": region.span[0],
            "end": region.span[1],
            "label": region.part,
            "claim": region.claim,
        }
        for region in regions_of(record, text)
    ]
    meta = {"article": info.id, "outlet": info.outlet, "url": web_address(info)}
    return {"text": text, "spans": spans, "meta": {k: v for k, v in meta.items() if v}}
