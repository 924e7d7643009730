"""Whom a description means that an article has told of: `the ministry`, `the 61-year-old`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.extraction.entities.antecedents import Here, price
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.entity import Entity
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.naming import name_words
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import role_words
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.people import gender_of, kinds_called
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.sides import UNKNOWN, load_sides

_TIED = pattern("tied_to")
_BY_AGE = re.compile(
    rf"[Tt]he (?:\d{{1,3}}-year-old(?: [a-z-]+){{0,3}}|({any_of('relatives')}) of \S+)$"
)
_CAPITAL = re.compile(r"(?:^|\s)[A-Z]")
_OWNED = re.compile(r"\b(?:of|by|from)\s|’s|'s")
_AGED = 2  # sentences back
_NOBODY = word_class("nobody")
_POINTING = ("the ", "his ", "her ", "its ", "this ", "that ")


class Descriptions:
    """The definite descriptions of one article, asked of whom it has named so far."""

    def __init__(self, memory: Memory, article: ArticleContext) -> None:
        self._memory, self._article = memory, article

    def by_age(self, mention: str, sentence: int) -> Entity | None:
        """The person last spoken of whom `the 61-year-old` or `the father of three` means."""
        found = _BY_AGE.match(mention)
        if found is None:
            return None
        gender = gender_of(found[1]) if found[1] else None
        people = [
            e
            for e in self._memory.recent()
            if e.who.kind == "person" or (e.who.kind == "unnamed" and e.spoke)
        ]
        near = [e for e in people if not e.many and sentence - e.told.sentence <= _AGED]
        named = [e for e in near if e.who.name.lower() not in _NOBODY]
        fitting = [e for e in named if gender is None or e.gender in (None, gender)]
        return salient(fitting, sentence)

    def tied(self, mention: str, sentence: int) -> Entity | None:
        """The fighters named before whom `the Iran-backed group` means: an ally of Iran's."""
        found = _TIED.fullmatch(mention)
        sides = load_sides()
        if found is None or found[2].lower() not in sides.ties:
            return None
        patron = sides.of_word(found[1], self._article.conflict) or UNKNOWN
        kinds = kinds_called(found[3].lower())
        bodies = [e for e in self._memory.recent() if e.who.entry is not None]
        alike = [e for e in bodies if e.is_body and _may_be(e, kinds)]
        return salient((e for e in alike if sides.allied(e.who.side, patron)), sentence)

    def meant(self, mention: str, description: str, sentence: int) -> Entity | None:
        """Whom `the ministry`, `the paramilitary group`, `the update` means: somebody of whom these
        words were said, a body of that kind, the body that made the document."""
        pointing = mention.lower().startswith(_POINTING) and len(mention) > 4
        inner = mention.split(maxsplit=1)[1] if pointing else ""
        head = re.split(r",| of ", description, maxsplit=1)[0].split()[-1].lower()
        bodies = [e for e in self._memory.recent() if e.is_body]
        if _is_document(head, mention):
            makers = [e for e in bodies if e.spoke or e.told.sentence < sentence]
            return salient(makers or bodies, sentence)  # not who is told of in it
        names = _CAPITAL.search(inner) is not None
        rest = name_words(description)
        if not inner or (names and len(rest) > 2):
            return None
        if found := salient(self._said(rest, head, description), sentence):
            return found
        # `the US military` is no other military named before
        return None if names else salient(_of_kind(bodies, kinds_called(head)), sentence)

    def _said(self, words: frozenset[str], head: str, description: str) -> list[Entity]:
        """Those of whom some words were said, and who are what the noun says: a body, a person."""
        many = head.endswith("s")
        said = (e for e in self._memory.of_whom(words) if words <= e.said)
        fitting = [e for e in said if e.who.kind != "unnamed" or (e.spoke and e.many == many)]
        entry = self._article.registry.find(description)  # "the IDF" is not the IDF's spokesman
        bodies = listed("bare_state", "organisation_words") - listed("persons")
        if (entry is not None and entry.kind != "person") or head in bodies:
            return [e for e in fitting if e.is_body]
        if head in role_words() - listed("tails"):
            return [e for e in fitting if not e.is_body]
        return fitting


def _is_document(head: str, mention: str) -> bool:
    """Whether a mention is of a document whose maker has been named: `the update`, no `report of
    the army`."""
    owned = _OWNED.search(mention)
    return head in cue_words("document_sources") and not owned and not _is_one_of_many(mention)


def salient(entities: Iterable[Entity], sentence: int) -> Entity | None:
    """The one that is nearest and most prominent for a sentence."""
    here = Here(sentence, speaks=True)
    return min(entities, key=lambda e: (price(e, here), -e.told.offset), default=None)


def _of_kind(bodies: list[Entity], kinds: frozenset[str]) -> list[Entity]:
    return [e for e in bodies if _may_be(e, kinds)]


def _may_be(entity: Entity, kinds: frozenset[str]) -> bool:
    """Tell whether a body is of one of some kinds; `the organisation` may also be a body that
    nobody knows, once it has spoken."""
    known = entity.who
    if known.entry is not None:
        return known.entry.type in kinds
    return entity.spoke and known.side == UNKNOWN and len(kinds) > 4


def _is_one_of_many(mention: str) -> bool:
    """Whether a mention takes up nothing: `a report`, `least one report`."""
    return mention.split(maxsplit=1)[0].lower() in listed("indefinite") | {"least"}
