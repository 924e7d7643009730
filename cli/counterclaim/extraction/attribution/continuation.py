"""Sentences that go on reporting without a cue: `Staff were still there but there was “deep
concern”` after `the agency warned …` is the agency's, because somebody is quoted and nobody else
is named."""

from __future__ import annotations

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.spans import trim
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_WORDS_QUOTED = 2


def continue_reports(
    parse: Parse, layout: Layout, cues: list[Cue], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of sentences that quote without a cue, right behind an attributed sentence
    of this paragraph or the one before."""
    voiced = {c.word.sentence for c in cues if c.entry.speech and c.subject is not None}
    out: list[Attribution] = []
    for index, segment in enumerate(layout.segments):
        if index in voiced:
            continue
        if (
            segment.quotation is not None
            or segment.headline
            or not _quotes_inside(layout, segment.start, segment.end)
        ):
            continue
        span = (segment.start, segment.end)
        if any(_touch(span, s) for a in found for s in _spans(a)):
            continue
        before = _previous(parse, layout, index, found)
        content = trim(parse.text, *span)
        if before is not None and content is not None:
            out.append(
                Attribution(
                    (content,),
                    None,
                    before.source,
                    "",
                    "report goes on",
                    index,
                    clause=before.clause,
                )
            )
    return out


def _quotes_inside(layout: Layout, start: int, end: int) -> bool:
    """Whether a quotation of a few words stands inside a stretch of the narrator's words."""
    for quotation in layout.quotations:
        if quotation.scare or not (start <= quotation.start and quotation.end <= end):
            continue
        a, b = quotation.pieces[0]
        if len(layout.text[a:b].split()) >= _WORDS_QUOTED:
            return True
    return False


def _previous(
    parse: Parse, layout: Layout, index: int, found: list[Attribution]
) -> Attribution | None:
    """The last attribution of the sentence before, when it lies in this paragraph or the last
    one."""
    here = layout.segments[index]
    candidates = [a for a in found if a.source is not None and a.unit < index]
    last = max(candidates, key=lambda a: (a.unit, a.start), default=None)
    if last is None:
        return None
    there = layout.segments[last.unit]
    close = here.sentence - there.sentence == 1 and here.paragraph - there.paragraph <= 1
    return last if close else None


def _spans(a: Attribution) -> list[Span]:
    return [*a.content, *(s for s in (a.cue, a.source) if s is not None)]


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
