"""Texts that are not English: told by their script and by their function words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from counterclaim.knowledge.inputs import input_data
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 4  # words: a name or two tell no language
_READ = 20_000  # characters: the top of a text tells its language


def foreign_words(text: str) -> str | None:
    """Why a text is not English, or None where it is or is too short to tell.

    >>> foreign_words("Обстріли тривали всю ніч. " * 20)
    'is not English: its letters are Cyrillic'
    """
    words = [word.lower() for word in _WORD.findall(text[:_READ])]
    script = _script("".join(words)) if len(words) >= _FEWEST else None
    if script:
        return f"is not English: its letters are {script}"
    known = sum(word in word_class("smallest_words") for word in words)
    enough = len(set(words)) >= limits().fewest_words_of_a_language
    if enough and known >= limits().least_function_words * len(words):
        return None
    name, most = max(_small_words(words).items(), key=lambda item: item[1])
    if most > 2 * known and most >= _FEWEST:
        return f"is not English: it has the small words of {name}"
    return "is not English: it has hardly any of its small words" if enough else None


def _small_words(words: list[str]) -> dict[str, int]:
    """How many small words of each language a text has."""
    return {
        name: sum(word in known for word in words) for name, known in sorted(_languages().items())
    }


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in input_data("languages").items()}


def _script(letters: str) -> str | None:
    """The script that most letters are of, where that is not Latin."""
    others = [letter for letter in letters if letter > "\u024f"]
    if len(others) * 2 < len(letters):
        return None
    names = [unicodedata.name(letter, "unknown").split()[0] for letter in others[:1000]]
    return max(sorted(set(names)), key=names.count).capitalize()
