"""What languages do to a place name in a sentence (data/gazetteer/forms.yaml): "под Бахмутом",
"obwód charkowski", "oblast de Kherson", "Darfour du Nord", "בחרסון".

A form taken apart is a question, not an answer: the gazetteer must know the name that is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.spelling import fold
from counterclaim.knowledge.transliteration import is_cyrillic, is_semitic
from counterclaim.resources import data_path

_MOST_FORMS = 400
_SHORTEST = 3  # letters of a name behind what is attached to it: Tyre, Gaza and Aden have three
_ELIDED = re.compile(r"^(?:d|l|dell|all|nell|sull)[’'](?=\w)", re.IGNORECASE)
_VOWEL_LAST = re.compile("([оеє])([^аеєиіїоуюяыэ]+)$")

Endings = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceFrame:
    """A name without the words around it. `kind` is the kind of place that a noun beside it tells
    ("region", "settlement"), `side` a compass word in English, `governed` whether a preposition
    stood before it, so that its form is that of a case.
    """

    name: str
    kind: str = ""
    side: str = ""
    governed: bool = False


@dataclass(frozen=True, slots=True)
class Forms:
    """The words around names, folded, and the endings of names, longest first."""

    prepositions: frozenset[str]
    links: frozenset[str]
    nouns: dict[str, str]
    compass: dict[str, str]
    cases: Endings
    closed: dict[str, str]
    adjectives: Endings
    prefixes: tuple[str, ...]
    article: str


@cache
def load_forms() -> Forms:
    """Read the words and endings once: ``load_forms().nouns["oblast"] == "region"``."""
    data: dict[str, Any] = read_yaml(data_path("gazetteer", "forms.yaml"))
    return Forms(
        prepositions=frozenset(map(fold, data["prepositions"].split())),
        links=frozenset(data["links"].split()),
        nouns=_by_word(data["nouns"]),
        compass=_by_word(data["compass"]),
        cases=_endings(data["cases"]),
        closed=data["closed"],
        adjectives=_endings(data["adjectives"]),
        prefixes=tuple(data["attached"]["prefixes"]),
        article=data["attached"]["article"],
    )


def _by_word(groups: dict[str, str]) -> dict[str, str]:
    return {fold(w): group for group, words in groups.items() for w in (group, *words.split())}


def _endings(table: dict[str, list[str]]) -> Endings:
    longest_first = sorted(table.items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple((cut, put) for cut, puts in longest_first for put in puts)


def nominatives(word: str) -> Iterator[str]:
    """Lower-case forms that a Cyrillic `word` may be a case of, likeliest first.

    >>> "бахмут" in nominatives("Бахмутом"), "львів" in nominatives("Львові")
    (True, True)
    """
    forms, lower = load_forms(), word.lower()
    seen = {lower}
    for cut, put in forms.cases:
        stem = lower.removesuffix(cut)
        if stem == lower or len(stem) < 2:
            continue
        for form in _closed(stem, put, forms.closed):
            if form not in seen:
                seen.add(form)
                yield form


def _closed(stem: str, put: str, closed: dict[str, str]) -> Iterator[str]:
    """The form, and before a bare ending the one with the vowel that a closed syllable has."""
    yield stem + put
    if put in ("", "ь", "г", "к") and _VOWEL_LAST.search(stem + put):
        yield _VOWEL_LAST.sub(lambda found: closed[found[1]] + found[2], stem + put)


def phrase_nominatives(name: str) -> Iterator[str]:
    """The nominatives of a name of several words, each word in a form of its own.

    >>> "великая новоселка" in phrase_nominatives("Великой Новоселке")
    True
    """
    words = re.split(r"[\s-]+", name.lower())
    choices = [[word, *nominatives(word)] if len(word) > 2 else [word] for word in words]
    for form in islice(product(*choices), _MOST_FORMS):
        yield " ".join(form)


def detached(name: str) -> Iterator[str]:
    """Forms of an Arabic or Hebrew name without what is written together with it, the fewest cut
    off first; Arabic ones also with the article.

    >>> "חרסון" in detached("ובחרסון"), "الخرطوم" in detached("للخرطوم")
    (True, True)
    """
    forms = load_forms()
    first, gap, rest = name.partition(" ")
    found = [first]
    for form in found:  # it grows: one prefix stands before another
        cuts = (form.removeprefix(prefix) for prefix in forms.prefixes)
        found += (cut for cut in cuts if cut not in found and len(cut) >= _SHORTEST)
    for form in found:
        yield form + gap + rest
        yield forms.article + form + gap + rest


def adjective_bases(name: str) -> Iterator[str]:
    """Towns that the adjective of a region may be made from.

    >>> "charków" in adjective_bases("charkowski"), "charkow" in adjective_bases("charkowski")
    (False, True)
    """
    lower = name.lower()
    for cut, put in load_forms().adjectives:
        if lower.endswith(cut) and len(lower) - len(cut) >= 3:
            yield lower.removesuffix(cut) + put


def take_apart(spelling: str) -> PlaceFrame:
    """The name in a spelling, without preposition, noun, linking and compass words.

    >>> take_apart("oblast de Kherson")
    PlaceFrame(name='Kherson', kind='region', side='', governed=False)
    >>> take_apart("под Бахмутом")
    PlaceFrame(name='Бахмутом', kind='', side='', governed=True)
    """
    forms = load_forms()
    words = [_ELIDED.sub("", word) for word in re.split(r"[\s-]+", spelling) if word]
    governed = len(words) > 1 and fold(words[0]) in forms.prepositions
    words = words[1:] if governed else words
    kinds = [_group(word, forms.nouns) for word in words]
    sides = [_group(word, forms.compass) for word in words]
    if not any(kinds + sides):
        name = " ".join(words) if not governed else spelling.split(maxsplit=1)[1]
        return PlaceFrame(name, governed=governed)
    rest = [
        word
        for word, kind, side in zip(words, kinds, sides, strict=True)
        if not (kind or side or fold(word) in forms.links)
    ]
    return PlaceFrame(
        " ".join(rest), next(filter(None, kinds), ""), next(filter(None, sides), ""), governed
    )


def _group(word: str, groups: dict[str, str]) -> str:
    """The group of a word, which may stand in a case or behind a prefix."""
    forms: Iterable[str] = (word,)
    if is_cyrillic(word):
        forms = (word, *nominatives(word))
    elif is_semitic(word):
        forms = detached(word)
    return next((groups[fold(form)] for form in forms if fold(form) in groups), "")
