"""How many origins some articles have: copy that several outlets print is one report.

Corroboration counts origins, not outlets. Two articles are of one origin when most of what the
shorter one claims is reprinted in the other, or when both credit one agency, within days, and have
a claim in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.comparison.prepared.windows import first_day
from counterclaim.comparison.types import Entry
from counterclaim.records import ArticleInfo

_DAYS = 3  # an agency's report is printed within days
_LEAST = 2  # claims in common, before the share of them counts
_SHARE = 0.5


def count_origins(entries: Iterable[Entry]) -> int:
    """Count the origins of the articles whose claims are shown.

    >>> count_origins([in_gazette, reprinted_in_herald, in_the_third_paper])
    2
    """
    listed = list(entries)
    articles = {e.article.id: e.article for e in listed}
    size = Counter(e.article.id for e in listed)
    root = {id_: id_ for id_ in articles}
    for (a, b), common in _in_common(listed).items():
        shared = common >= max(_LEAST, _SHARE * min(size[a], size[b]))
        if shared or _one_wire(articles[a], articles[b]):
            root = {id_: root[a] if top == root[b] else top for id_, top in root.items()}
    return len(set(root.values()))


def _in_common(entries: Sequence[Entry]) -> Counter[tuple[str, str]]:
    """Count the claims that two articles have in common, by the ids of both."""
    prints: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        prints[entry.copy_of or entry.claim.id].add(entry.article.id)
    return Counter(pair for held in prints.values() for pair in _pairs(held))


def _pairs(articles: Iterable[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(articles), 2)


def _one_wire(a: ArticleInfo, b: ArticleInfo) -> bool:
    """Tell whether two articles credit one agency and were printed within days."""
    if not a.wire or not b.wire or a.wire.casefold() != b.wire.casefold():
        return False
    x, y = first_day(a.published), first_day(b.published)
    return x is None or y is None or abs(x - y) <= _DAYS
