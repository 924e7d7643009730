"""The paragraphs of an article: its lines, with hard-wrapped ones put together again."""

from __future__ import annotations

import re
from itertools import pairwise

from counterclaim.records.model import Span

_LINE = re.compile(r"[^\n]+")
_FINAL = re.compile(r"[.!?…:;,—–-][\"”’»')\]]*$|[\"”»]$")
_BULLET = re.compile(r"[-*•·▪●◦–—]\s|\(?\d{1,3}[.)]\s")

_WIDEST_PAGE = 100
_SHORTEST_WRAPPED = 40


def split_paragraphs(text: str) -> list[Span]:
    r"""The paragraphs of a text as spans without white space at their edges, in order.

    A line is a paragraph, except where copy was wrapped at a fixed width: a long line that breaks
    off and goes on in lower case on the next one is not at its end, nor is any line of such a block
    that had no room for the first word of the next one.

    >>> split_paragraphs("Shelling in Orikhiv\n\nTwo people died.")
    [(0, 19), (21, 37)]
    """
    lines = [span for m in _LINE.finditer(text) if (span := trim(text, m.start(), m.end()))]
    width = _page_width(text, lines)
    full = _full_lines(text, lines)
    out: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last is not None and (last in full or _wrapped(text, last, line, width)):
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
        last = line
    return out


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its edges; None when nothing else is in it."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    bare = words.strip()
    return (start + left, start + left + len(bare)) if bare else None


def ends_like_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether the words end in a stop, a comma, a colon, a dash or a closing quotation mark."""
    return _FINAL.search(text, max(start, end - 8), end) is not None


def is_bullet(text: str, start: int) -> bool:
    """Whether a list item begins here (`- `, `• `, `3. `)."""
    return _BULLET.match(text, start) is not None


def _adjacent(text: str, above: Span, below: Span) -> bool:
    return text[above[1] : below[0]].count("\n") == 1


def _page_width(text: str, lines: list[Span]) -> int:
    """The width at which the whole text was wrapped, or 0 when its lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    widest = max((end - start for start, end in lines), default=0)
    if len(pairs) < 4 or widest > _WIDEST_PAGE or widest < _SHORTEST_WRAPPED:
        return 0
    broken = sum(text[b[0]].islower() and not ends_like_a_sentence(text, *a) for a, b in pairs)
    return widest if broken * 4 >= len(pairs) else 0


def _full_lines(text: str, lines: list[Span]) -> set[Span]:
    """The lines that break off in a block where one breaks inside a sentence, and each but the last
    is as long as the block is wide: its next word may begin with a capital and does not begin a
    paragraph."""
    blocks: list[list[Span]] = []
    for line in lines:
        if blocks and _adjacent(text, blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return {
        above
        for block in blocks
        if _is_filled(text, block)
        for above, below in pairwise(block)
        if not ends_like_a_sentence(text, *above) and not is_bullet(text, below[0])
    }


def _is_filled(text: str, block: list[Span]) -> bool:
    """Whether no line of a block had room for the first word of the next one, and a line begins in
    lower case."""
    widest = max(end - start for start, end in block)
    if len(block) < 3 or not _SHORTEST_WRAPPED <= widest <= _WIDEST_PAGE:
        return False
    filled = all(
        a[1] - a[0] + 1 + len(text[b[0] : b[1]].split(maxsplit=1)[0]) > widest
        for a, b in pairwise(block)
    )
    return filled and any(text[start].islower() for start, _ in block[1:])


def _wrapped(text: str, above: Span, below: Span, width: int) -> bool:
    if not _adjacent(text, above, below) or is_bullet(text, below[0]):
        return False
    length = above[1] - above[0]
    finished = ends_like_a_sentence(text, *above)
    if width:
        return length >= width * 0.75 or (not finished and length >= width * 0.6)
    return length >= _SHORTEST_WRAPPED and text[below[0]].islower() and not finished
