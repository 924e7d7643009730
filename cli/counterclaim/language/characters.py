"""Characters that are not what they look like: odd blanks and line ends, invisible ones, letters in
pieces. Each function gives the edits that make a text plain: (start, end, what is read there)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape as entity
from typing import Any

from counterclaim.language.phrasing import read_words

Edit = tuple[int, int, str]

LOST = "\ufffd"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class _Characters:
    odd: re.Pattern[str]
    marks: re.Pattern[str]
    lost: re.Pattern[str]
    read_as: dict[str, str]


@cache
def _characters() -> _Characters:
    data = character_data()
    line, out, mark = (_class(data[key]) for key in ("line_breaks", "left_out", "marks"))
    kinds = {
        "page": r"(?<=[\r\n])\f|\f(?=[\r\n])",
        "broken": rf"\u00ad(?:\r?\n|[{line}])",  # a word divided at the end of its line
        "line": rf"\r\n|[{line}]",
        "blank": rf"[{_class(data['blanks'])}]",
        "key": rf"[0-9#*][{out}]*\u20e3",  # the picture of a key numbers a list
        "marked": rf"\w[{out}]*[{mark}][{mark}{out}]*",
        "out": rf"[{out}{mark}]+",
        "shape": rf"[{_class(data['shapes'])}]",
        "other": rf"[{_class(data['read_as'])}]",
        "lost": rf"(?!{LOST})[{_class(data['lost'])}]",
    }
    endings = "|".join(data["behind_apostrophe"])
    return _Characters(
        odd=re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())),
        marks=re.compile(f"[{out}{mark}]"),
        lost=re.compile(
            rf"(?P<apostrophe>(?<=[^\W\d_]){LOST}(?=(?:{endings})\b))"
            rf"|(?<![\w{LOST}]){LOST}+|(?<!{LOST}){LOST}+(?![\w{LOST}])"
        ),
        read_as={chr(c): row["as"] for row in data["read_as"] for c in _range(row)},
    )


@cache
def character_data() -> Any:
    """The tables of `data/language/characters.yaml`."""
    return read_words("characters.yaml")


def unescape(text: str) -> Iterator[Edit]:
    """Entities of HTML that were left in a text: `&nbsp;`, `&amp;`, `&#8217;`."""
    for found in _ENTITY.finditer(text) if "&" in text else ():
        if (new := entity(found[0])) != found[0]:
            yield *found.span(), new


def plain_characters(text: str) -> Iterator[Edit]:
    """Plain blanks, line ends and letters; nothing without a shape."""
    if text.isascii() and not _CONTROLS.search(text):
        return
    for found in _characters().odd.finditer(text):
        yield *found.span(), _read(found)


_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def _read(found: re.Match[str]) -> str:
    """What is read in the place of an odd stretch."""
    kind, words = found.lastgroup, found[0]
    if kind in ("page", "blank"):
        return " "
    if kind == "line":
        return "\n"
    if kind == "marked":
        composed = unicodedata.normalize("NFC", words)
        return _characters().marks.sub("", composed)
    if kind == "shape":
        return unicodedata.normalize("NFKC", words)
    if kind == "other":
        return _characters().read_as[words]
    return LOST if kind == "lost" else ""


def settle_lost(text: str) -> Iterator[Edit]:
    """Characters that nobody can read: an apostrophe where only that can stand, nothing at the edge
    of a word. In the midst of a word they stay."""
    for found in _characters().lost.finditer(text) if LOST in text else ():
        yield *found.span(), "’" if found["apostrophe"] else ""


def _class(rows: list[dict[str, str]]) -> str:
    """The inside of a character class."""
    return "".join(rf"\U{r.start:08x}-\U{r.stop - 1:08x}" for r in map(_range, rows))


def _range(row: dict[str, str]) -> range:
    first, _, last = row["at"].partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
