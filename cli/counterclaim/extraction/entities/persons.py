"""On which side a person is by all that an article says of him or her, wherever it says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.naming import name_words
from counterclaim.extraction.entities.whose import of_organ_held
from counterclaim.extraction.grammar.spans import noun_phrase, whole_name
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.names import fold_word
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.tree import Parse, Word


class Persons:
    """The people of one article, by each mention of their names."""

    def __init__(self, parse: Parse, article: ArticleContext) -> None:
        self._parse, self._article = parse, article
        self._named: dict[str, list[Word]] = defaultdict(list)
        self._told: dict[str, list[Classified]] = {}
        for word in parse.words:
            if word.text[:1].isupper():
                self._named[fold_word(word.text)].append(word)

    def settled(self, known: Classified) -> Classified:
        """Somebody whose side the words of one mention leave open, with the one side that those of
        other mentions give.

        Example:
            `Taras Hnat, who commands a Ukrainian battalion, took the wheel. … Hnat said …` and,
            the other way round, `Hnat said … Hnat, who commands …` are both of Ukraine.
        """
        if known.kind != "person" or known.side != UNKNOWN or known.entry is not None:
            return known
        if known.name not in self._told:
            found = self._mentions(known.name)
            self._told[known.name] = [other for other in found if other.side != UNKNOWN]
        told = self._told[known.name]
        if len({other.side for other in told}) != 1:
            return known
        body = next((other.organisation for other in told if other.organisation), None)
        role = next((other.role for other in told if other.role), None)
        return replace(
            known,
            side=told[0].side,
            organisation=known.organisation or body,
            role=known.role or role,
        )

    def _mentions(self, name: str) -> Iterator[Classified]:
        """What each mention of a name tells by itself."""
        words = name_words(name)
        last = fold_word(name.rsplit(maxsplit=1)[-1])
        for word in self._named.get(last, [])[: limits().remembered]:
            span = whole_name(self._parse, noun_phrase(self._parse, word))
            found = self._article.classify_here(self._parse, span)
            own = name_words(found.name)
            if found.kind == "person" and last in own and (own <= words or words <= own):
                yield of_organ_held(self._article, self._parse, span, found)
