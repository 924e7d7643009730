"""The referents of an article that have been named so far: found by the words of their names, or by
looking back from where the text is."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from counterclaim.extraction.entities.referents import Referent, name_words
from counterclaim.knowledge.limits import limits


class Remembered:
    """The referents of one article in the order in which they were named last."""

    def __init__(self) -> None:
        self._turns: dict[int, Referent] = {}
        self._by_name: dict[frozenset[str], list[Referent]] = defaultdict(list)
        self._by_word: dict[str, list[Referent]] = defaultdict(list)
        self._last = 0

    def add(self, referent: Referent) -> None:
        """Somebody is named for the first time."""
        name = referent.classified.name
        self._by_name[name_words(name)].append(referent)
        for word in {*referent.words, *name_words(name), *name.lower().split()}:
            self._by_word[word].append(referent)
        self._place(referent)

    def move(self, referent: Referent) -> None:
        """Somebody is named again."""
        del self._turns[referent.turn]
        self._place(referent)

    def learn(self, referent: Referent, words: frozenset[str]) -> None:
        """Other words are said of somebody, too."""
        for word in words - referent.words:
            self._by_word[word].append(referent)
        referent.words |= words

    def recent(self) -> list[Referent]:
        """The referents that pronouns and descriptions may mean, the last one last."""
        return [*islice(reversed(self._turns.values()), limits().remembered)][::-1]

    def named(self, name: frozenset[str]) -> Referent | None:
        """Who was named last of those whose names have just these words."""
        return max(self._by_name.get(name, ()), key=lambda f: f.turn, default=None)

    def of_whom(self, words: frozenset[str]) -> list[Referent]:
        """The referents of whom all of some words may have been said, the last one last; those of
        whom the rarest was."""
        if not words:
            return self.recent()
        fewest = min((self._by_word.get(word, []) for word in sorted(words)), key=len)
        return sorted(
            {f.turn: f for f in fewest[-limits().remembered :]}.values(), key=lambda f: f.turn
        )

    def _place(self, referent: Referent) -> None:
        self._last += 1
        referent.turn = self._last
        self._turns[referent.turn] = referent
