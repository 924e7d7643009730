"""Forms that the tree tells better than the tagger: what has a subject is a verb, what is a subject
is a noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.language.tree import Word

_PHRASES = frozenset({"obl", "nmod"})
_OF_VERBS = frozenset({"nsubj", "aux", "ccomp", "mark", "compound"})
"""What hangs on verbs, not on nouns; a compound, too: "posted by Indian media shows damage"."""
_LIKE = frozenset({"as", "than"})
_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "advcl"})


def with_agreed_forms(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence, a participle that has a subject of its own and no auxiliary as the
    past tense it must be (`Rebels seized the town.`), a present tense that is a subject or an
    object as the plural it must be (`said by aides`).

    Example:
        "seized" is `VBD` in "Rebels seized Lyman"; "hurt" stays a participle in "Three people hurt
        in a blast", of which they are what it befell, and in "The army was beaten and hurt".
    """
    first = words[0].i if words else 0
    told = set()
    for w in words:
        verb = words[w.head - first]
        if w.dep == "nsubj" and w.i < verb.i and verb.tag == "VBN" and verb.dep in _CLAUSES:
            told.add(verb.i)
    helped = {w.head for w in words if w.rel in {"aux", "cop"} or w.dep == "nsubj:pass"}
    governs = {w.head for w in words if w.rel in {"obj", "ccomp", "xcomp"}}
    ends = bool(words) and words[-1].text == "."
    told = {i for i in told - helped if ends or i in governs}
    clausal = {w.head for w in words if w.rel in _OF_VERBS} | governs
    marked = {w.head for w in words if w.rel == "case" and w.lower not in _LIKE}
    return [
        _as_past(w) if w.i in told else _as_plural(w, marked) if w.i not in clausal else w
        for w in words
    ]


def _as_past(word: Word) -> Word:
    return replace(word, tag="VBD")


def _as_plural(word: Word, marked: set[int]) -> Word:
    """A word that governs nothing as verbs do, as the plural that it is where it is told of."""
    noun = word.rel == "nsubj" or (word.rel in _PHRASES and word.i in marked)
    plural = noun and word.tag == "VBZ" and word.lower.endswith("s")
    return replace(word, tag="NNS") if plural else word
