"""Sentences and headline lines, by rule: offsets exact, speech respected, odd copy survived.

A stop ends a sentence when what follows looks like a new one and the word before it is no
abbreviation. Closing quotation marks and brackets behind the stop stay with the sentence. Copy that
lost its blanks ("the bridge.The army") is split where a lower-case word meets a capital. Every
stop is judged by a bounded number of characters around it, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count, repeat

from counterclaim.language.datelines import dateline_end
from counterclaim.language.lemmas import is_past_form
from counterclaim.language.marks import pair_marks
from counterclaim.language.paragraphs import (
    ends_like_a_sentence,
    is_bullet,
    split_paragraphs,
    trim,
)
from counterclaim.language.phrasing import quotation_words, read_words
from counterclaim.language.pieces import MOST_PIECES, in_pieces
from counterclaim.language.tree import Sentence
from counterclaim.language.turns import label_end
from counterclaim.records.model import Span

_STOP = re.compile(
    r"[.!?…]+(?:[\"”’»')\]]|“(?=\s))*(?:\s[”»](?=\s))?"  # a stop, and what closes behind it
    r"|[(\[](?:…|\.\.\.)[)\]]"  # words left out: a new sentence may begin behind them
)
_BEHIND = re.compile(
    r"\s*(?P<marks>(?:[\"“„«‘'`(\[—–*•-]\s?){0,5})(?P<sign>[#@$£€₴₽])?(?P<word>\w+)"
)
_WORD_BEFORE = re.compile(r"[\w.’'-]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_BULLET = re.compile(r"[-*•·]\s+(?=\S)")
_STRAIGHT = ('"', "'")
_SET_OFF = re.compile(r"[–—-]\s.{1,120}\s[–—-]|[-*•]\s+#{1,6}\s.{1,200}")
"""A heading between dashes (`– Talks in Lor –`), or one that is an item (`- ## Talks`)."""
_LONGEST_HEADLINE = 22
_LONGEST_CRY = 14
_LONGEST_WORD = 30
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class _Words:
    before_name: frozenset[str]
    before_number: frozenset[str]
    maybe_last: frozenset[str]
    starters: frozenset[str]
    domains: frozenset[str]
    whole_letters: frozenset[str]
    behind_speech: re.Pattern[str]
    last_in_speech: re.Pattern[str]


@cache
def _words() -> _Words:
    data = read_words("abbreviations.yaml")
    verbs = sorted(quotation_words().speech_verbs)
    speech, told = "|".join(verbs), "|".join(filter(is_past_form, verbs))
    return _Words(
        frozenset(data["before_name"]),
        frozenset(data["before_number"]),
        frozenset(data["maybe_last"]),
        frozenset(data["starters"]),
        frozenset(data["domains"]),
        frozenset(data["whole_letters"]),
        re.compile(rf"\s*(?:[\w’'.-]+\s+){{0,4}}(?:{speech})\b"),
        re.compile(rf"\b(?:{told})$"),  # a headline is told in the present: `…, officials say`
    )


def split_sentences(text: str) -> list[Sentence]:
    """The sentences and headline lines of a text, in order, without blanks at their edges.

    >>> [(s.start, s.end) for s in split_sentences("Gen. Rudenko left. He was ill.")]
    [(0, 18), (19, 30)]
    """
    out: list[Sentence] = []
    paragraphs = split_paragraphs(text)
    for number, span in enumerate(paragraphs):
        label = label_end(text, span)
        if label is not None:
            out.append(Sentence(span[0], label, headline=True, paragraph=number))
        parts = list(_split(text, label or _behind_bullet(text, span), span[1]))
        alone = len(paragraphs) > 1 and (number == 0 or len(parts) == 1) and label is None
        if alone and _is_headline(text, span, first=number == 0):
            out.append(Sentence(*span, headline=True, paragraph=number))
        else:
            out.extend(_behind_dateline(text, parts, number))
    return out


def _behind_bullet(text: str, span: Span) -> int:
    """Where the words of a list item begin; its number stays, a sentence may begin with one."""
    bullet = _BULLET.match(text, *span)
    return bullet.end() if bullet else span[0]


def _behind_dateline(text: str, parts: list[Span], paragraph: int) -> Iterator[Sentence]:
    """The sentences of a paragraph; a dateline before them is a line of its own."""
    for number, (start, end) in enumerate(parts):
        after = dateline_end(text, start, end) if number == 0 else None
        if after is not None and (place := trim(text, start, after)):
            yield Sentence(*place, headline=True, paragraph=paragraph)
        yield from _pieces(text, start if after is None else after, end, paragraph)


def _pieces(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    """A sentence, or the pieces that one too long to be read whole is read in."""
    spans = [span for a, b in in_pieces(text, start, end) if (span := trim(text, a, b))]
    numbers = count(1) if len(spans) > 1 else repeat(0)
    for number, span in zip(numbers, spans, strict=False):
        yield Sentence(*span, paragraph=paragraph, piece=number, unread=number > MOST_PIECES)


def _is_headline(text: str, span: Span, *, first: bool) -> bool:
    """A line of its own without a final stop: a title, a section heading, a caption. The first
    line may also be a cry or a question, or carry a stop behind Words Set in Capitals.
    """
    line = text[span[0] : min(span[1], span[0] + 400)]
    words = line.split()
    if _SET_OFF.fullmatch(line):
        return True
    if len(words) > _LONGEST_HEADLINE or len(line) < span[1] - span[0] or is_bullet(text, span[0]):
        return False
    if first:
        cry = line.endswith(("?", "!")) and len(words) <= _LONGEST_CRY
        return cry or line[-1] not in ".!?…:;,—–-" or _in_capitals(words)
    return not ends_like_a_sentence(text, *span) and not _words().last_in_speech.search(line)


def _in_capitals(words: list[str]) -> bool:
    small = quotation_words().small_in_titles
    long = [w for w in words if w.lower() not in small]
    return len(words) >= 4 and sum(not w[0].islower() for w in long) >= len(long) * 0.9


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one paragraph."""
    at = start
    first_letter = _next_letter(text, at, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end or first_letter >= stop.start():
            continue
        edge = _edge(text, start, stop, end)
        if edge is None or (
            at == start and is_bullet(text, start) and _numbers_a_line(text, at, stop)
        ):
            continue
        if span := trim(text, at, edge):
            yield span
        at = edge
        first_letter = _next_letter(text, at, end)
    if span := trim(text, at, end):
        yield span


def _next_letter(text: str, at: int, end: int) -> int:
    while at < end and not text[at].isalnum():
        at += 1
    return at


def _numbers_a_line(text: str, at: int, stop: re.Match[str]) -> bool:
    return text[at : min(stop.start(), at + 5)].strip("( ").isdigit()


def _edge(text: str, start: int, stop: re.Match[str], end: int) -> int | None:
    """Where the sentence ends that this stop ends; None when it ends none."""
    behind = _BEHIND.match(text, stop.end(), min(end, stop.end() + _WINDOW))
    if behind is None or behind["word"][0].islower() or behind["word"][0] == "_":
        return None
    marks = stop.group()
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    word = before[0] if before else ""
    if not text[stop.end()].isspace():
        return _glued_edge(text, (start, end), stop, word, behind)
    if marks[0] in "([":
        return stop.end()
    closes = marks.rstrip("\"”’»')] \n\t") == "." and word and not _is_named(text, before)
    if closes and _abbreviated(word, text, behind):
        return None
    if marks[0] in "!?" and marks[-1] in "”\"’»'":
        rest = min(end, stop.end() + _WINDOW)
        return None if _words().behind_speech.match(text, stop.end(), rest) else stop.end()
    return stop.end()


def _is_named(text: str, word: re.Match[str] | None) -> bool:
    """Whether a single letter is a name and no initial: `posted on X.`"""
    if word is None or word[0] not in _words().whole_letters:
        return False
    return text.endswith("on ", 0, word.start())


def _glued_edge(
    text: str, paragraph: Span, stop: re.Match[str], word: str, behind: re.Match[str]
) -> int | None:
    """`soldiers.The number`, `Defence.In`, `in 2022.The`: a word, a stop, a capital and a small
    letter with no blank between; an address (`Orikhiv.News`) or an initial (`e.g.The`) is not.
    """
    if stop.group()[0] not in ".!?" or "." in word or len(word) < 2:
        return None
    following = behind["word"]
    capital = following[0].isupper() and (following[1:2].islower() or len(following) == 1)
    whole = word[-2:].isdigit() or (word[-2:].isalpha() and word[-1].islower())
    if not (capital and whole) or behind["sign"]:
        return None
    if following.lower() in _words().domains or _abbreviated(word, text, behind):
        return None
    if len(following) == 1 and text[behind.end() : behind.end() + 1] != " ":
        return None
    return _before_opening_marks(text, paragraph, stop.end())


def _before_opening_marks(text: str, paragraph: Span, at: int) -> int:
    """A straight mark behind the stop may open the next sentence (`left."We held," he said`)."""
    while text[at - 1] in _STRAIGHT and at - 1 in _opening_marks(text, paragraph):
        at -= 1
    return at


@lru_cache(maxsize=1)  # asked for each stop of a paragraph
def _opening_marks(text: str, paragraph: Span) -> frozenset[int]:
    pairs = pair_marks(text, *paragraph, quotation_words().elisions)
    return frozenset(pair.start for pair in pairs)


def _abbreviated(before: str, text: str, behind: re.Match[str]) -> bool:
    """Whether the stop belongs to the word before it (`Gen.`, `J.`, `U.S.`) and ends nothing."""
    words = _words()
    following = behind["word"]
    part = before.rsplit("-", 1)[-1]
    if before in words.before_name or part in words.before_name:
        return True
    if before in words.before_number:
        return following[0].isdigit()
    initial = text[behind.end() : behind.end() + 1] == "." and len(following) == 1
    begins = following in words.starters and not initial
    if before in words.maybe_last or _INITIALS.fullmatch(before):
        return not begins and not set(behind["marks"]) & set('"“„«')
    return len(before) == 1 and before.isupper() and not begins
