"""A parsed article: words with tags, lemmas and Universal Dependencies, free of any parser's
API."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import update_wrapper
from operator import attrgetter
from typing import Any, Concatenate, ParamSpec, TypeVar

from counterclaim.language.tags import FINITE, GERUND, NAME, PAST_PARTICIPLE, PLURAL, meaning
from counterclaim.records.model import Span

P = ParamSpec("P")
T = TypeVar("T")

_POSITION = attrgetter("i")
_START = attrgetter("start")
_END = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a headline line of the article, as an offset span. `piece` counts the pieces
    of one that is too long to be read whole from 1; it is 0 for all others. The last piece of one
    without end is `unread`."""

    start: int
    end: int
    headline: bool = False
    paragraph: int = 0
    piece: int = 0
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `head` is the index of its governor (its own index at the root), `dep` its
    Universal Dependencies relation ("nsubj:pass", "ccomp"), `rel` that without its subtype
    ("nsubj"), `pos` its universal part of speech. Only `language` reads the treebank's `tag`; what
    it says of the word's form is asked here."""

    i: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    sentence: int
    lower: str = field(init=False, repr=False, compare=False)
    rel: str = field(init=False, repr=False, compare=False)
    pos: str = field(init=False, repr=False, compare=False)
    _features: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())
        object.__setattr__(self, "rel", self.dep.partition(":")[0])
        pos, features = meaning(self.tag)
        object.__setattr__(self, "pos", pos)
        object.__setattr__(self, "_features", features)

    def __hash__(self) -> int:
        return self.start

    def has_form_of(self, other: Word) -> bool:
        """Whether two words are of one part of speech and form: `said` and `took`."""
        return self.tag == other.tag

    def as_finite(self, tense: str, **changes: Any) -> Word:
        """The word read as a finite verb in the "past", "present" or "present singular", with
        other fields changed, too: `closed`, which was taken for a participle."""
        return replace(self, tag=FINITE[tense], **changes)

    def as_plural(self, **changes: Any) -> Word:
        """The word read as a noun in the plural, with other fields changed, too: `claims`, which
        was taken for a verb."""
        return replace(self, tag=PLURAL, **changes)

    def as_name(self, **changes: Any) -> Word:
        """The word read as a name, with other fields changed, too: `Rahel`, taken for a verb."""
        return replace(self, tag=NAME, **changes)

    def as_participle(self, **changes: Any) -> Word:
        """The word read as a verb in -ing, with other fields changed, too: `warning`, which was
        taken for a noun."""
        return replace(self, tag=GERUND, **changes)

    def as_past_participle(self, **changes: Any) -> Word:
        """The word read as a past participle, with other fields changed, too: `posted`, which was
        taken for a past tense."""
        return replace(self, tag=PAST_PARTICIPLE, **changes)

    @property
    def is_verb(self) -> bool:
        """A verb, auxiliary or modal, in any form."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_finite(self) -> bool:
        """A verb that tells a time or a mood: `said`, `says`, `must`."""
        return "Finite" in self._features

    @property
    def is_past(self) -> bool:
        """A past tense or a past participle, which English often spells alike: `took`, `taken`."""
        return "Past" in self._features

    @property
    def is_base(self) -> bool:
        """An infinitive or an imperative: `take`."""
        return "Base" in self._features

    @property
    def is_present_participle(self) -> bool:
        """`taking`, as a verb or as its noun."""
        return "Gerund" in self._features

    @property
    def is_past_participle(self) -> bool:
        """`taken`, of a perfect or a passive."""
        return "Participle" in self._features

    @property
    def is_modal(self) -> bool:
        """`must`, `will`, `could`."""
        return "Modal" in self._features

    @property
    def is_noun(self) -> bool:
        """A noun, common or proper."""
        return self.pos in ("NOUN", "PROPN")

    @property
    def is_proper(self) -> bool:
        """A word of a name."""
        return self.pos == "PROPN"

    @property
    def is_common(self) -> bool:
        """A noun that is no name: `army`."""
        return self.pos == "NOUN"

    @property
    def is_singular(self) -> bool:
        """A noun, or the verb of one, in the singular: `army`, `attacks` (of one attacker)."""
        return "Singular" in self._features

    @property
    def is_plural(self) -> bool:
        """A noun in the plural."""
        return "Plural" in self._features

    @property
    def is_pronoun(self) -> bool:
        """A personal pronoun, also as an owner: `they`, `them`, `their`."""
        return "Personal" in self._features

    @property
    def is_owner(self) -> bool:
        """A personal pronoun that owns: `their`."""
        return self.is_pronoun and "Possessive" in self._features

    @property
    def is_genitive(self) -> bool:
        """The mark behind an owner: the "'s" of `Kyiv's`."""
        return self.pos == "PART" and "Possessive" in self._features

    @property
    def is_expletive(self) -> bool:
        """`there` of `there were`."""
        return "Expletive" in self._features

    @property
    def is_relative(self) -> bool:
        """A pronoun that relates or asks: `who`, `whose`, `that` of `the men that fled`."""
        return self.pos == "PRON" and "Relative" in self._features

    @property
    def is_wh(self) -> bool:
        """Any word that relates or asks, also `where`, `when`, `how`."""
        return "Relative" in self._features

    @property
    def is_determiner(self) -> bool:
        """`the`, `this`, `some`."""
        return self.pos == "DET"

    @property
    def is_number(self) -> bool:
        """A cardinal in figures or words."""
        return self.pos == "NUM"

    @property
    def is_adjective(self) -> bool:
        """An adjective in any degree."""
        return self.pos == "ADJ"

    @property
    def is_superlative(self) -> bool:
        """An adjective or adverb above all others: `largest`, `most`."""
        return "Superlative" in self._features

    @property
    def is_adverb(self) -> bool:
        """An adverb, "not" included; question words are none, nor is `more`, `earlier`, which may
        stand before what is counted."""
        return self.pos == "ADV" and not self._features

    @property
    def is_preposition(self) -> bool:
        """A word before a noun or a clause: `in`, `after`, `that` of `said that`, any `to`."""
        return (self.pos == "ADP" and "Particle" not in self._features) or self.is_to

    @property
    def is_to(self) -> bool:
        """`to` before an infinitive."""
        return "Infinitive" in self._features

    @property
    def is_hyphen(self) -> bool:
        """A hyphen inside a compound; a dash is none."""
        return "Hyphen" in self._features

    @property
    def is_conjunction(self) -> bool:
        """`and`, `or`, `but`."""
        return self.pos == "CCONJ"


@dataclass(slots=True)
class Parse:
    """The words of a text with their tree. Indices are positions in `words`, which stay what they
    are: `answers` keeps what was asked of them (`asked_once`)."""

    text: str
    words: list[Word]
    sentences: list[Sentence]
    answers: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)
    _children: list[list[Word]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._children = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                self._children[word.head].append(word)
        self._starts = [word.start for word in self.words]

    def children(self, i: int, *rels: str) -> list[Word]:
        """The dependants of word `i`, left to right, optionally only those of some relations
        ("nsubj" also finds "nsubj:pass"; "nsubj:pass" finds only that)."""
        below = self._children[i]
        if not (rels and below):
            return below[:]
        return [w for w in below if w.rel in rels or w.dep in rels]

    def child(self, i: int, *rels: str) -> Word | None:
        """The first of `children`."""
        for word in self._children[i]:
            if not rels or word.rel in rels or word.dep in rels:
                return word
        return None

    def head(self, word: Word) -> Word | None:
        """The governor, or None at the root."""
        return None if word.head == word.i else self.words[word.head]

    def ancestors(self, word: Word) -> Iterator[Word]:
        while word.head != word.i:
            word = self.words[word.head]
            yield word

    def subtree(self, i: int, *, without: tuple[str, ...] = ()) -> list[Word]:
        """Word `i` and all below it in text order; `without` prunes direct dependants by
        relation."""
        found = [self.words[i]]
        stack = [w for w in self._children[i] if not (w.rel in without or w.dep in without)]
        while stack:
            word = stack.pop()
            found.append(word)
            stack += self._children[word.i]
        return sorted(found, key=_POSITION)

    def span(self, i: int, *, without: tuple[str, ...] = ()) -> Span:
        """The smallest span that covers the subtree of `i`."""
        words = self.subtree(i, without=without)
        return words[0].start, words[-1].end

    def within(self, start: int, end: int) -> list[Word]:
        """The words that touch the offsets start..end."""
        lo = max(0, bisect_right(self._starts, start) - 1)
        hi = bisect_left(self._starts, end)
        if lo < hi and self.words[lo].end <= start:
            lo += 1
        return self.words[lo:hi]

    def units(self, start: int, end: int) -> list[Sentence]:
        """The sentences that touch the offsets start..end."""
        first = bisect_right(self.sentences, start, key=_END)
        return self.sentences[first : bisect_left(self.sentences, end, key=_START)]

    def sentence_words(self, index: int) -> list[Word]:
        sentence = self.sentences[index]
        return self.within(sentence.start, sentence.end)

    def before(self, word: Word) -> list[Word]:
        """The words on the left of a word in its sentence."""
        words = self.sentence_words(word.sentence)
        return words[: word.i - words[0].i]

    def words_before(self, offset: int) -> list[Word]:
        """The words on the left of an offset in its sentence, whether a word stands there, a blank
        or nothing: the sentence is that of the word there or else of the next one."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self.words[at].end <= offset:
            at += 1
        return self.before(self.words[at]) if at < len(self.words) else []

    def behind(self, word: Word, until: int | None = None) -> list[Word]:
        """The words on the right of a word in its sentence, or those that begin before `until`."""
        words = self.sentence_words(word.sentence)
        rest = words[word.i - words[0].i + 1 :]
        return rest if until is None else rest[: bisect_left(rest, until, key=_START)]

    def top(self, start: int, end: int) -> Word | None:
        """The word in start..end whose governor lies outside: the head of the phrase."""
        inside = self.within(start, end)
        members = {w.i for w in inside}
        tops = [w for w in inside if w.head == w.i or w.head not in members]
        content = [w for w in tops if w.rel != "punct"]
        return next(iter(content or tops), None)


def asked_once(question: Callable[Concatenate[Parse, P], T]) -> Callable[Concatenate[Parse, P], T]:
    """Answer a question about some words of a tree once, however many rules ask it.

    Example:
        >>> @asked_once
        ... def is_passive(parse, verb): ...
    """

    def answer(parse: Parse, /, *asked: P.args, **named: P.kwargs) -> T:
        key = question, *asked, *named.items()
        if key not in parse.answers:
            parse.answers[key] = question(parse, *asked, **named)
        found: T = parse.answers[key]
        return found

    return update_wrapper(answer, question)
