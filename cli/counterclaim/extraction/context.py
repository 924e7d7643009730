"""Where a claim's place and time may be read: its own words first, then its sentence.

A content cut out of a sentence leaves its place behind (`Orikhiv, …, has been shelled since
March`: the claim is the shelling, the place stands before it). Nothing outside the sentence, or
the quotation that the words belong to, is ever searched.
"""

from __future__ import annotations

from counterclaim.extraction.attribution import Attribution
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


def outside(span: Span, holes: list[Span]) -> list[Span]:
    """What is left of a span when the holes are cut out.

    >>> outside((0, 10), [(2, 4), (8, 12)])
    [(0, 2), (4, 8)]
    """
    out, at = [], span[0]
    for start, end in sorted(holes):
        if end <= at or start >= span[1]:
            continue
        if start > at:
            out.append((at, start))
        at = max(at, end)
    if at < span[1]:
        out.append((at, span[1]))
    return out


def spans_of(attribution: Attribution) -> list[Span]:
    """Everything an attribution covers: its contents and its cue clause."""
    clause = [attribution.clause] if attribution.clause is not None else []
    return [*attribution.content, *clause]


def antecedent_span(parse: Parse, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words a relative clause hangs on: `Avdiivka` for `, which fell in February`."""
    first = parse.within(*content[0])[0]
    if first.lower not in ("which", "where", "that", "whose") or not first.i:
        return ()
    before = [w for w in parse.sentence_words(first.sentence) if w.i < first.i]
    phrase: list[Word] = []
    for word in reversed(before):
        if word.is_verb or (word.text == "," and phrase) or word.lower in ("in", "of", "at"):
            break
        phrase.append(word)
    return ((phrase[-1].start, phrase[0].end),) if phrase else ()


def sentence_span(layout: Layout, offset: int) -> Span:
    """The sentence that an offset stands in."""
    for sentence in layout.sentences:
        if sentence.start <= offset < sentence.end:
            return sentence.start, sentence.end
    return offset, offset


def place_context(
    layout: Layout,
    content: tuple[Span, ...],
    attribution: Attribution | None,
    attributions: list[Attribution],
) -> tuple[Span, ...]:
    """Where to look for a place that the content itself does not name: the narrator's sentence, or
    the words that the same voice said just before, never the words that name the source."""
    sentence = sentence_span(layout, content[0][0])
    if attribution is None:
        others = [s for a in attributions for s in spans_of(a)]
        return tuple(outside(sentence, [s for s in others if not _touches(s, content)]))
    earlier = [s for s in attribution.content if s[1] <= content[0][0]]
    if attribution.speech:
        start = attribution.content[0][0]
        return tuple(s for s in [(start, content[0][0])] if s[0] < s[1]) or tuple(earlier)
    holes = [s for s in (attribution.source, attribution.clause) if s is not None]
    holes += [
        s
        for a in attributions
        if a is not attribution
        for s in a.content
        if not _touches(s, content)
    ]
    return tuple(outside(sentence, holes))


def speaking_context(
    layout: Layout, attribution: Attribution, attributions: list[Attribution]
) -> list[Span]:
    """Where the day of speaking may stand: the sentence of the cue without anybody's content."""
    at = attribution.cue or attribution.source
    if at is None:
        return []
    sentence = sentence_span(layout, at[0])
    contents = [s for a in attributions for s in a.content]
    return outside(sentence, contents)


def _touches(span: Span, content: tuple[Span, ...]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in content)
