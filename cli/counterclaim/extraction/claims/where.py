"""Where the event of a claim was: the places of its words, without those of another event that they
only mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.extraction.claims.context import outside
from counterclaim.extraction.places import places_in
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.patterns import pattern
from counterclaim.records.model import Place, Span

_ASIDE = re.compile(
    rf"\b(?:(?P<cause>{any_of('after_its_cause')})|{any_of('of_another_event')})\b", re.IGNORECASE
)
_ASIDE_ENDS = pattern("aside_ends")


def places_told(
    text: str, content: tuple[Span, ...], also: tuple[Span, ...], toponyms: list[Toponym]
) -> tuple[Place, ...]:
    """The places of the event told in a content and in the words `also`; those that it only
    answers, follows or defies stay out where it has a place itself: Kaya, but not Bodu, in "Shells
    hit Kaya in response to an attack on Bodu".
    """
    found = places_in((*content, *also), toponyms)
    kept = places_in((*without_asides(text, content, causes=True), *also), toponyms)
    return kept or (found and places_in((*without_asides(text, content), *also), toponyms))


def without_asides(text: str, spans: tuple[Span, ...], *, causes: bool = False) -> tuple[Span, ...]:
    """Some spans without what mentions another event in them. What may be the cause of what is told
    ("ten died following a raid on Bodu") is left out only with `causes`."""
    asides = [aside for span in spans for aside in _asides(text, span, causes)]
    return tuple(part for span in spans for part in outside(span, asides)) if asides else spans


def _asides(text: str, span: Span, causes: bool) -> Iterator[Span]:
    """The parts of a span that mention another event: to its end, or to the comma behind where
    they open it."""
    for match in _ASIDE.finditer(text, *span):
        if match["cause"] and not causes:
            continue
        if match.start() > span[0]:
            end = _ASIDE_ENDS.search(text, match.end(), span[1])
            yield match.start(), end.start() if end else span[1]
        elif (comma := text.find(", ", match.end(), span[1])) > 0:
            yield match.start(), comma
