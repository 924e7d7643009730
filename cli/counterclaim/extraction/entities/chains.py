"""Who and what the mentions of a text mean: chains of one person, body or place.

Names that share their words are one (`Olena Koval`, `Koval`); a definite description is what its
noun has named before (`the mill`), else what is of its kind (`the town`, `the company`); a pronoun
is the nearest that agrees with it in number and gender, subjects first.
"""

from __future__ import annotations

import re
from collections import defaultdict

from counterclaim.extraction.entities.antecedents import HE, IT, SHE, THEY
from counterclaim.extraction.entities.entity import (
    BODY,
    PERSON,
    PLACE,
    THING,
    Entity,
    adjoins,
    alike,
    heads_phrase,
    is_part,
    kind_of_noun,
    last,
    may_be_called,
    phrase,
)
from counterclaim.extraction.grammar.spans import is_day
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.people import gender_of, is_given_name
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.place_context import load_place_context
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_DEFINITE = word_class("definite")
_NOT = word_class("negations") | {"no"}


def find_chains(parse: Parse, toponyms: list[Toponym]) -> list[list[Span]]:
    """The chains of two mentions or more, each in text order, by their first mention.

    Example:
        `Olena Koval left. She said her town burned.` gives one chain, of the name and two pronouns.
    """
    reader = _Reader(parse, toponyms)
    for word in parse.words:
        reader.read(word)
    chains = [sorted(e.mentions) for e in reader.entities if len(e.mentions) > 1]
    return sorted(chains)


