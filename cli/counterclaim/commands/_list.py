"""What `list` does: ask the index, print."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from counterclaim.commands._claims import Narrowing, narrow
from counterclaim.commands._compare_options import one_of
from counterclaim.commands._lines import print_rows
from counterclaim.commands._places import country_name
from counterclaim.commands._progress import on_terminal
from counterclaim.commands._reporting import folder, say_problems
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger
from counterclaim.ledger.index import queries
from counterclaim.ledger.index.opening import ask
from counterclaim.presentation.show import short_article
from counterclaim.records import Problem

Rows = list[tuple[Any, ...]]
LINES = 40


def list_ledger(what: str, given: Narrowing) -> int:
    """List one kind of what a ledger holds. Returns the exit code."""
    one_of("WHAT", what, tuple(KINDS))
    sides = given.check()
    heads, count = KINDS[what]
    ledger = find_ledger(folder(given.ledger, "--ledger"))
    answer = ask(ledger, lambda db: count(db, narrow(db, given, sides)), on_terminal())
    if isinstance(answer, Problem):
        return say_problems([answer])
    rows, problems = answer
    if what == "articles" and given.output == "table":
        rows = [(short_article(str(id_)), *rest) for id_, *rest in rows]
    code = say_problems(problems)
    print_rows(heads, rows, given.output, given.width, None if given.every else LINES)
    return code


def _places(db: sqlite3.Connection, narrowed: queries.Narrowed) -> Rows:
    counted = queries.count_places(db, narrowed)
    return [
        (p.name, p.precision, p.admin1, country_name(p.country), claims, articles, key)
        for p, key, claims, articles in counted
    ]


def _sides(db: sqlite3.Connection, narrowed: queries.Narrowed) -> Rows:
    name = load_sides().side_name
    known = {"narrator": "the articles themselves"}
    return [(s, known.get(s) or name(s), *rest) for s, *rest in queries.count_sides(db, narrowed)]


def _topics(db: sqlite3.Connection, narrowed: queries.Narrowed) -> Rows:
    rules = load_rules()
    counted = queries.count_topics(db, narrowed, rules.topic_of)
    return [(topic, rules.topic(topic).short, *rest) for topic, *rest in counted]


Count = Callable[[sqlite3.Connection, queries.Narrowed], Rows]
KINDS: dict[str, tuple[Sequence[str], Count]] = {
    "places": (("place", "kind", "region", "country", "claims", "articles", "id"), _places),
    "articles": (
        ("article", "published", "outlet", "title", "claims", "reviewed"),
        queries.count_articles,
    ),
    "sources": (("source", "kind", "side", "claims", "articles"), queries.count_sources),
    "sides": (("side", "name", "sources", "claims", "articles"), _sides),
    "topics": (("topic", "question", "claims", "articles"), _topics),
}
