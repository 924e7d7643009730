"""Direct speech: whose quotation is it?

A quotation belongs to the cue that stands in the narrator's words beside it: behind it
(`“…,” said the mayor`), before it (`The mayor said: “…”`), or between its halves. Without a cue
it goes on from the speaker before it in the paragraph, or, when a paragraph is nothing but
quotation, from the paragraph before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import relative_pronoun
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.phrases import preposition_sources
from counterclaim.extraction.attribution.spans import noun_phrase, phrase_after, trim
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.language.segments import Layout, Segment
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue clause that can carry a quotation."""

    cue: Span
    source: Span | None
    lemma: str
    stance: str
    hedged: bool
    unit: int
    cue_word: int
    clause: Span
    pronoun: Span | None = None


def attribute_speech(parse: Parse, layout: Layout, cues: list[Cue]) -> list[Attribution]:
    """One attribution for each stretch of direct speech by one voice, in text order. A quotation
    that nobody can be found for gives none."""
    voices = find_voices(parse, layout, cues)
    out: list[Attribution] = []
    previous: tuple[Voice, int] | None = None
    for first, last, content in quotations(layout):
        voice, rule = _voice_of(layout, voices, first, last)
        goes_on = voice is None
        if voice is None:
            voice, rule = _carried(layout, previous, first), "speech goes on"
        if voice is None:
            previous = None
            continue
        near = not goes_on or _same_paragraph(layout, previous, first)
        if (
            out
            and near
            and (out[-1].cue == voice.cue or (goes_on and out[-1].source == voice.source))
        ):
            out[-1] = replace(out[-1], content=(*out[-1].content, *content))
        else:
            out.append(_attribution(content, voice, first, rule, cueless=goes_on))
        previous = (voice, last)
    return out


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


def _attribution(
    content: tuple[Span, ...], voice: Voice, unit: int, rule: str, *, cueless: bool
) -> Attribution:
    if cueless:
        return Attribution(
            content, None, voice.source, "", rule, unit, speech=True, clause=voice.clause
        )
    return Attribution(
        content=content,
        cue=voice.cue,
        source=voice.source,
        lemma=voice.lemma,
        rule=rule,
        unit=unit,
        cue_word=voice.cue_word,
        speech=True,
        stance=voice.stance,
        hedged=voice.hedged,
        clause=voice.clause,
        pronoun=voice.pronoun,
    )


def find_voices(parse: Parse, layout: Layout, cues: list[Cue]) -> dict[int, Voice]:
    """For each unit of the narrator's words that stands beside a quotation: its voice."""
    out: dict[int, Voice] = {}
    for index, segment in enumerate(layout.segments):
        if segment.quotation is None and (_quoted(layout, index - 1) or _quoted(layout, index + 1)):
            voice = _voice(parse, layout, index, segment, cues)
            if voice is not None:
                out[index] = voice
    return out


def _quoted(layout: Layout, index: int) -> bool:
    return 0 <= index < len(layout.segments) and layout.segments[index].quotation is not None


def _voice(
    parse: Parse, layout: Layout, index: int, segment: Segment, cues: list[Cue]
) -> Voice | None:
    inside = [c for c in cues if c.word.sentence == index and c.entry.frames & {"quote", "ccomp"}]
    unit = (segment.start, segment.end)
    words = parse.sentence_words(index)
    after_quote = (
        _quoted(layout, index - 1) and layout.segments[index - 1].sentence == segment.sentence
    )
    order = inside if after_quote else inside[::-1]
    for cue in order:
        source = _voice_source(parse, cue, unit, words, after_quote)
        if source is not None:
            return Voice(
                (cue.word.start, cue.word.end),
                source,
                cue.lemma,
                cue.entry.stance,
                cue.entry.hedged,
                index,
                cue.word.i,
                unit,
                relative_pronoun(parse, cue.word, source),
            )
    announced = _announcing_voice(parse, layout, index, unit)
    if announced is not None:
        return announced
    if after_quote and order and _is_elided(order[0], words):
        cue = order[0]
        span = (cue.word.start, cue.word.end)
        entry = cue.entry
        return Voice(
            span, None, cue.lemma, entry.stance, entry.hedged, index, cue.word.i, unit, None
        )
    return _preposition_voice(parse, index, unit) or _bare_voice(
        parse, layout, index, segment, words
    )


def _announcing_voice(parse: Parse, layout: Layout, index: int, unit: Span) -> Voice | None:
    """`The ministry issued this statement: “…”`: whatever the verb, its subject is quoted."""
    if not (_announces(layout, index) and _quoted(layout, index + 1)):
        return None
    root = next((w for w in parse.sentence_words(index) if w.rel == "root"), None)
    subject = parse.child(root.i, "nsubj") if root is not None else None
    if root is None or subject is None or not root.is_verb or subject.i > root.i:
        return None
    span = (root.start, root.end)
    source = noun_phrase(parse, subject, root)
    return Voice(span, source, root.lemma, "asserts", False, index, root.i, unit)


