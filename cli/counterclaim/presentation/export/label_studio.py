"""Label Studio: tasks with what was read as predictions, and the labelling interface for them.

It counts as JavaScript does, in units of UTF-16, and may drop carriage returns: they go as spaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from counterclaim.knowledge.sides import load_sides
from counterclaim.presentation.export.model import Exported, Files, json_bytes
from counterclaim.presentation.export.spans import PARTS, Region, links_of, regions_of
from counterclaim.records import Claim, Record
from counterclaim.records.model import STANCES
from counterclaim.records.utf16 import Utf16

_LINKS = ("continues", *PARTS[1:], "answers")


def to_label_studio(exported: Exported) -> Files:
    """Tasks to import, and the configuration that a project needs for them."""
    return {
        "tasks.json": lambda: json_bytes([_task(r, text) for r, text in exported.texts()]),
        "config.xml": lambda: _config().encode("utf-8"),
    }


def _task(record: Record, text: str) -> dict[str, Any]:
    info = record.article
    facts = {"article": info.id, "sha256": info.sha256, "title": info.title, "url": info.url}
    claims = [claim.id for claim in record.events]
    regions = regions_of(record, text)
    results = [*_results(record, text, regions), *map(_link, links_of(record, regions))]
    return {
        "data": {"text": text.replace("\r", " "), **facts, "claims": claims},
        "predictions": [{"model_version": info.made_by or "counterclaim", "result": results}],
    }


def _results(record: Record, text: str, regions: Sequence[Region]) -> Iterator[dict[str, Any]]:
    claims = {claim.id: claim for claim in record.events}
    units = Utf16(text)
    seen: set[str] = set()
    for region in regions:
        start, end = region.span
        place = {"start": units.out(start), "end": units.out(end)}
        words = {**place, "text": text[start:end].replace("\r", " ")}
        made = {"id": region.id, "to_name": "text"}
        yield {
            **made,
            "from_name": "part",
            "type": "labels",
            "value": {**words, "labels": [region.part]},
        }
        if region.claim not in seen:
            for name, value in choices_of(claims[region.claim]).items():
                chosen = {**words, "choices": [value]}
                yield {**made, "from_name": name, "type": "choices", "value": chosen}
        seen.add(region.claim)


def choices_of(claim: Claim) -> dict[str, str]:
    """What a person may choose of a claim: its stance, its side, whether it is softened."""
    hedged = "hedged" if claim.hedged else "plain"
    return {"stance": claim.stance, "side": claim.source.side, "hedged": hedged}


def _link(link: tuple[str, str, str]) -> dict[str, Any]:
    a, b, how = link
    return {"type": "relation", "from_id": a, "to_id": b, "direction": "right", "labels": [how]}


def _config() -> str:
    """The labelling interface, with the names that the tasks use."""
    sides = sorted({*load_sides().names, "independent", "unknown"})
    return "\n".join((
        "<View>",
        *_group('<Labels name="part" toName="text"', "Label", PARTS, "</Labels>"),
        *_chosen("stance", STANCES),
        *_chosen("side", sides),
        *_chosen("hedged", ("plain", "hedged")),
        *_group("<Relations", "Relation", _LINKS, "</Relations>"),
        '  <Text name="text" value="$text" granularity="symbol"/>',
        "</View>",
        "",
    ))  # fmt: skip


def _chosen(name: str, values: Sequence[str]) -> list[str]:
    where = 'toName="text" perRegion="true" whenTagName="part" whenLabelValue="claim"'
    return _group(f'<Choices name="{name}" {where}', "Choice", values, "</Choices>")


def _group(head: str, tag: str, values: Sequence[str], end: str) -> list[str]:
    inner = [f"    <{tag} value={quoteattr(value)}/>" for value in values]
    return [f"  {head}>", *inner, f"  {end}"]
