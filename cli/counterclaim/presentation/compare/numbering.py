"""The articles of a comparison by number, the earliest first; files of coded rows come last."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.comparison import Comparison, Entry
from counterclaim.presentation.compare.words import day_words, one_line
from counterclaim.records import ArticleInfo, Claim
from counterclaim.records.model import DATASET

Numbered = dict[str, tuple[int, ArticleInfo]]
"""Each article with its number, by its id, in the order of the numbers."""


def number_articles(entries: Iterable[Entry]) -> Numbered:
    """Number the articles of some claims.

    >>> {id_: number for id_, (number, _) in number_articles(shown(comparison)).items()}
    {'gazette': 1, 'herald': 2}
    """
    articles = {e.article.id: e.article for e in entries}
    ordered = sorted(articles.values(), key=_order)
    return {article.id: (number, article) for number, article in enumerate(ordered, start=1)}


def shown(comparison: Comparison) -> Iterable[Entry]:
    """All that a comparison shows, in its order; what stands under two questions comes twice."""
    return (e for q in comparison.questions for p in q.positions for e in p.entries)


def printed_words(article: ArticleInfo) -> str:
    """Say when an article was printed; of coded rows nothing.

    >>> printed_words(in_the_gazette)
    '2 Mar 2023'
    """
    if article.reader == DATASET:
        return ""
    return day_words(article.published, years=True) or "not dated"


def title_words(article: ArticleInfo) -> str:
    """Name an article: by its title or, failing that, its file."""
    return one_line(article.title or article.file)


def trace_words(claim: Claim) -> str:
    """Say where in its article a claim stands, or which row of a file it is.

    >>> trace_words(claim), trace_words(coded)
    ('characters 344–490', 'row DRC90001')
    """
    if claim.source.kind == DATASET:
        return one_line(f"row {claim.id.partition('#')[2].rstrip('+')}")
    return f"characters {', '.join(f'{start}–{end}' for start, end in claim.spans)}"


def _order(article: ArticleInfo) -> tuple[bool, str, str, str]:
    coded = article.reader == DATASET
    return coded, article.published or "9", article.outlet or "", article.id
