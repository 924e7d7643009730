"""What a command prints, into a file where one is named; and the articles that it shows."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import typer

from counterclaim.ledger import read_article
from counterclaim.ledger.files import write_atomically
from counterclaim.presentation.console import clean_line


@contextmanager
def writing(file: str | None) -> Iterator[None]:
    """Write what is printed within into a file, whole or not at all; None and "-": print it.

    >>> with writing("bakhmut.html"): print("<!DOCTYPE html>")
    """
    if file is None or file == "-":
        yield
        return
    told = io.StringIO()
    with redirect_stdout(told):
        yield
    data = told.getvalue().encode("utf-8", "replace")
    try:
        write_atomically(Path(file), data)
    except OSError as error:
        reason = error.strerror or str(error)
        words = f"{clean_line(file)} cannot be written: {reason}"
        raise typer.BadParameter(words, param_hint="--output") from error
    size = max(round(len(data) / 1000), 1)
    print(f"written: {clean_line(file)} ({size} kB)", file=sys.stderr)


def article_texts(ledger: Path) -> Callable[[str], str | None]:
    """Give the texts of a ledger's articles by their ids; None where one cannot be read."""

    def read(article: str) -> str | None:
        try:
            return read_article(ledger, article)
        except (OSError, ValueError):
            return None

    return read
