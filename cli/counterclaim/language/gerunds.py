"""Nouns in -ing that the parser takes for verbs: "shelling hit the market" is no way of hitting.

What befalls a town is often told by such a noun (shelling, fighting, looting), and the parser takes
it for an auxiliary or for the verb, and the verb behind it for its participle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.language.lemmas import is_past_form, verb_of
from counterclaim.language.tree import Word

_HELPING = frozenset({"be", "have", "get"})
_BELOW = frozenset({"ccomp", "xcomp", "dep", "acl", "acl:relcl", "advcl"})
_SAY = "say"


def with_gerunds(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence, a noun in -ing as the subject of the past form right behind it.

    Example:
        In "Clerks said that shelling lasted for hours." "shelling" is a noun, the subject of
        "lasted", which is what they said.
    """
    for at, word in enumerate(words[:-1]):
        if word.tag == "VBG" and word.lemma not in _HELPING:
            words = _with_subject(words, at)
    return words


def _with_subject(words: Sequence[Word], at: int) -> Sequence[Word]:
    first, noun, verb = words[0].i, words[at], words[at + 1]
    if noun.dep in {"aux", "aux:pass"} and noun.head > noun.i:
        subject = replace(noun, tag="NN", dep="nsubj", lemma=noun.lower)
        return [subject if w.i == noun.i else w for w in words]
    teller, governed = words[noun.head - first], words[verb.head - first]
    marked = any(w.head == noun.i and w.lower == "that" and w.i < noun.i for w in words)
    told = noun.dep in _BELOW and teller.i < noun.i and (marked or teller.lemma == _SAY)
    describes = verb.rel == "amod" and governed.head == noun.i and governed.rel == "obj"
    below = verb.head == noun.i and verb.rel in {"acl", "xcomp"}
    if not told or not is_past_form(verb.lower) or not (below or describes):
        return words
    return [_rehung(w, noun, verb) for w in words]


def _rehung(word: Word, noun: Word, verb: Word) -> Word:
    if word.i == verb.i:
        lemma = verb_of(word.lower, "VBD") or word.lemma
        return replace(word, tag="VBD", dep="ccomp", head=noun.head, lemma=lemma)
    if word.i == noun.i:
        return replace(word, tag="NN", dep="nsubj", head=verb.i, lemma=word.lower)
    if word.head == noun.i and (word.i > noun.i or word.lower == "that"):
        dep = "mark" if word.lower == "that" and word.i < noun.i else word.dep
        return replace(word, head=verb.i, dep=dep)
    return word
