"""The words that rules ask for by their classes, one folder a language: read from data/lexicon/.

What a language calls "before", "another" or "our troops" is data; where such a word must stand is
the rule, which keeps its shape and takes the words from here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

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


@cache
def _nouns() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = read_yaml(data_path("lexicon", "en", "nouns.yaml"))
    return data


@cache
def noun_classes(group: str) -> dict[str, frozenset[str]]:
    """Give the nouns that have classes of a group, "events" or "places", with these.

    >>> sorted(noun_classes("events")["village"])
    ['object:civilian', 'place']
    """
    wanted = frozenset(_nouns()["classes"][group])
    found = ((noun, wanted.intersection(row.split())) for noun, row in _nouns()["nouns"].items())
    return {noun: classes for noun, classes in found if classes}


def nouns_of(group: str, name: str) -> frozenset[str]:
    """Give the nouns of one class of a group.

    >>> "governor" in nouns_of("places", "office_before")
    True
    """
    return frozenset(noun for noun, classes in noun_classes(group).items() if name in classes)
