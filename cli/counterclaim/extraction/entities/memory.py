"""Whom and what an article has named so far: found by the words of their names, by the nouns that
they were called by, or by looking back from where the text is."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from counterclaim.extraction.entities.entity import Entity, Seat
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
        self._meant: dict[int, Entity] = {}
        self._parts: dict[str, dict[Entity, None]] = defaultdict(dict)
        self._nouns: dict[str, dict[Entity, None]] = defaultdict(dict)
        self._seen: dict[int, list[Entity]] = defaultdict(list)
        self._told: dict[int, list[Entity]] = defaultdict(list)
        self._turns: dict[int, Entity] = {}
        self._by_name: dict[frozenset[str], list[Entity]] = defaultdict(list)
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._last = 0

    # -- all entities

    def new(self, entity: Entity) -> Entity:
        """Something is named for the first time."""
        self.entities.append(entity)
        return entity

    def mention(
        self, entity: Entity, span: Span, word: Word, seen: Seat, told: Seat | None
    ) -> None:
        """An entity is mentioned, by the narrator where `told` says where; `meant` tells it by the
        word."""
        entity.mentions.append(span)
        entity.seen = _moved(entity.seen, seen)
        self._seen[seen.sentence].append(entity)
        if told is not None:
            self.tell(entity, told)
        self.means(word, entity)

    def tell(self, entity: Entity, told: Seat) -> None:
        """The narrator names an entity."""
        entity.told = _moved(entity.told, told)
        self._told[told.sentence].append(entity)

    def means(self, word: Word, entity: Entity) -> None:
        """A word of a text means an entity."""
        self._meant[word.i] = entity

    def meant(self, i: int) -> Entity | None:
        """What a word of a text means, so far."""
        found = self._meant.get(i)
        return None if found is None else found.one

    def at_place(self, key: str) -> Entity | None:
        """What was named by the name of a place."""
        found = self.by_place.get(key)
        return None if found is None else found.one

    def join(self, entity: Entity, other: Entity) -> Entity:
        """Two turn out to be one: what is known of the other is of an entity, too."""
        entity.mentions = [*other.mentions, *entity.mentions]
        entity.words |= other.words
        entity.name = max(entity.name, other.name, key=len)
        entity.heads |= other.heads
        entity.gender = entity.gender or other.gender
        entity.place = entity.place or other.place
        entity.named |= other.named
        entity.seen = max(entity.seen, other.seen, key=lambda seat: seat.offset)
        other.same = entity
        return entity

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

    def lately(self, sentence: int, reach: float, *, quoted: bool) -> list[Entity]:
        """Who and what the last sentences of the narrator have named, the last one last; for what
        is quoted, the last units of the parse."""
        named = self._seen if quoted else self._told
        back = range(max(sentence - int(reach), 0), sentence + 1)
        found = [e for at in back for e in named.get(at, ())]
        return list({id(e.one): e.one for e in found[-limits().remembered :]}.values())

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


def _moved(before: Seat, seat: Seat) -> Seat:
    """The seat of who is named again: as prominent as ever in its sentence."""
    same = before.sentence == seat.sentence and before.offset >= 0
    return Seat(seat.sentence, seat.offset, min(before.rank, seat.rank)) if same else seat


def _last(known: dict[Entity, None], entity: Entity) -> None:
    """Put an entity at the end of those that a word means."""
    known.pop(entity, None)
    known[entity] = None


def _latest(known: dict[Entity, None]) -> list[Entity]:
    """The last of those that a word means, the last one last."""
    latest = islice(reversed(known), limits().namesakes)
    return [*dict.fromkeys(e.one for e in latest)][::-1]
