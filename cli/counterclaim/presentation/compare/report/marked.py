"""The article around a claim, in pieces: its words, who speaks, and what stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.comparison import Entry
from counterclaim.presentation.compare.report.desk import Desk
from counterclaim.presentation.compare.report.parts import Piece
from counterclaim.records import Claim, Record
from counterclaim.records.model import Span

_FAR = 400  # characters: who is named farther off is not shown beside a claim
_LONGEST = 900  # of a sentence around a claim; of a longer one, what is near


def find_context(entry: Entry, desk: Desk) -> Iterator[Piece]:
    """Give the sentences of the article that hold a claim, cut where its words begin and end.

    >>> [piece.text for piece in find_context(entry, desk) if piece.kind == "words"]
    ['its forces controlled "more than 80%" of Orikhiv']
    """
    claim = entry.claim
    text, sentences = desk.sentences(entry.article.id)
    if not text or any(end > len(text) for _, end in claim.spans):
        return
    source = claim.source
    near = [m.span for m in (source.mention, source.cue) if m and _is_near(m.span, claim.spans[0])]
    spans = [*claim.spans, *near]
    shown = [s for s in sentences if any(a < s[1] and s[0] < b for a, b in spans)]
    voice = [source.mention.span] if source.mention else []
    for at, (start, end) in enumerate(shown):
        if at:
            yield Piece(" " if start - shown[at - 1][1] < len("\n\n\n") else " … ")
        yield from _cut(text, _shortened((start, end), claim.spans), claim.spans, voice)


def mark_claim(claim: Claim, text: str) -> Iterator[Piece]:
    """Give the paragraph of an article that holds a claim, cut where its words begin and end.

    >>> [piece.kind for piece in mark_claim(claim, text)]
    ['voice', '', 'words', '']
    """
    if not claim.spans or any(end > len(text) for _, end in claim.spans):
        return
    mention = claim.source.mention
    spans = [*claim.spans, *([mention.span] if mention else [])]
    first, last = min(start for start, _ in claim.spans), max(end for _, end in claim.spans)
    end = text.find("\n", last)
    paragraph = text.rfind("\n", 0, first) + 1, len(text) if end < 0 else end
    yield from _cut(text, paragraph, claim.spans, spans[len(claim.spans) :])


def mark_article(record: Record, text: str) -> Iterator[tuple[Piece, tuple[Claim, ...]]]:
    """Give an article in pieces, cut where claims begin and end, each with those that begin there.

    >>> [(piece.text, len(begun)) for piece, begun in mark_article(record, "Shells fell.")]
    [('Shells fell', 1), ('.', 0)]
    """
    spans = [(*span, claim) for claim in record.events for span in claim.spans[:1]]
    covered = [span for claim in record.events for span in claim.spans]
    edges = {0, len(text), *(min(edge, len(text)) for span in covered for edge in span)}
    for left, right in pairwise(sorted(edges)):
        inside = any(a <= left and right <= b for a, b in covered)
        begun = tuple(claim for start, _, claim in spans if start == left)
        yield Piece(text[left:right], "words" if inside else ""), begun


def _is_near(span: Span, other: Span) -> bool:
    return abs(span[0] - other[0]) < _FAR


def _shortened(sentence: Span, spans: Sequence[Span]) -> Span:
    """Of a sentence too long to be shown, take what is around the claim."""
    if sentence[1] - sentence[0] <= _LONGEST:
        return sentence
    inside = [s for s in spans if s[0] < sentence[1] and sentence[0] < s[1]] or [sentence]
    start, end = inside[0][0] - _FAR // 2, min(inside[-1][1], inside[0][0] + _LONGEST) + _FAR // 2
    return max(sentence[0], start), min(sentence[1], end)


def _cut(
    text: str, sentence: Span, words: Sequence[Span], voice: Sequence[Span]
) -> Iterator[Piece]:
    start, end = sentence
    edges = {start, end}
    for span in (*words, *voice):
        edges |= {min(max(edge, start), end) for edge in span}
    for left, right in pairwise(sorted(edges)):
        if any(a <= left and right <= b for a, b in words):
            kind = "words"
        else:
            kind = "voice" if any(a <= left and right <= b for a, b in voice) else ""
        yield Piece(text[left:right], kind)
