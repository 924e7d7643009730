"""Countries that words name."""

from __future__ import annotations

from counterclaim.knowledge.names import Key
from counterclaim.knowledge.sides import load_sides


def country_terms(keys: Key) -> list[tuple[int, int, str]]:
    """Countries named in folded words: (first, past the last, ISO 2), longest first at each place.

    >>> country_terms(("north", "korean", "and", "russian", "troops"))
    [(0, 2, 'KP'), (3, 4, 'RU')]
    """
    sides, found, i = load_sides(), [], 0
    while i < len(keys):
        iso2, size = sides.term_at(keys, i) or (None, 1)
        if iso2:
            found.append((i, i + size, iso2))
        i += size
    return found
