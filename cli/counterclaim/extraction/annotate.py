"""One layer for any text, in the shape of the public benchmark sets: attributions, times, places,
casualties, coreference. The text is read as an article is: in its reading copy."""

from __future__ import annotations

from typing import Any

from counterclaim.extraction import places, times
from counterclaim.extraction.attribution import find_attributions
from counterclaim.extraction.attribution.sources import find_entities
from counterclaim.extraction.entities.article_context import article_context
from counterclaim.extraction.entities.parties import find_parties
from counterclaim.extraction.grammar.reports import mend_reports
from counterclaim.extraction.quantities.harm import find_harm
from counterclaim.extraction.quantities.toll import incident_toll
from counterclaim.language.parser import parse_text
from counterclaim.language.reading_copy import ReadingCopy, reading_copy
from counterclaim.language.segments import lay_out
from counterclaim.records.model import Span


def annotate_attributions(text: str) -> list[dict[str, Any]]:
    """`[{source, cue, content}]`, each a list of [start, end); the source is the mention beside the
    cue, pronouns stay pronouns."""
    copy = reading_copy(text)
    layout = lay_out(copy.text)
    parse = mend_reports(parse_text(copy.text, layout.units()))
    return [
        {
            "source": _spans(a.pronoun or a.source, copy),
            "cue": _spans(a.cue, copy),
            "content": [list(copy.span(s)) for s in a.content],
        }
        for a in find_attributions(parse, layout)
    ]


def annotate_times(text: str, published: str | None) -> list[dict[str, Any]]:
    """The expressions as plain TIMEX3 dictionaries: start, end, type, value."""
    copy = reading_copy(text)
    return [_as_stored(line, copy) for line in times.annotate_times(copy.text, published)]


def annotate_places(text: str, *, demonyms: bool = False) -> list[dict[str, Any]]:
    """The toponyms with coordinates: start, end, text, lat, lon, geonameid; with `demonyms` the
    adjectives of countries, too, as most labelled sets have them ("Russian troops")."""
    copy = reading_copy(text)
    lines = places.annotate_places(copy.text, demonyms=demonyms)
    return [_as_stored(line, copy) for line in lines]


def annotate_casualties(text: str) -> dict[str, Any]:
    """`casualties`, the people killed or wounded (harm, low, high, category, span of their words),
    and `toll`, how many of each the incident cost that the text is about: None where it tells of
    none or not of how many.

    "Gunmen killed two herders and hurt a guide." has the toll {"killed": 2, "wounded": 1}.
    """
    copy = reading_copy(text)
    parse = parse_text(copy.text, lay_out(copy.text).units())
    harms = find_harm(parse)
    return {
        "casualties": [
            {
                "harm": h.harm,
                "low": h.low,
                "high": h.high,
                "category": h.category,
                "span": list(copy.span(h.span)),
            }
            for h in harms
            if h.told
        ],
        "toll": incident_toll(parse, harms),
    }


def annotate_coreference(text: str) -> list[list[list[int]]]:
    """The chains of mentions of one person, body or place, each a list of [start, end) in text
    order: names, descriptions and pronouns; what is mentioned once is left out.

    "Olena Koval left. She wept." gives [[[0, 11], [18, 21]]].
    """
    copy = reading_copy(text)
    layout = lay_out(copy.text)
    parse = mend_reports(parse_text(copy.text, layout.units()))
    toponyms = places.find_toponyms(copy.text, parse)
    conflict, actors = find_parties(copy.text, None, toponyms, parse)
    article = article_context(copy.text, None, conflict, toponyms, actors)
    attributions = find_attributions(parse, layout)
    chains = find_entities(parse, layout, attributions, article).chains()
    return [[list(copy.span(span)) for span in chain] for chain in chains]


def _as_stored(line: dict[str, Any], copy: ReadingCopy) -> dict[str, Any]:
    """A line with `start`, `end` and perhaps `text`, over the stored text."""
    start, end = copy.span((line["start"], line["end"]))
    words = {"text": copy.stored[start:end]} if "text" in line else {}
    return {**line, "start": start, "end": end, **words}


def _spans(span: Span | None, copy: ReadingCopy) -> list[list[int]]:
    return [] if span is None else [list(copy.span(span))]


def annotate_line(layer: str, line: dict[str, Any]) -> dict[str, Any]:
    """One line of a labelled set with a layer added: "attributions", "times", "places",
    "casualties" or "coreference" (as `chains`)."""
    text = line["text"]
    published = line.get("dct") or line.get("date")
    if layer == "attributions":
        return {**line, "attributions": annotate_attributions(text)}
    if layer == "times":
        return {**line, "timex": annotate_times(text, published)}
    if layer == "casualties":
        return line | annotate_casualties(text)
    if layer == "coreference":
        return {**line, "chains": annotate_coreference(text)}
    return {**line, "toponyms": annotate_places(text, demonyms=True)}
