"""What words in quotation marks are: names, titles, so-called things, or words that somebody spoke
and that stand on their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from counterclaim.records.model import Span
from counterclaim.resources import data_path

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_WORD_BEFORE = re.compile(r"([\w.’'-]+),?\s$")
_WORD_BEHIND = re.compile(r"[\"”’»']*[,.]?\s([\w’'-]+)(?:\s([\w’'-]+))?")
_LONGEST_NAME = 4
_LONGEST_TITLE = 10
_LONGEST_SPAN = 120
_CLAUSE = 4  # words
_NEAR = 80  # characters: how far back the mark before a quotation is looked for
_BEFORE_SPEECH = '.?!:,—–-)(["”'
_MARKS = " \t\r\n“”„«»\"‘’'`"


@dataclass(frozen=True, slots=True)
class QuotationWords:
    """The word lists of `data/language/quotation.yaml`, ready to use."""

    so_called: re.Pattern[str]
    named_as: re.Pattern[str]
    named_things: frozenset[str]
    small_in_titles: frozenset[str]
    elisions: frozenset[str]
    speech_verbs: frozenset[str]
    cue_tail: re.Pattern[str]
    dash_cue: re.Pattern[str]
    dash_again: re.Pattern[str]


@cache
def quotation_words() -> QuotationWords:
    """The word lists, read once."""
    data = read_words("quotation.yaml")
    verbs = "|".join(data["speech_verbs"])
    return QuotationWords(
        _in_front(data["so_called"]),
        _in_front(data["named_as"]),
        frozenset(data["named_things"]),
        frozenset(data["small_in_titles"]),
        frozenset(data["elisions"]),
        frozenset(data["speech_verbs"]),
        re.compile(
            rf",\s(?:(?:he|she|they|(?:[A-Z][\w’'.-]*\s){{1,3}})\s?(?:{verbs})\b"
            rf"|(?:{verbs})\s(?:he|she|they|the|an?|[A-Z]))"
        ),
        re.compile(rf"(?<=[,.!?…])(?P<cut>)\s*[–—―-]\s(?:[\w’'-]+\s){{0,4}}?(?:{verbs})\b"),
        re.compile(r"[.,:]\s(?P<dash>[–—―-])\s"),
    )


def _in_front(words: list[str]) -> re.Pattern[str]:
    called = "|".join(re.escape(w) for w in words)
    return re.compile(rf"\b(?:{called})[:,]?\s(?:(?:an?|the)\s)?$", re.IGNORECASE)


def read_words(name: str) -> Any:
    """One of the YAML word lists of `data/language/`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(data_path("language", name).read_text("utf-8"), Loader=loader)  # noqa: S506


def is_name_or_title(text: str, ends: Span, piece: Span, *, fresh: bool) -> bool:
    """Whether the quoted words are a name, a title or a so-called thing.

    `ends` takes in the marks, `piece` is without them; `fresh` says that a sentence starts here.

    >>> is_name_or_title("the so-called ‘republic’ fell", (14, 24), (15, 23), fresh=False)
    True
    """
    words = _WORD.findall(text, *piece) if piece[1] - piece[0] <= _LONGEST_SPAN else []
    last = text[piece[1] - 1]
    if not 0 < len(words) <= _LONGEST_TITLE or last in "!?…;:—–":
        return False
    rules = quotation_words()
    front = max(0, ends[0] - 30), ends[0]
    if len(words) <= _LONGEST_NAME and rules.so_called.search(text, *front):
        return True
    if not _is_title(words):
        return False
    if rules.named_as.search(text, *front):
        return True
    return _stands_like_a_name(text, ends, words, last, fresh=fresh)


def stands_alone(text: str, ends: Span, pieces: list[Span]) -> bool:
    """Whether quoted words are a clause or more that opens with a capital behind a mark and ends
    like one; a fragment inside somebody else's sentence is none.

    `ends` takes in the marks, `pieces` are without them.

    >>> stands_alone("“We held on,” he said.", (0, 13), [(1, 12)])
    True
    """
    start, end = pieces[0][0], pieces[-1][1]
    words = text[start:end].strip()
    if len(words.split()) < 2:
        near = text[max(0, start - _NEAR) : start].rstrip(_MARKS)
        return words.endswith(("!", "?", ".")) and near.endswith((":", ","))
    opens = words.lstrip("([….—- ")[:1]
    before = text[max(0, ends[0] - _NEAR) : ends[0]]
    fresh = not before.strip() or before.rstrip()[-1] in _BEFORE_SPEECH or before.endswith("\n")
    last = words.rstrip(_MARKS)[-1:]
    closes = last in ",.?!…—–" or len(pieces) > 1 or _stopped_outside(text, ends[1])
    full = len(words.split()) >= _CLAUSE or last in ",.?!"
    return (opens.isupper() or opens.isdigit()) and fresh and closes and full


def _stopped_outside(text: str, end: int) -> bool:
    """Translated and British copy puts the stop or comma behind the closing mark."""
    rest = text[end : end + 3].lstrip()
    return not rest or rest[0] in ",.?!-–—" or text[end : end + 1] in ("", "\n")


def _stands_like_a_name(text: str, ends: Span, words: list[str], last: str, *, fresh: bool) -> bool:
    """Whether capitalised words stand where a name does: in a line of their own, beside the word
    for the thing named, or inside a clause.
    """
    if _fills_its_line(text, ends):
        return len(words) > 1
    things = quotation_words().named_things
    before, behind, next_one = _neighbours(text, ends)
    bare = last not in ",."
    if last == "." and behind[:1].islower():
        return False
    if (before.lower() in things and not fresh) or (bare and {behind, next_one} & things):
        return True
    if fresh or not before or before.lower() in quotation_words().speech_verbs:
        return False
    inside = bare and behind != "" and len(words) <= _LONGEST_NAME
    return (inside or len(words) > 1) and not _all_capitals(text, ends)


def _is_title(words: list[str]) -> bool:
    """`Iron Wall`, `The War of the Worlds`: a capital on every word that is not a small one."""
    small = quotation_words().small_in_titles
    if words[-1] in small or not words[0][:1].isupper():
        return False
    return all(w[:1].isupper() or w[:1].isdigit() or w in small for w in words)


def _fills_its_line(text: str, ends: Span) -> bool:
    return text[ends[0] - 1 : ends[0]] in ("", "\n", "\r") and (
        text[ends[1] : ends[1] + 1] in ("", "\n", "\r")
    )


def _neighbours(text: str, ends: Span) -> tuple[str, str, str]:
    """The word in front, and the two behind; "" where a stop or the edge of the line stands."""
    before = _WORD_BEFORE.search(text, max(0, ends[0] - 30), ends[0])
    behind = _WORD_BEHIND.match(text, ends[1], ends[1] + 60)
    following = (behind[1], behind[2] or "") if behind else ("", "")
    return before[1] if before else "", *following


def _all_capitals(text: str, ends: Span) -> bool:
    """Whether the words around are capitalised as well: in such a headline capitals say nothing."""
    around = _WORD.findall(text[max(0, ends[0] - 40) : ends[0]].rpartition("\n")[2])[-4:]
    around += _WORD.findall(text[ends[1] : ends[1] + 40].partition("\n")[0])[:4]
    long = [w for w in around if len(w) > 3]
    return len(long) > 1 and sum(w[:1].isupper() for w in long) * 4 >= len(long) * 3
