"""What several rules ask of words: tags of finite verbs, negations, the preposition of a phrase."""

from __future__ import annotations

from counterclaim.language.tree import Parse, Word

FINITE = ("VBD", "VBZ", "VBP", "MD")
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def case_of(parse: Parse, noun: Word) -> str:
    """The preposition of a noun phrase, or ""."""
    case = parse.child(noun.i, "case")
    return case.lower if case else ""
