"""The mentions of a text, by its tree: names, descriptions and pronouns, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.extraction.entities.entity import BODY, PERSON, PLACE, THING
from counterclaim.extraction.grammar.spans import is_day
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import noun_classes, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.phrases import words as listed
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, describe or stand for something; `first` and `head` are the first word and
    the one that tells what it is, the last of a name."""

    form: str
    first: Word
    head: Word
    span: Span


class Mentions:
    """The mentions of one article."""

    def __init__(self, parse: Parse, toponyms: tuple[Toponym, ...]) -> None:
        self._parse = parse
        self.placed = SpanIndex(toponyms, lambda t: [(t.start, t.end)])

    def __iter__(self) -> Iterator[Mention]:
        for word in self._parse.words:
            if word.is_pronoun:
                yield Mention(PRONOUN, word, word, (word.start, word.end))
            elif self._is_name(word):
                if not is_day(word) and self._ends_name(word):
                    first = self._first_of_name(word)
                    yield Mention(NAME, first, word, (first.start, word.end))
            elif word.is_noun and word.text[0].isalpha() and _heads_phrase(word):
                first = _first_of_phrase(self._parse, word)
                yield Mention(NOUN, first, word, (first.start, word.end))

    def place_at(self, span: Span) -> Toponym | None:
        """The place that a name is, and no more than that."""
        found = (t for t in self.placed.touching(span) if not t.anaphor)
        return next((t for t in found if span in ((t.start, t.end), t.core)), None)

    def places_inside(self, span: Span) -> Iterator[Span]:
        """The places that a longer name holds: `Exeter` of `Exeter School`."""
        for toponym in self.placed.touching(span):
            inner = (toponym.start, toponym.end)
            if (
                not toponym.anaphor
                and inner != span
                and span[0] <= inner[0]
                and inner[1] <= span[1]
            ):
                yield inner

    def _is_name(self, word: Word) -> bool:
        """Whether a word is of a name: tagged so, a capital inside a sentence, a known place."""
        if word.is_proper:
            return True
        if not word.text[:1].isupper() or word.is_adjective or not word.text[:1].isalpha():
            return False
        placed = any(not t.anaphor for t in self.placed.at(word.start))
        first = word.i == 0 or self._parse.words[word.i - 1].sentence != word.sentence
        headline = self._parse.sentences[word.sentence].headline
        return placed or (word.is_noun and not first and not headline)

    def _ends_name(self, word: Word) -> bool:
        """Whether a proper noun is the last of its name: `Koval` of `Olena Koval`."""
        follows = self._parse.words[word.i + 1 : word.i + 2]
        if self._past_of(word) is not None:
            return False
        return not (follows and self._is_name(follows[0]) and _adjoins(word, follows[0]))

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
            joined = self._is_name(word) and _adjoins(word, first)
            past = self._past_of(word) if self._is_name(word) else None
            if joined or (past is not None and past.i == first.i):
                first = word
            elif not (word.is_determiner or word.lower in word_class("belonging_to")):
                break
        return first


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


def _adjoins(word: Word, follows: Word) -> bool:
    """Whether two words of a sentence stand side by side."""
    return word.sentence == follows.sentence and follows.start - word.end <= 1


def _heads_phrase(noun: Word) -> bool:
    """Whether a common noun heads a phrase, and is no first half of a compound or time."""
    time = noun.lemma in cue_words("time_nouns")
    return noun.rel not in ("compound", "amod", "flat") and not time


def _first_of_phrase(parse: Parse, head: Word) -> Word:
    """The first word of a noun with what stands before it: `the` of `the old mill`."""
    inside = parse.subtree(head.i, without=("nsubj", "csubj", "cop", "aux", "mark"))
    before = [w for w in inside if w.i < head.i]
    return next((w for w in before if w.text[:1].isalnum() and not w.is_preposition), head)
