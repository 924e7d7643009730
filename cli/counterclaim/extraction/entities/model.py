"""Who and what an article speaks of: the one face that every step asks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.chains import Chains
from counterclaim.extraction.entities.entity import Entity
from counterclaim.knowledge.classify import Classified
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


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

    def chains(self) -> list[list[Span]]:
        """The mentions of each entity that has two or more, each in text order, by their first.

        Example:
            `Olena Koval left. She said her town burned.` gives one chain, of the name and two
            pronouns.
        """
        entities = (e for e in self._read.memory.entities if e.same is None)
        return sorted(sorted({*e.mentions}) for e in entities if len({*e.mentions}) > 1)
