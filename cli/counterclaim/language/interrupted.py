"""Sentences that who speaks interrupts: "Rebels, the abbot said, had burned the mill."

The parser seldom sees one: it takes the abbot for the rebels or the rebels for who says it. So what
is said and who says it are parsed apart, and put together again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.language.tree import Word

_LONGEST = 12
"""Words between the two commas: a name, an office and a verb; more is a clause of another kind."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = frozenset({"MD", "VBN", *_FINITE})
_OPENERS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD"})
_BEHIND = frozenset({*_OPENERS, "IN", "RB"})
_CLAUSES = frozenset({"WDT", "WP", "WRB", "WP$", "CC", "TO"})


@dataclass(frozen=True, slots=True)
class Aside:
    """Where who speaks stands in a sentence: from the first comma to behind the second."""

    start: int
    end: int


def find_aside(words: Sequence[Word]) -> Aside | None:
    """The words between two commas that open with a noun phrase and go on with a finite verb, and
    at most with when, where or to whom it was told; they stand behind words without a finite verb,
    which the rest of the sentence needs for its subject.

    Example:
        ``Aside(1, 6)`` of "Rebels, the abbot said, had burned the mill."
    """
    start = next((k for k, w in enumerate(words) if w.text == ","), 0)
    end = next((k + 1 for k, w in enumerate(words) if k > start and w.text == ","), 0)
    if not start or not 3 < end - start <= _LONGEST or end >= len(words) - 1:
        return None
    before, aside, behind = words[:start], words[start + 1 : end - 1], words[end:]
    told = [k for k, w in enumerate(aside) if w.tag in _VERBS]
    if any(w.tag in _VERBS - {"VBN"} for w in before) or len(told) != 1 or not told[0]:
        return None
    if aside[0].tag not in _OPENERS or aside[told[0]].tag not in _FINITE:
        return None
    if any(w.tag not in _BEHIND for w in aside[told[0] + 1 :]):
        return None
    if any(w.tag in _CLAUSES for w in (*before, *aside)) or before[-1].tag not in _OPENERS:
        return None
    return Aside(start, end) if _begins_with_verb(behind) else None


def _begins_with_verb(words: Sequence[Word]) -> bool:
    """Whether words go on with a verb, behind adverbs at most."""
    first = next((w for w in words if w.tag != "RB"), None)
    return first is not None and first.tag in _VERBS


def with_aside(
    words: Sequence[Word], said: Sequence[Word], told: Sequence[Word], aside: Aside
) -> list[Word] | None:
    """The words of a sentence with the trees of its two parts: what is `said` below the verb that
    tells it. None where the one has no subject or the other no verb."""
    gap = aside.end - aside.start
    root = next((w for w in said if w.dep == "root"), None)
    teller = next((w for w in told if w.dep == "root"), None)
    if root is None or teller is None or not root.is_verb or not teller.is_verb:
        return None
    if not any(w.head == teller.i and w.rel == "nsubj" for w in told):
        return None
    top = teller.i + aside.start + 1

    def place(i: int) -> int:
        return i if i < aside.start else i + gap

    out = list(words)
    for w in said:
        at, head = place(w.i), place(w.head)
        dep = "ccomp" if w.i == root.i else w.dep
        out[at] = replace(w, i=at, head=top if w.i == root.i else head, dep=dep)
    for w in told[: gap - 2]:
        at = w.i + aside.start + 1
        out[at] = replace(w, i=at, head=min(w.head + aside.start + 1, aside.end - 2))
    for at in (aside.start, aside.end - 1, len(words) - 1):
        if not words[at].text.isalnum():
            out[at] = replace(words[at], head=top, dep="punct")
    return [replace(w, start=o.start, end=o.end) for w, o in zip(out, words, strict=True)]
