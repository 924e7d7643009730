"""Whom the words of a claim tell of, where they lack it: `which fell in May`, `killing 12`, `it has
left`. The tree or the cue says to whom they go back; where neither does, nobody is named."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TypeVar

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.arguments import subject
from counterclaim.extraction.grammar.clauses import head_predicate, is_relative_clause
from counterclaim.extraction.grammar.spans import noun_phrase
from counterclaim.extraction.grammar.voice import is_passive
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Source, Span, Subject


class Subjects:
    """The subjects that claims of one article lack, by the tree; `actors` and `toponyms` name
    them."""

    def __init__(self, parse: Parse, actors: list[ActorMention], toponyms: list[Toponym]) -> None:
        self._parse = parse
        self._actors = sorted(actors, key=lambda actor: actor.end)
        self._toponyms = sorted(toponyms, key=lambda toponym: toponym.end)

    def find(
        self, content: tuple[Span, ...], attribution: Attribution | None, source: Source
    ) -> Subject | None:
        """The mention that a claim goes back to; None where its words have their subject, or where
        nothing says whom they mean.

        Example:
            `Rebels took the hill, cutting the road.`: the second claim tells of `Rebels`. `The army
            said it had left.`: the claim tells of `The army`.
        """
        noun = _missing(self._parse, content)
        if noun is None:
            return None
        if noun.is_pronoun:
            return self._speaker(noun, content, attribution, source)
        span = _phrase(self._parse, noun)
        if any(w.is_verb for w in self._parse.within(*span) if w.rel not in ("acl", "amod")):
            return None
        if any(start < span[1] and span[0] < end for start, end in content):
            return None
        text = self._parse.text[slice(*span)]
        return Subject(self._name(noun, text), text, span)

    def _name(self, noun: Word, text: str) -> str:
        """The name of an actor or a place that a noun is the head of, else its phrase without an
        article."""
        actor = _at(self._actors, noun)
        if actor is not None and actor.entry_id is not None:
            return actor.name
        place = _at(self._toponyms, noun)
        if place is not None and not place.anaphor:
            return place.entry.name if place.entry is not None else place.name
        first, _, rest = text.partition(" ")
        return rest if rest and first.lower() in word_class("articles") else text

    def _speaker(
        self,
        pronoun: Word,
        content: tuple[Span, ...],
        attribution: Attribution | None,
        source: Source,
    ) -> Subject | None:
        """Who speaks, where a pronoun that opens the words can only mean them: `The army said it
        had left`, but not `The mayor said it had left`."""
        mention = source.mention
        if mention is None or attribution is None or attribution.answers:
            return None
        opens = not any(w.is_noun for w in self._before(pronoun, content))
        words = self._parse.within(*mention.span)
        if not opens or any(w.is_pronoun for w in words):
            return None
        fits = _fits(pronoun, source, words, speech=attribution.speech)
        return Subject(source.name, mention.text, mention.span) if fits else None

    def _before(self, word: Word, content: tuple[Span, ...]) -> list[Word]:
        return [w for w in self._parse.within(content[0][0], word.start) if w.i < word.i]


Named = TypeVar("Named", ActorMention, Toponym)


def _at(known: list[Named], noun: Word) -> Named | None:
    """The mention that a noun is a part of."""
    at = bisect_left(known, noun.end, key=attrgetter("end"))
    found = known[at] if at < len(known) else None
    return found if found is not None and found.start <= noun.start else None


def _phrase(parse: Parse, noun: Word) -> Span:
    """The noun phrase of a subject, without a word at its end that joins it to the next."""
    start, end = noun_phrase(parse, noun)
    last = parse.within(start, end)[-1]
    return start, parse.words[last.i - 1].end if last.is_conjunction else end


def _fits(pronoun: Word, source: Source, mention: list[Word], *, speech: bool) -> bool:
    """Whether a pronoun agrees with who speaks; in direct speech only "I" is surely theirs."""
    person, many = source.kind == "person", any(w.is_plural for w in mention)
    if speech:
        return person and pronoun.lower in word_class("i")
    if pronoun.lower in word_class("he", "she"):
        return person
    if pronoun.lower in word_class("it"):
        return source.kind == "organisation"
    if pronoun.lower in word_class("they"):
        return not person and (many or source.kind == "organisation")
    return False


def _missing(parse: Parse, content: tuple[Span, ...]) -> Word | None:
    """The noun or pronoun that the main clause of a content tells of, if it is no noun inside."""
    head = head_predicate(parse, content)
    if head is None:
        return None
    opener = parse.within(*content[0])[0]
    if opener.lower in word_class("who") and is_relative_clause(parse, head):
        return _antecedent(parse, head, opener)
    own = parse.child(head.i, "nsubj", "expl", "csubj")
    if own is not None:
        return own if own.is_pronoun and own.rel == "nsubj" else None
    return _shared(parse, head) if head.is_verb else None


def _antecedent(parse: Parse, verb: Word, opener: Word) -> Word | None:
    """The noun that a relative clause goes back to: the one that its tree names where a comma
    stands between, else the nearest before it that agrees with the verb."""
    before = parse.before(opener)
    above = parse.words[verb.head]
    nouns = [w for w in reversed(before) if w.is_noun and w.rel not in ("compound", "flat")]
    nouns = [w for w in nouns if _agrees(parse, w, verb, opener)]
    if before and before[-1].text == "," and above in nouns:
        return above
    return next(iter(nouns), None)


def _agrees(parse: Parse, noun: Word, verb: Word, opener: Word) -> bool:
    """Whether a noun may be the subject of a relative clause; of one that is none nothing tells."""
    helpers = [*parse.children(verb.i, "aux", "cop"), verb]
    many = any(w.lower in word_class("of_many") for w in helpers)
    one = any(w.lower in word_class("of_one") for w in helpers)
    joined = parse.child(noun.i, "conj") is not None
    if opener.rel != "nsubj" or many == one:
        return True
    return (noun.is_plural or joined) if many else not noun.is_plural


def _shared(parse: Parse, verb: Word) -> Word | None:
    """The subject that a verb without one shares: with the verb it is joined to, the clause that
    its participle hangs on, the noun that it describes."""
    above = parse.head(verb)
    if above is None:
        return None
    if verb.rel == "acl":
        return above if above.is_noun else None
    if verb.rel == "conj":
        if parse.child(verb.i, "cc") is None:
            return None  # without "and" a parser often joins what it could not place
        return parse.child(above.i, "nsubj") or _shared(parse, above)
    hangs = verb.rel == "advcl" and verb.is_present_participle
    if hangs and is_passive(parse, above):
        return None  # `was shelled, killing two`: what did the killing is no noun
    return subject(parse, verb) if hangs or verb.rel == "xcomp" else None
