"""A text as words, with its runs of capitalised words and the people named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.place_context import PlaceContext
from counterclaim.knowledge.spelling import fold

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[’'ʼ‘][^\W_]+)*")
_POSSESSIVE = ("’s", "'s", "’S", "'S")
_AGE = re.compile(r",\s+\d{1,3}\s*,")


@dataclass(frozen=True, slots=True)
class Token:
    """A word; `end` leaves out a possessive ending. `gap` is what stands before it."""

    text: str
    start: int
    end: int
    gap: str
    possessive: bool

    @property
    def key(self) -> str:
        return fold(self.text)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(slots=True)
class Reading:
    """A text as tokens, with the capitalised groups and the people found in it."""

    text: str
    tokens: list[Token]
    group: list[tuple[int, int]] = field(default_factory=list)
    people: set[int] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)


def read_tokens(text: str) -> list[Token]:
    """The words of `text`. Hyphens part words: "Kyiv-based" is two, the second with gap "-"."""
    tokens, end = [], 0
    for found in _WORD.finditer(text):
        word, gap = found.group(), text[end : found.start()]
        bare = word[:-2] if word.endswith(_POSSESSIVE) else word
        tokens.append(
            Token(bare, found.start(), found.start() + len(bare), gap, len(bare) < len(word))
        )
        end = found.end()
    return tokens


def read(text: str, context: PlaceContext) -> Reading:
    """Tokens, groups of capitalised words, and people (so that "Mr Paris" is no city)."""
    reading = Reading(text, read_tokens(text))
    reading.group = list(_groups(reading.tokens))
    for first, last in sorted(set(reading.group)):
        _find_person(reading, context, first, last)
    return reading


def _groups(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """For each token the bounds of the run of capitalised words it is in."""
    bounds: list[tuple[int, int]] = []
    first = 0
    for i, token in enumerate(tokens):
        both = token.capital and tokens[i - 1].capital
        joined = i > first and ((both and _joins(tokens, i)) or _has_article(tokens, i))
        if not joined:
            bounds.extend([(first, i)] * (i - first))
            first = i
    bounds.extend([(first, len(tokens))] * (len(tokens) - first))
    yield from bounds


def _has_article(tokens: list[Token], i: int) -> bool:
    """Whether token `i` or the one before is a small article within a name: "Hay al-Nour",
    "al-Nour"."""
    article, behind = tokens[i - 1 : i + 1]
    if article.text in word_class("name_articles") and behind.capital:
        return behind.gap == "-"
    inside = article.capital and not article.possessive and behind.gap == " "
    following = tokens[i + 1 : i + 2]
    return (
        inside
        and behind.text in word_class("name_articles")
        and bool(following)
        and following[0].capital
        and following[0].gap == "-"
    )


def _joins(tokens: list[Token], i: int) -> bool:
    """Whether token `i` continues the group of the one before: a space, a hyphen, "St. "."""
    before = tokens[i - 1]
    if before.possessive:
        return False
    short = len(before.text) <= 4 and before.capital
    return tokens[i].gap in (" ", "-") or (short and tokens[i].gap == ". ")


def _find_person(reading: Reading, context: PlaceContext, first: int, last: int) -> None:
    """Mark the words of a capitalised group that belong to a person's name."""
    tokens = reading.tokens
    if last < len(tokens) and tokens[last].gap == " " and tokens[last].key in context.kinds:
        return None  # "the Abu Shouk camp"
    for i in range(first, last):
        word, more = tokens[i].key, i + 1 < last
        following = tokens[i + 1].key if more else ""
        plain = following and following not in context.never | context.allowed_after
        plain = plain and following not in context.offices | context.not_after
        if word in context.titles and tokens[i].capital and more:
            return _mark(reading, i + 1, last)
        if word in context.offices and plain and i + 1 < last:
            return _mark(reading, i + 1, last)
        if word in context.given and plain and "-" not in tokens[i + 1].gap:
            if i == first and _is_where(tokens, first, last):
                return None
            return _mark(reading, i, last)
    after = reading.text[tokens[last - 1].end : tokens[last - 1].end + 8]
    if last - first >= 2 and _AGE.match(after):
        _mark(reading, first, last)
    return None


def _is_where(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name that begins like many of towns and of men stands as a town: "in Abu Zabad"."""
    opens = tokens[first].key in word_class("town_openers") and first > 0
    led = opens and tokens[first - 1].key in word_class("where_unknown")
    return led and not tokens[last - 1].possessive


def _mark(reading: Reading, first: int, last: int) -> None:
    reading.people.update(range(first, last))
    reading.surnames.update(reading.tokens[i].key for i in range(first, last))
