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
from contextlib import redirect_stderr
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
from counterclaim.articles.forms.quoted import mark_quoted
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.knowledge.inputs import input_data
from counterclaim.language.furniture import find_furniture
from counterclaim.records.decoding import LARGEST, too_large
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_MOST = 20_000
_HEAD = 4096
_MOST_MARKUP = 4_000_000
_SCRIPT = re.compile(r"(?is)<(script|style|svg)\b(?![^>]{0,200}ld\+json).*?(?:</\1\s*>|\Z)")
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)"
)
_DATA = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]+")
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
    page = page_text(data, file)
    markup = _bare(page)
    if len(markup) > _MOST_MARKUP:
        yield replace(too_large(file, len(markup)), hint="save its text as .txt")
        return
    try:
        tree = trafilatura.load_html(markup)
        saved = _SAVED.search(page[:_HEAD])
        address = saved[1] if saved else None
        facts, day_from = _facts(tree, address) if tree is not None else (Facts(), None)
        if tree is not None:
            mark_quoted(tree)
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


def _bare(markup: str) -> str:
    """A page without what programs and pictures need, which can be most of it."""
    return _DATA.sub("", _SCRIPT.sub("", markup))


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


def _facts(tree: Any, address: str | None) -> tuple[Facts, str | None]:
    """What the page says of itself, and where its day stands; `address` is where it was saved."""
    meta, known = _metas(tree), input_data("pages")
    scripts = tree.xpath("//script[@type='application/ld+json']")
    linked = [thing for script in scripts for thing in _linked(script)]

    def first(kind: str) -> str | None:
        return next((v for name in known[kind] if (v := in_one_line(meta.get(name)))), None)

    headline = next((t for thing in linked if (t := in_one_line(thing.get("headline")))), None)
    title = headline or first("titles") or _only(tree, "//h1") or _only(tree, "//title")
    url = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url")
    url = url or address
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
    drafts = (_entry(entry, n, outlet) for n, entry in enumerate(feed.entries[:_MOST], start=1))
    worded = [draft for draft in drafts if draft.text.strip()]
    yield from worded
    if not worded:
        yield file_problem("CC060", file, "is a feed whose entries have no words")
    if len(feed.entries) > _MOST:
        yield file_problem("CC004", file, f"has more than {_MOST:,} entries", "split it")


def _entry(entry: Any, number: int, outlet: str | None) -> Draft:
    told = [c.get("value") for c in entry.get("content", [])] or [entry.get("summary")]
    contents = [markup for markup in told if markup]
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
    number = broken = 0
    records = ArchiveIterator(io.BytesIO(data))
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # the library speaks of what it finds odd
                page = _next_page(records)
        except (ArchiveLoadFailed, OSError, ValueError, EOFError, AttributeError, TypeError):
            broken = 1
            yield file_problem("CC064", file, "is a web archive that breaks off", "fetch it again")
            break
        if page is None:
            break
        number += 1
        for draft in read_html(page[1], f"{file}/{number}", columns):
            if isinstance(draft, Problem):
                yield draft
            else:
                facts = replace(draft.facts, url=draft.facts.url or page[0])
                yield replace(draft, facts=facts, part=f"page {number}")
    if not number and not broken:
        yield file_problem("CC060", file, "is a web archive without pages")


def _next_page(records: Any) -> tuple[str | None, bytes] | None:
    """The address and the markup of the next page of an archive."""
    for record in records:
        headers = record.http_headers
        kind = headers.get_header("Content-Type", "") if headers else ""
        if record.rec_type == "response" and "html" in kind:
            address = in_one_line(record.rec_headers.get_header("WARC-Target-URI"))
            return address, record.content_stream().read(LARGEST)
    return None
