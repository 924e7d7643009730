"""Which entity a description means: what stands beside it, what its noun has named, the last of
its kind, or a new one."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.extraction.entities.entity import PERSON, SUBJECT, THING, Entity, alike
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.mentions import Mention, kind_of_noun
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.people import gender_of, kinds_called
from counterclaim.knowledge.phrases import words as listed
from counterclaim.language.tree import Parse, Word

_DEFINITE = word_class("definite")
_NOT = word_class("negations") | {"no"}
_SETTLED = frozenset({"settlement", "capital"})


class Nouns:
    """The descriptions of one article, asked of what it has named so far."""

    def __init__(
        self, parse: Parse, memory: Memory, bodies: Callable[[Mention], Entity | None]
    ) -> None:
        """`bodies` tells which body a description of its kind means: `the group`."""
        self._parse, self._memory, self._bodies = parse, memory, bodies

    def kind(self, noun: Mention) -> str:
        """What a common noun means: a person, a body, a place, a thing."""
        return kind_of_noun(noun.head)

    def meant(self, noun: Mention, beside: Entity | None) -> Entity | None:
        """What was named before that a phrase with a common noun means, `beside` where it stands in
        apposition to that; None for something new."""
        head, kind = noun.head, kind_of_noun(noun.head)
        det = self._parse.child(head.i, "det", "nmod:poss")
        definite = det is not None and (det.lower in _DEFINITE or det.is_owner or det.rel != "det")
        found = beside or (self._described(noun, kind) if definite else None)
        return self._generic(head) if found is None and det is None else found

    def new(self, noun: Mention) -> Entity:
        """What a description means that nothing was called before."""
        head = noun.head
        kind, gender = kind_of_noun(head), gender_of(head.lower)
        entity = Entity(kind, many=head.is_plural, gender=gender, owner=self._owner(head))
        return self._memory.new(entity)

    def learn(self, entity: Entity, noun: Mention) -> None:
        """Find what a description means by its noun from now on."""
        entity.heads.add(noun.head.lemma)
        self._memory.noun(noun.head.lemma, entity)

    def beside(self, head: Word, kind: str) -> Entity | None:
        """Whom a phrase in apposition names again, or what a person is said to be: `Koval, the
        mayor`, `Koval is a miner`."""
        meant = self._memory.meant
        if head.rel == "appos":
            known = meant(head.head) if head.head < head.i else None
            if known is None or (known.named and head.is_proper and known.kind != kind):
                return None
            return known if alike(known.kind, kind) else None
        subject = self._parse.child(head.i, "nsubj")
        said = subject is not None and subject.i < head.i and not head.is_plural
        if not said or kind != PERSON or not self._parse.child(head.i, "cop"):
            return None
        denied = {w.lower for w in self._parse.children(head.i, "advmod", "det")} & _NOT
        known = meant(subject.i) if subject is not None and not denied else None
        return known if known is not None and known.kind == PERSON else None

    def _owner(self, head: Word) -> Entity | None:
        owner = self._parse.child(head.i, "nmod:poss")
        return self._memory.meant(owner.i) if owner is not None else None

    def _described(self, noun: Mention, kind: str) -> Entity | None:
        """What a definite description means: what was called so, or the last of its kind."""
        head = noun.head
        called = self._memory.called(head.lemma)
        if self._parse.child(head.i, "nmod:poss") is not None:
            whose = self._owner(head)
            same = [e for e in called if e.owner is not None and e.owner.one is whose]
            return same[-1] if same and whose is not None else None
        called = [e for e in called if e.many == head.is_plural]
        near = [e for e in called if not (e.named and e.kind == PERSON)]
        if near and not self._narrowed(head):
            return max(near, key=lambda e: e.seen.offset)
        if head.is_plural or self._narrowed(head):
            return None
        body = self._bodies(noun) if kinds_called(head.lemma) else None
        return body or self._of_kind(head, kind)

    def _of_kind(self, head: Word, kind: str) -> Entity | None:
        """The last of a kind that was named: a town of `the town`, an official of `the mayor`."""
        office = {head.lemma, head.lower} & listed("titles", "officials")
        if kind == THING or (kind == PERSON and not office):
            return None
        near = self._memory.lately(head.sentence, limits().body_reach, quoted=True)
        fitting = [e for e in near if e.kind == kind and e.named and _may_be_called(head, e)]
        return max(fitting, key=lambda e: (e.seen.rank == SUBJECT, e.seen.offset), default=None)

    def _generic(self, head: Word) -> Entity | None:
        """What a bare noun means that the text keeps on naming: `land`, `children`."""
        if self._narrowed(head) or self._parse.children(head.i, "amod", "compound", "nummod"):
            return None
        called = self._memory.called(head.lemma)
        found = [e for e in called if e.many == head.is_plural and not e.named]
        return found[-1] if found else None

    def _narrowed(self, head: Word) -> bool:
        """Whether words behind a noun tell which one is meant: `the mayor of Lod`."""
        behind = self._parse.children(head.i, "nmod", "acl", "acl:relcl", "appos")
        return any(w.i > head.i for w in behind)


def _may_be_called(noun: Word, entity: Entity) -> bool:
    """Whether a place is of the kind that a noun tells: no country is `the city`."""
    if entity.place is None:
        return True
    settled = entity.place in _SETTLED
    return settled if noun.lemma in word_class("settlements") else not settled
