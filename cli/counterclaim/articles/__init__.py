"""Bytes to Article: text, title, outlet, date, provenance."""

from counterclaim.articles.model import Article
from counterclaim.articles.read import read_articles

__all__ = ["Article", "read_articles"]
