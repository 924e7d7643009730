"""What stands of an article's facts above its first paragraphs: `Author: …`, `By Ann Orlova`, a
line with the day of publication, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.articles.dates import dateline_day, line_day, title_day, without_day
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.language.furniture import find_furniture

_TOP = 8000  # code points
_MOST_LINES = 40
_PARAGRAPHS = 2
_NEAR = 5  # lines: further down a date by itself may be a heading
_SENTENCE = re.compile(r"[.!?…][\"”’)]*\Z")
_SHORTEST_PARAGRAPH = 60
_FACT = re.compile(r"[\W_]*(?P<key>[A-Za-z][A-Za-z ]{1,20}?)[*_` ]*:[*_` ]*(?P<value>\S.*)\Z")
_KEYS = {
    "title": "title",
    "headline": "title",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "author": "author",
    "authors": "author",
    "by": "author",
    "written by": "author",
    "url": "url",
    "link": "url",
    "original url": "url",
}
_BYLINE = re.compile(r"[\W_]*(?:By|BY) (?P<name>[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){1,5})[\W_]*\Z")
_FROM_WHERE = re.compile(r",? (?:in|for|reporting from) ")
_LABELLED_DAY = re.compile(r"(?i)[\W_]*(?:first )?(?:published|posted|issued|date)\b")


def head_facts(text: str) -> Facts:
    r"""What the lines above the first paragraphs say: only where two of them at least are of the
    form `key: value`, or one is a byline, since prose has colons, too.

    >>> head_facts("Title: Convoy halted\nSource: The Gazette\n\nShells fell.").outlet
    'The Gazette'
    """
    found: dict[str, str] = {}
    lines = list(top_lines(text))
    for line in lines:
        fact = _FACT.match(line)
        name = _KEYS.get(fact["key"].lower()) if fact else None
        if fact and name and (value := in_one_line(fact["value"].strip("*_` "))):
            found.setdefault(name, value)
    dated = any(_LABELLED_DAY.match(line) and line_day(line) for line in lines)
    if len(found) + dated < 2:
        found = {}
    byline = next(filter(None, (_BYLINE.match(without_day(line)) for line in lines)), None)
    if byline:
        found.setdefault("author", _FROM_WHERE.split(byline["name"], maxsplit=1)[0])
    return Facts(**found)


def head_day(text: str) -> str | None:
    """The full date that the top of an article has as its day of publication: that of its dateline,
    of a line that has nothing else, or of the title of a bulletin."""
    lines = list(top_lines(text))
    labelled = (line for line in lines if _LABELLED_DAY.match(line))
    days = (
        *map(dateline_day, lines),
        *map(line_day, labelled),
        *map(line_day, lines[:_NEAR]),
        *map(title_day, lines[:_NEAR]),
    )
    return next(filter(None, days), None)


def top_lines(text: str) -> Iterator[str]:
    """The lines down to the first paragraphs of an article, with the furniture of its page."""
    furniture = {start for start, _ in find_furniture(text[:_TOP])}
    at = paragraphs = 0
    for number, line in enumerate(text[:_TOP].splitlines(keepends=True)):
        start, words = at + len(line) - len(line.lstrip()), line.strip()
        at += len(line)
        if number >= _MOST_LINES or paragraphs >= _PARAGRAPHS:
            return
        if words:
            yield words
        long = len(words) >= _SHORTEST_PARAGRAPH and start not in furniture
        paragraphs += long and _SENTENCE.search(words) is not None
