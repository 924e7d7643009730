"""The articles of a page, numbered, with links that a browser may be sent to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.compare.numbering import printed_words, title_words
from counterclaim.presentation.compare.report.desk import Desk
from counterclaim.presentation.compare.report.parts import Source
from counterclaim.presentation.compare.words import one_line

ARCHIVE = "https://web.archive.org/web/*/"


def list_sources(desk: Desk, told: Iterable[str], totals: Mapping[str, int]) -> Iterator[Source]:
    """List the articles; `told` has the article of each claim on the page, `totals` how many claims
    an article has, as far as that is known.

    >>> [source.number for source in list_sources(desk, told, {})]
    [1, 2]
    """
    number = Counter(told)
    for id_, (at, info) in desk.articles.items():
        url = one_line(web_address(info) or "")
        yield Source(
            number=at,
            title=title_words(info),
            outlet=one_line(info.outlet or ""),
            day=printed_words(info),
            url=url,
            archive=ARCHIVE + url if url else "",
            page=desk.links.article(id_),
            about=_about(number[id_], totals.get(id_, 0)),
            id=one_line(info.id),
        )


def _about(here: int, all_: int) -> str:
    """Say how many claims of an article are on the page, and how many it has."""
    if all_ > here:
        return f"{here} of its {all_} claims {'is' if here == 1 else 'are'} here"
    return f"{here} claim{'s' * (here != 1)} here"
