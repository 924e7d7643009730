"""Accounts of a side that a report only follows: what it tells in that side's own words ("the
enemy", "our defenders"), and what stands between two such sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.extraction.attribution.channels import is_relay
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import SpanIndex
from counterclaim.records.model import Source, Span

Spoken = tuple[Attribution, Source]
_THIRD = frozenset({UNKNOWN, INDEPENDENT})


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    """A sentence, and who speaks in it; `free` where only its words tell that."""

    span: Span
    name: str
    free: bool


def find_followed(
    layout: Layout, spoken: list[Spoken], actors: list[ActorMention]
) -> Iterator[tuple[Span, Source]]:
    """The stretches of a report that tell what a side tells, and whose words they are: of whoever
    of that side spoke last, not of an agency that passes words on, as long as nobody else has
    spoken since. All that follows is theirs where nobody else speaks in the text.

    Example:
        Behind `The staff said five raids were beaten off.` the sentences `Two are going on. The
        enemy lost a tank.` are the staff's, too.
    """
    partisan = _partisan(layout, spoken, actors)
    sided = [(a, replace(s, cue=None)) for a, s in spoken if s.side not in _THIRD]
    if not partisan or len({s.side for _, s in sided}) != 1:
        return
    sided = [(a, s) for a, s in sided if not is_relay(s.name)] or sided
    first, teller = sided[0]
    alone = {s.name for _, s in spoken if not is_relay(s.name)} <= {teller.name}
    if alone and partisan[-1][0] > first.start:
        yield (first.start, len(layout.text)), teller
        return
    who = {s.name: s for _, s in sided}
    heard = [(a, s) for a, s in spoken if s.name in who or not is_relay(s.name)]
    marks = [_Mark(layout.sentence_at(a.start), s.name, free=False) for a, s in heard]
    marks += [_Mark(span, "", free=True) for span in partisan]
    for span, name in _joined(_named(sorted(marks))):
        if name in who:
            yield span, who[name]


def _partisan(layout: Layout, spoken: list[Spoken], actors: list[ActorMention]) -> list[Span]:
    """The sentences in a side's own words that nobody is said to say, but those that sum up."""
    said = SpanIndex([a for a, _ in spoken], lambda a: a.content)
    own = [a for a in actors if a.relative and not said.touching((a.start, a.end))]
    return [
        s for s in sorted({layout.sentence_at(a.start) for a in own}) if not _sums_up(layout, s)
    ]


def _sums_up(layout: Layout, span: Span) -> bool:
    """Whether a sentence opens as the article's own summary: `Overall, the front is tense`."""
    opening = layout.text[slice(*span)].lower().replace(",", " ")
    return opening.startswith(tuple(f"{words} " for words in word_class("summing_up")))


def _named(marks: list[_Mark]) -> Iterator[_Mark]:
    """The marks, those that are free in the voice of the one before."""
    last = ""
    for mark in marks:
        last = last if mark.free else mark.name
        yield replace(mark, name=last)


def _joined(marks: Iterator[_Mark]) -> Iterator[tuple[Span, str]]:
    """The free sentences, each with what stands before it since its teller spoke last."""
    told = list(marks)
    for before, mark in pairwise(told):
        if mark.free:
            start = before.span[1] if before.name == mark.name else mark.span[0]
            yield (start, mark.span[1]), mark.name
