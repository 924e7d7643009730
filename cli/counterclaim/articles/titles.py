"""The title of an article that does not state it apart."""

from __future__ import annotations

import re
from itertools import islice

from counterclaim.language.furniture import find_furniture

LONGEST_TITLE = 200
_NEARBY = 5  # a headline is repeated at once or not at all
_TOP = 20_000  # code points in which a title stands
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[^\w\s]")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\Z")


def find_title(text: str) -> str | None:
    r"""The title: the first line with words, unless it is a paragraph or all there is.

    Where the headline is repeated below with the same words and more punctuation (feeds often
    lose it), the fuller one is the title.

    >>> find_title("Orikhiv convoy halted\n\nOrikhiv: convoy halted\n\nShells fell.")
    'Orikhiv: convoy halted'
    """
    lines = list(islice(_lines(text), _NEARBY + 1))
    if len(lines) < 2 or not _is_title(lines[0]):
        return None
    return better_punctuated(lines[0], lines[1:])


def better_punctuated(title: str, others: list[str]) -> str:
    """The title, or the one among the others with the same words and more punctuation."""
    same = [line for line in others if _words(line) == _words(title)]
    return max([title, *same], key=lambda line: len(_MARKS.findall(line)))


def first_lines(text: str) -> list[str]:
    """The lines at the top of an article that can be a headline, as they stand."""
    return list(islice(_lines(text), _NEARBY))


def _lines(text: str) -> list[str]:
    """The lines of the article that have words, without the sign of a Markdown heading."""
    top = text[:_TOP]
    furniture = {start for start, _ in find_furniture(top)}
    lines = (m for m in _LINE.finditer(top) if m.start() + _blank(m[0]) not in furniture)
    stripped = (_MARKDOWN_HEADING.sub("", line[0].strip()) for line in lines)
    return [line for line in stripped if _WORD.search(line)]


def _blank(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_title(line: str) -> bool:
    long = len(line) > LONGEST_TITLE
    return not long and not (len(line) > LONGEST_TITLE // 2 and _SENTENCE_END.search(line))


def _words(line: str) -> list[str]:
    return _WORD.findall(line.lower())
