"""Texts that are not English: told by their script and by their function words."""

from __future__ import annotations

import re
import unicodedata

from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits

_WORD = re.compile(r"[^\W\d_]+")
_READ = 20_000  # characters: the top of a text tells its language


def foreign_words(text: str) -> str | None:
    """Why a text is not English, or None where it is or is too short to tell.

    >>> foreign_words("Обстріли тривали всю ніч. " * 20)
    'is not English: its letters are Cyrillic'
    """
    words = _WORD.findall(text[:_READ])
    if len(set(words)) < limits().fewest_words_of_a_language:
        return None
    script = _script("".join(words))
    if script:
        return f"is not English: its letters are {script}"
    known = sum(word.lower() in word_class("smallest_words") for word in words)
    if known < limits().least_function_words * len(words):
        return "is not English: it has hardly any of its small words"
    return None


def _script(letters: str) -> str | None:
    """The script that most letters are of, where that is not Latin."""
    others = [letter for letter in letters if letter > "\u024f"]
    if len(others) * 2 < len(letters):
        return None
    names = [unicodedata.name(letter, "unknown").split()[0] for letter in others[:1000]]
    return max(sorted(set(names)), key=names.count).capitalize()
