"""Whose turn it is in a transcript: `MR. ROLT: We held.`, `Q: Did they leave?`, `A. They did.`"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.language.phrasing import read_words
from counterclaim.records.model import Span

_LABEL = re.compile(
    r"^[ \t>]*[*_]*(?P<name>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,6})"
    r"(?: ?[(\[][^)\]\n]{1,60}[)\]])?"
    r"(?P<mark>[*_]*:[*_]*(?=\s|$)|(?<=\b[QA])\.(?=\s)|(?<=\bQ)(?=\s+[A-Z]))",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b")
_BEFORE = "*_> \t"
_FEWEST = 2
"""Labels that name an office or ask: one alone may be a heading (`GENERAL: …`)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says up to the next label: `label` is the name, `start` what follows its
    mark; `asks` and `answers` say that the label names nobody (`Q:`, `A:`)."""

    label: Span
    start: int
    end: int
    asks: bool
    answers: bool


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_words("turns.yaml").items()}


@lru_cache(maxsize=2)  # asked by the splitter of sentences and by the one who names the speakers
def find_turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a transcript, in order; none for any other text.

    A label stands in capitals at the beginning of a line. A text is a transcript where two of them
    at least ask, answer or hold an office; `WHAT HAPPENED:`, `UN:` alone make none. One alone, of
    several words (`SENIOR OFFICIAL:`), has its paragraph and those after it in the first person.

    >>> text = "COL. ROLT: We held.\nQ: For how long?"
    >>> [(text[slice(*t.label)], text[t.start:t.end].strip(), t.asks) for t in find_turns(text)]
    [('COL. ROLT', 'We held.', False), ('Q', 'For how long?', True)]
    """
    known = _words()
    labels = list(_LABEL.finditer(text))
    names = [found["name"].lower().replace(".", "") for found in labels]
    of_office = known["asks"] | known["answers"] | known["offices"]
    offices = [n for n in names if not of_office.isdisjoint({n, *n.split()})]
    ends = [found.start() for found in labels[1:]] + [len(text)]
    if len(offices) < _FEWEST:
        if len(names) != 1 or not offices or " " not in names[0]:
            return ()
        ends = [_end_of_speech(text, labels[0].end())]
    return tuple(
        Turn(found.span("name"), found.end(), end, n in known["asks"], n in known["answers"])
        for found, end, n in zip(labels, ends, names, strict=True)
    )


def _end_of_speech(text: str, start: int) -> int:
    """Where what one speaker says ends: behind his paragraph and those that go on with "we"."""
    end = start
    for paragraph in _PARAGRAPH.finditer(text, start):
        if end > start and not _WE.search(paragraph[0]):
            return end
        end = paragraph.end()
    return end


def label_end(text: str, paragraph: Span) -> int | None:
    """Where the label with its mark ends that a paragraph begins with; None without one."""
    turns = find_turns(text)
    at = bisect_left(turns, paragraph[0], key=lambda turn: turn.label[0])
    turn = turns[at] if at < len(turns) else None
    begins = turn is not None and not text[paragraph[0] : turn.label[0]].strip(_BEFORE)
    return turn.start if turn is not None and begins and turn.start <= paragraph[1] else None
