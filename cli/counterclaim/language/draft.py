"""A sentence whose tree is being mended, one word at a time.

A parser errs in kinds: it takes a verb for a participle, or hangs a main verb below a clause of its
subject. The modules of such kinds find them and say here which word hangs where, and as what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.language.lemmas import verb_of
from counterclaim.language.tree import Word


class Draft:
    """The words of one sentence, each at its index, as they are read so far.

    Example:
        >>> draft = Draft(words)  # "Rebels who took the mill fled.", with "Rebels" for its root
        >>> draft.hang(fled, under=None, relation="root", tag="VBD")
        >>> draft.hang(rebels, under=fled, relation="nsubj")
        >>> draft.words  # "fled" is the root, "rebels" its subject
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = list(words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def head(self, word: Word) -> Word:
        """The governor; of the root the word itself."""
        return self.words[word.head]

    def children(self, word: Word, *rels: str) -> list[Word]:
        """What hangs on a word, left to right, by relations ("nsubj" also finds "nsubj:pass") or
        all of it."""
        below = (w for w in self.words if w.head == word.i and w.i != word.i)
        return [w for w in below if not rels or w.rel in rels or w.dep in rels]

    def child(self, word: Word, *rels: str) -> Word | None:
        """The first of `children`."""
        return next(iter(self.children(word, *rels)), None)

    def heads(self, *rels: str) -> set[int]:
        """The indices of all words that something of these relations hangs on."""
        return {w.head for w in self.words if w.rel in rels or w.dep in rels}

    def root(self) -> Word | None:
        """The word that hangs on none."""
        return next((w for w in self.words if w.dep == "root"), None)

    def next(self, word: Word) -> Word | None:
        """The word on the right."""
        return self.words[word.i + 1] if word.i + 1 < len(self.words) else None

    def previous(self, word: Word) -> Word | None:
        """The word on the left."""
        return self.words[word.i - 1] if word.i else None

    def hang(self, word: Word, under: Word | None, relation: str = "", tag: str = "") -> None:
        """Put a word below another one, or at the root; its relation and its tag stay where none
        is given."""
        head = word.i if under is None else under.i
        self.words[word.i] = replace(self.words[word.i], head=head)
        self.label(word, relation, tag)

    def label(self, word: Word, relation: str = "", tag: str = "") -> None:
        """Give a word another relation or tag where it hangs."""
        read = self.words[word.i]
        read = replace(read, dep=relation or read.dep)
        self.words[word.i] = _read_as(read, tag) if tag else read


def is_tree(words: Sequence[Word]) -> bool:
    """Whether every word hangs, by however many others, on a root; `head` counts within `words`."""
    safe: set[int] = set()
    for word in words:
        chain, at = set[int](), word
        while at.i not in safe and at.head != at.i:
            if at.i in chain:
                return False
            chain.add(at.i)
            at = words[at.head]
        safe |= chain
    return True


def _read_as(word: Word, tag: str) -> Word:
    """A word with another tag, and its base by its spelling: "left" as a past tense is "leave"."""
    noun = word.lower if word.is_verb and tag == "NN" else word.lemma
    return replace(word, tag=tag, lemma=verb_of(word.lower, tag) or noun)
