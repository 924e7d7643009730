"""Who and what the mentions of an article mean: one pass that joins them to persons, bodies, places
and things.

Names that share their words are one (`Olena Koval`, `Koval`); a definite description is what its
noun has named before (`the mill`), else what is of its kind (`the town`, `the company`); a pronoun
is the nearest that agrees with it in number and gender, subjects first. The source of somebody's
words is read as one mention, with all that stands beside its name.
"""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extraction.entities.antecedents import (
    HE,
    SHE,
    Here,
    antecedent,
    barred_from,
    own_subject,
)
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.descriptions import Descriptions
from counterclaim.extraction.entities.entity import (
    BODY,
    PERSON,
    PLACE,
    THING,
    Entity,
    Seat,
)
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.mentions import NAME, PRONOUN, Mention, Mentions
from counterclaim.extraction.entities.names import Names
from counterclaim.extraction.entities.naming import name_parts, name_words
from counterclaim.extraction.entities.nouns import Nouns
from counterclaim.extraction.entities.somebody import (
    Introduced,
    Narrator,
    gender_in,
    is_joined,
    rank,
)
from counterclaim.extraction.entities.speakers import Speakers
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_FORCES = frozenset({"armed", "armed_people"})


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
        self._nouns = Nouns(parse, self.memory, self._body_called)
        self._narrator = Narrator(parse, layout, article)
        self._descriptions = Descriptions(self.memory, article)
        self.speakers = Speakers(parse, article, self.memory, self._descriptions)
        self._sources: dict[Span, Entity] = {}
        self._known: dict[int, Entity] = {}
        waiting = sorted(set(sources), reverse=True)
        mentions = {mention.head.i: mention for mention in self._mentions}
        for word in parse.words:
            while waiting and waiting[-1][0][0] <= word.start:
                self.source(*waiting.pop())
            named = self._narrator.named(word)
            if named is not None:
                self._known[word.i] = self._introduce(word, named)
            if word.i in mentions:
                self._link(mentions[word.i])

    def source(self, span: Span, unit: int) -> Entity:
        """Who the source is that a mention in a unit of the parse names."""
        if span not in self._sources:
            found = self._sources[span] = self.speakers.meant(span, self._told[unit])
            head = self._parse.top(*span)
            if head is not None and found.turn:
                self._known[head.i] = found
        return self._sources[span]

    def _link(self, mention: Mention) -> None:
        """Join a mention to what it means."""
        entity = self._entity(mention)
        if entity is None:
            return
        head, start = mention.head, mention.span[0]
        prominence = rank(self._parse, head)
        told = Seat(self._told[head.sentence], start, prominence) if self._is_told(head) else None
        self.memory.mention(
            entity, mention.span, head, Seat(head.sentence, start, prominence), told
        )
        entity.joined = entity.joined or is_joined(self._parse, head)
        if mention.form == NAME:  # a tree may take any word of a name as its head
            for word in self._parse.words[mention.first.i : mention.head.i]:
                self.memory.means(word, entity)

    def _entity(self, mention: Mention) -> Entity | None:
        known = self._somebody(mention)
        if mention.form == PRONOUN:
            return known or self._pronoun(mention.head)
        named = mention.form == NAME
        if named and not name_parts(self._parse.text[slice(*mention.span)]):
            return None
        reader = self._names if named else self._nouns
        beside = self._nouns.beside(mention.head, reader.kind(mention))
        found = reader.meant(mention, beside)
        if known is not None and not known.mentions:
            known.kind = _kind(known.who, reader.kind(mention))
        entity = self._one(known, found) or reader.new(mention)
        reader.learn(entity, mention)
        return entity

    def _body_called(self, noun: Mention) -> Entity | None:
        text = self._parse.text[slice(*noun.span)]
        bare = text.split(maxsplit=1)[-1]
        return self._descriptions.meant(text, bare, self._told[noun.head.sentence])

    def _pronoun(self, word: Word) -> Entity | None:
        if word.lower in word_class("of_us") or word.is_expletive or word.is_relative:
            return None
        quoted = not self._is_told(word)
        owned = load_words().classes.get(self._parse.words[word.head].lemma, frozenset())
        forces = word.is_owner and bool(owned & _FORCES)
        here = Here(word.sentence if quoted else self._told[word.sentence], quoted, commands=forces)
        barred = barred_from(self._parse, word, self.memory)
        own = own_subject(self._parse, word, self.memory)
        found = antecedent(word.lower, here, self.memory, barred, own)
        if found is not None and word.lower in HE | SHE and not _is_listed_body(found):
            found.gender, found.kind = "m" if word.lower in HE else "f", PERSON
        return found

    def _is_told(self, word: Word) -> bool:
        """Whether the narrator says a word."""
        return not (self._narrator.is_quoted(word) or self._parse.sentences[word.sentence].headline)

    def _somebody(self, mention: Mention) -> Entity | None:
        """Who a mention is known to be, by a word of it that names somebody."""
        words = range(mention.head.i, mention.first.i - 1, -1)
        known = next((self._known[i] for i in words if i in self._known), None)
        if self._parse.child(mention.head.i, "cop") is not None:
            return None  # `Koval is no miner`: what somebody is said to be
        if known is None or mention.form == PRONOUN:
            return known
        if known.who.entry is not None:
            return None if self._is_capital(mention, known) else known
        if known.who.kind == "unnamed":
            new = mention.first.lower in word_class("indefinite")
            return None if new and known.mentions else known
        named = mention.form == NAME
        kind = (self._names if named else self._nouns).kind(mention)
        other = (PLACE, BODY) if named else (PLACE, BODY, THING)
        return None if known.who.kind == "person" and kind in other else known

    def _is_capital(self, mention: Mention, known: Entity) -> bool:
        """Whether a place is named that a state is only called by: `Kyiv` is no mention of
        Ukraine."""
        state = known.who.entry is not None and known.who.entry.type == "state"
        text = self._parse.text[slice(*mention.span)]
        named = mention.form == NAME and self._mentions.place_at(mention.span) is not None
        return state and named and not name_words(text) & name_words(known.who.name)

    def _one(self, known: Entity | None, found: Entity | None) -> Entity | None:
        """The one that a mention means: who it is known to be, and what its words were found to
        mean, are joined."""
        if known is None or found is None or known is found:
            return known or found
        if found.is_somebody:
            return known if known.mentions or known.who.entry is not None else found
        if found.kind == PLACE and not found.words & known.said:
            return found
        return self.memory.join(known, found)

    def _introduce(self, head: Word, named: Introduced) -> Entity:
        """Somebody whom the narrator names comes in, or moves up who is here already."""
        told = Seat(self._told[head.sentence], named.start, rank(self._parse, head))
        joined = is_joined(self._parse, head)
        same = self.speakers.introduce(named, told, joined=joined)
        if same is not None:
            return same
        entity = Entity(
            BODY if named.who.kind == "organisation" else PERSON,
            who=named.who,
            said=named.words,
            gender=gender_in(named.mention, named.who),
            many=head.is_plural and named.who.kind == "unnamed",
            plural=head.is_plural and head.is_common,
            joined=joined,
            silent=named.silent,
        )
        self.memory.add(self.memory.new(entity))
        self.memory.tell(entity, told)
        return entity


def _is_listed_body(entity: Entity) -> bool:
    return entity.place is not None or (entity.is_body and entity.who.entry is not None)


def _kind(who: Classified, kind: str) -> str:
    """What somebody is, by who that is and by what the words alone tell."""
    if who.kind == "organisation":
        return kind if kind == PLACE or (kind == PERSON and who.entry is None) else BODY
    return PERSON if who.kind == "person" else kind


def _told_sentences(layout: Layout) -> list[int]:
    """For each unit, how many sentences with words of the narrator have begun: the sentences of a
    long quotation do not part a pronoun from who speaks."""
    counted, last, out = 0, -1, []
    for segment in layout.segments:
        if segment.quotation is None and segment.sentence != last:
            counted, last = counted + 1, segment.sentence
        out.append(counted)
    return out
