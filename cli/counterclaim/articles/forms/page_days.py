"""The day of publication of a page: what it states, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from counterclaim.articles.dates import days_in_words, stated_day
from counterclaim.articles.days import is_after_today
from counterclaim.knowledge.inputs import input_data

Stated = tuple[str, str]
"""A day, and where it stands: "json-ld", "meta", "microdata", "time", "words", "address"."""

_LONGEST_WORDS = 120
_MOST_ELEMENTS = 2000
_DEEPEST = 50
_MODIFIED = re.compile(r"(?i)\b(?:updated|modified|edited)\b")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|\Z)")


def page_day(
    tree: Any, meta: dict[str, str], linked: list[dict[str, Any]], url: str | None
) -> Stated | None:
    """The day of a page and where it stands; one after today only where it has no other."""
    days = [day for day in _days(tree, meta, linked, url) if day[0]]
    possible = (day for day in days if not is_after_today(day[0]))
    return next(possible, days[0] if days else None)


def _days(
    tree: Any, meta: dict[str, str], linked: list[dict[str, Any]], url: str | None
) -> Iterator[Stated]:
    for thing in linked:
        yield _stated(thing.get("datePublished"), "json-ld")
    for name in input_data("pages")["days"]:
        yield _stated(meta.get(name), "meta")
    for element in tree.xpath("//*[@itemprop='datePublished']")[:5]:
        given = element.get("datetime") or element.get("content") or element.text_content()
        yield _stated(given, "microdata")
    for element in tree.xpath("//time")[:_MOST_ELEMENTS]:
        if not _is_beside(element):
            yield _stated(element.get("datetime") or element.text_content(), "time")
    for element in tree.xpath("//*[@class or @id]")[:_MOST_ELEMENTS]:
        if _is_named(element, "dated") and not _is_beside(element):
            yield _in_words(element.text_content()[: _LONGEST_WORDS + 1]), "words"
    yield day_in_address(url or "") or "", "address"


def _stated(given: Any, where: str) -> Stated:
    return (stated_day(given) or "" if isinstance(given, str) else ""), where


def _in_words(text: str) -> str:
    """The one full date of a few words that say nothing of a correction."""
    if len(text) > _LONGEST_WORDS or _MODIFIED.search(text):
        return ""
    days = days_in_words(text)
    return days[0] if len(days) == 1 else ""


def day_in_address(url: str) -> str | None:
    """The day in the path of an address.

    >>> day_in_address("https://gazette.example/2023/05/07/shells")
    '2023-05-07'
    """
    found = _ADDRESS.search(url)
    return stated_day("-".join(part.zfill(2) for part in found.groups())) if found else None


def _is_named(element: Any, kind: str) -> bool:
    """Whether the class or id of an element has one of some words."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return any(word in names for word in input_data("pages")[kind])


def _is_beside(element: Any) -> bool:
    """Whether an element stands in a part of the page that is not its article, or holds the day of
    a correction."""
    if element.xpath(
        "boolean(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::li)"
    ):
        return True
    parts = element.xpath("ancestor-or-self::*[not(self::body or self::html)][@class or @id]")
    return any(_is_named(part, "beside") for part in parts[-_DEEPEST:])
