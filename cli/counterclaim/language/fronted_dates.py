"""Dates in front that the parser reads as a part of the subject: in "On 5 March, border guards left
Lor." it may see what was left on "5 March, border guards", and nobody who left."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.language.draft import Draft
from counterclaim.language.tree import Word

_OPENERS = frozenset({"on", "by", "since", "until", "from", "in", "after", "before"})
_LONGEST = 5  # words of a date: "the night of 5 March"
_DATE = frozenset({"CD", "NNP", "DT", "NN", "IN"})
_READ_AS = ("obl", "nmod")


def with_fronted_date(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence, a date before its first comma apart from the noun behind it, which
    is the subject where the verb has none.

    Example:
        In the sentence above "guards" is the subject of "left", and "March" tells when.
    """
    draft = Draft(words)
    comma = next((w for w in words[: _LONGEST + 2] if w.text == ","), None)
    if comma is None or comma.i < 2 or words[0].lower not in _OPENERS:
        return words
    noun = draft.head(words[0])
    verb = draft.head(noun)
    date = draft.words[1 : comma.i]
    if not _is_date(date) or not comma.i < noun.i < verb.i or noun.rel not in _READ_AS:
        return words
    if draft.child(verb, "nsubj") is None and verb.is_verb:
        _mend(draft, words[0], date, comma, noun, verb)
    return draft.words


def _is_date(words: Sequence[Word]) -> bool:
    numbered = any(w.tag == "CD" for w in words)
    return numbered and all(w.tag in _DATE for w in words) and words[-1].tag in ("CD", "NNP")


def _mend(
    draft: Draft, opener: Word, date: Sequence[Word], comma: Word, noun: Word, verb: Word
) -> None:
    named = next((w for w in reversed(date) if w.tag == "NNP"), date[-1])
    draft.hang(opener, named, "case")
    for word in date:
        if word.i != named.i and word.head >= comma.i:
            draft.hang(word, named, "nummod" if word.tag == "CD" else "compound")
    draft.hang(named, verb, "obl")
    draft.hang(comma, verb, "punct")
    draft.hang(noun, verb, "nsubj")
