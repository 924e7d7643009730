"""Sentences that go on reporting without a cue: `Staff were still there but there was “deep
concern”` after `the agency warned …` is the agency's, because somebody is quoted and nobody else
is named; `I filled up my tank` beside `…, one driver said` is the driver's, because copy that lost
its quotation marks still says "I"."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.direct import quotations
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.spans import overlap, trim
from counterclaim.knowledge.cues import load_cues
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_WORDS_QUOTED = 2
_PERSONS = frozenset("i we you my our your me us mine ours yours".split())


def continue_reports(
    parse: Parse, layout: Layout, cues: list[Cue], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of sentences that quote without a cue, right behind an attributed sentence
    of this paragraph or the one before, and of those in the first or second person beside a speaker
    of their paragraph."""
    voiced = {c.word.sentence for c in cues if c.entry.speech and c.subject is not None}
    out: list[Attribution] = []
    for index, segment in enumerate(layout.segments):
        if index in voiced:
            continue
        if segment.quotation is not None or segment.headline:
            continue
        span = (segment.start, segment.end)
        if _quotes_inside(layout, *span):
            before = _previous(parse, layout, index, found)
        elif _is_somebody(parse, index):
            before = _speaker_beside(layout, index, [*found, *out])
        else:
            continue
        if any(overlap(span, s) for a in found for s in _spans(a)):
            continue
        content = trim(parse.text, *span)
        if before is not None and content is not None:
            out.append(before.goes_on((content,), "report goes on", index))
    return out


def continue_speech(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """`The road “is gone”, he said. “We have no water.”`: a quotation without a voice goes on from
    the sentence before in its paragraph, when that sentence quotes, too."""
    out = list(found)
    for first, last, content in quotations(layout):
        if any(overlap(c, s) for c in content for a in out for s in a.content):
            continue
        here = layout.segments[first]
        before = [
            (k, a)
            for k, a in enumerate(out)
            if a.source is not None
            and a.rule in ("parenthesis", "clause")
            and here.paragraph == layout.segments[a.unit].paragraph
            and here.sentence - layout.segments[a.unit].sentence == 1
            and _ends_quoted(layout, a)
        ]
        if not before:
            continue
        k, a = max(before, key=lambda b: b[1].start)
        if a.rule == "parenthesis":
            out[k] = replace(a, content=(*a.content, *content))
        else:
            out.append(a.goes_on(content, "speech goes on", last, speech=True))
    return out


def _ends_quoted(layout: Layout, a: Attribution) -> bool:
    """Whether a content ends inside a quotation, or with its closing mark."""
    end = a.content[-1][1]
    return any(q.start < end <= q.end + 1 for q in layout.quotations if not q.scare)


def share_sources(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """`The ministry announced … “It is likely …” – assessed in the daily update`: speech whose
    speaker is left out is by who spoke last, in this paragraph or the one before; else nobody's."""
    out: list[Attribution] = []
    for a in found:
        if not (a.speech and a.source is None and a.cue is not None):
            out.append(a)
            continue
        here = layout.segments[a.unit].paragraph
        before = [
            b
            for b in found
            if b.source is not None
            and b.end <= a.start
            and here - layout.segments[b.unit].paragraph <= 1
        ]
        if before:
            out.append(replace(a, source=max(before, key=lambda b: b.end).source))
    return out


def _is_somebody(parse: Parse, index: int) -> bool:
    """Whether a sentence is in the first or second person, as no report of its own is."""
    return any(w.lower in _PERSONS for w in parse.sentence_words(index))


def _speaker_beside(layout: Layout, index: int, found: list[Attribution]) -> Attribution | None:
    """The speaker of the sentence before or after in the paragraph, where its words stand before
    its cue (`…, one driver said`) or go on already."""
    here = layout.segments[index]
    for step in (-1, 1):
        beside = [
            a
            for a in found
            if a.source is not None
            and 0 <= a.unit < len(layout.segments)
            and layout.segments[a.unit].sentence - here.sentence == step
            and layout.segments[a.unit].paragraph == here.paragraph
            and a.rule in ("parenthesis", "report goes on")
        ]
        if beside:
            return max(beside, key=lambda a: (a.size, -a.start))
    return None


def _quotes_inside(layout: Layout, start: int, end: int) -> bool:
    """Whether a quotation of a few words stands inside a stretch of the narrator's words."""
    for quotation in layout.quotations:
        if quotation.scare or not (start <= quotation.start and quotation.end <= end):
            continue
        if quotation.words >= _WORDS_QUOTED:
            return True
    return False


def _previous(
    parse: Parse, layout: Layout, index: int, found: list[Attribution]
) -> Attribution | None:
    """The last attribution of the sentence before, when it lies in this paragraph or the last
    one."""
    here = layout.segments[index]
    candidates = [a for a in found if a.source is not None and a.unit < index and _tells(a)]
    last = max(candidates, key=lambda a: (a.unit, a.start), default=None)
    if last is None:
        return None
    there = layout.segments[last.unit]
    close = here.sentence - there.sentence == 1 and here.paragraph - there.paragraph <= 1
    return last if close else None


def _tells(a: Attribution) -> bool:
    """Whether an attribution reports words, not a thought, a wish or a topic."""
    cue = load_cues().verb(a.lemma)
    return not a.noun and (
        a.cue is None or a.rule == "preposition" or (cue is not None and cue.speech)
    )


def _spans(a: Attribution) -> list[Span]:
    return [*a.content, *(s for s in (a.cue, a.source) if s is not None)]
