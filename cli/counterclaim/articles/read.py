"""Files, folders and standard input to articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from counterclaim.articles.controls import replace_controls
from counterclaim.articles.credits import find_wire
from counterclaim.articles.dates import file_day
from counterclaim.articles.days import choose_day
from counterclaim.articles.files import LeftOut, as_text, find_files
from counterclaim.articles.foreign import foreign_words
from counterclaim.articles.forms import Columns, Draft, read_form
from counterclaim.articles.forms.page_days import day_in_address
from counterclaim.articles.front_matter import NO_DAY, in_one_line, split_front_matter
from counterclaim.articles.heads import head_day, head_facts
from counterclaim.articles.model import LONGEST_ARTICLE, Article, Facts
from counterclaim.articles.titles import better_punctuated, find_title, first_lines
from counterclaim.records.days import is_publication_day, iso_day
from counterclaim.records.decoding import (
    read_bytes,
    read_stream,
    standard_input,
)
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Reader = Callable[[], Iterator[Article | Problem | None]]
"""Gives the articles of a file, and None for one that somebody else reads."""

_WORD = re.compile(r"\w")


def read_articles(paths: list[str], **facts: Any) -> Iterator[Article | Problem]:
    """The articles of files, folders and standard input: see `find_articles`."""
    found = (item for _, read in find_articles(paths, **facts) for item in read())
    return (item for item in found if item is not None)


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
    columns: Columns | None = None,
    left_out: LeftOut | None = None,
) -> Iterator[tuple[str, Reader]]:
    """Files, folders (their files of all forms that are read, sorted) and `-` for standard input:
    the name of each file and a function that reads its articles, so that one that fails costs
    nothing else. `columns` name those of a table that hold text and day; `left_out` is told what of
    a folder is of no form that is read.

    What cannot be read gives a `Problem`. What the options say wins over the front matter. A date
    that is no day of publication stops everything: it would be the date of all.
    """
    if published is not None and not is_publication_day(iso_day(published)):
        code, why, hint = NO_DAY
        problem = file_problem(code, "--published", why.format(published), hint)
        yield "--published", partial(_give, problem)
        return
    options = Facts(*map(in_one_line, (title, outlet, author, url, published, language)))
    for path in paths:
        if path == "-":
            yield stdin_name, partial(_read_stdin, stdin, stdin_name, options, columns)
            continue
        for file in find_files(path, left_out):
            if isinstance(file, Problem):
                yield path, partial(_give, file)
            else:
                pipes = file == Path(path)
                yield str(file), partial(_read_file, file, options, columns, pipes=pipes)


def _give(problem: Problem) -> Iterator[Article | Problem]:
    yield problem


def _read_stdin(
    stdin: BinaryIO | None, name: str, options: Facts, columns: Columns | None
) -> Iterator[Article | Problem]:
    stream = stdin or standard_input(name)
    data = stream if isinstance(stream, Problem) else read_stream(stream, name)
    if isinstance(data, Problem):
        yield data
    else:
        yield from read_article_bytes(data, name, name, options, columns)


def read_article_bytes(
    data: bytes, name: str, file: str, options: Facts, columns: Columns | None = None
) -> Iterator[Article | Problem]:
    """The articles in some bytes of any form. `name` is kept in the record, `file` stands in
    messages."""
    raw = sha256(data).hexdigest()
    for draft in read_form(data, file, columns):
        if isinstance(draft, Problem):
            yield draft
            continue
        known, shown = (f"{n} {draft.part}".strip() for n in (name, file))
        article = read_article_text(draft.text, known, shown, options, draft)
        yield _with_origin(article, draft, raw) if isinstance(article, Article) else article


def _with_origin(article: Article, draft: Draft, raw: str) -> Article:
    """An article with what read it and the hash of its file, where its text is not all of that."""
    warnings = (*draft.notes, *article.warnings)
    if draft.reader or draft.encoding:
        found = f"day from {draft.day_from}" if draft.day_from else None
        reader = ", ".join(filter(None, (draft.reader or "text", draft.encoding, found)))
        return replace(article, raw_sha256=raw, reader=reader, warnings=warnings)
    if raw == sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest():
        return replace(article, warnings=warnings)
    return replace(article, raw_sha256=raw, warnings=warnings)


def read_article_text(
    text: str, name: str, file: str, options: Facts, draft: Draft | None = None
) -> Article | Problem:
    """The article in a text: front matter, title line, dateline; `draft` has what its form says."""
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
    told = draft.facts if draft else Facts()
    if not _WORD.search(body):
        return file_problem("CC060", file, "has no words")
    language = options.language or stated.language or told.language
    if language is None and (foreign := foreign_words(body)):
        return file_problem("CC067", file, foreign)
    head = head_facts(body) if draft is None or draft.form == "text" else Facts()
    sources = (options, stated, told, head)
    day, refused = choose_day(
        (iso_day(options.published or ""), "option"),
        (stated.published, "front_matter"),
        (told.published, draft.form if draft else None),
        (head_day(body), "dateline"),
        (day_in_address(_first(sources, "url") or ""), "url"),
        (file_day(name), "file_name"),
        file=file,
    )
    return Article(
        text=body,
        title=_title(_first(sources, "title"), body),
        outlet=_first(sources, "outlet"),
        author=_first(sources, "author"),
        url=_first(sources, "url"),
        published=day[0],
        published_from=day[1],
        language=language or "en",
        file=name,
        stated=options.stated() | stated.stated(),
        lines_before=text[: len(text) - len(body)].count("\n"),
        warnings=tuple(filter(None, (warning, *warnings, *refused))),
        wire=find_wire(body, draft.wire if draft else None, told.author, told.outlet),
    )


def _first(sources: tuple[Facts, ...], name: str) -> str | None:
    """A fact from the first that says it: what is nearest to a person's word wins."""
    return next(filter(None, (getattr(facts, name) for facts in sources)), None)


def _read_file(
    path: Path, options: Facts, columns: Columns | None, *, pipes: bool
) -> Iterator[Article | Problem]:
    data = read_bytes(path, str(path), pipes=pipes)
    if isinstance(data, Problem):
        yield data
    else:
        name = as_text(path.name) or "article"
        yield from read_article_bytes(data, name, str(path), options, columns)


def _too_long(text: str, file: str) -> Problem:
    most = f"at most {LONGEST_ARTICLE:,} are read from one article"
    return file_problem("CC004", file, f"has {len(text):,} characters; {most}", "split it")


def _title(stated: str | None, body: str) -> str | None:
    return better_punctuated(stated, first_lines(body)) if stated else find_title(body)
