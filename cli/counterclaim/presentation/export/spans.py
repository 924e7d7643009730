"""The marked words of an article, for tools in which people mark words: a region for each piece of
a claim, its source, cue, places, times and numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.records import Claim, Record, Span

PARTS = ("claim", "source", "cue", "place", "time", "quantity")


@dataclass(frozen=True, slots=True)
class Region:
    """Words with a label. `id` is the claim's, then the part, then which: `…#03/place/1`."""

    id: str
    claim: str
    part: str
    span: Span


def regions_of(record: Record, text: str) -> list[Region]:
    """All regions of an article, in the order of its claims; a span that a person has mistyped, and
    that the text has not, is none."""
    return [
        Region(f"{claim.id}/{part}/{number}", claim.id, part, span)
        for claim in record.events
        for part in PARTS
        for number, span in enumerate(_spans(claim, part), 1)
        if 0 <= span[0] < span[1] <= len(text)
    ]


def _spans(claim: Claim, part: str) -> Iterator[Span]:
    source = claim.source
    if part == "claim":
        yield from claim.spans
    elif part == "source" and source.mention:
        yield source.mention.span
    elif part == "cue" and source.cue:
        yield source.cue.span
    elif part == "place":
        yield from dict.fromkeys(place.span for place in claim.places)
    elif part == "time" and claim.time.span:
        yield claim.time.span
    elif part == "quantity":
        yield from dict.fromkeys(quantity.span for quantity in claim.quantities)


def links_of(record: Record, regions: Sequence[Region]) -> list[tuple[str, str, str]]:
    """What belongs together: (from, to, how), from the first piece of a claim to its other regions,
    and to the claim that it answers."""
    first = {region.claim: region.id for region in reversed(regions)}
    links = [
        (first[region.claim], region.id, "continues" if region.part == "claim" else region.part)
        for region in regions
        if region.id != first[region.claim]
    ]
    answers = ((c.id, c.responds_to or "") for c in record.events)
    known = ((first[a], first[b], "answers") for a, b in answers if a in first and b in first)
    return [*links, *known]