class _Reader:
    """Reads the words of a text in order and keeps whom they have named."""

    def __init__(self, parse: Parse, toponyms: list[Toponym]) -> None:
        self.entities: list[Entity] = []
        self._parse = parse
        self._placed = SpanIndex(toponyms, lambda t: [(t.start, t.end)])
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_head: dict[str, list[Entity]] = defaultdict(list)
        self._by_place: dict[str, Entity] = {}
        self._meant: dict[int, Entity] = {}
        self._lately: dict[int, list[Entity]] = defaultdict(list)

    def read(self, word: Word) -> None:
        """Take a word as the head of a mention, where it is one."""
        if word.is_pronoun:
            found = self._pronoun(word)
            if found is not None:
                self._add(found, (word.start, word.end), word)
        elif self._is_name(word):
            if not is_day(word) and self._ends_name(word):
                self._name(word)
        elif word.is_noun and word.text[0].isalpha() and heads_phrase(self._parse, word):
            self._nominal(word)

    def _add(self, entity: Entity, span: Span, head: Word) -> None:
        entity.mentions.append(span)
        again = entity.subject and entity.sentence == head.sentence
        entity.sentence, entity.offset = head.sentence, span[0]
        entity.subject = again or head.rel == "nsubj"
        self._meant[head.i] = entity
        self._lately[head.sentence].append(entity)

    def _within(self, word: Word, reach: float) -> list[Entity]:
        """Who and what the last sentences have named, the last one last."""
        units = range(max(word.sentence - int(reach), 0), word.sentence + 1)
        named = [e for unit in units for e in self._lately.get(unit, ())]
        return list({id(e): e for e in named[-limits().remembered :]}.values())

    def _beside(self, head: Word, kind: str) -> Entity | None:
        """Whom a phrase in apposition names again, or what a person is said to be: `Koval, the
        mayor`, `Koval is a miner`."""
        if head.rel == "appos":
            known = self._meant.get(head.head) if head.head < head.i else None
            if known is None or (known.named and head.is_proper and known.kind != kind):
                return None
            return known if alike(known.kind, kind) else None
        subject = self._parse.child(head.i, "nsubj")
        said = subject is not None and subject.i < head.i and not head.is_plural
        if not said or kind != PERSON or not self._parse.child(head.i, "cop"):
            return None
        denied = {w.lower for w in self._parse.children(head.i, "advmod", "det")} & _NOT
        known = self._meant.get(subject.i) if subject is not None and not denied else None
        return known if known is not None and known.kind == PERSON else None

    # -- names

    def _is_name(self, word: Word) -> bool:
        """Whether a word is of a name: tagged so, a capital inside a sentence, a known place."""
        if word.is_proper:
            return True
        if not word.text[:1].isupper() or word.is_adjective or not word.text[:1].isalpha():
            return False
        placed = any(not t.anaphor for t in self._placed.at(word.start))
        first = word.i == 0 or self._parse.words[word.i - 1].sentence != word.sentence
        headline = self._parse.sentences[word.sentence].headline
        return placed or (word.is_noun and not first and not headline)

    def _ends_name(self, word: Word) -> bool:
        """Whether a proper noun is the last of its name: `Koval` of `Olena Koval`."""
        follows = self._parse.words[word.i + 1 : word.i + 2]
        if self._past_of(word) is not None:
            return False
        return not (follows and self._is_name(follows[0]) and adjoins(word, follows[0]))

    def _past_of(self, word: Word) -> Word | None:
        """The first word of a name's second half: `Michigan` of `University of Michigan`."""
        if word.lower not in listed("organisation_words"):
            return None
        behind = self._parse.words[word.i + 1 : word.i + 4]
        if len(behind) < 2 or behind[0].lower not in word_class("belonging_to"):
            return None
        after = behind[2] if behind[1].is_determiner and len(behind) > 2 else behind[1]
        return after if self._is_name(after) and after.sentence == word.sentence else None

    def _first_of_name(self, last: Word) -> Word:
        first = last
        for word in reversed(self._parse.words[max(last.i - limits().name_words, 0) : last.i]):
            joined = self._is_name(word) and adjoins(word, first)
            past = self._past_of(word) if self._is_name(word) else None
            if joined or (past is not None and past.i == first.i):
                first = word
            elif not (word.is_determiner or word.lower in word_class("belonging_to")):
                break
        return first

    def _name(self, last: Word) -> None:
        first = self._first_of_name(last)
        span = (first.start, last.end)
        self._inside_name(span, last)
        text = self._parse.text[slice(*span)]
        parts = [
            w for w in re.findall(r"\w+", text.lower()) if w not in word_class("no_name_words")
        ]
        parts = [w for w in parts if w not in listed("honorifics", "ranks", "titles")] or parts
        if not parts:
            return
        kind = self._kind_of_name(first, last, parts)
        words = frozenset(parts)
        place = self._place_at(span) if kind == PLACE else None
        entity = (self._beside(last, kind) if last.rel == "appos" else None) or self._by_place.get(
            place.key if place else ""
        )
        entity = entity or self._same_name(parts, words, kind, gender_of(text))
        if entity is None:
            many = last.is_plural and kind not in (PLACE, BODY)
            entity = Entity(kind, words=words, named=True, gender=gender_of(text), many=many)
            self.entities.append(entity)
        if place is not None and entity.kind == PLACE:
            self._by_place.setdefault(place.key, entity)
            entity.place = place.entry.kind if place.entry is not None else entity.place
        for word in words | {"".join(p[0] for p in text.split() if p[:1].isupper()).lower()}:
            if entity not in self._by_word[word][-limits().remembered :]:
                self._by_word[word].append(entity)
        if len(parts) > 1 and entity not in self._by_head[parts[-1]][-limits().remembered :]:
            self._by_head[parts[-1]].append(entity)
        entity.words |= words if entity.kind == kind else frozenset()
        entity.name = max(entity.name, tuple(parts), key=len)
        entity.gender = entity.gender or gender_of(text)
        self._add(entity, span, last)
        for word in self._parse.words[first.i : last.i]:  # a tree may take any of them as the head
            self._meant[word.i] = entity

    def _place_at(self, span: Span) -> Toponym | None:
        """The place that a name is, and no more than that."""
        found = (t for t in self._placed.touching(span) if not t.anaphor)
        return next((t for t in found if span in ((t.start, t.end), t.core)), None)

    def _inside_name(self, span: Span, head: Word) -> None:
        """The places that a longer name holds: `Exeter` of `Exeter School`."""
        for toponym in self._placed.touching(span):
            inner = (toponym.start, toponym.end)
            if (
                toponym.anaphor
                or inner == span
                or not (span[0] <= inner[0] and inner[1] <= span[1])
            ):
                continue
            words = frozenset(re.findall(r"\w+", self._parse.text[slice(*inner)].lower()))
            most = limits().remembered
            known = (e for w in sorted(words) for e in self._by_word.get(w, [])[-most:])
            entity = next((e for e in known if e.words == words), None)
            if entity is None:
                entity = Entity(PLACE, words=words, named=True)
                self.entities.append(entity)
                for word in sorted(words):
                    self._by_word[word].append(entity)
            if entity.mentions[-1:] != [inner]:
                entity.mentions.append(inner)

    def _kind_of_name(self, first: Word, last: Word, parts: list[str]) -> str:
        kinds = load_place_context().kinds
        if parts[-1] in kinds or {*parts} & listed("organisation_words", "private_bodies"):
            return PLACE if parts[-1] in kinds else BODY
        if any(not t.anaphor and t.end >= last.end for t in self._placed.at(first.start)):
            return PLACE
        if any(e.kind == PERSON and e.named for e in self._by_word.get(parts[-1], ())):
            return PERSON
        if self._parse.text[first.start : last.end].isupper():
            return BODY
        before = self._parse.words[first.i - 1] if first.i else None
        titled = before is not None and before.lower in listed("titles", "honorifics", "ranks")
        office = set(parts) & listed("titles", "honorifics", "ranks", "civilians", "officials")
        if is_given_name(parts[0]) or titled or office or gender_of(" ".join(parts)):
            return PERSON
        return PERSON if len(parts) in (2, 3) and first.i != last.i else THING

    def _same_name(
        self, parts: list[str], words: frozenset[str], kind: str, gender: str | None
    ) -> Entity | None:
        """The entity of a name: the same words, a surname or given name of it, its initials."""
        most = limits().remembered
        near = [e for w in (parts[-1], parts[0]) for e in self._by_word.get(w, [])[-most:]]
        near = [e for e in near if not (gender and e.gender) or e.gender == gender]
        for entity in sorted(near, key=lambda e: -e.offset):
            if entity.words == words:
                return entity
            shares = is_part(parts, entity)
            if shares and alike(entity.kind, kind) and (PLACE not in (kind, entity.kind)):
                return entity
        initials = [e for e in near if len(parts) == 1 and e.kind == BODY]
        return initials[-1] if initials and parts[0] not in initials[-1].words else None

    # -- descriptions

    def _nominal(self, head: Word) -> None:
        parse = self._parse
        det = parse.child(head.i, "det", "nmod:poss")
        span = phrase(parse, head)
        definite = det is not None and (det.lower in _DEFINITE or det.is_owner or det.rel != "det")
        kind = kind_of_noun(head)
        entity = self._beside(head, kind) or (self._described(head, kind) if definite else None)
        if entity is None and det is None:
            entity = self._generic(head)
        if entity is None:
            owner = parse.child(head.i, "nmod:poss")
            whose = self._meant.get(owner.i) if owner is not None else None
            entity = Entity(kind, many=head.is_plural, gender=gender_of(head.lower), owner=whose)
            self.entities.append(entity)
        entity.heads.add(head.lemma)
        if entity not in self._called(head):
            self._by_head[head.lemma].append(entity)
        self._add(entity, span, head)

    def _described(self, head: Word, kind: str) -> Entity | None:
        """What a definite description means: what was called so, or the last of its kind."""
        owner = self._parse.child(head.i, "nmod:poss")
        if owner is not None:
            whose = self._meant.get(owner.i)
            same = [e for e in self._called(head) if e.owner is whose]
            return same[-1] if same and whose is not None else None
        called = [e for e in self._called(head) if e.many == head.is_plural]
        near = sorted((e for e in called if not (e.named and e.kind == PERSON)), key=last)
        if near and not self._narrowed(head):
            return near[-1]
        office = listed("titles", "officials")
        person = kind == PERSON and not {head.lemma, head.lower} & office
        if kind == THING or person or head.is_plural or self._narrowed(head):
            return None
        near = self._within(head, limits().body_reach)
        alike = [e for e in near if e.kind == kind and e.named and may_be_called(head, e)]
        return max(alike, key=lambda e: (e.subject, e.offset), default=None)

    def _called(self, head: Word) -> list[Entity]:
        """What the noun of a description has named before, as far as a text is kept in mind."""
        return self._by_head.get(head.lemma, [])[-limits().remembered :]

    def _generic(self, head: Word) -> Entity | None:
        """What a bare noun means that the text keeps on naming: `land`, `children`."""
        if self._narrowed(head) or self._parse.children(head.i, "amod", "compound", "nummod"):
            return None
        called = self._called(head)
        found = [e for e in called if e.many == head.is_plural and not e.named]
        return found[-1] if found else None

    def _narrowed(self, head: Word) -> bool:
        """Whether words behind a noun tell which one is meant: `the mayor of Lod`."""
        behind = self._parse.children(head.i, "nmod", "acl", "acl:relcl", "appos")
        return any(w.i > head.i for w in behind)

    # -- pronouns

    def _pronoun(self, word: Word) -> Entity | None:
        named = word.lower
        if named in HE | SHE:
            gender = "m" if named in HE else "f"
            near = self._within(word, limits().person_reach)
            one = [e for e in near if not e.many and e.gender in (None, gender)]
            people = [e for e in one if e.kind == PERSON or (e.named and e.kind == THING)]
            best = self._nearest(word, people, gender)
            if best is not None:
                best.gender, best.kind = gender, PERSON
            return best
        if named in word_class("of_us") or word.is_expletive or word.is_relative:
            return None
        if named in THEY:
            reach = limits().several_reach
            several = [e for e in self._within(word, reach) if e.many or e.kind == BODY]
            people = [e for e in several if e.kind == PERSON]
            return self._nearest(word, people or [e for e in several if e.kind == BODY])
        if named in IT:
            near = self._within(word, limits().body_reach)
            return self._nearest(word, [e for e in near if e.kind != PERSON and not e.many])
        return None

    def _barred(self, word: Word) -> Entity | None:
        """Whom an object cannot mean: the subject of its own verb (`Koval saw her`)."""
        if word.rel not in ("obj", "iobj", "obl") or word.lower in word_class("reflexives"):
            return None
        subject = self._parse.child(word.head, "nsubj")
        return self._meant.get(subject.i) if subject is not None else None

    def _nearest(self, word: Word, found: list[Entity], gender: str | None = None) -> Entity | None:
        known = limits()

        def price(entity: Entity) -> tuple[float, int]:
            cost = float(word.sentence - entity.sentence)
            cost -= known.subject if entity.subject else 0.0
            cost -= known.same_gender if gender and entity.gender == gender else 0.0
            cost -= known.again * min(len(entity.mentions) - 1, known.again_most)
            cost -= known.named if entity.named else 0.0
            return cost, -entity.offset

        barred = self._barred(word)
        return min((e for e in found if e is not barred), key=price, default=None)
