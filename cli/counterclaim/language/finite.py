"""Sentences that the parser reads without a finite verb, and the verb they have lost.

English past tenses and past participles look alike, and after an apposition the parser takes the
one for the other: in "Unifil, the peacekeeping force, accused the army of firing." it sees a
force that is accused, and a sentence about nothing. A full sentence has a finite verb; so where
none is found, each participle is tried with the auxiliary that makes it one ("had accused").
Verbs that are nouns too ("the rebels claim to have", "Rwanda denies") are found the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.language.tree import Word

_FEWEST = 5
_TRIES = 3
_PAST, _MANY, _ONE = "had", "do", "now"
_TAGS = {_PAST: "VBD", _MANY: "VBP", _ONE: "VBZ"}


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that may be the finite verb of its sentence, and the helper that would show it."""

    position: int
    helper: str

    @property
    def tag(self) -> str:
        """The tag of the verb without its helper."""
        return _TAGS[self.helper]


def lost_verbs(words: Sequence[Word]) -> list[Lost]:
    """What may be the verb of a sentence without one: its participles (at most three), or its
    main noun where an infinitive follows (`the rebels claim to have …`) or another noun stands
    before a plural (`Rwanda denies …`). Nothing for a sentence
    that has its verb, and for headlines and other fragments, which end without a full stop.

    Example:
        `[Lost(3, "had")]` if "The mayor, Holub, accused the army." is read as "Holub whom the army
        accused".
    """
    root = next((w for w in words if w.dep == "root"), None)
    if len(words) < _FEWEST or words[-1].text != "." or root is None or _has_verb(words, root):
        return []
    first = words[0].i
    participles = [
        Lost(w.i - first, _PAST)
        for w in words[1:]
        if w.tag in {"VBN", "VBD"}
        and w.dep in {"amod", "acl", "conj"}
        and not any(c.head == w.i and c.rel in {"aux", "mark"} for c in words)
    ]
    at = root.i - first
    nouns: list[Lost] = []
    if root.tag == "NN" and at > 0 and words[at + 1].tag == "TO":
        nouns = [Lost(at, _MANY)]
    elif root.tag == "NNS" and at > 0 and words[at - 1].tag.startswith("NN"):
        nouns = [Lost(at, _ONE)]
    return [*nouns, *participles[:_TRIES]]


def _has_verb(words: Sequence[Word], root: Word) -> bool:
    """Whether the root is a verb or has one (`Torske is ours.`)."""
    below = [w for w in words if w.head == root.i and w.i != root.i]
    return root.is_verb or any(w.rel in {"cop", "aux", "expl"} for w in below)


def is_verb_of(words: Sequence[Word], position: int) -> bool:
    """Whether the word at `position` is read as the sentence's verb, with a subject."""
    verb = words[position]
    return verb.dep == "root" and any(w.head == verb.i and w.rel == "nsubj" for w in words)


def without_helper(words: Sequence[Word], lost: Lost) -> list[Word]:
    """The words but the helper before the lost verb, which is finite without it."""
    gone = words[lost.position].i

    def moved(i: int) -> int:
        return i - (i > gone)

    kept = [replace(w, i=moved(w.i), head=moved(w.head)) for w in words if w.i != gone]
    kept[lost.position] = replace(kept[lost.position], tag=lost.tag)
    return kept
