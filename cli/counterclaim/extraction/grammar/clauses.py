"""Clauses: which words are the verb of one, which are finite or relative, whom a relative one
tells of, and which predication leads a span."""

from __future__ import annotations

from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word, asked_once
from counterclaim.records.model import Span


def is_predicate(parse: Parse, word: Word) -> bool:
    """Tell whether a word says something of somebody: a verb, or what a copula or a subject makes
    one ("ours" of "Lyman is ours")."""
    return word.is_verb or parse.child(word.i, "cop", "nsubj") is not None


def is_finite_clause(parse: Parse, verb: Word) -> bool:
    """Tell "rebels fled", "rebels have fled", "Lyman is ours" from "fleeing", "to flee"."""
    return verb.is_finite or parse.child(verb.i, "aux", "cop") is not None


def is_relative_clause(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb heads a relative clause: by its relation to something that is no
    predicate, or by a subject that is "which" or whose owner is "whose"."""
    subject, above = parse.child(verb.i, "nsubj"), parse.head(verb)
    owners = [] if subject is None else parse.children(subject.i, "nmod:poss")
    relates = subject is not None and any(w.is_relative for w in (subject, *owners))
    related = relates and verb.rel != "root"
    hangs = above is None or not (above.is_finite and above.rel == "root")
    return related or (hangs and verb.dep.endswith(":relcl"))


def antecedent(parse: Parse, noun: Word, verb: Word) -> Word:
    """The noun that a relative pronoun stands for; any other word itself.

    In "the village which rebels took", the village for `which` beside `took`.
    """
    if noun.is_relative or noun.lower in word_class("who"):
        above = parse.head(verb)
        if above is not None and verb.rel == "acl":
            return above
    return noun


@asked_once
def head_predicate(parse: Parse, spans: tuple[Span, ...]) -> Word | None:
    """The predicate that leads some spans, or else the word that leads the first of them: "held"
    in "the town held after the raid"."""
    tops = [top for top in (parse.top(*span) for span in spans) if top is not None]
    return next((w for w in tops if is_predicate(parse, w)), next(iter(tops), None))
