"""Sentences and headline lines, by rule: offsets exact, speech respected, odd copy survived.

A stop ends a sentence when what follows looks like a new one and the word before it is no
abbreviation. Closing quotation marks and brackets behind the stop stay with the sentence. Copy that
lost its blanks ("the bridge.The army") is split where a lower-case word meets a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from counterclaim.language.tree import Sentence
from counterclaim.resources import data_path

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(r"(?:[.!?…]+[\"”’»')\]]*|[(\[](?:…|\.\.\.)[)\]]|(?<=[a-z\d])[”\"](?=\s+[A-Z]))")
_OPENS = re.compile(r"\s*[\"“„«‘'(\[—–-]*\s*([A-ZÀ-ÞЀ-Я\d])")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")
_FINAL = re.compile(r"[.!?…:;,][\"”’»')\]]*\s*$|[\"”»]\s*$")
_LONGEST_HEADLINE = 22


@dataclass(frozen=True, slots=True)
class _Words:
    before_name: frozenset[str]
    maybe_last: frozenset[str]
    starters: frozenset[str]
    behind_speech: re.Pattern[str]


@cache
def _words() -> _Words:
    data = yaml.safe_load(data_path("language", "abbreviations.yaml").read_text("utf-8"))
    speech = "|".join(sorted(data["behind_speech"]))
    return _Words(
        frozenset(data["before_name"]),
        frozenset(data["maybe_last"]),
        frozenset(data["starters"]),
        re.compile(rf"\s*(?:[\w’'.-]+\s+){{0,4}}(?:{speech})\b"),
    )


def split_sentences(text: str) -> list[Sentence]:
    """The sentences and headline lines of a text, in order, without blanks at their edges.

    >>> [text[s.start:s.end] for s in split_sentences(text := "Gen. Rudenko left. He was ill.")]
    ['Gen. Rudenko left.', 'He was ill.']
    """
    out: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        headline = _is_headline(text, start, end)
        if headline:
            out.append(Sentence(start, end, headline=True, paragraph=number))
            continue
        out.extend(Sentence(a, b, paragraph=number) for a, b in _split(text, start, end))
    return out


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text; a line that breaks off and goes on in lower case is wrapped, not ended."""
    held: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        start, end = _strip(text, match.start(), match.end())
        if start == end:
            continue
        if held is not None:
            gap = text[held[1] : start]
            wrapped = gap.count("\n") <= 1 and text[start].islower() and not _FINAL.search(text[held[0] : held[1]])
            if wrapped and held[1] - held[0] > 40:
                held = (held[0], end)
                continue
            yield held
        held = (start, end)
    if held is not None:
        yield held


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_headline(text: str, start: int, end: int) -> bool:
    """A line of its own without a final stop: a title, a section heading, a caption."""
    line = text[start:end]
    alone = start > 0 or text[end:].strip() != ""
    return alone and not _FINAL.search(line) and len(line.split()) <= _LONGEST_HEADLINE and " stop " not in line


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and match.start() >= at and _ends(text, at, match, end):
            yield _strip(text, at, match.end())
            at = match.end()
    if text[at:end].strip():
        yield _strip(text, at, end)


def _ends(text: str, at: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this stop."""
    behind = text[stop.end() : end]
    opening = _OPENS.match(behind)
    if opening is None:
        return False
    marks, blank = stop.group(), behind[:1].isspace()
    word = _WORD_BEFORE.search(text, at, stop.start())
    before = word[1] if word else ""
    if not blank:
        return _glued(text, stop, before)
    if marks[0] in "([":
        return text[at : stop.start()].strip() != ""
    if marks.startswith(".") and marks.strip("”\"’»')]") == "." and before:
        return not _abbreviated(before, behind)
    if marks[0] in "!?" and marks[-1] in "”\"’»'" and _words().behind_speech.match(behind):
        return False
    return marks[0] in ".!?…"


def _glued(text: str, stop: re.Match[str], before: str) -> bool:
    """`soldiers.The number`, `Defense.In`: a lower-case word, a stop, a capital and a small letter."""
    following = text[stop.end() : stop.end() + 2]
    return (
        stop.group()[0] in ".!?"
        and len(before) > 1
        and before[-2:].isalpha()
        and before[-1].islower()
        and "." not in before
        and len(following) == 2
        and following[0].isupper()
        and (following[1].islower() or following[1] == " ")
    )


def _abbreviated(before: str, behind: str) -> bool:
    """Whether the stop belongs to the word before it (`Gen.`, `J.`, `U.S.`) and ends nothing."""
    words = _words()
    bare = before.rsplit("-", 1)[-1] if before not in words.maybe_last else before
    following = re.match(r"\s*[\"“„«‘'(\[]*([\w’']+)", behind)
    next_word = following[1] if following else ""
    if bare in words.before_name:
        return not (bare in ("No", "Sun", "Sat", "Mar", "Art") and next_word in words.starters)
    if before in words.maybe_last or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", before):
        return next_word not in words.starters
    return len(before) == 1 and before.isupper() and before != "I"
