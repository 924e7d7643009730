"""Negation and mood: what is not so, and what only will, may or should be."""

from __future__ import annotations

from counterclaim.knowledge.cue_words import cue_words
from counterclaim.language.tree import Parse, Word


def negations(parse: Parse, verb: Word) -> list[Word]:
    """The words that deny a verb: "n't" of "didn't fall", "never" of "never fell"."""
    return [w for w in parse.children(verb.i) if w.lower in cue_words("negations")]


def is_negated(parse: Parse, verb: Word) -> bool:
    """Tell whether nobody does what a verb says: "did not fall", `Neither side confirmed it`."""
    subject = parse.child(verb.i, "nsubj")
    deniers = [] if subject is None else parse.children(subject.i, "cc", "det")
    return bool(negations(parse, verb)) or any(w.lower == "neither" for w in deniers)


def is_near_miss(parse: Parse, verb: Word) -> bool:
    """Tell whether a deed only came near: "almost took the town", "was nearly killed"."""
    beside = parse.children(verb.i, "advmod") if verb.is_verb else []
    return any(w.lower in cue_words("near_misses") and w.i < verb.i for w in beside)


def modals(parse: Parse, verb: Word) -> list[Word]:
    """The auxiliaries that make a verb possible, due or to come: "may" of "may have fallen"."""
    return [w for w in parse.children(verb.i, "aux") if w.is_modal]


def is_future(parse: Parse, verb: Word) -> bool:
    """Tell "will fall" and "'ll fall" from "fell" and "may fall"."""
    return any(w.lower in cue_words("future") for w in parse.children(verb.i, "aux"))
