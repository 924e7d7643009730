"""Patterns of words that rules ask for by name, one folder a language: read from data/lexicon/.

What English puts before a toll or behind a town is data; a pattern says it in the notation of
regular expressions, made of the lists of the lexicon and of other patterns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

_PIECE = re.compile(r"%(?:(\w+)=)?(\w+)%")


def expand(form: str, piece: Callable[[str], str]) -> str:
    """Replace %name% by its piece; %slot=name% keeps the words that stand there under a name.

    >>> expand("%name=titles% of", {"titles": "king|queen"}.__getitem__)
    '(?P<name>king|queen) of'
    """

    def put(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{piece(match[2])})" if match[1] else piece(match[2])

    return _PIECE.sub(put, form)


@cache
def _forms() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(data_path("lexicon", "en", "patterns.yaml"))
    return data


def form_of(name: str, lists: Mapping[str, str] | None = None) -> str:
    """A pattern as text, to stand in another one; `lists` are pieces that the caller knows."""
    given = lists or {}

    def piece(part: str) -> str:
        if part in given:
            return given[part]
        return form_of(part, given) if part in _forms() else any_of(part)

    return expand("".join(_forms()[name]["form"].split("\n")), piece)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern, compiled once.

    >>> bool(pattern("percent").match(" per cent"))
    True
    """
    return re.compile(form_of(name))


@cache
def pattern_with(name: str, **lists: str) -> re.Pattern[str]:
    """A pattern with pieces of which only the caller knows."""
    return re.compile(form_of(name, lists))
