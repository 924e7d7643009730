"""Mail: the text of a message, without what it quotes; pages saved by browsers as mail (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from counterclaim.articles.dates import stated_day
from counterclaim.articles.forms.drafts import Columns, Draft
from counterclaim.articles.forms.pages import read_html
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Drafts = Iterator[Draft | Problem]

_QUOTED = re.compile(r"[ \t]*>")
_REPLY = re.compile(
    r"(?:On .{4,120} wrote:|-{2,} ?(?:Original Message|Forwarded message) ?-{2,}.*)\Z", re.S
)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)
_BETWEEN = re.compile(rb"^From \S+.* \d{4}\r?$\n", re.M)
_MOST = 20_000


def read_mail(data: bytes, file: str, columns: Columns) -> Drafts:
    """The message of an .eml file; of one with two forms the plain text."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = message.get_body(preferencelist=("plain", "html")) or _related(message)
        content = part.get_content() if part is not None else None
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
        yield file_problem("CC064", file, f"is mail that cannot be read: {error}", "save its text")
        return
    if part is None or not isinstance(content, str):
        yield file_problem("CC060", file, "is mail without a text")
        return
    if part.get_content_type() == "text/html":
        for draft in read_html(content.encode("utf-8"), file, columns):
            yield (
                draft
                if isinstance(draft, Problem)
                else replace(draft, facts=_merged(_facts(message), draft.facts))
            )
        return
    yield Draft(_own_words(content), _facts(message), reader="mail")


def _related(message: EmailMessage) -> EmailMessage | None:
    """The page of a file that a browser saved with all its parts."""
    parts = (p for p in message.walk() if p.get_content_type() == "text/html")
    return next((p for p in parts if isinstance(p, EmailMessage)), None)


def _facts(message: EmailMessage) -> Facts:
    def header(name: str) -> str | None:
        try:
            return in_one_line(str(message.get(name) or ""))
        except (ValueError, TypeError, IndexError, AttributeError):
            return None

    day = stated_day(header("Date") or "")
    return Facts(title=header("Subject"), author=header("From"), published=day)


def _merged(mail: Facts, page: Facts) -> Facts:
    """What the page says of itself, else what the mail does."""
    return Facts(
        page.title or mail.title,
        page.outlet,
        page.author or mail.author,
        page.url,
        page.published or mail.published,
    )


def _own_words(text: str) -> str:
    """A message without the lines it quotes, the line that leads to them, and its signature."""
    text = _SIGNATURE.split(text, maxsplit=1)[0]
    kept = [line for line in text.splitlines() if not _QUOTED.match(line)]
    return _REPLY.sub("", "\n".join(kept).strip()).strip() + "\n"


def read_mbox(data: bytes, file: str, columns: Columns) -> Drafts:
    """The messages of a mailbox, each an article."""
    pieces = [piece for piece in _BETWEEN.split(data) if piece.strip()]
    for number, piece in enumerate(pieces[:_MOST], start=1):
        for draft in read_mail(piece, file, columns):
            yield draft if isinstance(draft, Problem) else replace(draft, part=f"message {number}")
