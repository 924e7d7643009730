"""An article as it was read: its text and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from counterclaim.records.problem import Problem

LONGEST_ARTICLE = 1_000_000
"""Code points: three times a long report of a commission, half a minute of reading. What is longer
is a book, an archive or no text; it is told so before any work goes into it."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. What was not stated is None; `published` is a full ISO date.

    `text` is what spans count in: the body as decoded, after the front matter, with a sign in the
    place of each control character. `file` is the name it was read under, without folders.
    `stated` are the facts that somebody stated in so many words, by an option or in the front
    matter ("title", "language"), `lines_before` the number of lines of the file before the text;
    `warnings` tell what could not be used, and where it stands. Where the text was taken out of
    another form, `raw_sha256` is that of the file and `reader` what took it out;
    `wire` is the agency that it credits.
    """

    text: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None
    published_from: str | None
    language: str
    file: str
    stated: frozenset[str] = frozenset()
    lines_before: int = 0
    warnings: tuple[Problem, ...] = ()
    raw_sha256: str | None = None
    reader: str | None = None
    wire: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What was said about an article outside its body: by options or by front matter."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None

    def stated(self) -> frozenset[str]:
        """The names of the facts that there are."""
        return frozenset(fact.name for fact in fields(self) if getattr(self, fact.name))
