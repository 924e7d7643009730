"""Sentences that are too long to be any: lists, tables and copy that lost its stops, in pieces.

What is asked of a sentence is often asked of each of its words about all others, so that a sentence
without end would cost the square of its length. The pieces are read like sentences of their own; a
claim never runs from one into the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records.model import Span

LONGEST_SENTENCE = 300
"""Words and marks of a sentence that is read whole. The longest sentences of reports have about 70,
those of treaties and court papers 200; what is longer is a list or lost its full stops."""

MOST_PIECES = 20
"""Pieces of one sentence that are read, 6000 words and marks. Nobody says more in one breath: what
goes on is a table, a word list or a dump, and no claim is to be had from it."""

_PARTS = re.compile(r"\w+|[^\w\s]")
_SEAMS = (re.compile(r";\s"), re.compile(r"[,:–—]\s"), re.compile(r"\s"))
"""Where a piece may end, best first."""


def in_pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence as it is or, if it has more than `LONGEST_SENTENCE` words and marks, in pieces
    that have no more, cut behind a semicolon, a comma or a blank of their second half, if any. Of
    one without end, what comes behind `MOST_PIECES` pieces is the last one, whatever its length.

    >>> list(in_pieces("Kyiv said it held.", 0, 18))
    [(0, 18)]
    """
    if end - start <= LONGEST_SENTENCE:  # each has at least one code point
        yield start, end
        return
    ends = [part.end() for part in _PARTS.finditer(text, start, end)]
    at = pieces = 0
    while len(ends) - at > LONGEST_SENTENCE and pieces < MOST_PIECES:
        half, full = ends[at + LONGEST_SENTENCE // 2], ends[at + LONGEST_SENTENCE - 1]
        cut = _seam(text, half, full)
        yield start, cut
        while at < len(ends) and ends[at] <= cut:
            at += 1
        start, pieces = cut, pieces + 1
    yield start, end


def _seam(text: str, start: int, end: int) -> int:
    """Where to cut between two offsets: behind the last of the best marks, else at the end."""
    for seam in _SEAMS:
        last = max((mark.end() for mark in seam.finditer(text, start, end)), default=None)
        if last is not None:
            return last
    return end
