"""Files, folders and standard input to articles."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from counterclaim.articles.dates import dateline_day, iso_day
from counterclaim.articles.front_matter import split_front_matter
from counterclaim.articles.model import Article, Facts
from counterclaim.articles.titles import better_punctuated, find_title, first_lines
from counterclaim.records.decoding import BOM, LARGEST, decode, read_bytes
from counterclaim.records.positions import Mark, SourceText, file_problem
from counterclaim.records.problem import Problem

SUFFIXES = (".txt", ".md")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_WORD = re.compile(r"\w")
LONGEST_ARTICLE = 1_000_000
"""Code points: three times a long report of a commission, half a minute of reading. What is longer
is a book, an archive or no text; it is told so before any work goes into it."""


def read_articles(
    paths: list[str],
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str = "stdin",
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Iterator[Article | Problem]:
    """The articles of files, folders (their .txt and .md files, sorted) and `-` for standard input.

    What cannot be read gives a `Problem` and costs nothing else. What the options say wins over
    the front matter. A date that is not an ISO date stops everything: it would be the date of all.
    """
    if published is not None and iso_day(published) is None:
        yield file_problem("CC062", "--published", f"{published!r} is not an ISO date")
        return
    options = Facts(title, outlet, author, url, published, language)
    for path in paths:
        if path == "-":
            data = (stdin or sys.stdin.buffer).read(LARGEST + 1)
            yield read_article_bytes(data, stdin_name, stdin_name, options)
            continue
        for file in _files(Path(path)):
            yield file if isinstance(file, Problem) else _read_file(file, options)


def read_article_bytes(data: bytes, name: str, file: str, options: Facts) -> Article | Problem:
    """The article in some bytes. `name` is kept in the record, `file` stands in messages."""
    text = decode(data, file)
    if isinstance(text, Problem):
        return text
    return read_article_text(text.removeprefix(BOM), name, file, options)


def read_article_text(text: str, name: str, file: str, options: Facts) -> Article | Problem:
    """The article in a text: front matter, title line, dateline."""
    if len(text) > LONGEST_ARTICLE:
        return _too_long(text, file)
    if control := _CONTROL.search(text):
        source = SourceText(file, text)
        message = f"control character U+{ord(control[0]):04X}: is it a text?"
        return source.problem("CC003", message, source.mark(control.start()))
    split = split_front_matter(text, file)
    if isinstance(split, Problem):
        return split
    stated, body = split
    if not _WORD.search(body):
        return file_problem("CC060", file, "has no words")
    published, published_from = _published(options, stated, body)
    if published_from and published is None:
        return _no_date(text, file, stated.published or "")
    return Article(
        text=body,
        title=_title(options.title or stated.title, body),
        outlet=options.outlet or stated.outlet,
        author=options.author or stated.author,
        url=options.url or stated.url,
        published=published,
        published_from=published_from,
        language=options.language or stated.language or "en",
        file=name,
    )


def _files(path: Path) -> Iterator[Path | Problem]:
    """A file itself, or the articles below a folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        kept = (n for n in names if not n.startswith(".") and n.lower().endswith(SUFFIXES))
        found += [Path(folder, name) for name in kept]
    yield from sorted(found, key=lambda file: file.parts)
    if not found:
        yield file_problem("CC063", str(path), "has no .txt or .md files")


def _read_file(path: Path, options: Facts) -> Article | Problem:
    data = read_bytes(path, str(path))
    if isinstance(data, Problem):
        return data
    # A name need not be UTF-8; the record that will hold it is.
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return read_article_bytes(data, name, str(path), options)


def _too_long(text: str, file: str) -> Problem:
    most = f"at most {LONGEST_ARTICLE:,} are read from one article"
    return file_problem("CC004", file, f"has {len(text):,} characters; {most}", "split it")


def _title(stated: str | None, body: str) -> str | None:
    return better_punctuated(stated, first_lines(body)) if stated else find_title(body)


def _published(options: Facts, stated: Facts, body: str) -> tuple[str | None, str | None]:
    """The day of publication and who says so; a day that is None beside a source is a bad one."""
    if options.published:
        return iso_day(options.published), "option"
    if stated.published:
        return iso_day(stated.published), "front_matter"
    day = next(filter(None, map(dateline_day, first_lines(body)[:3])), None)
    return day, "dateline" if day else None


def _no_date(text: str, file: str, stated: str) -> Problem:
    """The problem of a date in the front matter, at its place."""
    source = SourceText(file, text)
    at = max(text.find(stated), 0)
    mark = source.mark(at)
    message = f"{stated!r} is not an ISO date"
    return source.problem("CC062", message, Mark(mark.line, mark.column, len(stated)))
