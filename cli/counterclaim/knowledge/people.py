"""What tells which person or body a short mention means: given names, kinds of bodies, offices."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.names import fold
from counterclaim.resources import data_path

_FEMALE_SURNAME = re.compile(r"\w(?:[oe]va|ska|[sc]kaya|skaia)$")


@cache
def _tables() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(data_path("attribution", "people.yaml"))
    return {**data, "women": frozenset(data["women"]), "men": frozenset(data["men"])}


def gender_of(mention: str) -> str | None:
    """The gender ("f", "m") that a title, a given name or a Slavic surname tells, else None.

    >>> gender_of("Colonel Iryna Bondar"), gender_of("Mr Bondar"), gender_of("Bondar")
    ('f', 'm', None)
    """
    names = re.findall(r"\w+", mention.lower())
    words = set(names)
    if words & cue_words("female"):
        return "f"
    if words & cue_words("male"):
        return "m"
    women, men = words & _tables()["women"], words & _tables()["men"]
    if bool(women) != bool(men):
        return "f" if women else "m"
    return "f" if names and not men and _FEMALE_SURNAME.search(names[-1]) else None


def is_given_name(word: str) -> bool:
    """Whether a word, folded or in small letters, is one of the listed given names:
    ``is_given_name("olena")``."""
    return word in _given_names()


@cache
def _given_names() -> frozenset[str]:
    """All given names, as they are written and folded ("hassan", "hasan")."""
    names: frozenset[str] = _tables()["women"] | _tables()["men"]
    return names | {key for name in names for key in fold(name)[:1]}


def kinds_called(noun: str) -> frozenset[str]:
    """The types of entries a noun may mean: ``kinds_called("watchdog")`` holds "monitor"."""
    return frozenset(_tables()["kinds"].get(noun, ()))


def nation_of(given_name: str) -> str | None:
    """The country (ISO 2) in whose spelling a given name is written, where neighbours write it
    otherwise: ``nation_of("Serhiy") == "UA"``, ``nation_of("Sergei") == "RU"``."""
    spelled: dict[str, list[str]] = _tables()["spelled"]
    word = given_name.lower()
    return next((iso2 for iso2, names in sorted(spelled.items()) if word in names), None)


def office_by_verb(lemma: str) -> str | None:
    """The office of who does this: ``office_by_verb("govern") == "governor"``."""
    office: str | None = _tables()["offices_by_verb"].get(lemma)
    return office
