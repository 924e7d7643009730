"""What is known of an article, with the id that it gets."""

from __future__ import annotations

from counterclaim.articles import Article
from counterclaim.ledger.ids import article_id, text_sha256
from counterclaim.records import ArticleInfo


def describe(article: Article) -> ArticleInfo:
    """An article's facts with its id: `YYYY-MM-DD-slug-of-title-<8 hex>`."""
    sha256 = text_sha256(article.text)
    return ArticleInfo(
        id=article_id(article.title, article.published, sha256, article.outlet),
        sha256=sha256,
        file=article.file,
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        url=article.url,
        published=article.published,
        published_from=article.published_from,
        language=article.language,
        raw_sha256=article.raw_sha256,
        reader=article.reader,
        wire=article.wire,
    )
