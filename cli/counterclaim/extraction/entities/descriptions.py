"""Whom a description means that an article has told of: `the ministry`, `the 61-year-old`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.extraction.entities.antecedents import price
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.referents import Referent, name_words
from counterclaim.extraction.entities.remembered import Remembered
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import role_words
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.people import gender_of, kinds_called
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.sides import load_sides

_TIED = re.compile(r"[Tt]h(?:e|is|at) ([A-Z]\w+)[-‑](\w+) (\w+)")
_BY_AGE = re.compile(
    rf"[Tt]he (?:\d{{1,3}}-year-old(?: [a-z-]+){{0,3}}|({any_of('relatives')}) of \S+)$"
)
_AGED = 2  # sentences back
_NOBODY = word_class("nobody")
_POINTING = ("the ", "his ", "her ", "its ", "this ", "that ")


class Descriptions:
    """The definite descriptions of one article, asked of whom it has named so far."""

    def __init__(self, referents: Remembered, article: ArticleContext) -> None:
        self._referents, self._article = referents, article

    def by_age(self, mention: str, sentence: int) -> Referent | None:
        """The person last spoken of whom `the 61-year-old` or `the father of three` means."""
        found = _BY_AGE.match(mention)
        if found is None:
            return None
        gender = gender_of(found[1]) if found[1] else None
        people = [
            f
            for f in self._referents.recent()
            if f.classified.kind == "person" or (f.classified.kind == "unnamed" and f.spoke)
        ]
        near = [f for f in people if not f.many and sentence - f.sentence <= _AGED]
        named = [f for f in near if f.classified.name.lower() not in _NOBODY]
        fitting = [f for f in named if gender is None or f.gender in (None, gender)]
        return salient(fitting, sentence)

    def tied(self, mention: str, sentence: int) -> Referent | None:
        """The fighters named before whom `the Iran-backed group` means: an ally of Iran's."""
        found = _TIED.fullmatch(mention)
        sides = load_sides()
        if found is None or found[2].lower() not in sides.ties:
            return None
        patron = sides.of_word(found[1], self._article.conflict) or "unknown"
        kinds = kinds_called(found[3].lower())
        bodies = [f for f in self._referents.recent() if f.classified.entry is not None]
        alike = [f for f in bodies if f.classified.kind == "organisation" and _may_be(f, kinds)]
        return salient((f for f in alike if sides.allied(f.classified.side, patron)), sentence)

    def meant(self, mention: str, description: str, sentence: int) -> Referent | None:
        """Whom `the ministry`, `the paramilitary group`, `the update` means: a referent whose words
        hold these, a body of that kind, the body that made the document."""
        if mention.lower().startswith(_POINTING) and len(mention) > 4:
            inner = mention.split(maxsplit=1)[1]
        else:
            inner = ""
        head = re.split(r",| of ", description, maxsplit=1)[0].split()[-1].lower()
        owned = re.search(r"\b(?:of|by|from)\s|’s|'s", mention)
        bodies = [f for f in self._referents.recent() if f.classified.kind == "organisation"]
        if head in cue_words("document_sources") and not owned and not _is_one_of_many(mention):
            makers = [f for f in bodies if f.spoke or f.sentence < sentence]
            return salient(makers or bodies, sentence)  # not who is told of in it
        rest = name_words(description)
        plain = inner and (not re.search(r"(?:^|\s)[A-Z]", inner) or len(rest) <= 2)
        if not plain:
            return None
        many = head.endswith("s")
        fitting = [
            f
            for f in self._referents.of_whom(rest)
            if rest <= f.words and (f.classified.kind != "unnamed" or (f.spoke and f.many == many))
        ]
        entry = self._article.registry.find(description)  # "the IDF" is not the IDF's spokesman
        if (entry is not None and entry.kind != "person") or head in listed(
            "bare_state", "organisation_words"
        ) - listed("persons"):
            fitting = [f for f in fitting if f.classified.kind == "organisation"]
        elif head in role_words() - listed("tails"):
            fitting = [f for f in fitting if f.classified.kind != "organisation"]
        if fitting:
            return salient(fitting, sentence)
        if re.search(r"(?:^|\s)[A-Z]", inner):
            return None  # `the US military` is no other military named before
        kinds = kinds_called(head)
        alike = [f for f in bodies if _may_be(f, kinds)]
        return salient(alike, sentence)


def salient(referents: Iterable[Referent], sentence: int) -> Referent | None:
    """The referent that is nearest and most prominent for a sentence."""
    return min(referents, key=lambda f: (price(f, sentence, None), -f.offset), default=None)


def _may_be(referent: Referent, kinds: frozenset[str]) -> bool:
    """Tell whether a body is of one of some kinds; `the organisation` may also be a body that
    nobody knows, once it has spoken."""
    known = referent.classified
    if known.entry is not None:
        return known.entry.type in kinds
    return referent.spoke and known.side == "unknown" and len(kinds) > 4


def _is_one_of_many(mention: str) -> bool:
    """Whether a mention takes up nothing: `a report`, `least one report`."""
    return mention.split(maxsplit=1)[0].lower() in listed("indefinite") | {"least"}
