"""Direct speech: whose quotation is it?

A quotation belongs to the cue that stands in the narrator's words beside it: behind it
(`“…,” said the mayor`), before it (`The mayor said: “…”`), or between its halves. Without a cue
it goes on from the speaker before it in the paragraph, or, when a paragraph is nothing but
quotation, from the paragraph before.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.model import COLON, Attribution
from counterclaim.extraction.attribution.speech_cues import announces, find_voices
from counterclaim.extraction.grammar.spans import trim
from counterclaim.extraction.grammar.words import DASHES, in_noun_phrase
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_SIGNATURE = 12
"""Words: the longest signature below a quotation, with its dash and an office."""


def attribute_speech(parse: Parse, layout: Layout, cues: list[Cue]) -> list[Attribution]:
    """One attribution for each stretch of direct speech by one voice, in text order. A quotation
    that nobody can be found for gives none."""
    voices = find_voices(parse, layout, cues)
    out: list[Attribution] = []
    previous: tuple[Attribution, int] | None = None
    for first, last, content in quotations(layout):
        voice, rule = _voice_of(layout, voices, first, last)
        if voice is None and (signed := _signed_below(parse, layout, first, last)) is not None:
            voice, rule = signed, "signed below"
        if voice is not None:
            said = replace(voice, content=content, rule=rule, unit=first)
            joins = bool(out) and out[-1].cue == voice.cue
        else:
            voice = _carried(layout, previous, first)
            if voice is None:
                previous = None
                continue
            said = voice.goes_on(content, "speech goes on", first, speech=True)
            joins = _same_paragraph(layout, previous, first) and _is_voice(out[-1], voice)
        if joins:
            out[-1] = replace(out[-1], content=(*out[-1].content, *content))
        else:
            out.append(said)
        previous = (voice, last)
    return out


def _is_voice(said: Attribution, voice: Attribution) -> bool:
    return voice.cue == said.cue or voice.source == said.source


def quotations(layout: Layout) -> list[tuple[int, int, tuple[Span, ...]]]:
    """For each quotation that is speech: its first and last segment and its words."""
    segments: dict[int, list[int]] = {}
    for index, segment in enumerate(layout.segments):
        if segment.quotation is not None:
            segments.setdefault(segment.quotation, []).append(index)
    found = ((i[0], i[-1], _content(layout, q)) for q, i in sorted(segments.items()))
    return [(first, last, content) for first, last, content in found if content]


def _content(layout: Layout, quotation: int) -> tuple[Span, ...]:
    spans = (trim(layout.text, a, b) for a, b in layout.quotations[quotation].pieces)
    return tuple(s for s in spans if s is not None)


def _voice_of(
    layout: Layout, voices: dict[int, Attribution], first: int, last: int
) -> tuple[Attribution | None, str]:
    """The voice beside a quotation: behind it in the sentence, before it in the sentence, or in the
    sentence before when that ends with a colon."""
    segments = layout.segments
    following, leading = voices.get(last + 1), voices.get(first - 1)
    if following is not None and segments[last + 1].sentence == segments[last].sentence:
        return following, "cue behind"
    if leading is not None:
        same = segments[first - 1].sentence == segments[first].sentence
        if same or announces(layout, first - 1):
            return leading, "cue before"
    return None, ""


def _signed_below(parse: Parse, layout: Layout, first: int, last: int) -> Attribution | None:
    """Whose name stands behind a dash below a paragraph that is nothing but a quotation."""
    segments = layout.segments
    if last + 1 >= len(segments) or segments[last + 1].paragraph == segments[last].paragraph:
        return None
    here, below = segments[last].paragraph, segments[last + 1]
    alone = first == 0 or segments[first - 1].paragraph != here
    words = parse.within(below.start, below.end)
    signed = bool(words) and words[0].text in DASHES and len(words) <= _SIGNATURE
    if not (alone and signed and all(in_noun_phrase(w) or w.text == "," for w in words[1:])):
        return None
    source = trim(layout.text, words[0].end, below.end)
    if source is None or not any(w.is_proper for w in words[1:3]):
        return None
    return Attribution((source,), source, source, "", COLON, last + 1, words[-1].i, speech=True)


def _same_paragraph(layout: Layout, previous: tuple[Attribution, int] | None, first: int) -> bool:
    return (
        previous is not None
        and layout.segments[previous[1]].paragraph == layout.segments[first].paragraph
    )


def _carried(
    layout: Layout, previous: tuple[Attribution, int] | None, first: int
) -> Attribution | None:
    """The voice that goes on without a cue: the last one in this paragraph, or in the paragraph
    before when this one opens with the quotation."""
    if previous is None:
        return None
    voice, last = previous
    here, there = layout.segments[first].paragraph, layout.segments[last].paragraph
    if here == there:
        return voice
    opens = first == 0 or layout.segments[first - 1].paragraph != here
    return voice if here - there == 1 and opens else None
