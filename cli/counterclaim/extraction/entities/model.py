"""Who and what an article speaks of: the one face that every step asks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property, partial
from operator import attrgetter

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.chains import Chains
from counterclaim.extraction.entities.entity import Entity
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_NO_SIDE = (None, UNKNOWN, INDEPENDENT)


class Entities:
    """The persons, bodies, places and things of one article.

    `sources` are the mentions of those who say something, each with its unit of the parse.
    """

    def __init__(
        self,
        parse: Parse,
        layout: Layout,
        article: ArticleContext,
        sources: Iterable[tuple[Span, int]],
    ) -> None:
        self._actors = sorted(article.actors, key=attrgetter("start"))
        self._ask = partial(Chains, parse, layout, article, sources)

    @cached_property
    def _read(self) -> Chains:
        """The text is read when something is asked first: most headings tell of nobody."""
        return self._ask()

    def speaker(self, source: Span, unit: int) -> Classified:
        """Who says something, by the mention of the source in a unit of the parse."""
        return self._read.source(source, unit).who

    def only(self, description: str) -> Classified | None:
        """The one body of the article whose names hold the words of a description."""
        return self._read.speakers.only(description)

    def at(self, word: Word) -> Entity | None:
        """What a word that heads a mention means."""
        return self._read.memory.meant(word.i)

    def party(self, word: Word) -> Classified | None:
        """The party that a word points back at, where its side is known: the army of "its troops",
        the rebels of "the group's fighters"."""
        entity = self.at(word)
        if entity is None:
            return None
        if entity.who.side not in _NO_SIDE:
            return entity.who
        named = (self._acting(span) for span in sorted(entity.mentions, reverse=True))
        actor = next((a for a in named if a is not None), None)
        return None if actor is None else Classified(actor.name, "organisation", actor.side or "")

    def _acting(self, span: Span) -> ActorMention | None:
        """The actor with a side that a mention names: a country that is only a place elsewhere."""
        last = bisect_left(self._actors, span[1], key=attrgetter("start")) - 1
        actor = self._actors[last] if last >= 0 else None
        if actor is None or actor.end < span[1] or actor.side in _NO_SIDE:
            return None
        return actor

    def chains(self) -> list[list[Span]]:
        """The mentions of each entity that has two or more, each in text order, by their first.

        Example:
            `Olena Koval left. She said her town burned.` gives one chain, of the name and two
            pronouns.
        """
        entities = (e for e in self._read.memory.entities if e.same is None)
        return sorted(sorted({*e.mentions}) for e in entities if len({*e.mentions}) > 1)
