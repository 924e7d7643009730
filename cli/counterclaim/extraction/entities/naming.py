"""When two names are of one: the words that count, a surname, a part that stands for the whole."""

from __future__ import annotations

import re
from functools import lru_cache

from counterclaim.extraction.entities.entity import PERSON, Entity
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.names import fold_word
from counterclaim.knowledge.phrases import words as listed


@lru_cache(maxsize=4096)  # most names of an article come again
def name_words(name: str) -> frozenset[str]:
    """The words of a name that count, in lower case and one spelling ("defense" as "defence"):
    titles and small words aside."""
    found = re.findall(r"\w+", name.lower().replace("’s", "").replace("'s", ""))
    return frozenset(map(fold_word, found)) - word_class("no_name_words")


def name_parts(name: str) -> list[str]:
    """The words of a name in their order, without titles where any other is left: `olena`, `koval`
    of `Gen. Olena Koval`."""
    parts = [w for w in re.findall(r"\w+", name.lower()) if w not in word_class("no_name_words")]
    return [w for w in parts if w not in listed("honorifics", "ranks", "titles")] or parts


def initials(name: str) -> str:
    """The capitals that a name begins its words with: `tnf` of `Tarin National Front`."""
    return "".join(p[0] for p in name.split() if p[:1].isupper()).lower()


def is_part(parts: list[str], entity: Entity) -> bool:
    """Whether one of two names is a part that may stand for the other: a surname or given name of a
    person, the last words of a body's; not `Lod` for `Lod Bridge`."""
    short, long = sorted((tuple(parts), entity.name), key=len)
    if not short or len(short) == len(long):
        return False
    first = entity.kind == PERSON and long[: len(short)] == short
    body = listed("organisation_words", "private_bodies")
    inside = bool({*short} & body) and {*short} < {*long}
    return first or inside or long[-len(short) :] == short


def bears(entity: Entity, words: frozenset[str]) -> bool:
    """Tell whether somebody bears a surname, as the registry or as the article spells it."""
    name, known = entity.who.name, entity.who.entry is not None
    spelled = entity.said - name_words(name.split()[0])
    return words <= surnames(name) or (known and words <= spelled)


def surnames(name: str) -> frozenset[str]:
    """The words of a full name but the first."""
    parts = [fold_word(part) for part in name.split()]
    return frozenset(parts[1:] if len(parts) > 1 else parts)
