"""Mail: the text of a message, without what it quotes; pages saved by browsers as mail (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parseaddr

from counterclaim.articles.dates import stated_day
from counterclaim.articles.encodings import decode_article
from counterclaim.articles.forms.drafts import Columns, Draft, Drafts, own_reader
from counterclaim.articles.forms.markup import words_of
from counterclaim.articles.forms.pages import page_text, read_html
from counterclaim.articles.forms.quoted import drop_answered
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_QUOTED = re.compile(r"[ \t]*>")
_REPLY = re.compile(
    r"^(?:On [^\n]{4,120}(?:\n[^\n]{0,80})? wrote:\s*\Z|-{2,} ?Original Message ?-{2,}"
    r"|(?:_{5,}\s*\n)?From: [^\n]+\n+(?:Sent|Date): [^\n]+\n+(?:To|Cc|Subject): )",
    re.M,
)
_FORWARD = re.compile(
    r"^(?:-{2,} ?Forwarded message ?-{2,}|Begin forwarded message:)[^\n]*\n\s*"
    r"(?P<heads>(?:(?:From|Date|Sent|Subject|To|Cc|Reply-To): [^\n]*\n+(?:[ \t]+[^\n]*\n)?)*)",
    re.M | re.I,
)
_LONGEST_HEADS = 200_000
_MOST_PARTS = 1000
_PART = re.compile(rb"^content-type:", re.I | re.M)
_LONG_HEADER = re.compile(rb"^[A-Za-z-]{2,40}:(?:[^\n]{5000}|(?:[^\n]*\n[ \t][^\n]*){200})", re.M)
_LONGEST_HEADER = 2000
_FEW_WORDS = 40  # somebody who only passes a message on
_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)
_BETWEEN = re.compile(rb"^From \S+.* \d{4}\r?$\n", re.M)
_MOST = 20_000


def read_mail(data: bytes, file: str, columns: Columns) -> Drafts:
    """The message of an .eml file; of one with two forms the plain text."""
    if why := _out_of_bounds(data):
        yield file_problem("CC064", file, f"is mail that has {why}", "save its text")
        return
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = message.get_body(preferencelist=("plain", "html")) or _related(message)
        content = _content(part) if part is not None else None
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        yield file_problem("CC064", file, f"is mail that cannot be read: {why}", "save its text")
        return
    if part is None or content is None:
        yield file_problem("CC060", file, "is mail without a text")
    elif part.get_content_type() == "text/html":
        yield from _page(content, message, part, file, columns)
    elif isinstance(text := _decoded(content, file), Problem):
        yield text
    else:
        yield _draft(text, _facts(message))


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that hang on a message, by their names."""
    if _out_of_bounds(data):
        return
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(message.iter_attachments()) if message.is_multipart() else []
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError):
        return
    for part in parts:
        name = part.get_filename()
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            if isinstance(inner, Message):
                yield name or "message.eml", inner.as_bytes()
        elif name and isinstance(content := part.get_payload(decode=True), bytes):
            yield name, content


def _out_of_bounds(data: bytes) -> str | None:
    """Why mail is none that anybody sends: reading its headers costs the square of their length."""
    heads = data[: _LONGEST_HEADS + 1].replace(b"\r\n", b"\n")
    if len(heads) > _LONGEST_HEADS and b"\n\n" not in heads:
        return "headers without end"
    if len(_PART.findall(data)) > _MOST_PARTS:
        return "too many parts"
    return "a header without end" if _LONG_HEADER.search(data) else None


def _content(part: MIMEPart) -> str | bytes | None:
    """The words of a part, in the encoding that it names; its bytes where it names none, or ASCII,
    which programs name without looking."""
    if (part.get_content_charset() or "us-ascii") != "us-ascii":
        try:
            content = part.get_content()
        except (LookupError, UnicodeError):
            pass
        else:
            return content if isinstance(content, (str, bytes)) else None
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


def _decoded(content: str | bytes, file: str) -> str | Problem:
    """The words of a part in the encoding that its bytes show."""
    if isinstance(content, str):
        return content
    decoded = decode_article(content, file)
    return decoded if isinstance(decoded, Problem) else decoded.text


