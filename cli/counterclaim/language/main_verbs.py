"""Main verbs that the parser has put below a clause of their subject.

In "The claim that rebels took the mill drew no reply." it may read "the mill drew no reply" as what
the rebels took, and a sentence about a claim that has no verb of its own; so it may in "Rebels who
took the mill fled.".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.language.draft import Draft
from counterclaim.language.lemmas import is_past_form
from counterclaim.language.tree import Word

_CLAUSES = ("acl", "ccomp")
_BELOW = frozenset({"ccomp", "xcomp", "conj", "obl", "advcl", "parataxis"})
_MARKS = frozenset({"that", "who", "which"})
_OPENERS = ("mark", "cc", "case")
_BEFORE = ("nsubj", "amod", "compound")


@dataclass(frozen=True, slots=True)
class _Swallowed:
    """A noun, the verb of its clause, the verb that is the noun's, and what belongs elsewhere: the
    noun that the first verb governs, and the one that the second governs."""

    noun: Word
    inner: Word
    main: Word
    before: Word | None = None
    behind: Word | None = None


def with_main_verb(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence, the last verb of a clause behind a noun and "that" as the main verb
    where the noun has no other.

    Example:
        In the sentence above "drew" is the root, "claim" its subject and "mill" what they took.
    """
    draft = Draft(words)
    found = _find(draft)
    if found is not None:
        _mend(draft, found)
    return draft.words


def _find(draft: Draft) -> _Swallowed | None:
    noun = draft.root()
    if noun is None or draft.words[-1].text != ".":
        return None
    that = draft.next(noun)
    if not (noun.is_noun or noun.i == 0) or that is None or that.lower not in _MARKS:
        return None
    inner = next((w for w in draft.children(noun, *_CLAUSES) if w.i > noun.i), None)
    if inner is None:
        return None
    told = any(that.i <= w.i < inner.i for w in draft.children(inner, "nsubj"))
    return _below(draft, noun, inner) if told else None


def _below(draft: Draft, noun: Word, inner: Word) -> _Swallowed | None:
    """The first word behind the clause's verb that can be the main verb."""
    opened = {w.head for w in draft if w.rel in _OPENERS and w.i > inner.i}
    helped = draft.heads("aux")
    for w in draft.words[inner.i + 1 :]:
        if w.i in opened or not (w.i in helped or w.is_base or is_past_form(w.lower)):
            continue
        above, beside = draft.head(w), draft.words[w.i - 1]
        if w.head in (inner.i, noun.i) and w.rel in _BELOW:
            taken = (c for c in draft.children(w, *_BEFORE) if c.i < w.i)
            return _Swallowed(noun, inner, w, before=next(taken, None))
        if w.rel == "amod" and above.head == inner.i == beside.head and above.rel == "obj":
            return _Swallowed(noun, inner, w, behind=above)
    return None


def _mend(draft: Draft, found: _Swallowed) -> None:
    main, noun = found.main, found.noun
    helped = draft.child(main, "aux") is not None
    draft.hang(draft.words[-1], main)
    draft.hang(main, None, "root", tag="VBN" if helped else "VBD")
    many = "NNS" if noun.lower.endswith("s") else "NN"
    draft.hang(noun, main, "nsubj", tag="" if noun.is_noun else many)
    if found.before is not None:
        draft.hang(found.before, found.inner, "obj", tag="" if found.before.is_noun else "NNP")
    if found.behind is not None:
        draft.hang(found.behind, main)
