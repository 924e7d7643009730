"""The pages of a served ledger, by their addresses."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from pathlib import Path

import typer

from counterclaim.commands._compare_options import CompareOptions, check_options
from counterclaim.commands._find import LINES, read_query
from counterclaim.commands._names import LISTED
from counterclaim.commands._output import article_texts
from counterclaim.commands._places import Atlas, country_name, take_about
from counterclaim.comparison import World, compare_claims
from counterclaim.comparison.selection import Wanted
from counterclaim.comparison.views.model import NO_VIEWS
from counterclaim.comparison.views.showing import show_only
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger.index import queries
from counterclaim.ledger.index.opening import ask
from counterclaim.ledger.index.shelf import take_down
from counterclaim.ledger.lookup import look_up, read_named, suggest_articles
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.presentation.links import SERVED
from counterclaim.presentation.served.pages import (
    Holdings,
    ListedArticle,
    ListedPlace,
    write_article,
    write_claim,
    write_found,
    write_home,
    write_missing,
)
from counterclaim.records import Place, Problem, Record

FOUND = 5 * LINES
ASKED = 500  # characters of words looked for; nobody means more
_NUMBER = re.compile(r"[0-9]{1,6}")
_FILTERS = ("topic", "side", "source", "since", "until")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser is sent: a page, or where to look instead."""

    status: HTTPStatus
    page: str
    location: str = ""


def plain(status: HTTPStatus, words: str, near: Sequence[tuple[str, str]] = ()) -> Answer:
    """Answer that something is not there, with what is near: addresses and words."""
    return Answer(status, write_missing(words, near))


class Site:
    """A ledger as pages. What is in it is read anew for each page."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self._name = load_sides().side_name

    @cached_property
    def _atlas(self) -> Atlas:
        return Atlas()

    def answer(self, parts: Sequence[str], query: dict[str, str]) -> Answer:
        """Answer a request: the parts of its path, and what stands behind its question mark.

        >>> Site(Path("case")).answer(["place", "bakhmut"], {}).status
        <HTTPStatus.OK: 200>
        """
        match [part for part in parts if part]:
            case []:
                return self._home("")
            case ["places" | "articles" as every]:
                return self._home(every)
            case ["place", name]:
                return self._place(name, query)
            case ["article", name]:
                return self._named(name, None)
            case ["claim", name, number]:
                return self._named(name, number)
            case ["find"]:
                return self._find(query.get("q", "")[:ASKED])
        return plain(HTTPStatus.NOT_FOUND, "There is no such page.", [("/", "The whole ledger")])

    def _home(self, every: str) -> Answer:
        answer = ask(self.ledger, self._hold)
        if isinstance(answer, Problem):
            return plain(HTTPStatus.NOT_FOUND, answer.message)
        return Answer(HTTPStatus.OK, write_home(answer[0], every=every))

    def _hold(self, db: sqlite3.Connection) -> Holdings:
        every = queries.Narrowed()
        places = [
            ListedPlace(place, _about(place), claims, articles)
            for place, _, claims, articles in queries.count_places(db, every)
        ]
        articles = [
            ListedArticle(id_, day, outlet, title, claims)
            for id_, day, outlet, title, claims, _ in queries.count_articles(db, every)
        ]
        articles.sort(key=lambda a: (a.published or "", a.id), reverse=True)
        return Holdings(self.ledger.resolve().name, queries.count_all(db), places, articles)

    def _place(self, spelling: str, query: dict[str, str]) -> Answer:
        topic, side, source, since, until = (query.get(key) or None for key in _FILTERS)
        of = CompareOptions(topic=topic, sides=(side,) if side else (), since=since, until=until)
        try:
            sides = check_options(of)
        except typer.BadParameter as error:
            near = [(SERVED.place(spelling), spelling)]
            return plain(HTTPStatus.BAD_REQUEST, error.message, near)
        sources = (source,) if source else ()
        return self._compare(spelling, Wanted(None, None, topic, sides, sources, since, until))

    def _compare(self, spelling: str, wanted: Wanted) -> Answer:
        atlas = self._atlas
        world = World(load_rules(), load_sides(), atlas)
        (asked, records), _ = take_down(
            self.ledger, lambda shelf: take_about(shelf, spelling, wanted, world, atlas)
        )
        if asked is None:
            near = [(SERVED.place(name), name) for name in atlas.suggest(spelling)]
            return plain(HTTPStatus.NOT_FOUND, f"No place is known as “{spelling}”.", near)
        atlas.learn(records)
        found = compare_claims(records, world, place=asked, since=wanted.since, until=wanted.until)
        found = show_only(found, replace(wanted, place=asked))
        if not found.claims:
            return plain(HTTPStatus.NOT_FOUND, f"Nothing is claimed about {asked.name}.")
        totals = {record.article.id: len(record.events) for record in records}
        texts = article_texts(self.ledger)
        page = to_html([(found, NO_VIEWS)], self._name, texts=texts, totals=totals, links=SERVED)
        return Answer(HTTPStatus.OK, page)

    def _named(self, name: str, number: str | None) -> Answer:
        records, _ = read_named(self.ledger, name)
        found = [record for record, _ in look_up(records, name)]
        if len(found) != 1:
            return self._not_one(name, records, found)
        (record,) = found
        if number is not None and not _NUMBER.fullmatch(number):
            return plain(HTTPStatus.NOT_FOUND, "A claim has a number.")
        if record.article.id != name:
            path = SERVED.article(record.article.id)
            moved = f"{path.replace('/article/', '/claim/', 1)}/{number}" if number else path
            return Answer(HTTPStatus.FOUND, "", moved)
        text = article_texts(self.ledger)(record.article.id)
        if number is None:
            return Answer(HTTPStatus.OK, write_article(record, text, self._name))
        claims = [claim for claim in record.events if SERVED.claim(claim).endswith(f"/{number}")]
        if not claims:
            near = [(SERVED.article(name), name)]
            return plain(HTTPStatus.NOT_FOUND, f"This article has no claim {number}.", near)
        return Answer(HTTPStatus.OK, write_claim(record, claims[0], text, self._name))

    def _not_one(self, name: str, records: Sequence[Record], found: Sequence[Record]) -> Answer:
        names = [r.article.id for r in found] or suggest_articles(list(records), name)
        words = f"“{name}” can mean {len(found)} articles." if found else f"No article is “{name}”."
        near = [(SERVED.article(id_), id_) for id_ in names[:LISTED]]
        return plain(HTTPStatus.NOT_FOUND, words, near)

    def _find(self, words: str) -> Answer:
        query = read_query([words])
        if not query:
            return Answer(HTTPStatus.OK, write_found("", 0, [], self._name))
        narrowed = queries.Narrowed()
        answer = ask(self.ledger, lambda db: queries.find_words(db, narrowed, query, FOUND))
        if isinstance(answer, Problem):
            return plain(HTTPStatus.NOT_FOUND, answer.message)
        total, found = answer[0]
        return Answer(HTTPStatus.OK, write_found(words, total, found, self._name))


def _about(place: Place) -> str:
    parts = (place.precision, place.admin1, country_name(place.country))
    return ", ".join(part for part in parts if part)