def _page(
    content: str | bytes, message: EmailMessage, part: MIMEPart, file: str, columns: Columns
) -> Drafts:
    """A page that a browser saved as mail, or a message that is a page, read as any message is: one
    too small to have a main text is all of it."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    saved = _saved_page(message, part)
    if saved is None:
        page = _without_answered(page_text(data, file))
        if _FORWARD.search(words := words_of(page)):
            yield _draft(words, _facts(message))
            return
        data = page.encode("utf-8", "replace")
    for draft in read_html(data, file, columns):
        if isinstance(draft, Problem):
            small = draft.code == "CC060"
            yield (
                _draft(words_of(data.decode("utf-8", "replace")), _facts(message))
                if small
                else draft
            )
        elif saved:
            yield replace(draft, facts=_merged(saved, draft.facts))
        else:
            told = _draft(draft.text, _merged(_facts(message), draft.facts))
            yield replace(told, reader=draft.reader, day_from=draft.day_from)


def _saved_page(message: EmailMessage, part: MIMEPart) -> Facts | None:
    """What a browser says of a page that it saved: its sender and its day are those of saving."""
    address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    by_browser = "<saved by" in str(message.get("From")).lower() or "To" not in message
    if not by_browser or not str(address).startswith("http"):
        return None
    return Facts(title=in_one_line(message.get("Subject")), url=in_one_line(address))


def _without_answered(page: str) -> str:
    """A message that is a page, without the message that it answers."""
    try:
        from lxml import etree, html  # noqa: PLC0415 an extra
    except ImportError:
        return page
    try:
        tree = html.document_fromstring(page)
        drop_answered(tree)
        return str(html.tostring(tree, encoding="unicode"))
    except (ValueError, AssertionError, etree.LxmlError):
        return page


def _related(message: EmailMessage) -> EmailMessage | None:
    """The page of a file that a browser saved with all its parts."""
    parts = (p for p in message.walk() if p.get_content_type() == "text/html")
    return next((p for p in parts if isinstance(p, EmailMessage)), None)


def _facts(message: EmailMessage) -> Facts:
    raw = {name.lower(): value for name, value in reversed(list(message.raw_items()))}

    def header(name: str) -> str | None:
        value = str(raw.get(name.lower()) or "")[:_LONGEST_HEADER]
        try:
            return in_one_line(str(email.policy.default.header_factory(name, value)))
        except (ValueError, TypeError, IndexError, AttributeError, OverflowError):
            return None

    return _told(header("Subject"), header("From"), header("Date") or header("Sent"))


def _told(subject: str | None, sender: str | None, date: str | None) -> Facts:
    author = in_one_line(parseaddr(sender or "")[0]) or sender
    return Facts(title=subject, author=author, published=stated_day(date or ""))


def _merged(mail: Facts, page: Facts) -> Facts:
    """What the page says of itself, else what the mail does."""
    return Facts(
        page.title or mail.title,
        page.outlet,
        page.author or mail.author,
        page.url or mail.url,
        page.published or mail.published,
    )


def _draft(content: str, facts: Facts) -> Draft:
    """What somebody writes, or the message that they pass on with a few words: its sender, day and
    subject are then those of the article."""
    text = content.replace("\r\n", "\n")
    passed = _FORWARD.search(text)
    if passed and len(text[: passed.start()].split()) < _FEW_WORDS:
        heads = dict(re.findall(r"^([A-Za-z]+): (.*)$", passed["heads"], re.M))
        told = _told(
            heads.get("Subject"), heads.get("From"), heads.get("Date") or heads.get("Sent")
        )
        facts = replace(told, title=told.title or facts.title)
        text = text[passed.end() :]
    elif passed:
        text = text[: passed.start()]
    return Draft(_own_words(text), facts, reader=own_reader("mail"))


def _own_words(text: str) -> str:
    """A message without the lines it quotes, the line that leads to them, and its signature."""
    text = _SIGNATURE.split(text, maxsplit=1)[0]
    kept = "\n".join(line for line in text.splitlines() if not _QUOTED.match(line)).strip()
    reply = _REPLY.search(kept)
    return (kept[: reply.start()] if reply else kept).strip() + "\n"


def read_mbox(data: bytes, file: str, columns: Columns) -> Drafts:
    """The messages of a mailbox, each an article."""
    pieces = [piece for piece in _BETWEEN.split(data) if piece.strip()]
    for number, piece in enumerate(pieces[:_MOST], start=1):
        for draft in read_mail(piece, file, columns):
            yield draft if isinstance(draft, Problem) else replace(draft, part=f"message {number}")
    if len(pieces) > _MOST:
        yield file_problem("CC004", file, f"has more than {_MOST:,} messages", "split it")
