"""Pages of the web: HTML by trafilatura, feeds by feedparser, WARC by warcio, where installed.

The day of publication is read from what the page states (`page_days.py`), never guessed, so that it
does not depend on the day of reading.
"""

from __future__ import annotations

import html as entities
import io
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from importlib.metadata import version
from typing import Any

from counterclaim.articles.dates import stated_day
from counterclaim.articles.encodings import decode_article
from counterclaim.articles.forms.documents import AS_TEXT, needs
from counterclaim.articles.forms.drafts import Columns, Draft, Drafts
from counterclaim.articles.forms.markup import words_of
from counterclaim.articles.forms.page_days import page_day
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.knowledge.inputs import input_data
from counterclaim.language.furniture import find_furniture
from counterclaim.records.decoding import LARGEST
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_MOST = 20_000
_HEAD = 4096
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_DECLARED = re.compile(r"<\?xml\b[^>]{0,200}\?>")


def read_html(data: bytes, file: str, _: Columns) -> Drafts:
    """The main text of a page, below its title, with what its head says of it."""
    try:
        import trafilatura  # noqa: PLC0415 an extra
        from lxml import etree  # noqa: PLC0415 trafilatura brings it
    except ImportError:
        yield needs(file, "HTML", "web")
        return
    try:
        tree = trafilatura.load_html(page_text(data, file))
        facts, day_from = _facts(tree) if tree is not None else (Facts(), None)
        text = _main_text(tree)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError) as error:
        yield file_problem("CC064", file, f"is HTML that cannot be read: {error}", AS_TEXT)
        return
    if not text:
        yield file_problem("CC060", file, "is HTML without a main text", AS_TEXT)
        return
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if facts.title and lines[0] != facts.title:
        lines.insert(0, facts.title)
    reader = f"html trafilatura {version('trafilatura')}"
    yield Draft("\n\n".join(lines) + "\n", facts, reader=reader, day_from=day_from)


def _main_text(tree: Any) -> str | None:
    """The main text of a page without its furniture; where what surely belongs to it is nothing,
    what probably does."""
    import trafilatura  # noqa: PLC0415 an extra

    for precise in (True, False):
        text = trafilatura.extract(
            deepcopy(tree),
            favor_precision=precise,
            include_comments=False,
            include_tables=not precise,
            include_links=False,
        )
        if text:
            spans = find_furniture(text)
            starts = {start for start, _ in spans}
            lines = re.finditer(r"[^\n]+", text)
            return "\n".join(line[0] for line in lines if line.start() not in starts)
    return None


