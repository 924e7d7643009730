"""Markdown: articles one after the other, each with its claims."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.export.inert import inert
from counterclaim.presentation.export.model import Exported, Files, interval
from counterclaim.records import ArticleInfo, Claim, Record


def to_markdown_page(exported: Exported) -> Files:
    """One page. Nothing that an article says becomes a heading, a list or HTML."""
    return {"claims.md": lambda: "\n".join(_lines(exported)).encode("utf-8")}


def _lines(exported: Exported) -> Iterator[str]:
    for record in exported.records:
        if record.events:
            yield from _article(record)


def _article(record: Record) -> Iterator[str]:
    info = record.article
    yield from (f"## {inert(info.title or info.id)}", "", article_line(info), "")
    for claim in record.events:
        yield from claim_lines(claim)


def article_line(info: ArticleInfo) -> str:
    """Outlet, day and address of an article, with its id."""
    address = web_address(info)
    facts = [info.outlet, info.published, info.id]
    return " · ".join([*map(inert, filter(None, facts)), *([f"<{address}>"] if address else [])])


def claim_lines(claim: Claim) -> Iterator[str]:
    """One claim: who says it and how, its words, then what it is about."""
    hedged = ", hedged" if claim.hedged else ""
    source = f"**{inert(claim.source.name)}** ({inert(claim.source.side)})"
    yield from (f"{source} {inert(claim.stance)}{hedged}:", "", f"> {inert(claim.text)}", "")
    yield from (f"- {name}: {inert(value)}" for name, value in _facts(claim) if value)
    yield ""


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "event", claim.event.type
    yield "where", "; ".join(place.name for place in claim.places)
    first, last = interval(claim.time.earliest, claim.time.latest)
    yield "when", (first or "") if first == last else f"{first or '…'} to {last or '…'}"
    yield "numbers", "; ".join(quantity.mention for quantity in claim.quantities)
    yield "record", claim.id
