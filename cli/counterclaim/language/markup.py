"""Marks between the words of a text that are no part of it: footnotes, links, emphasis, headings.
Each function gives the edits that leave them out: (start, end, what is read there)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterclaim.language.characters import Edit, character_data
from counterclaim.language.paragraphs import split_paragraphs

# Possessive (`++`), for a text full of openings must not cost its square.
_LINK = re.compile(
    r"(?<!\\)!?\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]{0,60}\]){0,400}+)\]"
    r"\((?:https?://(?:[^()\n]|\([^()\n]{0,200}\)){1,2000}+"
    r"|(?=[^\s)]{0,200}[/.#:])(?:[^()\s]|\([^()\s]{0,200}\)){1,2000}+"
    r"(?: (?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?)\)"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?:(?P<stars>\*{1,3})(?=[^\s*])[^*\n]++(?<=[^\s\\])(?P=stars)"
    r"|(?P<lines>_{1,3})(?=[^\s_])[^_\n]++(?<=[^\s\\])(?P=lines))(?![\w*])"
)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>|~-])")
_LINE_SIGN = re.compile(r"^(?:[ \t]*(?:[-*+] )?#{1,6} | {0,3}(?:> ?)+)", re.MULTILINE)
_BLANKS = re.compile(r"  +| +(?=\n|\Z)|(?:(?<=\n)|\A) +")
_DIGITS = 4
_LONGEST_UNIT = 12


def drop_links(text: str) -> Iterator[Edit]:
    """`[the mayor](https://…)` is its words, a picture what is written for it."""
    for found in _LINK.finditer(text) if "](" in text else ():
        start, end = found.span("words")
        yield found.start(), start, ""
        yield end, found.end(), ""


def drop_notes(text: str) -> Iterator[Edit]:
    """Marks of footnotes that are glued to a word or stop: `time.[51]`, `held[note 3]`, `left.¹`;
    not the figure of `km²`, `10⁶`, nor `[s]` behind a word."""
    for found in _notes().finditer(text):
        if found["raised"] is None or not _belongs(text, found.start()):
            yield *found.span(), ""


@cache
def _notes() -> re.Pattern[str]:
    data = character_data()["notes"]
    numbered, remarks = ("|".join(map(re.escape, data[key])) for key in ("numbered", "remarks"))
    number = r"\d{1,3}"
    sign = rf"{number}(?: ?[,–-] ?{number})*|(?:{numbered}) {number}|{remarks}|\^[\w-]{{1,20}}"
    letter = rf"(?<![^\W\d_]\[)[a-z]|[a-z](?<![{data['endings']}])"
    note = rf"\[(?:{sign}|{letter})\]"
    return re.compile(
        rf"(?<=[^\s(\[“„‘«—–/-])(?:{note}(?: ?{note})*|(?P<raised>[{data['raised']}]+))"
    )


def _belongs(text: str, at: int) -> bool:
    """Whether a raised figure belongs to the unit or number before it; a year has none."""
    word = re.search(r"[^\W_]*\Z", text[max(0, at - _LONGEST_UNIT) : at])
    before = word[0] if word is not None else ""
    if before.isdigit():
        return len(before) != _DIGITS
    return before in character_data()["notes"]["units"]


def drop_emphasis(text: str) -> Iterator[Edit]:
    """`**Kyiv**`, `_said_`: the words without the signs around them."""
    for found in _EMPHASIS.finditer(text):
        width = len(found["stars"] or found["lines"])
        yield found.start(), found.start() + width, ""
        yield found.end() - width, found.end(), ""


def drop_escapes(text: str) -> Iterator[Edit]:
    r"""The backslash before a sign of markup that is meant as it stands: `\[sic\]`."""
    for found in _ESCAPE.finditer(text):
        yield *found.span(), ""


def drop_line_signs(text: str) -> Iterator[Edit]:
    """The signs of a heading and of a quoted block at the beginning of a line."""
    for found in _LINE_SIGN.finditer(text):
        yield *found.span(), ""


def single_blanks(text: str) -> Iterator[Edit]:
    """One blank between words, none at the edges of a line."""
    for found in _BLANKS.finditer(text):
        edge = found.start() == 0 or text[found.start() - 1] == "\n"
        edge = edge or found.end() == len(text) or text[found.end()] == "\n"
        yield *found.span(), "" if edge else " "


def join_lines(text: str) -> Iterator[Edit]:
    """A blank for each line end inside a paragraph that was wrapped."""
    for start, end in split_paragraphs(text) if "\n" in text else ():
        for found in re.finditer("\n", text[start:end]):
            yield start + found.start(), start + found.end(), " "