def _is_elided(cue: Cue, words: list[Word]) -> bool:
    """`“…” – assessed in the daily update`: translated copy leaves the speaker out who spoke
    before."""
    first = next((w for w in words if w.text[:1].isalnum()), None)
    behind = [w for w in words if w.i > cue.word.i and w.text[:1].isalnum()]
    adjunct = not behind or behind[0].tag in ("IN", "RB", "TO") or behind[0].tag == "NNP"
    return first is not None and first.i == cue.word.i and cue.subject is None and adjunct


def _preposition_voice(parse: Parse, index: int, unit: Span) -> Voice | None:
    """`According to the mayor, “…”`: the narrator's part is nothing but the cue and the source."""
    for words, source in preposition_sources(parse, index):
        rest = parse.text[unit[0] : words[0].start] + parse.text[source[1] : unit[1]]
        if not any(c.isalnum() for c in rest):
            lemma = " ".join(w.lower for w in words)
            cue = (words[0].start, words[-1].end)
            return Voice(cue, source, lemma, "asserts", False, index, words[0].i, unit)
    return None


def _voice_source(
    parse: Parse, cue: Cue, unit: Span, words: list[Word], after_quote: bool
) -> Span | None:
    position = next((k for k, w in enumerate(words) if w.i == cue.word.i), 0)
    inverted = position == 0 or (position == 1 and words[0].tag in ("RB", ","))
    if inverted and cue.word.tag in ("VBD", "VBZ", "VBP", "VBN"):
        follower = words[position + 1] if position + 1 < len(words) else None
        if follower is not None and follower.tag not in ("IN", "RB"):
            found = phrase_after(parse, cue.word, unit[1])
            if found is not None:
                return found
    if inverted and cue.subject is None:
        document = next(
            (
                w
                for w in words[position + 1 :]
                if w.lemma in cue_words("document_nouns") and w.tag.startswith("N")
            ),
            None,
        )
        if document is not None:
            return noun_phrase(parse, document)
    if cue.phrase is not None and not cue.passive:
        return cue.phrase
    near = cue.subject is not None and (cue.subject.sentence == cue.word.sentence or after_quote)
    if cue.subject is not None and near and not cue.passive:
        return noun_phrase(parse, cue.subject, cue.word)
    before = [w for w in words[:position] if w.tag.startswith(("N", "PRP", "DT"))]
    if before and not cue.passive and before[-1].i >= cue.word.i - 3:
        return noun_phrase(parse, before[-1], cue.word)
    return None


def _bare_voice(
    parse: Parse, layout: Layout, index: int, segment: Segment, words: list[Word]
) -> Voice | None:
    """`Chairwoman Ada Brook: “…”` and `“…” – Ada Brook`: a name and a colon or a dash, no verb."""
    text = layout.text[segment.start : segment.end].strip()
    if not words or any(w.tag.startswith(("VB", "MD")) for w in words):
        return None
    colon = text.endswith(":") and _quoted(layout, index + 1) and len(words) <= 14
    dash = text[:1] in "-–—" and _quoted(layout, index - 1) and len(words) <= 14
    if not (colon or dash):
        return None
    span = trim(layout.text, segment.start + (1 if dash else 0), segment.end - (1 if colon else 0))
    if span is None:
        return None
    last = next((w for w in reversed(words) if w.text != ":"), words[-1])
    entry = load_cues().verb(last.lemma)
    if entry is not None and colon and len(words) > 2:
        source = trim(layout.text, segment.start, last.start)
        if source is not None:
            return Voice(
                (last.start, last.end),
                source,
                entry.lemma,
                entry.stance,
                entry.hedged,
                index,
                last.i,
                (segment.start, segment.end),
            )
    return Voice(span, span, "", "asserts", False, index, words[0].i, (segment.start, segment.end))


def _voice_of(
    layout: Layout, voices: dict[int, Voice], first: int, last: int
) -> tuple[Voice | None, str]:
    """The voice beside a quotation: behind it in the sentence, before it in the sentence, or in the
    sentence before when that ends with a colon."""
    segments = layout.segments
    following, leading = voices.get(last + 1), voices.get(first - 1)
    if following is not None and segments[last + 1].sentence == segments[last].sentence:
        middle = leading is not None and segments[first - 1].sentence == segments[first].sentence
        if not middle or not _announces(layout, first - 1):
            return following, "cue behind"
    if leading is not None:
        same = segments[first - 1].sentence == segments[first].sentence
        if same or _announces(layout, first - 1):
            return leading, "cue before"
    return None, ""


def _announces(layout: Layout, index: int) -> bool:
    segment = layout.segments[index]
    return layout.text[segment.start : segment.end].rstrip().endswith(":")


def _same_paragraph(layout: Layout, previous: tuple[Voice, int] | None, first: int) -> bool:
    return (
        previous is not None
        and layout.segments[previous[1]].paragraph == layout.segments[first].paragraph
    )


def _carried(layout: Layout, previous: tuple[Voice, int] | None, first: int) -> Voice | None:
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
