"""The small classes of words that rules ask for, one folder a language: read from data/lexicon/.

What a language calls "before", "another" or "our troops" is data; where such a word must stand is
the rule, which keeps its shape and takes the words from here.
"""

from __future__ import annotations

from functools import cache

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    data = read_yaml(data_path("lexicon", "en", "words.yaml"))
    return {name: tuple(words) for name, words in data.items()}


def listed(name: str) -> tuple[str, ...]:
    """Give a list in the order of the file.

    >>> listed("tens")[:2]
    ('twenty', 'thirty')
    """
    return _lists()[name]


@cache
def word_class(*names: str) -> frozenset[str]:
    """Give a class of words, or several as one.

    >>> "herself" in word_class("she")
    True
    """
    return frozenset(word for name in names for word in listed(name))


def any_of(name: str) -> str:
    """Give a list as a piece of a regular expression, in the order of the file.

    >>> any_of("pieces")
    '(?:units|pcs|pieces)'
    """
    return f"(?:{'|'.join(listed(name))})"
