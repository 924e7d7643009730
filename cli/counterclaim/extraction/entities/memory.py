"""Whom and what an article has named so far: found by the words of their names, by the nouns that
they were called by, or by looking back from where the text is."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from counterclaim.extraction.entities.entity import SUBJECT, Entity, Seat
from counterclaim.extraction.entities.naming import name_words
from counterclaim.knowledge.limits import limits
from counterclaim.language.tree import Word
from counterclaim.records.model import Span


class Memory:
    """The entities of one article in the order in which they were named last.

    All of them are found by the parts of their names, their nouns and their place; those that are
    somebody (`who`) also by their full name, by what is said of them, and in the order of turns.
    """

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.by_place: dict[str, Entity] = {}
        self.meant: dict[int, Entity] = {}
        self._parts: dict[str, dict[Entity, None]] = defaultdict(dict)
        self._nouns: dict[str, dict[Entity, None]] = defaultdict(dict)
        self._lately: dict[int, list[Entity]] = defaultdict(list)
        self._turns: dict[int, Entity] = {}
        self._by_name: dict[frozenset[str], list[Entity]] = defaultdict(list)
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._last = 0

    # -- all entities

    def new(self, entity: Entity) -> Entity:
        """Something is named for the first time."""
        self.entities.append(entity)
        return entity

    def mention(self, entity: Entity, span: Span, head: Word, rank: int) -> None:
        """An entity is mentioned; `meant` keeps what each word of a text means."""
        entity.mentions.append(span)
        again = entity.seen.rank == SUBJECT and entity.seen.sentence == head.sentence
        entity.seen = Seat(head.sentence, span[0], SUBJECT if again else rank)
        self.meant[head.i] = entity
        self._lately[head.sentence].append(entity)

    def part_of_name(self, word: str, entity: Entity) -> None:
        """A word of a name, or the initials of it, means an entity."""
        _last(self._parts[word], entity)

    def noun(self, word: str, entity: Entity) -> None:
        """A noun means an entity."""
        _last(self._nouns[word], entity)

    def with_part(self, word: str) -> list[Entity]:
        """The entities with a word in their names, the last one last."""
        return _latest(self._parts.get(word, {}))

    def called(self, noun: str) -> list[Entity]:
        """The entities that a noun has named, the last one last."""
        return _latest(self._nouns.get(noun, {}))

    def lately(self, unit: int, reach: float) -> list[Entity]:
        """Who and what the last units have named, the last one last."""
        units = range(max(unit - int(reach), 0), unit + 1)
        named = [e for u in units for e in self._lately.get(u, ())]
        return list({id(e): e for e in named[-limits().remembered :]}.values())

    # -- somebody

    def add(self, entity: Entity) -> None:
        """An entity turns out to be somebody."""
        name = entity.who.name
        self._by_name[name_words(name)].append(entity)
        for word in {*entity.said, *name_words(name), *name.lower().split()}:
            self._by_word[word].append(entity)
        self._place(entity)

    def move(self, entity: Entity) -> None:
        """Somebody is named again."""
        del self._turns[entity.turn]
        self._place(entity)

    def learn(self, entity: Entity, words: frozenset[str]) -> None:
        """Other words are said of somebody, too."""
        for word in words - entity.said:
            self._by_word[word].append(entity)
        entity.said |= words

    def recent(self) -> list[Entity]:
        """Those that pronouns and descriptions of who speaks may mean, the last one last."""
        return [*islice(reversed(self._turns.values()), limits().remembered)][::-1]

    def named(self, name: frozenset[str]) -> Entity | None:
        """Who was named last of those whose names have just these words."""
        return max(self._by_name.get(name, ()), key=lambda e: e.turn, default=None)

    def of_whom(self, words: frozenset[str]) -> list[Entity]:
        """Those of whom all of some words may have been said, the last one last; those of whom the
        rarest was."""
        if not words:
            return self.recent()
        fewest = min((self._by_word.get(word, []) for word in sorted(words)), key=len)
        most = limits().remembered
        return sorted({e.turn: e for e in fewest[-most:]}.values(), key=lambda e: e.turn)

    def _place(self, entity: Entity) -> None:
        self._last += 1
        entity.turn = self._last
        self._turns[entity.turn] = entity


def _last(known: dict[Entity, None], entity: Entity) -> None:
    """Put an entity at the end of those that a word means."""
    known.pop(entity, None)
    known[entity] = None


def _latest(known: dict[Entity, None]) -> list[Entity]:
    """The last of those that a word means, the last one last."""
    return [*islice(reversed(known), limits().namesakes)][::-1]
