"""One text in several printings: wire copy that two outlets carry word for word.

Each printing is an article of its own. The same printing, read again, keeps its id and what is
known of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from counterclaim.ledger.ids import article_id, slug
from counterclaim.records.model import ArticleInfo

_FOUND = (None, "dateline")  # no person has said that this is the day


def same_printing(known: ArticleInfo, new: ArticleInfo) -> bool:
    """Tell whether two articles with one text are one printing: the same file, whatever is said of
    it now, or another one of which nothing else is said.

    >>> same_printing(in_gazette, replace(in_gazette, file="copy.txt", outlet="The Herald"))
    False
    """
    if known.sha256 != new.sha256:
        return False
    pairs = ((known.outlet, new.outlet), (known.published, new.published))
    return known.file == new.file or all(a is None or b is None or a == b for a, b in pairs)


def adopt(new: ArticleInfo, known: Iterable[ArticleInfo]) -> ArticleInfo:
    """Give an article what the ledger knows of it and no run has said otherwise, and an id that no
    other printing of its text has. `known`: the articles of the ledger that have this text.

    >>> adopt(in_herald, [in_gazette]).id
    '2023-03-14-convoy-halted-the-herald-1cbb130f'
    """
    known = list(known)
    before = next((info for info in known if same_printing(info, new)), None)
    if before is not None:
        new = _complete(new, before)
    others = {info.id for info in known if not same_printing(info, new)}
    return replace(new, id=next(name for name in _names(new) if name not in others))


def _complete(new: ArticleInfo, before: ArticleInfo) -> ArticleInfo:
    if new.published_from in _FOUND and before.published is not None:
        new = replace(new, published=before.published, published_from=before.published_from)
    return replace(
        new,
        outlet=new.outlet or before.outlet,
        author=new.author or before.author,
        url=new.url or before.url,
    )


def _names(info: ArticleInfo) -> Iterable[str]:
    """Yield ids an article may have: the usual one, with its outlet, with a number."""
    head, digits = article_id(info.title, info.published, info.sha256).rsplit("-", 1)
    yield f"{head}-{digits}"
    outlet = slug(info.outlet or "")
    if outlet:
        yield f"{head}-{outlet}-{digits}"
    yield from (f"{head}-{number}-{digits}" for number in count(2))
