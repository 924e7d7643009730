"""The articles of a page, numbered, with links that a browser may be sent to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.compare.report.desk import Desk
from counterclaim.presentation.compare.report.parts import Source
from counterclaim.presentation.compare.words import day_words, one_line

ARCHIVE = "https://web.archive.org/web/*/"


def list_sources(desk: Desk, told: Iterable[str]) -> Iterator[Source]:
    """List the articles; `told` has the article of each claim on the page.

    >>> [source.number for source in list_sources(desk, told)]
    [1, 2]
    """
    number = Counter(told)
    for id_, at in desk.articles.items():
        info = desk.infos[id_]
        url = one_line(web_address(info) or "")
        yield Source(
            number=at,
            title=one_line(info.title or info.file),
            outlet=one_line(info.outlet or ""),
            day=day_words(info.published, years=True) or "not dated",
            url=url,
            archive=ARCHIVE + url if url else "",
            about=f"{number[id_]} claim{'s' * (number[id_] != 1)} here",
            id=one_line(info.id),
        )
