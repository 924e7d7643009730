"""Whose document a text is: what a ministry's own summary tells, the ministry tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterclaim.extraction.attribution.letterhead import is_name, letterhead
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.patterns import form_of
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.paragraphs import is_bullet
from counterclaim.records.model import Mention, Source, Span

_NAME = form_of("name_of_body")
_WORDS = r"(?:[A-Za-z]+\s+){0,3}?"
_END = form_of("end_of_title")
_LINE = re.compile(r"[^\n]+")
_AT_THE_TOP = 4
"""Lines among which a line that names a document is its title: a headline and a byline go before
it. Further down it opens the list below it."""

_OPENING = 600
"""Code points below the title in which a body is named in full, about a first paragraph."""


@cache
def _titles() -> tuple[re.Pattern[str], ...]:
    """`Evening report of the General Staff …`, `General Staff: evening report …`, `The General
    Staff's evening report …`."""
    nouns = "|".join(sorted(cue_words("issued_documents")))
    forms = (
        rf"{_WORDS}(?i:{nouns})\s+(?:of|by|from)\s+(?P<name>{_NAME}?){_END}",
        rf"(?P<name>{_NAME})\s?:\s+{_WORDS}(?i:{nouns}){_END}",
        rf"(?P<name>{_NAME}?)(?:['’]s|(?<=s)['’])\s+{_WORDS}(?i:{nouns}){_END}",
    )
    return tuple(re.compile(rf"\s*{form}") for form in forms)


@cache
def _signed() -> re.Pattern[str]:
    """`MSF statement, 3 May 2025`, `Ministry of Defence communiqué No. 12`: a line of its own, as a
    headline only with a day or a number, for else it may be about a document that others made."""
    nouns = "|".join(sorted(cue_words("issued_documents")))
    number = r"\s+(?:No|Nr|#)\.?\s?[\w/-]*\d[\w/-]*"
    about = r"\s+on the (?:progress|course|situation)\b[^.,:;()\n]{0,60}?"
    dated = r"[\s,|(–—-]*(?:\w+,? )?(?:\d{1,2} \w+|\w+ \d{1,2}),? \d{4}"
    tail = rf"(?P<number>{number})?(?:{about})?(?P<day>{dated})?"
    return re.compile(rf"\s*(?P<name>{_NAME}?)\s+(?:press |daily )?(?i:{nouns}){tail}\W*$")


def find_issuers(text: str, article: ArticleContext) -> Iterator[tuple[Source, Span, Span]]:
    """The bodies whose summary, bulletin or statement a text is, or holds as a list, by the line
    above it: the body, that line, and what it tells.

    Example:
        `Summary of the Ministry of Defence of the Russian Federation (as of 3 May)` above a text
        makes the ministry its voice. `Report by the UN says …` is a headline about a report.
    """
    headed = letterhead(text, article)
    if headed is not None:
        yield headed
    lines = [found.span() for found in _LINE.finditer(text) if not found[0].isspace()]
    for number, line in enumerate(lines):
        issuer = _issuer(text, line, article, first=number == 0)
        below = lines[number + 1 :]
        if issuer is None or not below:
            continue
        last = below[-1] if number < _AT_THE_TOP else _end_of_list(text, below)
        if last is not None:
            yield issuer, line, (line[1], last[1])


def _end_of_list(text: str, lines: list[Span]) -> Span | None:
    """The last item of a list that begins right here; None where none does."""
    last = None
    for start, end in lines:
        if not is_bullet(text, start + len(text[start:end]) - len(text[start:end].lstrip())):
            break
        last = start, end
    return last


def _issuer(text: str, line: Span, article: ArticleContext, *, first: bool) -> Source | None:
    found = next((m for title in _titles() if (m := title.match(text, *line))), None)
    if found is None:
        found = _signed().match(text, *line)
        numbered = found is not None and (not first or found["number"] or found["day"])
        if found is None or not numbered or not is_name(found["name"], article):
            return None
    if found is None or not (first or _is_title(text[found.end() : line[1]])):
        return None
    known = article.classify(found["name"])
    if known.side == UNKNOWN:
        known = next(_in_full(text, line[1], found["name"], article), known)
    if known.kind != "organisation" or known.side == UNKNOWN:
        return None
    mention = Mention(found["name"], found.span("name"))
    return Source(known.name, known.kind, known.side, mention, organisation=known.organisation)


def _in_full(text: str, start: int, name: str, article: ArticleContext) -> Iterator[Classified]:
    """Whose body a bare name means, where the first lines below say it: "Azerbaijan's Ministry of
    Defence" below a report of "the Ministry of Defence"."""
    bare = re.escape(name.removeprefix("the ").removeprefix("The "))
    owned = rf"[A-Z][\w-]+['’]s {bare}|{bare} of (?:the )?[A-Z]\w+(?: of [A-Z]\w+)?"
    for found in re.finditer(owned, text[start : start + _OPENING]):
        known = article.classify(found[0])
        if known.side != UNKNOWN:
            yield known


def _is_title(rest: str) -> bool:
    """Whether a line goes on as a title does: with a day and hour or in brackets, no sentence."""
    return rest.rstrip()[-1:] in ("", ":", ")") or not rest.rstrip().endswith((".", "!", "?", ";"))
