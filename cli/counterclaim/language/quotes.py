"""Quotation marks and what stands between them.

Curly, straight, angled and doubled marks, single ones where the context tells them from
apostrophes; nested marks stay inside the outer quotation; a mark that is never closed costs at
most its paragraph; a quotation that opens anew at each paragraph is one quotation in pieces.
One pass over each paragraph, linear in its length whatever the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.records.model import Span

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_MARK = re.compile(r"[“”„«»\"‘’‚']|``|''")
_CLOSERS = {"“": "”\"“", "„": "”“\"", "«": "»", "\"": "\"”", "``": "''", "‘": "’'", "‚": "’‘", "'": "'’", "''": "''"}
_SINGLE = "‘’‚'"
_SO_CALLED = re.compile(
    r"\b(?:so-called|called|dubbed|named|nicknamed|codenamed|known as|titled|entitled|Operation|operation)\s+(?:an?\s|the\s)?$"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (offsets in code points, half open).

    `pieces` are the spans without the marks, one for each paragraph the quotation runs through;
    `start`, `end` take in the marks. `scare`: a name, title or so-called thing set off, not speech.
    `closed` is False when the closing mark is missing and the paragraph's end was taken for it.
    """

    start: int
    end: int
    pieces: tuple[Span, ...]
    scare: bool = False
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order, never overlapping.

    >>> [text[a:b] for q in find_quotations(text := 'He said “it’s over” and left.') for a, b in q.pieces]
    ['it’s over']
    """
    out: list[Quotation] = []
    for match in _PARAGRAPH.finditer(text):
        for quotation in _in_paragraph(text, match.start(), match.end()):
            if out and _goes_on(text, out[-1], quotation):
                out[-1] = replace(
                    out[-1], end=quotation.end, pieces=out[-1].pieces + quotation.pieces, closed=quotation.closed
                )
            else:
                out.append(replace(quotation, scare=_is_scare(text, quotation)))
    return out


def _goes_on(text: str, before: Quotation, after: Quotation) -> bool:
    """A quotation left open at a paragraph's end goes on when the next paragraph opens with a mark."""
    gap = text[before.end : after.start]
    return not before.closed and gap.strip() == "" and ("\n" in gap or "\r" in gap)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: tuple[int, int, str] | None = None  # offset of the mark, of the words, the mark
    marks = list(_MARK.finditer(text, start, end))
    doubles = any(m.group() not in _SINGLE for m in marks)
    for match in marks:
        mark = match.group()
        if opened is None:
            if _opens(text, match, start, end, doubles=doubles):
                opened = (match.start(), match.end(), mark)
        elif mark in _CLOSERS[opened[2]] and mark and _closes(text, match, opened[2], end):
            if text[opened[1] : match.start()].strip():
                yield Quotation(opened[0], match.end(), ((opened[1], match.start()),))
            opened = None
    if opened is not None and text[opened[1] : end].strip() and opened[2] not in _SINGLE:
        yield Quotation(opened[0], end, ((opened[1], end),), closed=False)


def _opens(text: str, match: re.Match[str], start: int, end: int, *, doubles: bool) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark in "”»’" and mark:
        return False
    if mark in ("“", "„", "«", "``", "''"):
        return not after.isspace() or mark != "''"
    free = not (before.isalnum() or before in ",.!?;")
    if mark in _SINGLE:
        return free and not after.isspace() and not after.isdigit() and _has_partner(text, match, end, doubles=doubles)
    return not after.isspace() and (free or before in ",.!?;")


def _has_partner(text: str, match: re.Match[str], end: int, *, doubles: bool) -> bool:
    """Whether a single mark is closed again in its paragraph in the way speech is, not as an
    apostrophe: behind a letter or stop, before a blank or stop."""
    at = match.end()
    while True:
        found = [i for i in (text.find("’", at, end), text.find("'", at, end)) if i >= 0]
        if not found:
            return False
        position = min(found)
        following = text[position + 1] if position + 1 < end else " "
        if not following.isalnum() and not text[position - 1].isspace():
            short = text[match.end() : position]
            return not (doubles and text[position - 1] == "s" and len(short.split()) > 6)
        at = position + 1


def _closes(text: str, match: re.Match[str], opener: str, end: int) -> bool:
    after = text[match.end()] if match.end() < end else " "
    before = text[match.start() - 1]
    if opener in _SINGLE:
        return not after.isalnum() and not before.isspace()
    if match.group() == '"':
        return not (before.isspace() and after.isalnum())
    return True


def _is_scare(text: str, quotation: Quotation) -> bool:
    """A name or title set off (`Operation “Iron Wall”`, `the 'Centre' group`), a nickname inside a
    name, or a so-called thing."""
    start, end = quotation.pieces[0]
    words = text[start:end].split()
    if len(words) > 4 or text[start:end].rstrip()[-1:] in ",.!?…":
        return False
    if _SO_CALLED.search(text, max(0, quotation.start - 30), quotation.start):
        return True
    named = all(w[:1].isupper() or w.lower() in ("of", "the", "and") for w in words)
    behind = text[quotation.end : quotation.end + 2].lstrip()[:1]
    inside = text[: quotation.start].rstrip()[-1:].isalnum() and behind.isalnum()
    return named and inside
