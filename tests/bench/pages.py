"""Measure how pages of news are read: main text, title and day, beside trafilatura's plain use.

    python tests/bench/pages.py [--show]

The pages are invented (`pages_made.py`). F1 is over the words of the article, title included.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable

import trafilatura
from pages_made import Page, pages

from counterclaim.articles.model import Article, Facts
from counterclaim.articles.read import read_article_bytes

Found = tuple[str, str | None, str | None]
"""Text, title, day."""


def ours(page: Page) -> Found:
    """What this program reads."""
    for item in read_article_bytes(page.html.encode(), "page.html", "page.html", Facts()):
        if isinstance(item, Article):
            return item.text, item.title, item.published
    return "", None, None


def plain(page: Page) -> Found:
    """What `trafilatura.extract` and `extract_metadata` give by themselves."""
    told = trafilatura.extract_metadata(page.html)
    text = trafilatura.extract(page.html) or ""
    return f"{told.title or ''}\n{text}", told.title, told.date


def f1(text: str, wanted: str) -> float:
    """The harmonic mean of precision and recall over the words of two texts."""
    found, gold = (Counter(re.findall(r"\w+", words)) for words in (text, wanted))
    same = (found & gold).total()
    return 2 * same / ((found.total() + gold.total()) or 1)


def measure(read: Callable[[Page], Found], *, show: bool = False) -> tuple[float, float, float]:
    """Mean F1, share of titles and share of days that are right (no day where there is none)."""
    rows = []
    for page in pages():
        text, title, day = read(page)
        row = f1(text, page.text), title == page.title, day == page.day
        rows.append(row)
        if show and (row[0] < 0.97 or not all(row)):
            print(f"{page.name:28} F1 {row[0]:.2f}  {day} for {page.day}  {title == page.title}")
    return tuple(sum(row[n] for row in rows) / len(rows) for n in range(3))  # type: ignore[return-value]


if __name__ == "__main__":
    shown = "--show" in sys.argv
    for who, how in (("counterclaim", ours), ("trafilatura", plain)):
        text, titles, days = measure(how, show=shown)
        print(f"{who:14} main text F1 {text:.3f}, titles {titles:.3f}, days {days:.3f}")
