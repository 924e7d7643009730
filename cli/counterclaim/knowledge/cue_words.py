"""Small classes of words and the patterns of mood that the attribution rules ask for."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path


@cache
def _tables() -> dict[str, frozenset[str]]:
    data = read_yaml(data_path("attribution", "words.yaml"))
    return {name: frozenset(words) for name, words in data.items()}


@cache
def cue_words(*tables: str) -> frozenset[str]:
    """Give a class of words, lower case, or several as one: "telegram" is among the channel
    nouns, "while" and "whether" among the conjunctions and question words."""
    return frozenset().union(*(_tables()[table] for table in tables))


@cache
def mood(name: str) -> re.Pattern[str]:
    """The pattern of one mood: ``mood("demand").search("They must leave")`` finds "must"."""
    patterns = read_yaml(data_path("attribution", "moods.yaml"))[name]
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
