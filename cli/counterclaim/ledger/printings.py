"""One text in several printings: wire copy that two outlets carry word for word.

Each printing is an article of its own. The same printing, read again, keeps its id and what is
known of it. Nothing depends on which printing is read first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from counterclaim.ledger.ids import article_id, outlet_key
from counterclaim.records.days import is_publication_day, iso_day
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
    outlets = outlet_key(known.outlet), outlet_key(new.outlet)
    pairs = (outlets, (known.published, new.published))
    return known.file == new.file or all(not a or not b or a == b for a, b in pairs)


def adopt(
    new: ArticleInfo, known: Iterable[ArticleInfo], stated: Collection[str] = ()
) -> ArticleInfo:
    """Give an article its id, and what the ledger knows of it and nobody has said otherwise. It
    keeps an id that it has, whatever day, title or outlet it gets: its records are named by it.

    `known`: the articles of the ledger that have this text. `stated`: which facts of `new` somebody
    stated in so many words ("title", "language"); the others were found or are what is usual, so
    what stands in the ledger, perhaps by a person's hand, is kept; but a day of publication must
    be one, since times are reckoned from it.

    >>> adopt(in_herald, [in_gazette]).id
    '2023-03-14-convoy-halted-the-herald-1cbb130f'
    """
    known = list(known)
    alike = [info for info in known if same_printing(info, new)]
    before = max(alike, key=lambda info: _nearness(info, new), default=None)
    if before is None:
        return replace(new, id=_new_id(new, {info.id for info in known}))
    day = iso_day(before.published or "")
    if new.published_from in _FOUND and is_publication_day(day):
        new = replace(new, published=day, published_from=before.published_from)
    return replace(
        new,
        id=before.id,
        replaces=before.replaces,
        file=before.file,
        title=new.title if "title" in stated else before.title or new.title,
        language=new.language if "language" in stated else before.language,
        outlet=new.outlet or before.outlet,
        author=new.author or before.author,
        url=new.url or before.url,
    )


def _nearness(known: ArticleInfo, new: ArticleInfo) -> tuple[int, bool]:
    """What speaks for one printing, the weightiest first: facts that agree, then the name of the
    file, since files of two printings may have one name."""
    outlets = outlet_key(known.outlet), outlet_key(new.outlet)
    pairs = (outlets, (known.published, new.published))
    return sum(bool(b) and a == b for a, b in pairs), known.file == new.file


def _new_id(info: ArticleInfo, taken: Collection[str]) -> str:
    """An id that no other printing has: one that got another day later keeps that of its first."""
    plain = article_id(info.title, info.published, info.sha256, info.outlet)
    start, end = plain[: -len(info.sha256[:8])], info.sha256[:8]
    ids = (plain, *(f"{start}{number}-{end}" for number in range(2, len(taken) + 2)))
    return next(name for name in ids if name not in taken)
