"""The ledger, an article, a claim, what was found, and what is not there: one page each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.compare.report.marked import mark_article, mark_claim
from counterclaim.presentation.compare.report.parts import Piece
from counterclaim.presentation.compare.report.quoted import said_as_written
from counterclaim.presentation.compare.words import NARRATOR, SideName, day_words, one_line
from counterclaim.presentation.links import SERVED
from counterclaim.presentation.templates import render
from counterclaim.records import Claim, Place, Record
from counterclaim.records.convert import claim_to_dict
from counterclaim.records.yaml_io import dump_plain

BRIEF = 40
"""Lines of a list on the page of the ledger; the whole list has a page of its own."""


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place with what is known of it, and how many claims in how many articles speak of it."""

    place: Place
    about: str
    claims: int
    articles: int


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article with its day, and how many claims it has."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a ledger holds."""

    name: str
    counts: dict[str, Any]
    places: Sequence[ListedPlace]
    articles: Sequence[ListedArticle]


def write_home(holdings: Holdings, *, every: str = "") -> str:
    """Write the page of a ledger; `every` is "places" or "articles" where only these are asked for,
    all of them.
    """
    most = None if every else BRIEF
    places = [] if every == "articles" else holdings.places[:most]
    articles = [] if every == "places" else holdings.articles[:most]
    return render(
        "serve/home.html.j2",
        title=one_line(holdings.name),
        counts={key: value for key, value in holdings.counts.items() if value},
        places=[(_place(listed), listed) for listed in places],
        articles=[(SERVED.article(a.id), day_words(a.published, years=True), a) for a in articles],
        more_places=max(len(holdings.places) - BRIEF, 0) if not every else 0,
        more_articles=max(len(holdings.articles) - BRIEF, 0) if not every else 0,
        every=every,
    )


def _place(listed: ListedPlace) -> str:
    """A town goes by its name, which a person would type; what may be meant otherwise by its id."""
    place = listed.place
    return SERVED.place(place.name.casefold() if place.precision == "settlement" else place)


def write_article(record: Record, text: str | None, name: SideName) -> str:
    """Write the page of an article: its words with the claims marked, and the claims."""
    info = record.article
    facts = [one_line(info.outlet or ""), day_words(info.published, years=True) or "not dated"]
    return render(
        "serve/article.html.j2",
        title=one_line(info.title or info.file),
        facts=" · ".join(filter(None, facts)),
        url=one_line(web_address(info) or ""),
        id=info.id,
        pieces=_pieces(record, text) if text else [],
        claims=[_claim(claim, name) for claim in record.events],
    )


def write_claim(record: Record, claim: Claim, text: str | None, name: SideName) -> str:
    """Write the page of a claim: where it stands in its article, and its record in full."""
    info = record.article
    return render(
        "serve/claim.html.j2",
        title=one_line(info.title or info.file),
        article=SERVED.article(info.id),
        facts=day_words(info.published, years=True) or "not dated",
        claim=_claim(claim, name),
        pieces=list(mark_claim(claim, text)) if text else [],
        places=[(SERVED.place(p), one_line(p.name)) for p in _once(claim.places)],
        record=dump_plain(claim_to_dict(claim)),
    )


def write_found(
    words: str, total: int, found: Sequence[tuple[Record, Claim]], name: SideName
) -> str:
    """Write the page of a search."""
    return render(
        "serve/found.html.j2",
        words=words,
        total=total,
        claims=[
            (_claim(claim, name), SERVED.article(record.article.id), _outlet(record))
            for record, claim in found
        ],
    )


def write_missing(what: str, near: Sequence[tuple[str, str]] = ()) -> str:
    """Write the page that says what is not there, and what is near: addresses and words."""
    return render("serve/missing.html.j2", what=what, near=near)


def _claim(claim: Claim, name: SideName) -> dict[str, str]:
    side = claim.source.side
    narrated = claim.source.kind == NARRATOR
    stance = f"{claim.stance}, hedged" if claim.hedged else claim.stance
    return {
        "number": claim.id.rpartition("#")[2],
        "path": SERVED.claim(claim),
        "who": "the article itself" if narrated else one_line(claim.source.name),
        "side": "" if narrated or side == "unknown" else one_line(name(side)),
        "stance": stance,
        "event": one_line(claim.event.type).replace("_", " "),
        "words": said_as_written(claim),
    }


def _pieces(record: Record, text: str) -> list[tuple[Piece, list[dict[str, str]]]]:
    """Cut an article where claims begin and end, each with its number and its page."""
    return [
        (piece, [{"number": c.id.rpartition("#")[2], "path": SERVED.claim(c)} for c in begun])
        for piece, begun in mark_article(record, text)
    ]


def _outlet(record: Record) -> str:
    info = record.article
    printed = day_words(info.published, years=True)
    return ", ".join(one_line(part) for part in (info.outlet, printed) if part) or info.id


def _once(places: Sequence[Place]) -> list[Place]:
    return list({place.id or place.name: place for place in places}.values())
