"""What one person, body, place or thing of a text is, and which words may mean it."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import noun_classes, word_class
from counterclaim.knowledge.phrases import words as listed
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

PERSON, BODY, PLACE, THING = "person", "body", "place", "thing"
_SETTLED = frozenset({"settlement", "capital"})


@dataclass(slots=True)
class Entity:
    """One person, body, place or thing: its mentions so far and what they tell of it."""

    kind: str
    mentions: list[Span] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    name: tuple[str, ...] = ()
    place: str | None = None
    heads: set[str] = field(default_factory=set)
    gender: str | None = None
    many: bool = False
    named: bool = False
    sentence: int = 0
    offset: int = 0
    subject: bool = False
    owner: Entity | None = None


def is_part(parts: list[str], entity: Entity) -> bool:
    """Whether one of two names is a part that may stand for the other: a surname or given name of a
    person, the last words of a body's; not `Lod` for `Lod Bridge`."""
    short, long = sorted((tuple(parts), entity.name), key=len)
    if not short or len(short) == len(long):
        return False
    first = entity.kind == PERSON and long[: len(short)] == short
    body = listed("organisation_words", "private_bodies")
    inside = bool({*short} & body) and {*short} < {*long}
    return first or inside or long[-len(short) :] == short


def last(entity: Entity) -> int:
    """Where somebody was named last: what nearness is sorted by."""
    return entity.offset


def alike(kind: str, other: str) -> bool:
    """Whether mentions of two kinds may mean one: what is but a thing may turn out to be more."""
    return kind == other or THING in (kind, other)


def may_be_called(noun: Word, entity: Entity) -> bool:
    """Whether a place is of the kind that a noun tells: no country is `the city`."""
    if entity.place is None:
        return True
    settled = entity.place in _SETTLED
    return settled if noun.lemma in word_class("settlements") else not settled


def adjoins(word: Word, follows: Word) -> bool:
    """Whether two words of a sentence stand side by side."""
    return word.sentence == follows.sentence and follows.start - word.end <= 1


def heads_phrase(parse: Parse, noun: Word) -> bool:
    """Whether a common noun heads a phrase, and is no first half of a compound or time."""
    return noun.rel not in ("compound", "amod", "flat") and noun.lemma not in cue_words(
        "time_nouns"
    )


def phrase(parse: Parse, head: Word) -> Span:
    """A noun with what stands before it: `the old mill`."""
    inside = parse.subtree(head.i, without=("nsubj", "csubj", "cop", "aux", "mark"))
    before = [w for w in inside if w.i < head.i]
    first = next((w for w in before if w.text[:1].isalnum() and not w.is_preposition), head)
    return first.start, head.end


def kind_of_noun(noun: Word) -> str:
    """What a common noun means: "person" for `the mayor`, "thing" for `the mill`."""
    classes = noun_classes("events").get(noun.lemma, frozenset())
    if {noun.lemma, noun.lower} & listed("civilians", "officials", "titles", "persons"):
        return PERSON
    if classes & {"people", "civilians"}:
        return PERSON
    if noun.lemma in word_class("settlements", "areas") or noun.lower in word_class("lands"):
        return PLACE
    return BODY if {noun.lemma, noun.lower} & listed("private_bodies") else THING
