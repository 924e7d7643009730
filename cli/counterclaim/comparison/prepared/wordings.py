"""Which wordings are alike: sets of words with most of them in common, found without comparing
every wording with every other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import ceil

Words = tuple[str, ...]
Alike = dict[Words, dict[Words, float]]  # the share of words that two wordings have in common

_CERTAIN = 4  # words in common before two wordings are compared


def share_of(x: frozenset[str], y: frozenset[str]) -> float:
    """Give the share of the words of two wordings that both have, between 0 and 1.

    >>> share_of(frozenset({"the", "road", "is", "cut"}), frozenset({"the", "road", "is", "open"}))
    0.6
    """
    both = len(x & y)
    every = len(x) + len(y) - both
    return both / every if every else 0.0


def find_alike(wordings: Iterable[Words], share: float, most: int | None = None) -> Alike:
    """Find for every wording the others that share at least `share` of the words with it.

    Two wordings so alike have some of their rarest words in common, so only those are compared; of
    those that one word finds only so many, the nearest in length.

    >>> find_alike([("the", "road", "is", "cut"), ("the", "road", "is", "cut", "now")], 0.8)
    {('the', 'road', 'is', 'cut'): {('the', 'road', 'is', 'cut', 'now'): 0.8}, ...}
    """
    ordered = sorted((w for w in set(wordings) if w), key=lambda w: (len(set(w)), w))
    sets = [frozenset(words) for words in ordered]
    number = Counter(word for found in sets for word in found)
    by_rarity = sorted(number, key=lambda word: (number[word], word))
    rarity = {word: rank for rank, word in enumerate(by_rarity)}
    index: dict[int, list[int]] = defaultdict(list)
    alike: Alike = {}
    for i, found in enumerate(sets):
        size = len(found)
        # Of the rarest words, some more than may differ, so many more are common.
        common = ceil(share * size)
        least = min(_CERTAIN, common)
        hits: Counter[int] = Counter()
        for word in sorted(rarity[word] for word in found)[: size - common + least]:
            others = index[word]
            hits.update(others if most is None else others[-most:])
            others.append(i)
        for j in [j for j, met in hits.items() if met >= least]:
            found_share = share_of(found, sets[j])
            if found_share >= share:
                alike.setdefault(ordered[i], {})[ordered[j]] = found_share
                alike.setdefault(ordered[j], {})[ordered[i]] = found_share
    return alike
