"""Article text with the claims in it marked, for a terminal or a pipe.

With colour the words are underlined in the colour of their side; without, they stand between
‹ and ›, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from counterclaim.presentation.console import clean
from counterclaim.records.model import Span

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Marking:
    """A span of the article to be marked: what stands before and after it, and its style."""

    span: Span
    style: str
    before: str = ""
    after: str = ""
    label: str = ""


def mark_lines(text: str, markings: Sequence[Marking], *, styled: bool) -> Iterator[Text]:
    """The lines of a text, cleaned, with its markings. `styled`: leave the brackets out.

    >>> marking = Marking((0, 6), "bold", "‹", "›", "[1]")
    >>> [line.plain for line in mark_lines("Shells fell.", [marking], styled=False)]
    ['[1]‹Shells› fell.']
    """
    start = 0
    for line in text.split("\n"):
        yield _mark_line(line.removesuffix("\r"), start, markings, styled=styled)
        start += len(line) + 1


def mark_around(text: str, markings: Sequence[Marking], *, styled: bool) -> Iterator[Text]:
    """Only the lines in which something is marked."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if any(a < end and start < b for a, b in (marking.span for marking in markings)):
            yield _mark_line(line.removesuffix("\r"), start, markings, styled=styled)
        start = end + 1


def _mark_line(line: str, start: int, markings: Sequence[Marking], *, styled: bool) -> Text:
    """One line, cut wherever a marking begins or ends."""
    from rich.text import Text  # noqa: PLC0415 start-up stays quick

    here = [m for m in markings if m.span[0] < start + len(line) and start < m.span[1]]
    cuts = {0, len(line)}
    for marking in here:
        cuts |= {max(0, marking.span[0] - start), min(len(line), marking.span[1] - start)}
    edges = sorted(cuts)
    marked = Text()
    for left, right in pairwise(edges):
        covering = [m for m in here if m.span[0] - start <= left and right <= m.span[1] - start]
        for marking in covering:
            if left in (0, marking.span[0] - start):
                _open(marked, marking, first=marking.span[0] - start == left, styled=styled)
        marked.append(clean(line[left:right]), " ".join(m.style for m in covering))
        if not styled:
            ends = [m for m in covering if right in (len(line), m.span[1] - start)]
            marked.append("".join(marking.after for marking in reversed(ends)))
    return marked


def _open(marked: Text, marking: Marking, *, first: bool, styled: bool) -> None:
    if first:
        marked.append(marking.label, "bold")
    if not styled:
        marked.append(marking.before)
