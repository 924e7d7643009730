"""The reading copy of an article: what the rules read, and where each character of it is stored.

Stored text is never changed. The copy has plain blanks and line ends, no characters without a
shape, letters whole, and words without footnote marks, markup or the furniture of a page; so no
rule above needs to know of those. A text with nothing of the kind is its own copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.language.characters import Edit, plain_characters, settle_lost, unescape
from counterclaim.language.furniture import drop_furniture
from counterclaim.language.markup import (
    drop_emphasis,
    drop_escapes,
    drop_line_signs,
    drop_links,
    drop_notes,
    join_lines,
    single_blanks,
)
from counterclaim.language.sentence_case import in_sentence_case
from counterclaim.records.model import Span

_STEPS: tuple[Callable[[str], Iterable[Edit]], ...] = (
    unescape,  # first: an entity may stand for any of the characters below
    plain_characters,
    settle_lost,
    drop_furniture,  # before links: lines that are nothing else are no words
    drop_links,
    drop_notes,  # behind links: an encyclopaedia links its notes
    drop_emphasis,
    drop_emphasis,  # bold around italic
    drop_escapes,
    drop_line_signs,
    single_blanks,
    join_lines,
    in_sentence_case,  # last: a line is what is left of one
)


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """`text` is read, `stored` is kept. Character i of the copy stands for the stored characters
    starts[i]..ends[i]: several for a letter and its accent, none twice but for a ligature. `gaps`
    are the stored stretches that a sentence is broken by and goes on behind."""

    text: str
    stored: str
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: tuple[Span, ...] = ()

    def span(self, span: Span) -> Span:
        """The stored offsets of a span of the copy; what was left out at its edges stays out."""
        start, end = span
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.stored)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """The stored offsets of a span of the copy, without the gaps in it."""
        start, end = self.span(span)
        out = []
        for before, behind in self.gaps:
            if start < before and behind < end:
                out.append((start, before))
                start = behind
        return (*out, (start, end))

    def words(self, span: Span) -> str:
        """The stored words of a span of the copy."""
        return self.stored[slice(*self.span(span))]


def reading_copy(stored: str) -> ReadingCopy:
    r"""The copy of a text that rules can read.

    >>> copy = reading_copy("Ki\u00adev\u00a0held.[51]")
    >>> copy.text, copy.words((0, 4))
    ('Kiev held.', 'Ki\xadev')
    """
    size = len(stored)
    copy = ReadingCopy(stored, stored, range(size), range(1, size + 1))
    for step in _STEPS:
        edits = list(step(copy.text))
        gaps = tuple(copy.span((a, b)) for a, b, new in edits if new and step is drop_furniture)
        copy = replace(_edited(copy, edits), gaps=(*copy.gaps, *gaps))
    return copy


def _edited(copy: ReadingCopy, edits: Iterable[Edit]) -> ReadingCopy:
    """The copy with some stretches replaced; they come in order and never overlap."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, new in edits:
        pieces += (copy.text[at:start], new)
        starts += copy.starts[at:start]
        ends += copy.ends[at:start]
        if end - start == len(new):
            starts += copy.starts[start:end]
            ends += copy.ends[start:end]
        else:
            starts += [copy.starts[start]] * len(new)
            ends += [copy.ends[end - 1]] * len(new)
        at = end
    if not pieces:
        return copy
    text = "".join((*pieces, copy.text[at:]))
    return ReadingCopy(text, copy.stored, [*starts, *copy.starts[at:]], [*ends, *copy.ends[at:]])
