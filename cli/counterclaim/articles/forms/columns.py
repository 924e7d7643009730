"""What the columns of a table and the keys of an object hold, told by their names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.articles.dates import day_order, stated_day
from counterclaim.articles.forms.drafts import Columns
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.knowledge.inputs import input_data

_SIGNS = re.compile(r"[^a-z0-9]+")
_MARKUP = re.compile(r"<\w")


@dataclass(frozen=True, slots=True)
class Dates:
    """How the dates of one file are read. `order` is that of day and month where at least one date
    of the file shows it: a file is written in one way."""

    columns: Columns
    order: str | None = None

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]], columns: Columns) -> Dates:
        """How the dates of some rows or objects are written."""
        given = (given_day(row, columns) for row in rows)
        return cls(columns, day_order(filter(None, given)))

    def day(self, values: Mapping[str, Any]) -> str | None:
        """The day that a row states, in a form that can mean one day only."""
        given = given_day(values, self.columns)
        return stated_day(given, self.order) if given else None


def given_day(values: Mapping[str, Any], columns: Columns) -> str | None:
    """What a row has in its column of dates, as it stands there."""
    names = [name for name in values if isinstance(name, str)]
    key = columns.date or find_key(names, "published")
    value = values.get(key) if key else None
    return str(value).strip() or None if isinstance(value, (str, int, float)) else None


def spelled(name: str) -> str:
    """A name of a column without case and signs: "Publish Date" as "publish_date"."""
    return _SIGNS.sub("_", name.strip().lower()).strip("_")


def known_names() -> frozenset[str]:
    """All names of columns whose contents are known."""
    facts = ("text", "title", "outlet", "author", "url", "published")
    return frozenset(name for fact in facts for name in input_data("columns")[fact])


def find_key(names: list[str], fact: str) -> str | None:
    """The column or key that holds a fact, by its name."""
    by_name = {spelled(name): name for name in reversed(names)}
    return next((by_name[key] for key in input_data("columns")[fact] if key in by_name), None)


def facts_of(values: Mapping[str, Any], dates: Dates) -> Facts:
    """What a row or an object says of its article, by the names of its columns or keys."""
    names = [name for name in values if isinstance(name, str)]

    def fact(which: str) -> str | None:
        key = find_key(names, which)
        return _words(values.get(key)) if key else None

    day = dates.day(values)
    return Facts(fact("title"), fact("outlet"), fact("author"), fact("url"), day)


def _words(value: Any) -> str | None:
    """A fact that is a text, several of them, or an object with a name; no piece of markup."""
    if isinstance(value, dict):
        keys = (key for key in input_data("columns")["words"] if key in value)
        return next(filter(None, (_words(value[key]) for key in keys)), None)
    if isinstance(value, list):
        return in_one_line([words for part in value if (words := _words(part))])
    if not isinstance(value, str) or _MARKUP.search(value):
        return None
    return in_one_line(html.unescape(value))
