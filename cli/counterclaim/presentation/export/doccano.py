"""doccano: a line of JSON for each article, for projects of sequence labelling with relations.

It counts in code points, as the records do.
"""

from __future__ import annotations

from typing import Any

from counterclaim.presentation.export.model import Exported, Files, json_lines
from counterclaim.presentation.export.spans import links_of, regions_of
from counterclaim.records import Record


def to_doccano(exported: Exported) -> Files:
    """One line for each article: its text, the marked words, what belongs together."""
    return {"doccano.jsonl": lambda: json_lines(_line(r, text) for r, text in exported.texts())}


def _line(record: Record, text: str) -> dict[str, Any]:
    regions = regions_of(record, text)
    number = {region.id: at for at, region in enumerate(regions, 1)}
    links = enumerate(links_of(record, regions), 1)
    return {
        "text": text,
        "entities": [
            {
                "id": number[region.id],
                "label": region.part,
                "start_offset": region.span[0],
                "end_offset": region.span[1],
            }
            for region in regions
        ],
        "relations": [
            {"id": at, "from_id": number[a], "to_id": number[b], "type": how}
            for at, (a, b, how) in links
        ],
        "article": record.article.id,
        "claims": {number[region.id]: region.claim for region in regions},
    }
