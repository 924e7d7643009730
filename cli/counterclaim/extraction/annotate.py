"""One layer for any text, in the shape of the public benchmark sets: attributions, times,
places."""

from __future__ import annotations

from typing import Any

from counterclaim.extraction.attribution import find_attributions
from counterclaim.extraction.places import annotate_places
from counterclaim.extraction.times import annotate_times
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out
from counterclaim.records.model import Span

__all__ = ["annotate_attributions", "annotate_places", "annotate_times"]


def annotate_attributions(text: str) -> list[dict[str, Any]]:
    """`[{source, cue, content}]`, each a list of [start, end); the source is the mention beside the
    cue, pronouns stay pronouns."""
    layout = lay_out(text)
    parse = parse_text(text, layout.units())
    return [
        {
            "source": _spans(a.pronoun or a.source),
            "cue": _spans(a.cue),
            "content": [list(s) for s in a.content],
        }
        for a in find_attributions(parse, layout)
    ]


def _spans(span: Span | None) -> list[list[int]]:
    return [] if span is None else [list(span)]


def annotate_line(layer: str, line: dict[str, Any]) -> dict[str, Any]:
    """One line of a labelled set with a layer ("attributions", "times" or "places") added."""
    text = line["text"]
    published = line.get("dct") or line.get("date")
    if layer == "attributions":
        return {**line, "attributions": annotate_attributions(text)}
    if layer == "times":
        return {**line, "timex": annotate_times(text, published)}
    return {**line, "toponyms": annotate_places(text)}
