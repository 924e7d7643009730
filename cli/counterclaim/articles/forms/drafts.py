"""What the readers of forms give: the text of an article and what its form says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.articles.dates import stated_day
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts

_NONE = Facts()


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its form gives it. `part` names it within its file ("row 3", "a.html"), `form`
    is the form of that part, and `reader` what read it ("html trafilatura 2.3.1")."""

    text: str
    facts: Facts = _NONE
    part: str = ""
    form: str = "text"
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns or keys of a table or of JSON that hold the text and the day; None: by their
    names."""

    text: str | None = None
    date: str | None = None


# Names of columns and keys as exports have them, the likeliest first.
KEYS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *(
            "text",
            "full_text",
            "fulltext",
            "body",
            "content",
            "article",
            "article_text",
            "articletext",
        ),
        *("maintext", "story", "message", "post", "notes", "description", "summary"),
    ),
    "title": ("title", "headline", "subject"),
    "outlet": ("outlet", "publisher", "source", "site", "sitename", "channel", "hostname"),
    "author": ("author", "authors", "byline", "creator"),
    "url": ("url", "link", "permalink", "canonical"),
    "published": (
        *(
            "published",
            "published_at",
            "publishedat",
            "date_published",
            "datepublished",
            "publish_date",
        ),
        *(
            "pubdate",
            "pub_date",
            "date",
            "event_date",
            "datetime",
            "created_at",
            "timestamp",
            "time",
        ),
    ),
}
_SIGNS = re.compile(r"[^a-z0-9]+")


def spelled(name: str) -> str:
    """A name of a column without case and signs: "Publish Date" as "publish_date"."""
    return _SIGNS.sub("_", name.strip().lower()).strip("_")


def find_key(names: list[str], fact: str) -> str | None:
    """The column or key that holds a fact, by its name."""
    by_name = {spelled(name): name for name in reversed(names)}
    return next((by_name[key] for key in KEYS[fact] if key in by_name), None)


def facts_of(values: Mapping[str, Any], columns: Columns) -> Facts:
    """What a row or an object says of its article, by the names of its columns or keys."""
    names = [name for name in values if isinstance(name, str)]

    def fact(which: str) -> str | None:
        key = find_key(names, which)
        value = values.get(key) if key else None
        return in_one_line(value) if isinstance(value, (str, list)) else None

    key = columns.date or find_key(names, "published")
    day = stated_day(str(values.get(key) or "")) if key else None
    return Facts(fact("title"), fact("outlet"), fact("author"), fact("url"), day)
