"""What was not read as it stands: remarks on an article for who ingests it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.language.segments import Layout
from counterclaim.language.tree import Sentence

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Note:
    """A plain sentence about the words of an article that begin at `offset` (code points)."""

    offset: int
    message: str


def reading_notes(layout: Layout) -> tuple[Note, ...]:
    """The notes on an article, in text order.

    Example:
        `a sentence of 4,100 words was read in pieces`; `of a sentence of 90,000 words only the
        first 4,800 were read, in pieces`.
    """
    return tuple(_note(layout.text, pieces) for pieces in _in_pieces(layout.sentences))


def _in_pieces(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """The pieces of each sentence that is too long to be read whole."""
    pieces: list[Sentence] = []
    for sentence in sentences:
        if pieces and sentence.piece != len(pieces) + 1:
            yield pieces
            pieces = []
        if sentence.piece:
            pieces.append(sentence)
    if pieces:
        yield pieces


def _note(text: str, pieces: list[Sentence]) -> Note:
    read = [s for s in pieces if not s.unread]
    words, whole = (
        sum(1 for _ in _WORD.finditer(text, some[0].start, some[-1].end)) for some in (read, pieces)
    )
    if len(read) == len(pieces):
        return Note(pieces[0].start, f"a sentence of {whole:,} words was read in pieces")
    message = f"of a sentence of {whole:,} words only the first {words:,} were read, in pieces"
    return Note(pieces[0].start, message)
