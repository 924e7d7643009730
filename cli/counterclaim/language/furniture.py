"""The furniture of a page: lines that come along when it is copied from a browser and are no words
of its article (menus, buttons, links to other articles, captions, bylines, notes on cookies)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise

from counterclaim.language.characters import Edit
from counterclaim.language.paragraphs import ends_like_a_sentence, trim
from counterclaim.language.phrasing import read_words
from counterclaim.records.model import Span

_LINE = re.compile(r"[^\n]+")
_EDGES = " \t,*_#>|•·–—-:.›»«‹→▸▶►↓↑✓()[]"
_LONGEST = 300  # a longer line is a paragraph, whatever it begins with
_SHORTEST_BROKEN = 20  # code points of a line that breaks off
_LONGEST_ENTRY = 5  # words of an entry of a menu
_LONGEST_LINK = 25  # words of a link to another article
_FEWEST_ENTRIES = 3
_FEWEST_TOLD = 2  # sentences of the article before a list of links
_CAPTIONS = ("image caption", "media caption", "figure caption", "photo caption")
_BYLINE_WITHIN = 15  # lines from the top or the bottom
_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:de|van|von|der|al|el|bin|[^\W\d_a-z][\w.’'-]*)){1,4}"
_BYLINE = re.compile(
    rf"(?:By|BY|Words by|Story by|Text by|Analysis by|From) {_NAME}(?:(?:,| and| AND| &) {_NAME})*"
    r"(?:,? (?:in|for|reporting from) [^\W\d_a-z][\w’' -]{1,40}|[,|] [^.!?]{2,80}"
    r"| [\w.-]+@[\w.-]+)?"
)
_COUNT = r"\d[\d.,]*k?"
_COUNTED = r"(?:shares?|comments?|likes?|views?|retweets?|reactions?)"
_BUTTON = re.compile(
    rf"(?i)(?:share|comments?|likes?|views?)\s*[:(]?\s*{_COUNT}\)?|{_COUNT}\s+{_COUNTED}"
    r"|\d+\s*min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?"
)
_AGO = re.compile(
    r"(?i)(?:(?:published|updated|posted|last updated)\s*:?\s*)?"
    r"(?:just now|\d+ (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago"
    r"|yesterday at \d\d?[:.]\d\d)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATED = re.compile(
    r"(?i)(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\s+(?:\w{3,9},? )?"
    rf"(?:\d{{1,2}}\w{{0,2}} {_MONTH}|{_MONTH} \d{{1,2}}\w{{0,2}}|\d[\d./-]{{7,9}})(?:,? \d{{4}})?"
    r"[^a-z]{0,20}(?:at )?[\d:. ]{0,8}(?:[ap]\.?m\.?)?[\s,(]*[a-z]{0,4}\)?[^a-z]{0,12}"
    r"(?:/?\s*updated.{0,40})?"
)
_LINK = re.compile(
    r"(?:[-*•·]\s+|\d+[.)]\s+)?"
    r"(?:\[[^\]\n]{1,300}\]\([^)\s]{1,1500}\)|https?://\S{4,1500})"
)
_SEPARATOR = re.compile(r"\s*(?:\||•|·|›|»|/|\t| {3,})\s*")


@dataclass(frozen=True, slots=True)
class _Furniture:
    lines: frozenset[str]
    label: re.Pattern[str]
    beginning: re.Pattern[str]
    credit: re.Pattern[str]
    link_headings: frozenset[str]
    menus: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str
    """What stands in it, without signs at its edges."""
    ends: bool
    """Whether it ends like a sentence."""


@cache
def _furniture() -> _Furniture:
    data = read_words("furniture.yaml")

    def either(key: str) -> str:
        return "|".join(re.escape(words) for words in sorted(data[key], key=len, reverse=True))

    return _Furniture(
        frozenset(data["lines"]),
        re.compile(rf"(?i)(?:{either('labels')})\s*[*_]{{0,3}}\s*:"),
        re.compile(rf"(?i)(?:{either('beginnings')})(?!\w)"),
        _credit(either("credits")),
        frozenset(data["link_headings"]),
        frozenset(data["menus"]),
    )


def _credit(agencies: str) -> re.Pattern[str]:
    """What ends a caption: `[File: Reuters]`, `(Photo by Ann Orlova)`, `Orlova / AFP`."""
    photo = r"(?:photo(?:graph|s)?|image|picture|illustration|video)(?: credit)?"
    author = rf"(?:{_NAME}(?:, [^/\n]{{1,40}})? ?/ ?)?"
    return re.compile(
        rf"(?i)\[(?:file(?: photo)?: ?)?{author}(?:{agencies})\Z"
        rf"|[(\[]{photo}(?: by|:)? |(?:\A|[.!?|] ){photo}(?:: | by )[^.:\n]{{2,60}}\Z"
        rf"|[(\[](?:ap|afp|reuters|epa) {photo}\b"
        rf"|(?-i:{_NAME}) ?/ ?(?:{agencies})\Z"
    )


@lru_cache(maxsize=4)  # asked for the title and by the reading of a text
def find_furniture(text: str) -> tuple[Span, ...]:
    r"""The lines of a page that are none of its article, in order, without blanks at their edges.

    >>> text = "Shells fell on Orikhiv.\nRead more: Dam breached\nNobody was hurt."
    >>> [text[start:end] for start, end in find_furniture(text)]
    ['Read more: Dam breached']
    """
    lines = [_line(text, *span) for m in _LINE.finditer(text) if (span := trim(text, *m.span()))]
    if len(lines) < 2:
        return ()
    found = {line.start for line in _by_themselves(lines)}
    found |= {line.start for line in _menus(lines)}
    found |= {line.start for line in _link_lists(text, lines)}
    found |= {line.start for line in _linked(lines, found)}
    found |= {line.start for line in _captions(lines)}
    return tuple((line.start, line.end) for line in lines if line.start in found)


def _line(text: str, start: int, end: int) -> _Line:
    words = text[start : min(end, start + _LONGEST + 1)].strip(_EDGES)
    return _Line(start, end, words, ends_like_a_sentence(text, start, end))


def _by_themselves(lines: list[_Line]) -> Iterator[_Line]:
    """Lines that need no others to be told."""
    known = _furniture()
    for at, line in enumerate(lines):
        words = line.words
        if not words or line.end - line.start > _LONGEST:
            continue
        near_an_end = at < _BYLINE_WITHIN or at >= len(lines) - _BYLINE_WITHIN
        if (
            words.lower() in known.lines
            or known.label.match(words)
            or known.beginning.match(words)
            or known.credit.search(words)
            or _BUTTON.fullmatch(words)
            or _AGO.fullmatch(words)
            or _DATED.fullmatch(words)
            or (near_an_end and _BYLINE.fullmatch(words))
            or _is_menu(words)
        ):
            yield line


def _is_menu(words: str) -> bool:
    """Whether a line is a menu by itself: `Home | World | Sport`."""
    entries = [entry.lower() for entry in _SEPARATOR.split(words)]
    known = sum(entry in _furniture().menus for entry in entries)
    return len(entries) >= _FEWEST_ENTRIES and known * 2 > len(entries)


def _menus(lines: list[_Line]) -> Iterator[_Line]:
    """Rows of short lines, some of which are entries of menus."""
    for short, row in groupby(lines, _is_entry):
        entries = list(row)
        known = sum(line.words.lower() in _furniture().menus for line in entries)
        if short and len(entries) >= _FEWEST_ENTRIES and known * 2 >= len(entries):
            yield from entries


def _link_lists(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """Rows of lines that are nothing but links to somewhere else."""
    for linked, row in groupby(lines, lambda line: _is_link(text, line)):
        links = list(row)
        if linked and len(links) >= _FEWEST_ENTRIES:
            yield from links


def _is_link(text: str, line: _Line) -> bool:
    bare = text[line.start : min(line.end, line.start + 2000)]
    return _LINK.fullmatch(bare) is not None


def _is_entry(line: _Line) -> bool:
    return len(line.words.split()) <= _LONGEST_ENTRY and not line.ends


def _linked(lines: list[_Line], found: set[int]) -> Iterator[_Line]:
    """The links below the heading of a list of them, up to a line that is a sentence; at the top of
    a page such a heading is that of a digest."""
    under, told = False, 0
    for line in lines:
        if line.words.lower() in _furniture().link_headings and told >= _FEWEST_TOLD:
            under = True
            yield line
        elif line.start in found:
            continue
        elif under and not line.ends and len(line.words.split()) <= _LONGEST_LINK:
            yield line
        else:
            under, told = False, told + line.ends


def _captions(lines: list[_Line]) -> Iterator[_Line]:
    """What stands below the words `Image caption`."""
    for above, below in pairwise(lines):
        if above.words.lower() in _CAPTIONS and below.end - below.start <= _LONGEST:
            yield below


def drop_furniture(text: str) -> Iterator[Edit]:
    """The furniture of a page is left out. A sentence that it stands in the middle of goes on
    behind it."""
    spans = find_furniture(text)
    at = 0
    while at < len(spans):
        start, end = spans[at]
        while at + 1 < len(spans) and not text[end : spans[at + 1][0]].strip():
            at += 1
            end = spans[at][1]
        yield _without(text, start, end)
        at += 1


def _without(text: str, start: int, end: int) -> Edit:
    """The edit that leaves a stretch of furniture out."""
    before, behind = start, end
    while before and text[before - 1].isspace():
        before -= 1
    while behind < len(text) and text[behind].isspace():
        behind += 1
    line = text.rfind("\n", 0, before) + 1
    broken = before - line >= _SHORTEST_BROKEN and not ends_like_a_sentence(text, line, before)
    if broken and behind < len(text) and text[behind].islower():
        return before, behind, " "
    return start, end, ""