def page_text(data: bytes, file: str) -> str:
    """The markup of a page: UTF-8 where it is that, whatever it says, for browsers save pages so;
    else in the encoding that it names, else in its own."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _declared(data) or _own(data, file)
    return _DECLARED.sub("", text, count=1)


def _declared(data: bytes) -> str | None:
    named = _CHARSET.search(data[:_HEAD])
    name = named[1].decode("ascii", "replace").lower() if named else ""
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "iso-8859-9": "cp1254"}.get(name, name)
    if not name or name in ("utf-8", "utf8"):
        return None
    try:
        return data.decode(name, "replace")
    except LookupError:
        return None


def _own(data: bytes, file: str) -> str:
    decoded = decode_article(data, file)
    return data.decode("utf-8", "replace") if isinstance(decoded, Problem) else decoded.text


def _facts(tree: Any) -> tuple[Facts, str | None]:
    """What the page says of itself, and where its day stands."""
    meta, known = _metas(tree), input_data("pages")
    scripts = tree.xpath("//script[@type='application/ld+json']")
    linked = [thing for script in scripts for thing in _linked(script)]

    def first(kind: str) -> str | None:
        return next((v for name in known[kind] if (v := in_one_line(meta.get(name)))), None)

    headline = next((t for thing in linked if (t := in_one_line(thing.get("headline")))), None)
    title = headline or first("titles") or _only(tree, "//h1") or _only(tree, "//title")
    url = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url")
    day = page_day(tree, meta, linked, url)
    facts = Facts(
        title=in_one_line(entities.unescape(title)) if title else None,
        outlet=first("outlets") or _publisher(linked),
        author=_author(linked) or first("authors"),
        url=in_one_line(url),
        published=day[0] if day else None,
    )
    return facts, day[1] if day else None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content"):
            found.setdefault(name.strip().lower(), tag.get("content"))
    return found


def _linked(script: Any) -> Iterator[dict[str, Any]]:
    """The articles of a block of JSON-LD."""
    try:
        value = json.loads(script.text or "")
    except (ValueError, RecursionError):
        return
    things = value if isinstance(value, list) else [value]
    graph = [
        t for thing in things if isinstance(thing, dict) for t in _as_list(thing.get("@graph"))
    ]
    for thing in (*things, *graph):
        if isinstance(thing, dict) and any(
            _is_article(kind) for kind in _as_list(thing.get("@type"))
        ):
            yield thing


def _is_article(kind: Any) -> bool:
    return isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report"))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _author(linked: list[dict[str, Any]]) -> str | None:
    names = [_name(person) for thing in linked[:1] for person in _as_list(thing.get("author"))]
    return in_one_line([name for name in names if name])


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    return next(
        (name for thing in linked if (name := in_one_line(_name(thing.get("publisher"))))), None
    )


def _name(thing: Any) -> str | None:
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) else None


def _only(tree: Any, path: str) -> str | None:
    """The words of an element of which a page has one."""
    found = tree.xpath(path)
    return in_one_line(found[0].text_content()) if len(found) == 1 else None


def read_feed(data: bytes, file: str, _: Columns) -> Drafts:
    """The entries of an RSS or Atom feed, each as far as the feed has its text."""
    try:
        import feedparser  # noqa: PLC0415 an extra
    except ImportError:
        yield needs(file, "a feed", "feeds")
        return
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        yield file_problem("CC060", file, "is a feed without entries")
        return
    outlet = in_one_line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries[:_MOST], start=1):
        yield _entry(entry, number, outlet)


def _entry(entry: Any, number: int, outlet: str | None) -> Draft:
    contents = [c.get("value", "") for c in entry.get("content", [])] or [entry.get("summary", "")]
    title = in_one_line(entry.get("title"))
    body = words_of("\n\n".join(contents))
    source = in_one_line(entry.get("source", {}).get("title"))
    facts = Facts(
        title=title,
        outlet=outlet or source,
        author=in_one_line(entry.get("author")),
        url=in_one_line(entry.get("link")),
        published=stated_day(entry.get("published") or entry.get("updated") or ""),
    )
    text = f"{title}\n\n{body}" if title else body
    reader = f"feed feedparser {version('feedparser')}"
    return Draft(text, facts, f"entry {number}", reader=reader, wire=source)


def read_warc(data: bytes, file: str, columns: Columns) -> Drafts:
    """The pages of a web archive, each with the address it was fetched from."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        yield needs(file, "a web archive", "warc")
        return
    number = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            headers = record.http_headers
            kind = headers.get_header("Content-Type", "") if headers else ""
            if record.rec_type != "response" or "html" not in kind:
                continue
            number += 1
            address = in_one_line(record.rec_headers.get_header("WARC-Target-URI"))
            for draft in read_html(
                record.content_stream().read(LARGEST), f"{file}/{number}", columns
            ):
                if isinstance(draft, Problem):
                    yield draft
                else:
                    facts = replace(draft.facts, url=draft.facts.url or address)
                    yield replace(draft, facts=facts, part=f"page {number}")
    except (ArchiveLoadFailed, OSError, ValueError, EOFError, AttributeError) as error:
        yield file_problem(
            "CC064", file, f"is a web archive that breaks off: {error}", "fetch it again"
        )
    if not number:
        yield file_problem("CC060", file, "is a web archive without pages")
