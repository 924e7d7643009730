"""Sentences that go on reporting without a cue: `Staff were still there but there was “deep
concern”` after `the agency warned …` is the agency's, because somebody is quoted and nobody else
is named; `I filled up my tank` beside `…, one driver said` is the driver's, because copy that lost
its quotation marks still says "I"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.direct import quotations
from counterclaim.extraction.attribution.leaning import leans_back
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import trim
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_WORDS_QUOTED = 2
_ACCOUNTS = frozenset({"clause", "parenthesis", "preposition"})
_SHORT = 4
"""Sentences of a paragraph that may be one quotation: a page without paragraphs is none."""
_PERSONS = word_class("in_the_talk")


def continue_reports(
    parse: Parse, layout: Layout, cues: list[Cue], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of sentences that go on without a cue: those that quote beside an attributed
    sentence, those in the first or second person beside a speaker of their paragraph and, where the
    marks are lost, what stands before them; what follows a colon (`He said: A fell. B burned.`);
    the end of a sentence behind a quotation (`He said “They fled,” although nobody followed`)."""
    voiced = {c.word.sentence for c in cues if c.entry.speech and c.subject is not None}
    out: list[Attribution] = []
    placed, reports = SpanIndex(found, _spans), _reports(found)
    speakers = _by_sentence(layout, enumerate(found), ("parenthesis", "report goes on"))
    listed = {layout.segments[a.unit].sentence: a for a in found if _is_behind_colon(layout, a)}
    unmarked = _unmarked_paragraphs(parse, layout)
    for index, segment in enumerate(layout.segments):
        if index in voiced or segment.quotation is not None or segment.headline:
            continue
        span = (segment.start, segment.end)
        before = _tail_of(layout, index, found) or _listed_before(layout, index, listed)
        if before is not None:
            listed.setdefault(segment.sentence, before)
        elif _quotes_inside(layout, *span):
            before = _previous(layout, index, reports) or _speaker_behind(layout, index, speakers)
        elif _is_somebody(parse, index):
            before = _speaker_beside(layout, index, speakers)
        elif leans_back(parse, index):
            before = _told_before(layout, index, reports)
        elif segment.paragraph in unmarked:
            before = _speaker_behind(layout, index, speakers)
        content = trim(parse.text, *span)
        if before is not None and content is not None and not placed.touching(span):
            out.append(before.goes_on((content,), "report goes on", index))
            speakers[segment.sentence].append((len(found) + len(out), out[-1]))
    return out


def _is_behind_colon(layout: Layout, a: Attribution) -> bool:
    """Whether what is said follows a colon and no mark of quotation: `The army said: A fell.`"""
    if a.source is None or a.cue is None or a.speech or a.start < a.cue[1]:
        return False
    return layout.text[a.cue[1] : a.start].rstrip().endswith(":")


def _listed_before(
    layout: Layout, index: int, listed: dict[int, Attribution]
) -> Attribution | None:
    """What was said behind a colon in the sentence before, in this paragraph."""
    here = layout.segments[index]
    before = listed.get(here.sentence - 1)
    same = before is not None and layout.segments[before.unit].paragraph == here.paragraph
    return before if same else None


def _tail_of(layout: Layout, index: int, found: list[Attribution]) -> Attribution | None:
    """Whose quotation a clause behind it goes on with: `He said “They fled,” although …`; behind
    "and" it is the article that goes on."""
    here, before = layout.segments[index], layout.segments[index - 1] if index else None
    if before is None or before.quotation is None or before.sentence != here.sentence:
        return None
    words = layout.text[here.start : here.end].split(maxsplit=2)[:2]
    if not any(word in cue_words("conjunctions") for word in words):
        return None
    return next((a for a in found if a.speech and _leads_to(layout, a, index)), None)


def _leads_to(layout: Layout, a: Attribution, index: int) -> bool:
    """Whether a cue stands before its quotation, and that right before a segment."""
    quoted = layout.segments[index - 1]
    inside = quoted.start <= a.content[-1][1] - 1 < layout.segments[index].start
    return a.cue is not None and a.cue[1] <= a.start and inside


def _unmarked_paragraphs(parse: Parse, layout: Layout) -> set[int]:
    """The short paragraphs that say "I" or "you" without a mark of quotation: somebody speaks there
    whose marks are lost."""
    told: dict[int, list[int]] = defaultdict(list)
    for index, segment in enumerate(layout.segments):
        told[segment.paragraph].append(index)
    return {
        paragraph
        for paragraph, units in told.items()
        if len(units) <= _SHORT and not any(layout.segments[u].quotation is not None for u in units)
        if any(_is_somebody(parse, unit) for unit in units)
    }


def _speaker_behind(
    layout: Layout, index: int, speakers: dict[int, list[tuple[int, Attribution]]]
) -> Attribution | None:
    """The speaker of the sentence behind in the paragraph, whose words begin it (`…, he said`)."""
    here = layout.segments[index]
    behind = [a for _, a in speakers.get(here.sentence + 1, ()) if a.rule == "parenthesis"]
    near = [a for a in behind if layout.segments[a.unit].paragraph == here.paragraph]
    return near[0] if near else None


