"""Who and what the mentions of an article mean: one pass that joins them to persons, bodies, places
and things.

Names that share their words are one (`Olena Koval`, `Koval`); a definite description is what its
noun has named before (`the mill`), else what is of its kind (`the town`, `the company`); a pronoun
is the nearest that agrees with it in number and gender, subjects first. The source of somebody's
words is read as one mention, with all that stands beside its name.
"""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extraction.entities.antecedents import text_meant
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.entity import BODY, ELSEWHERE, PERSON, SUBJECT, Entity, Seat
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.mentions import NAME, PRONOUN, Mention, Mentions
from counterclaim.extraction.entities.names import Names
from counterclaim.extraction.entities.nouns import Nouns
from counterclaim.extraction.entities.somebody import (
    Introduced,
    Narrator,
    gender_in,
    is_joined,
    rank,
)
from counterclaim.extraction.entities.speakers import Speakers
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


class Chains:
    """The entities of one article by the words that mean them; `sources` are the mentions of who
    says something, each with its unit of the parse."""

    def __init__(
        self,
        parse: Parse,
        layout: Layout,
        article: ArticleContext,
        sources: Iterable[tuple[Span, int]],
    ) -> None:
        self.memory = Memory()
        self._parse = parse
        self._told = _told_sentences(layout)
        self._mentions = Mentions(parse, article.toponyms)
        self._names = Names(parse, self._mentions, self.memory)
        self._nouns = Nouns(parse, self.memory)
        self._narrator = Narrator(parse, layout, article)
        self.speakers = Speakers(parse, article, self.memory)
        self._sources: dict[Span, Entity] = {}
        waiting = sorted(set(sources), reverse=True)
        mentions = {mention.head.i: mention for mention in self._mentions}
        for word in parse.words:
            while waiting and waiting[-1][0][0] <= word.start:
                self.source(*waiting.pop())
            if word.i in mentions:
                self._link(mentions[word.i])
            named = self._narrator.named(word)
            if named is not None:
                self._introduce(word, named)

    def source(self, span: Span, unit: int) -> Entity:
        """Who the source is that a mention in a unit of the parse names."""
        if span not in self._sources:
            self._sources[span] = self.speakers.meant(span, self._told[unit])
        return self._sources[span]

    def _link(self, mention: Mention) -> None:
        """Join a mention to what it means."""
        entity = self._meant(mention)
        if entity is None:
            return
        place = SUBJECT if mention.head.rel == "nsubj" else ELSEWHERE
        self.memory.mention(entity, mention.span, mention.head, place)
        if mention.form == NAME:  # a tree may take any word of a name as its head
            for word in self._parse.words[mention.first.i : mention.head.i]:
                self.memory.meant[word.i] = entity

    def _meant(self, mention: Mention) -> Entity | None:
        if mention.form == PRONOUN:
            return text_meant(self._parse, mention.head, self.memory)
        if mention.form != NAME:
            return self._nouns.meant(mention)
        appos = mention.head.rel == "appos"
        beside = self._nouns.beside(mention.head, self._names.kind(mention)) if appos else None
        return self._names.meant(mention, beside)

    def _introduce(self, head: Word, named: Introduced) -> None:
        """Somebody whom the narrator names comes in, or moves up who is here already."""
        told = Seat(self._told[head.sentence], named.start, rank(self._parse, head))
        joined = is_joined(self._parse, head)
        if self.speakers.introduce(named, told, joined=joined) is not None:
            return
        entity = Entity(
            BODY if named.who.kind == "organisation" else PERSON,
            who=named.who,
            said=named.words,
            gender=gender_in(named.mention, named.who),
            many=head.is_plural and named.who.kind == "unnamed",
            plural=head.is_plural and head.is_common,
            joined=joined,
            silent=named.silent,
            told=told,
        )
        self.memory.new(entity)
        self.memory.add(entity)


def _told_sentences(layout: Layout) -> list[int]:
    """For each unit, how many sentences with words of the narrator have begun: the sentences of a
    long quotation do not part a pronoun from who speaks."""
    counted, last, out = 0, -1, []
    for segment in layout.segments:
        if segment.quotation is None and segment.sentence != last:
            counted, last = counted + 1, segment.sentence
        out.append(counted)
    return out
