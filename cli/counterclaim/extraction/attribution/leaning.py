"""Sentences that cannot stand without the one before: `Three were pulled out alive.`, `There were
no casualties.` Who has told the rest tells these, too."""

from __future__ import annotations

from counterclaim.extraction.grammar.conditions import CONDITIONS
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word


def leans_back(parse: Parse, unit: int) -> bool:
    """Whether a sentence tells of some of those that were told of before, or that nothing befell
    them."""
    words = parse.sentence_words(unit)
    top = next((w for w in words if w.rel == "root"), None)
    if top is None:
        return False
    subject = parse.child(top.i, "nsubj")
    if parse.child(top.i, "expl") is not None:
        return _is_loss(parse, subject or top)
    return subject is not None and _is_part(parse, subject)


def _is_part(parse: Parse, subject: Word) -> bool:
    """Whether a subject counts without saying what: "three", "two others", "one of the raids"."""
    counts = subject.is_number or subject.lower in word_class("of_the_same_count", "rest_of_them")
    return counts and not any(w.is_proper for w in parse.subtree(subject.i))


def _is_loss(parse: Parse, noun: Word) -> bool:
    """`There were no casualties`: nothing befell those that were told of before."""
    harmed = "losses" in load_words().classes.get(noun.lemma, frozenset())
    return harmed and CONDITIONS["no"](parse, noun)
