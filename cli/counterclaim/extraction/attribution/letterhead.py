"""Whose paper a text is written on: a line of its head that is the name of a party's body.

A communiqué as it is sent out or posted has no "said": it begins with who issues it ("MINISTRY OF
DEFENCE, SRI LANKA", "No PR-123/2009-ISPR", "The General Staff informs as of 06:00:"), and all below
is that body's word. A report about the body has its name in the head, too, as a credit or a tag;
it goes on to say what the body "said", and then the head names nobody's voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN
from counterclaim.records.model import Mention, Source, Span

_LINES = 8
"""Lines of a head: a headline, two or three of a letterhead, a day, a subject."""

_SENTENCE = 60
"""Code points from which on a line that ends in a full stop is the text itself."""

_NO_LETTERHEADS = frozenset({"state", "news_agency", "outlet", "medium"})
"""Types of those whose name at the head is a tag or a credit: states as a whole, media."""

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"\s*No\b\.?\s?[\w./-]*?(?P<name>[A-Z]{3,})\b[\W\d]*$")
_INFORMS = re.compile(
    rf"\s*(?P<name>(?:The )?[A-Z][^,.:;]{{3,80}}?),? {any_of('bulletin_verbs')}\b[^.]*:\s*$"
)
_WHOLE = re.compile(r"\s*(?P<name>[A-Z][^.:;!?()]{2,80}?)\s*$")


def letterhead(text: str, article: ArticleContext) -> tuple[Source, Span, Span] | None:
    """The body on whose paper a text is written, the line that names it, and what it tells; None
    for a text of nobody's, of a third party or of a medium, and for one that quotes the body."""
    lines = [found.span() for found in _LINE.finditer(text) if not found[0].isspace()]
    head = lines[: _end_of_head(text, lines)]
    for (start, end), known, named in _bodies(text, head, article):
        if end < lines[-1][1] and not _is_quoted(text, (start, end), known, text[slice(*named)]):
            mention = Mention(text[slice(*named)], named)
            source = Source(
                known.name, known.kind, known.side, mention, organisation=known.organisation
            )
            return source, (start, end), (end, lines[-1][1])
    return None


def _end_of_head(text: str, lines: list[Span]) -> int:
    """How many lines stand before the first sentence."""
    for number, (start, end) in enumerate(lines[:_LINES]):
        if text[start:end].rstrip().endswith((".", "”", '"')) and end - start > _SENTENCE:
            return number
    return min(len(lines) - 1, _LINES)


def _bodies(
    text: str, head: list[Span], article: ArticleContext
) -> Iterator[tuple[Span, Classified, Span]]:
    """The lines of a head that are the name of a party's body, with what is known of it and where
    it is named."""
    for line in head:
        found = next((m for p in (_NUMBER, _INFORMS, _WHOLE) if (m := p.match(text, *line))), None)
        if found is None or (found.re is _WHOLE and not is_name(found["name"], article)):
            continue
        known = _owned(found["name"], article)
        if known is not None:
            yield line, known, found.span("name")


def is_name(line: str, article: ArticleContext) -> bool:
    """Whether a line is the name of a body from end to end, its country behind a comma at most: a
    headline ("Sudanese army advance in Bahri") names one on its way."""
    bare = re.sub(r"^(?i:the )|, (?=[\w ]+$)", lambda m: " of " if m[0] == ", " else "", line)
    return article.registry.find(bare) is not None


def _owned(name: str, article: ArticleContext) -> Classified | None:
    """The party's body that a line names and nothing else; no state or people as a whole, no
    medium, no third party."""
    words = name.title() if name.isupper() and " " in name else name
    known = article.classify(words)
    if known.kind != "organisation" or known.side in {UNKNOWN, INDEPENDENT}:
        return None
    entry = known.entry
    if entry is None or entry.medium:
        return None
    own = entry.type not in _NO_LETTERHEADS or entry.body is not None
    return known if own else None


def _is_quoted(text: str, line: Span, known: Classified, named: str) -> bool:
    """Whether a text says what a body says, as its own papers do not."""
    names = {known.name, named.removeprefix("The "), *(known.entry.names if known.entry else ())}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    called = rf"\b(?i:{'|'.join(map(re.escape, longest_first))})\b"
    saying = rf"{called}[^.\n]{{0,60}}\b{any_of('saying_of_others')}\b"
    told = rf"{saying}|(?i:according to) (?:the )?{called}"
    return re.search(told, text[line[1] :]) is not None
