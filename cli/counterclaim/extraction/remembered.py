"""The figures of an article that have been named so far: found by the words of their names, or by
looking back from where the text is."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from counterclaim.extraction.figures import Figure, name_words

_MOST = 200
"""So many figures back a pronoun or a description ("the ministry") is understood, and so many may
share a word of their names: no report that is read from end to end has more, and nobody keeps more
in mind. By the whole name somebody is found however long ago it was."""


class Remembered:
    """The figures of one article in the order in which they were named last."""

    def __init__(self) -> None:
        self._turns: dict[int, Figure] = {}
        self._by_name: dict[frozenset[str], list[Figure]] = defaultdict(list)
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._last = 0

    def add(self, figure: Figure) -> None:
        """Somebody is named for the first time."""
        name = figure.classified.name
        self._by_name[name_words(name)].append(figure)
        for word in {*figure.words, *name_words(name), *name.lower().split()}:
            self._by_word[word].append(figure)
        self._place(figure)

    def move(self, figure: Figure) -> None:
        """Somebody is named again."""
        del self._turns[figure.turn]
        self._place(figure)

    def learn(self, figure: Figure, words: frozenset[str]) -> None:
        """Other words are said of somebody, too."""
        for word in words - figure.words:
            self._by_word[word].append(figure)
        figure.words |= words

    def recent(self) -> list[Figure]:
        """The figures that pronouns and descriptions may mean, the last one last."""
        return [*islice(reversed(self._turns.values()), _MOST)][::-1]

    def named(self, name: frozenset[str]) -> Figure | None:
        """Who was named last of those whose names have just these words."""
        return max(self._by_name.get(name, ()), key=lambda f: f.turn, default=None)

    def of_whom(self, words: frozenset[str]) -> list[Figure]:
        """The figures of whom all of some words may have been said, the last one last; those of
        whom the rarest was."""
        if not words:
            return self.recent()
        fewest = min((self._by_word.get(word, []) for word in sorted(words)), key=len)
        return sorted({f.turn: f for f in fewest[-_MOST:]}.values(), key=lambda f: f.turn)

    def _place(self, figure: Figure) -> None:
        self._last += 1
        figure.turn = self._last
        self._turns[figure.turn] = figure
