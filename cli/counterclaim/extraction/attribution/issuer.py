"""Whose document a text is: what a ministry's own summary tells, the ministry tells."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.records.model import Mention, Source, Span

_NAME = r"(?:the\s+)?(?:[A-Z][\w’'-]*)(?:\s+(?:of|the|and|for|[A-Z][\w’'-]*))*"
_END = r"(?=\s+(?:on|about|regarding|concerning|as|dated)\b|\s*[(:,]|\s*$)"


@cache
def _title() -> re.Pattern[str]:
    nouns = "|".join(sorted(cue_words("issued_documents")))
    return re.compile(
        rf"\s*(?:[A-Za-z]+\s+){{0,2}}?(?i:{nouns})\s+(?:of|by|from)\s+({_NAME}?){_END}"
    )


def find_issuer(text: str, article: ArticleContext) -> tuple[Source, Span] | None:
    """The body whose summary, bulletin or statement a text is by its first line, with the span of
    that line; None for a text that somebody reports.

    Example:
        `Summary of the Ministry of Defence of the Russian Federation (as of 3 May)` above a text
        makes the ministry its voice. `Report by the UN says …` is a headline about a report.
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    found = _title().match(text[:end])
    if found is None:
        return None
    known = article.classify(found[1])
    if known.kind != "organisation" or known.side == "unknown":
        return None
    mention = Mention(found[1], found.span(1))
    source = Source(known.name, known.kind, known.side, mention, organisation=known.organisation)
    return source, (start, end)
