"""Sentences cut where speech begins and ends, so that the parser sees one voice at a time.

`“We held,” said the mayor of Orikhiv.` becomes `We held` and `said the mayor of Orikhiv.`: the
words of the quotation and the words that attribute it are each parsed by themselves, which
keeps a long quotation from pulling the tree of the sentence around it out of shape.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from counterclaim.language.quotes import Quotation, find_quotations
from counterclaim.language.sentences import split_sentences
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Sentence
from counterclaim.records.model import Span

_START = attrgetter("start")
_LEADS_ON = re.compile(r",(?: (?:but|and|yet|then|that|adding))?\s*$")
_MARKS = " \t\r\n“”„«»\"‘’'`"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one sentence in one voice. `quotation` is the index of the quotation it lies
    in, or None for the narrator's words; `sentence` the index of the sentence it belongs to."""

    start: int
    end: int
    sentence: int
    quotation: int | None = None
    headline: bool = False
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's sentences, quotations and the segments they make together."""

    text: str
    sentences: list[Sentence]
    quotations: list[Quotation]
    segments: list[Segment]
    _quoted: SpanIndex[Quotation] = field(init=False, repr=False, compare=False)
    _pieces: SpanIndex[Span] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        quoted = [q for q in self.quotations if not q.scare]
        pieces = (piece for q in quoted for piece in q.pieces)
        object.__setattr__(self, "_quoted", SpanIndex(quoted, lambda q: [(q.start, q.end)]))
        object.__setattr__(self, "_pieces", SpanIndex(pieces, lambda piece: [piece]))

    def quoted(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a code point with start..end, names and titles left out."""
        return self._quoted.touching((start, end))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether start..end lies between the marks of a quotation."""
        return any(a <= start and end <= b for a, b in self._pieces.touching((start, end)))

    def sentence_at(self, offset: int) -> Span:
        """The sentence that an offset stands in; an empty span between sentences."""
        index = bisect_right(self.sentences, offset, key=_START) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return offset, offset
        return self.sentences[index].start, self.sentences[index].end

    def units(self) -> list[Sentence]:
        """The segments in the shape the parser takes."""
        return [Sentence(s.start, s.end, s.headline, s.paragraph) for s in self.segments]


def lay_out(text: str) -> Layout:
    """Sentences, quotations and segments of an article.

    >>> [text[s.start:s.end] for s in lay_out(text := '“We held,” said the mayor.').segments]
    ['We held,', 'said the mayor.']
    """
    sentences = split_sentences(text)
    quotations = find_quotations(text)
    pieces = [(a, b, i) for i, q in _speech(text, quotations) for a, b in q.pieces]
    segments: list[Segment] = []
    for index, sentence in enumerate(sentences):
        if sentence.unread:
            continue
        first = bisect_right(pieces, sentence.start, key=itemgetter(1))
        last = bisect_left(pieces, sentence.end, key=itemgetter(0))
        segments.extend(_cut(text, index, sentence, pieces[first:last]))
    return Layout(text, sentences, quotations, segments)


def _speech(text: str, quotations: list[Quotation]) -> list[tuple[int, Quotation]]:
    """The quotations that are speech, with their indices: those that stand on their own, and second
    halves (`“The road,” he said, “is open.”`)."""
    out: list[tuple[int, Quotation]] = []
    for i, q in enumerate(quotations):
        between = text[out[-1][1].end : q.start] if out and out[-1][0] == i - 1 else ""
        half = 3 < len(between) < 160 and "\n" not in between and bool(_LEADS_ON.search(between))
        if q.complete or (half and not q.scare and "." not in between.rstrip(",")):
            out.append((i, q))
    return out


def _cut(
    text: str, index: int, sentence: Sentence, pieces: list[tuple[int, int, int]]
) -> list[Segment]:
    """One sentence as segments, in order, without the quotation marks between them; `pieces` are
    those of the quotations that reach into it."""
    out: list[Segment] = []
    at = sentence.start

    def add(start: int, end: int, quotation: int | None) -> None:
        span = _strip(text, start, end)
        if span is not None:
            out.append(Segment(*span, index, quotation, sentence.headline, sentence.paragraph))

    for a, b, quotation in pieces:
        add(at, max(at, min(a, sentence.end)), None)
        add(max(a, sentence.start), min(b, sentence.end), quotation)
        at = min(b, sentence.end)
    add(at, sentence.end, None)
    return out


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in " \t\r\n“„«":
        end -= 1
    while (
        end > start and text[end - 1] in _MARKS and (end - start == 1 or text[end - 2] in ",.?! ")
    ):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None
