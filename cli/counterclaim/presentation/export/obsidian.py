"""Obsidian: a folder of notes, one for each claim, source, place and article, joined by links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.console import clean
from counterclaim.presentation.export.inert import inert
from counterclaim.presentation.export.markdown import article_line, claim_lines
from counterclaim.presentation.export.model import Exported, Files, interval
from counterclaim.records import ArticleInfo, Claim, Place
from counterclaim.records.yaml_io import dump_plain

_NO_NAME = re.compile(r'[\[\]#^|\\/:*?"<>\x00-\x1f\x7f]+')
_LONGEST = 200  # bytes of a file's name, of which most systems take 255
Claims = list[tuple[ArticleInfo, Claim]]


def to_obsidian(exported: Exported) -> Files:
    """All notes by their paths within the vault."""
    claims = list(exported.claims())
    notes: Files = {}
    for article, claim in claims:
        notes[_path("claims", claim.id)] = _made(_claim_note, article, claim)
    for record in exported.records:
        notes[_path("articles", record.article.id)] = _made(_article_note, record.article)
    for name in sorted({claim.source.name for _, claim in claims}):
        notes[_path("sources", name)] = _made(_source_note, name, claims)
    for name, spelled in sorted(_spellings(claims).items()):
        notes[_path("places", name)] = _made(_place_note, name, spelled)
    return notes


def _made(write: Callable[..., str], *given: Any) -> Callable[[], bytes]:
    return lambda: write(*given).encode("utf-8")


def note_name(name: str) -> str:
    """The name of a note: without the signs that a link or a file system takes for its own.

    >>> note_name("2023-03-14-convoy#03"), note_name("../x|y"), note_name("…")
    ('2023-03-14-convoy 03', 'x y', '…')
    """
    plain = " ".join(_NO_NAME.sub(" ", clean(name)).split()).strip(". ")
    return _shorten(plain, name) or "unnamed"


def _shorten(plain: str, name: str) -> str:
    """Cut what is too long for the name of a file; two that begin alike still end unlike."""
    written = plain.encode("utf-8", "replace")
    if len(written) <= _LONGEST:
        return plain
    end = f" {sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return written[: _LONGEST - len(end)].decode("utf-8", "ignore").strip(". ") + end


def _path(folder: str, name: str) -> str:
    return f"{folder}/{note_name(name)}.md"


def link(folder: str, name: str) -> str:
    """A link to a note, shown without its folder."""
    note = note_name(name)
    return f"[[{folder}/{note}|{note}]]"


def _note(facts: dict[str, Any], lines: Iterable[str]) -> str:
    """A note: flat properties, of which nothing that is not said, then its text."""
    kept = {key: value for key, value in facts.items() if value not in (None, "", [])}
    return f"---\n{dump_plain(kept)}---\n" + "\n".join(lines).rstrip("\n") + "\n"


def _claim_note(article: ArticleInfo, claim: Claim) -> str:
    first, last = interval(claim.time.earliest, claim.time.latest)
    answers = claim.responds_to
    facts = {
        "id": claim.id,
        "tags": ["claim", f"stance/{claim.stance}", f"event/{claim.event.type}"],
        "source": link("sources", claim.source.name),
        "side": claim.source.side,
        "article": link("articles", article.id),
        "places": [link("places", place.name) for place in claim.places],
        "first": first,
        "last": last,
        "published": article.published,
        "answers": link("claims", answers) if answers else None,
    }
    return _note(facts, claim_lines(claim))


def _article_note(info: ArticleInfo) -> str:
    facts = {
        "tags": ["article"],
        "title": info.title,
        "outlet": info.outlet,
        "author": info.author,
        "published": info.published,
        "url": web_address(info),
    }
    return _note(facts, [f"# {inert(info.title or info.id)}", "", article_line(info)])


def _source_note(name: str, claims: Claims) -> str:
    own = [claim for _, claim in claims if claim.source.name == name]
    facts = {"tags": ["source"], "side": sorted({claim.source.side for claim in own})}
    return _note(facts, [f"# {inert(name)}", "", *(f"- {link('claims', c.id)}" for c in own)])


def _spellings(claims: Claims) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for _, claim in claims:
        for place in claim.places:
            found.setdefault(place.name, []).append(place)
    return found


def _place_note(name: str, spelled: list[Place]) -> str:
    first = next((place for place in spelled if place.id), spelled[0])
    facts = {
        "tags": ["place"],
        "aliases": sorted({place.mention for place in spelled} - {name}),
        "id": first.id,
        "country": first.country,
        "region": first.admin1,
        "lat": first.lat,
        "lon": first.lon,
    }
    return _note(facts, [f"# {inert(name)}"])