def _by_sentence(
    layout: Layout, found: Iterable[tuple[int, Attribution]], rules: tuple[str, ...]
) -> dict[int, list[tuple[int, Attribution]]]:
    """The attributions by some rules that have a source, with their positions, by sentence."""
    out: dict[int, list[tuple[int, Attribution]]] = defaultdict(list)
    for k, a in found:
        if a.source is not None and a.rule in rules:
            out[layout.segments[a.unit].sentence].append((k, a))
    return out


def continue_speech(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """`The road “is gone”, he said. “We have no water.”`: a quotation without a voice goes on from
    the sentence before in its paragraph, when that sentence quotes, too."""
    out = list(found)
    told = SpanIndex(found, lambda a: a.content)  # no quotation overlaps those before it
    beside = _by_sentence(layout, enumerate(found), ("parenthesis", "clause"))
    for first, last, content in quotations(layout):
        if any(told.touching(span) for span in content):
            continue
        here = layout.segments[first]
        before = [
            k
            for k, a in beside.get(here.sentence - 1, ())
            if here.paragraph == layout.segments[a.unit].paragraph and _ends_quoted(layout, out[k])
        ]
        if not before:
            continue
        k = max(before, key=lambda k: out[k].start)
        a = out[k]
        if a.rule == "parenthesis":
            out[k] = replace(a, content=(*a.content, *content))
        else:
            out.append(a.goes_on(content, "speech goes on", last, speech=True))
    return out


def _ends_quoted(layout: Layout, a: Attribution) -> bool:
    """Whether a content ends inside a quotation, or with its closing mark."""
    end = a.content[-1][1]
    return bool(layout.quoted(end - 2, end))


def share_sources(layout: Layout, found: list[Attribution]) -> list[Attribution]:
    """`The ministry announced … “It is likely …” – assessed in the daily update`: speech whose
    speaker is left out is by who spoke last, in this paragraph or the one before; else nobody's."""
    out: list[Attribution] = []
    spoken: dict[int, list[Attribution]] = defaultdict(list)
    for b in reversed(found):  # of two that end alike the first one counts
        if b.source is not None:
            spoken[layout.segments[b.unit].paragraph].append(b)
    for told in spoken.values():
        told.sort(key=attrgetter("end"))
    for a in found:
        if not (a.speech and a.source is None and a.cue is not None):
            out.append(a)
            continue
        here = layout.segments[a.unit].paragraph
        near = (spoken.get(paragraph, []) for paragraph in (here, here - 1))
        ended = [(b, bisect_right(b, a.start, key=attrgetter("end"))) for b in near]
        before = [b[count - 1] for b, count in ended if count]
        if before:
            out.append(replace(a, source=max(before, key=lambda b: b.end).source))
    return out


def _is_somebody(parse: Parse, index: int) -> bool:
    """Whether a sentence is in the first or second person, as no report of its own is."""
    return any(w.lower in _PERSONS for w in parse.sentence_words(index))


def _speaker_beside(
    layout: Layout, index: int, speakers: dict[int, list[tuple[int, Attribution]]]
) -> Attribution | None:
    """The speaker of the sentence before or after in the paragraph, where its words stand before
    its cue (`…, one driver said`) or go on already."""
    here = layout.segments[index]
    for step in (-1, 1):
        beside = [
            a
            for _, a in speakers.get(here.sentence + step, ())
            if layout.segments[a.unit].paragraph == here.paragraph
        ]
        if beside:
            return max(beside, key=lambda a: (a.size, -a.start))
    return None


def _quotes_inside(layout: Layout, start: int, end: int) -> bool:
    """Whether a quotation of a few words stands inside a stretch of the narrator's words."""
    return any(
        start <= quotation.start and quotation.end <= end and quotation.words >= _WORDS_QUOTED
        for quotation in layout.quoted(start, end)
    )


def _reports(found: list[Attribution]) -> list[Attribution]:
    """The attributions that report somebody's words, in the order of their units."""
    told = (a for a in reversed(found) if a.source is not None and _tells(a))
    return sorted(told, key=lambda a: (a.unit, a.start))


def _previous(layout: Layout, index: int, reports: list[Attribution]) -> Attribution | None:
    """The last attribution of the sentence before, when it lies in this paragraph or the last
    one."""
    here, count = layout.segments[index], bisect_left(reports, index, key=attrgetter("unit"))
    if not count:
        return None
    last = reports[count - 1]
    there = layout.segments[last.unit]
    close = here.sentence - there.sentence == 1 and here.paragraph - there.paragraph <= 1
    return last if close else None


def _told_before(layout: Layout, index: int, reports: list[Attribution]) -> Attribution | None:
    """What the sentence before in this paragraph reports, in its speaker's words to the end."""
    last = _previous(layout, index, reports)
    if last is None or layout.segments[last.unit].paragraph != layout.segments[index].paragraph:
        return None
    return last if last.rule in _ACCOUNTS and last.stance == "asserts" else None


def _tells(a: Attribution) -> bool:
    """Whether an attribution reports words, not a thought, a wish or a topic."""
    cue = load_cues().verb(a.lemma)
    return not a.noun and (
        a.cue is None or a.rule == "preposition" or (cue is not None and cue.speech)
    )


def _spans(a: Attribution) -> list[Span]:
    return [*a.content, *(s for s in (a.cue, a.source) if s is not None)]
