"""Files, folders and standard input to articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from counterclaim.articles.controls import replace_controls
from counterclaim.articles.dates import dateline_day
from counterclaim.articles.files import as_text, find_files
from counterclaim.articles.front_matter import NO_DAY, in_one_line, split_front_matter
from counterclaim.articles.model import Article, Facts
from counterclaim.articles.titles import better_punctuated, find_title, first_lines
from counterclaim.records.days import is_publication_day, iso_day
from counterclaim.records.decoding import (
    BOM,
    decode,
    read_bytes,
    read_stream,
    standard_input,
)
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Reader = Callable[[], Article | Problem]
_WORD = re.compile(r"\w")
LONGEST_ARTICLE = 1_000_000
"""Code points: three times a long report of a commission, half a minute of reading. What is longer
is a book, an archive or no text; it is told so before any work goes into it."""


def read_articles(paths: list[str], **facts: Any) -> Iterator[Article | Problem]:
    """The articles of files, folders and standard input: see `find_articles`."""
    return (read() for _, read in find_articles(paths, **facts))


def find_articles(
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
) -> Iterator[tuple[str, Reader]]:
    """Files, folders (their .txt and .md files, sorted) and `-` for standard input: the name of
    each article and a function that reads it, so that one that fails costs nothing else.

    What cannot be read gives a `Problem`. What the options say wins over the front matter. A date
    that is no day of publication stops everything: it would be the date of all.
    """
    if published is not None and not is_publication_day(iso_day(published)):
        code, why, hint = NO_DAY
        problem = file_problem(code, "--published", why.format(published), hint)
        yield "--published", lambda: problem
        return
    options = Facts(*map(in_one_line, (title, outlet, author, url, published, language)))
    for path in paths:
        if path == "-":
            yield stdin_name, partial(_read_stdin, stdin, stdin_name, options)
            continue
        for file in find_files(path):
            if isinstance(file, Problem):
                yield path, partial(_give, file)
            else:
                yield str(file), partial(_read_file, file, options, pipes=file == Path(path))


def _give(problem: Problem) -> Problem:
    return problem


def _read_stdin(stdin: BinaryIO | None, name: str, options: Facts) -> Article | Problem:
    stream = stdin or standard_input(name)
    data = stream if isinstance(stream, Problem) else read_stream(stream, name)
    return data if isinstance(data, Problem) else read_article_bytes(data, name, name, options)


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
    replaced = replace_controls(text, file)
    if isinstance(replaced, Problem):
        return replaced
    text, warning = replaced
    split = split_front_matter(text, file)
    if isinstance(split, Problem):
        return split
    stated, body, warnings = split
    if not _WORD.search(body):
        return file_problem("CC060", file, "has no words")
    published, published_from = _published(options, stated, body)
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
        stated=options.stated() | stated.stated(),
        lines_before=text[: len(text) - len(body)].count("\n"),
        warnings=tuple(filter(None, (warning, *warnings))),
    )


def _read_file(path: Path, options: Facts, *, pipes: bool) -> Article | Problem:
    data = read_bytes(path, str(path), pipes=pipes)
    if isinstance(data, Problem):
        return data
    return read_article_bytes(data, as_text(path.name) or "article", str(path), options)


def _too_long(text: str, file: str) -> Problem:
    most = f"at most {LONGEST_ARTICLE:,} are read from one article"
    return file_problem("CC004", file, f"has {len(text):,} characters; {most}", "split it")


def _title(stated: str | None, body: str) -> str | None:
    return better_punctuated(stated, first_lines(body)) if stated else find_title(body)


def _published(options: Facts, stated: Facts, body: str) -> tuple[str | None, str | None]:
    """The day of publication and who says so."""
    if options.published:
        return iso_day(options.published), "option"
    if stated.published:
        return stated.published, "front_matter"
    day = next(filter(None, map(dateline_day, first_lines(body)[:3])), None)
    return day, "dateline" if day else None
