"""Rows of an article with carets under the words that matter, each named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.presentation.console import clean, count_cells
from counterclaim.records import Span

_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Underline:
    """A span of the article (code points) and the name to put after its carets."""

    span: Span
    name: str


def underline(text: str, lines: Sequence[Underline], width: int) -> Iterator[str]:
    r"""Give the rows of a text in which something is underlined, numbered by the line of the text,
    each with a row of carets for every underline; rows left out between are an ellipsis.

    >>> print(*underline("Kyiv denied it.", [Underline((5, 11), "cue")], 60), sep="\n")
       1  Kyiv denied it.
               ^^^^^^ cue
    """
    left_out = started = False
    for number, row in _rows(text, width):
        here = [u for u in lines if u.span[0] < row[1] and row[0] < u.span[1]]
        if not here:
            left_out = started
            continue
        if left_out:
            yield "      …"
        left_out, started = False, True
        yield f"{number:4}  {clean(text[slice(*row)])}".rstrip()
        yield from (_carets(text, row, u) for u in here)


def _carets(text: str, row: Span, mark: Underline) -> str:
    start, end = max(mark.span[0], row[0]), min(mark.span[1], row[0] + len(_shown(text, row)))
    before = count_cells(clean(text[row[0] : start]))
    under = max(1, count_cells(clean(text[start:end])))
    return f"{'':6}{' ' * before}{'^' * under} {clean(mark.name)}"


def _shown(text: str, row: Span) -> str:
    return text[slice(*row)].rstrip()


def _rows(text: str, width: int) -> Iterator[tuple[int, Span]]:
    """Break every line of a text at spaces, into rows of at most `width` columns."""
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        start = end = offset
        for word in _WORD.finditer(line.removesuffix("\r")):
            stop = offset + word.end()
            if end > start and count_cells(text[start:stop].rstrip()) > width:
                yield number, (start, end)
                start = end
            end = stop
        if end > start:
            yield number, (start, end)
        offset += len(line) + 1
