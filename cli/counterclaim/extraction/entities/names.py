"""Which entity a name means: one of the same words, one with it in its name, or a new one."""

from __future__ import annotations

import re

from counterclaim.extraction.entities.entity import BODY, PERSON, PLACE, THING, Entity, alike
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.mentions import Mention, Mentions
from counterclaim.extraction.entities.naming import initials, is_part, name_parts
from counterclaim.knowledge.people import gender_of, is_given_name
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.place_context import load_place_context
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span


class Names:
    """The names of one article, asked of what it has named so far."""

    def __init__(self, parse: Parse, mentions: Mentions, memory: Memory) -> None:
        self._parse, self._mentions, self._memory = parse, mentions, memory

    def meant(self, name: Mention, beside: Entity | None) -> Entity | None:
        """What was named before that a name means, `beside` where it stands in apposition to that;
        None for something new."""
        text = self._parse.text[slice(*name.span)]
        parts = name_parts(text)
        self._places_inside(name.span)
        kind = self._kind(name, parts)
        place = self._mentions.place_at(name.span) if kind == PLACE else None
        beside = beside if name.head.rel == "appos" else None
        known = beside or self._memory.at_place(place.key if place else "")
        return known or (self._same(parts, kind, gender_of(text)) if parts else None)

    def new(self, name: Mention) -> Entity:
        """What a name means that nothing was called before."""
        kind = self.kind(name)
        many = name.head.is_plural and kind not in (PLACE, BODY)
        words = frozenset(name_parts(self._parse.text[slice(*name.span)]))
        return self._memory.new(Entity(kind, words=words, named=True, many=many))

    def learn(self, entity: Entity, name: Mention) -> None:
        """Keep what a name tells of what it means, and find that by its words from now on."""
        text = self._parse.text[slice(*name.span)]
        parts, kind = name_parts(text), self.kind(name)
        place = self._mentions.place_at(name.span) if kind == PLACE else None
        if place is not None and entity.kind == PLACE:
            self._memory.by_place.setdefault(place.key, entity)
            entity.place = place.entry.kind if place.entry is not None else entity.place
        for word in sorted({*parts, initials(text)}):
            self._memory.part_of_name(word, entity)
        if len(parts) > 1:
            self._memory.noun(parts[-1], entity)
        entity.named = True
        entity.words |= frozenset(parts) if entity.kind == kind else frozenset()
        entity.name = max(entity.name, tuple(parts), key=len)
        entity.gender = entity.gender or gender_of(text)

    def kind(self, name: Mention) -> str:
        """What a name is of by its words: a person, a body, a place, a thing."""
        return self._kind(name, name_parts(self._parse.text[slice(*name.span)]))

    def _places_inside(self, span: Span) -> None:
        """The places that a longer name holds: `Exeter` of `Exeter School`."""
        for inner in self._mentions.places_inside(span):
            words = frozenset(re.findall(r"\w+", self._parse.text[slice(*inner)].lower()))
            known = (e for w in sorted(words) for e in self._memory.with_part(w))
            entity = next((e for e in known if e.words == words), None)
            if entity is None:
                entity = self._memory.new(Entity(PLACE, words=words, named=True))
                for word in sorted(words):
                    self._memory.part_of_name(word, entity)
            if entity.mentions[-1:] != [inner]:
                entity.mentions.append(inner)

    def _kind(self, name: Mention, parts: list[str]) -> str:
        kinds = load_place_context().kinds
        if not parts:
            return THING
        if parts[-1] in kinds or {*parts} & listed("organisation_words", "private_bodies"):
            return PLACE if parts[-1] in kinds else BODY
        placed = self._mentions.placed.at(name.first.start)
        if any(not t.anaphor and t.end >= name.head.end for t in placed):
            return PLACE
        if any(e.kind == PERSON and e.named for e in self._memory.with_part(parts[-1])):
            return PERSON
        if self._parse.text[slice(*name.span)].isupper():
            return BODY
        before = self._parse.words[name.first.i - 1] if name.first.i else None
        titled = before is not None and before.lower in listed("titles", "honorifics", "ranks")
        office = set(parts) & listed("titles", "honorifics", "ranks", "civilians", "officials")
        if is_given_name(parts[0]) or titled or office or gender_of(" ".join(parts)):
            return PERSON
        return PERSON if len(parts) in (2, 3) and name.first.i != name.head.i else THING

    def _same(self, parts: list[str], kind: str, gender: str | None) -> Entity | None:
        """The entity of a name: the same words, a surname or given name of it, its initials."""
        words = frozenset(parts)
        near = [e for w in (parts[-1], parts[0]) for e in self._memory.with_part(w)]
        near = [e for e in near if not (gender and e.gender) or e.gender == gender]
        for entity in sorted(near, key=lambda e: -e.seen.offset):
            if entity.words == words:
                return entity
            shares = is_part(parts, entity) and alike(entity.kind, kind)
            if shares and PLACE not in (kind, entity.kind):
                return entity
        spelled = [e for e in near if len(parts) == 1 and e.kind == BODY]
        return spelled[-1] if spelled and parts[0] not in spelled[-1].words else None
