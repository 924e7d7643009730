"""Main verbs that the parser has put below a clause of their subject.

In "The claim that rebels took the mill drew no reply." it may read "the mill drew no reply" as what
the rebels took, and a sentence about a claim that has no verb of its own; so it may in "Rebels who
took the mill fled.".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.language.lemmas import is_past_form, verb_of
from counterclaim.language.tree import Word

_CLAUSES = frozenset({"acl", "acl:relcl", "ccomp"})
_BELOW = frozenset({"ccomp", "xcomp", "conj", "obl", "advcl", "parataxis"})
_MARKS = frozenset({"that", "who", "which"})
_OPENERS = frozenset({"mark", "cc", "case"})
_BEFORE = frozenset({"nsubj", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class _Swallowed:
    """A noun, the verb of its clause, the verb that is the noun's, and what belongs elsewhere: the
    noun that the first verb governs, and the one that the second governs. `helped`: whether the
    main verb has an auxiliary."""

    noun: Word
    inner: Word
    main: Word
    helped: bool
    before: Word | None = None
    behind: Word | None = None


def with_main_verb(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence, the last verb of a clause behind a noun and "that" as the main verb
    where the noun has no other.

    Example:
        In the sentence above "drew" is the root, "claim" its subject and "mill" what they took.
    """
    found = _find(words)
    return words if found is None else [_rehung(w, found, words[-1]) for w in words]


def _find(words: Sequence[Word]) -> _Swallowed | None:
    noun = next((w for w in words if w.dep == "root"), None)
    if noun is None or words[-1].text != ".":
        return None
    that = words[noun.i - words[0].i + 1 : noun.i - words[0].i + 2]
    named = noun.tag.startswith("NN") or noun == words[0]
    if not named or not that or that[0].lower not in _MARKS:
        return None
    inner = next(
        (w for w in words if w.head == noun.i and w.rel in _CLAUSES and w.i > noun.i), None
    )
    subject = inner and any(
        w.head == inner.i and w.rel == "nsubj" and that[0].i <= w.i < inner.i for w in words
    )
    return _below(words, noun, inner) if inner is not None and subject else None


def _below(words: Sequence[Word], noun: Word, inner: Word) -> _Swallowed | None:
    """The first word behind the clause's verb that can be the main verb."""
    first = words[0].i
    opened = {w.head for w in words if w.rel in _OPENERS and w.i > inner.i}
    helped = {w.head for w in words if w.rel == "aux"}
    for w in words[inner.i - first + 1 :]:
        aided = w.i in helped
        if w.i in opened or not (aided or w.tag == "VB" or is_past_form(w.lower)):
            continue
        above, beside = words[w.head - first], words[w.i - first - 1]
        if w.head in (inner.i, noun.i) and w.rel in _BELOW:
            return _Swallowed(noun, inner, w, aided, before=_taken(words, w))
        if w.rel == "amod" and above.head == inner.i == beside.head and above.rel == "obj":
            return _Swallowed(noun, inner, w, aided, behind=above)
    return None


def _taken(words: Sequence[Word], main: Word) -> Word | None:
    """The noun right before the main verb, which was taken for a part of its phrase."""
    return next((w for w in words if w.head == main.i and w.i < main.i and w.rel in _BEFORE), None)


def _rehung(word: Word, found: _Swallowed, stop: Word) -> Word:
    main, noun = found.main, found.noun
    if word.i == main.i:
        tag = "VBN" if found.helped else "VBD"
        lemma = verb_of(word.lower, tag) or word.lemma
        return replace(word, dep="root", head=word.i, tag=tag, lemma=lemma)
    if word.i == noun.i:
        tag = word.tag if word.tag.startswith("NN") else "NNS" if word.lower.endswith("s") else "NN"
        return replace(word, dep="nsubj", head=main.i, tag=tag)
    if found.before is not None and word.i == found.before.i:
        tag = word.tag if word.tag.startswith("NN") else "NNP"
        return replace(word, dep="obj", head=found.inner.i, tag=tag)
    if found.behind is not None and word.i == found.behind.i:
        return replace(word, head=main.i)
    return replace(word, head=main.i) if word.i == stop.i else word
