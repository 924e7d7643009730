"""An article as it was read: its text and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article. What was not stated is None; `published` is a full ISO date.

    `text` is what spans count in: the body exactly as decoded, after the front matter.
    `file` is the name it was read under, without folders.
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


@dataclass(frozen=True, slots=True)
class Facts:
    """What was said about an article outside its body: by options or by front matter."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
