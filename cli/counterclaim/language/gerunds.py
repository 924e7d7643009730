"""Nouns in -ing that the parser takes for verbs: "shelling hit the market" is no way of hitting.

What befalls a town is often told by such a noun (shelling, fighting, looting), and the parser takes
it for an auxiliary or for the verb, and the verb behind it for its participle.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.language.draft import Draft
from counterclaim.language.lemmas import is_past_form
from counterclaim.language.tree import Word

_HELPING = frozenset({"be", "have", "get"})
_BELOW = frozenset({"ccomp", "xcomp", "dep", "acl", "acl:relcl", "advcl"})
_SAY, _THAT = "say", "that"


def with_gerunds(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence, a noun in -ing as the subject of the past form right behind it.

    Example:
        In "Clerks said that shelling lasted for hours." "shelling" is a noun, the subject of
        "lasted", which is what they said.
    """
    draft = Draft(words)
    for position in range(len(words) - 1):
        noun, verb = draft.words[position : position + 2]
        if noun.tag != "VBG" or noun.lemma in _HELPING:
            continue
        if noun.dep in {"aux", "aux:pass"} and noun.head > noun.i:
            draft.label(noun, "nsubj", tag="NN")
        elif _is_told(draft, noun) and _is_taken_for_its_participle(draft, noun, verb):
            _mend(draft, noun, verb)
    return draft.words


def _is_told(draft: Draft, noun: Word) -> bool:
    """Whether the noun was taken for the verb of what somebody says."""
    teller = draft.head(noun)
    marked = any(w.lower == _THAT and w.i < noun.i for w in draft.children(noun))
    return noun.dep in _BELOW and teller.i < noun.i and (marked or teller.lemma == _SAY)


def _is_taken_for_its_participle(draft: Draft, noun: Word, verb: Word) -> bool:
    governed = draft.head(verb)
    describes = verb.rel == "amod" and governed.head == noun.i and governed.rel == "obj"
    below = verb.head == noun.i and verb.rel in {"acl", "xcomp"}
    return is_past_form(verb.lower) and (below or describes)


def _mend(draft: Draft, noun: Word, verb: Word) -> None:
    for word in draft.children(noun):
        if word.lower == _THAT and word.i < noun.i:
            draft.hang(word, verb, "mark")
        elif word.i > noun.i:
            draft.hang(word, verb)
    draft.hang(verb, draft.head(noun), "ccomp", tag="VBD")
    draft.hang(noun, verb, "nsubj", tag="NN")
