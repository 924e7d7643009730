"""Noun phrases taken apart: their pieces, the words that matter in them, the run that is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.knowledge.entries import load_offices
from counterclaim.knowledge.names import POSSESSIVE, Token, fold, tokenise
from counterclaim.knowledge.overlay import kept

_EDGE = " \t\n\r,;:.!?\"“”„«»'‘’()[]–—-"
_NAME_LENGTH = 5
_TIES = (("to",), ("with",))
_DOING = re.compile(r"\w*[aeiouy]\w*(?:ing|ed)")  # "fighting", not the "wing" of "media wing"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a noun phrase between commas, brackets, dashes or relative clauses."""

    text: str
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens first..last (half open): ``Part.slice(0, 1)`` is one word."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


@kept
def words(*names: str) -> frozenset[str]:
    """The single words of some lists of data/offices.yaml, folded."""
    keys = (fold(phrase) for name in names for phrase in load_offices()[name])
    return frozenset(key[0] for key in keys if len(key) == 1)


@kept
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """The entries of one list of data/offices.yaml as folded keys, of one word or several."""
    return frozenset(map(fold, load_offices()[name]))


@kept
def _splitter() -> re.Pattern[str]:
    broken = "|".join(map(re.escape, load_offices()["breaks"]))
    return re.compile(rf"(?:,(?!\d)|[;:()\[\]\n])|\s[-–]\s|\s?—\s?|\b(?:{broken})\b", re.IGNORECASE)


def part_of(text: str) -> Part:
    """One piece with its words: ``part_of("Mr Kim,").keys == ("mr", "kim")``."""
    text = text.strip(_EDGE)
    tokens = tokenise(text)
    return Part(text, tokens, tuple(token.key for token in tokens))


def split_phrase(mention: str) -> list[Part]:
    """The pieces of a noun phrase, in order.

    >>> [p.text for p in split_phrase("Ivan Holub, mayor of Vuhledar (Donetsk), who fled")]
    ['Ivan Holub', 'mayor of Vuhledar', 'Donetsk', 'fled']
    """
    parts = (part_of(piece) for piece in _splitter().split(mention))
    return [part for part in parts if part.tokens]


def contains(part: Part, name: str) -> bool:
    """Whether a phrase of the list `name` stands in the part."""
    return has_phrase(part, phrases(name))


def has_phrase(part: Part, known: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of some folded phrases stands in the part.

    >>> has_phrase(part_of("the city military administration"), frozenset({("military",)}))
    True
    """
    keys = part.keys
    sizes = sorted({len(key) for key in known})
    return any(keys[i : i + n] in known for n in sizes for i in range(len(keys) - n + 1))


def head_end(part: Part) -> int:
    """Where the core of the phrase ends: before the first preposition or participle after it."""
    linking, near = words("linking"), words("close_to")
    for i, token in enumerate(part.tokens):
        if not i or token.capital:
            continue
        close = token.key in near and part.keys[i + 1 : i + 2] in _TIES
        if token.key in linking or close or _participle(part, i):
            return i
    return len(part.tokens)


def _participle(part: Part, i: int) -> bool:
    """Whether word `i` begins what a person does: "a soldier fighting near Izium"."""
    if _DOING.fullmatch(part.tokens[i].key) is None:
        return False
    if part.text[part.tokens[i - 1].end : part.tokens[i].start].strip():
        return False  # "the army-aligned government"
    return part.tokens[i - 1].key in words("officials", "civilians", "media") or is_media_at(
        part, i
    )


def head_token(part: Part) -> Token:
    """The head noun: "officials" of "two senior officials in Kharkiv"."""
    end = head_end(part)
    while end > 1 and part.tokens[end - 1].key == POSSESSIVE:
        end -= 1
    return part.tokens[end - 1]


def is_media(part: Part) -> bool:
    """Whether a phrase means media: "a news agency", "the news agency Orbit", and no "civil defence
    agency"."""
    end = head_end(part)
    named = end
    while named > 1 and part.tokens[named - 1].capital:
        named -= 1
    if named < end and not part.tokens[named - 1].capital and is_media_at(part, named):
        return True
    return is_media_at(part, end)


def is_media_at(part: Part, end: int) -> bool:
    """Whether a noun of media ends at word `end`."""
    pair = part.keys[max(end - 2, 0) : end]
    return part.keys[end - 1] in words("media") or pair in phrases("media")


def head(part: Part) -> str:
    """The head noun, folded."""
    return head_token(part).key


def capital_runs(part: Part) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words as (first, past the last), joined by particles ("al")."""
    particles, i, tokens = words("particles"), 0, part.tokens
    while i < len(tokens):
        if not tokens[i].capital:
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and (tokens[j].capital or _joins(tokens, j, particles)):
            j += 1
        yield i, j
        i = j


def _joins(tokens: tuple[Token, ...], j: int, particles: frozenset[str]) -> bool:
    while j < len(tokens) and not tokens[j].capital and tokens[j].key in particles:
        j += 1
        if j < len(tokens) and tokens[j].capital:
            return True
    return False


def is_complement(part: Part, first: int) -> bool:
    """Whether a name at `first` hangs on a preposition ("allies of President X"), titles aside."""
    titles = words("titles", "honorifics", "ranks")
    i = first - 1
    while i >= 0:
        office = _office_before(part, i + 1)
        if not office and part.tokens[i].key not in titles:
            break
        i -= office or 1
    while i >= 0 and part.tokens[i].key in {"the", "then", "former"}:
        i -= 1
    return i >= 0 and part.tokens[i].key in words("complement")


@kept
def _offices() -> frozenset[tuple[str, ...]]:
    return frozenset(fold(word) for row in load_offices()["roles"] for word in row["words"])


def _office_before(part: Part, last: int) -> int:
    """How many words before `last` are an office ("secretary of state"), 0 when none."""
    sizes = range(min(6, last), 0, -1)
    return next((n for n in sizes if part.keys[last - n : last] in _offices()), 0)


def is_possessive(part: Part, last: int) -> bool:
    """Whether a possessive ending follows the word before `last` ("Zelensky's aide")."""
    return last < len(part.tokens) and part.tokens[last].key == POSSESSIVE


def name_length(part: Part, first: int) -> int:
    """How many words a name that begins at `first` may have at most."""
    return min(_NAME_LENGTH, len(part.tokens) - first)


def is_acronym(token: Token) -> bool:
    """Whether a word is written in capitals and is no initial ("J.", "K")."""
    return token.text.isupper() and "." not in token.text and len(token.text) > 1
