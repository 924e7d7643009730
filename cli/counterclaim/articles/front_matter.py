"""Front matter: YAML between two lines of hyphens, before the body."""

from __future__ import annotations

import re
from typing import Any

from counterclaim.articles.model import Facts
from counterclaim.records.positions import Mark, SourceText
from counterclaim.records.problem import Problem
from counterclaim.records.strict_yaml import parse

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*['\"]?[A-Za-z_-]+['\"]?:(?:\s|\Z)")
_NAMES = {"published": ("published", "date"), "outlet": ("outlet", "source")}


def split_front_matter(text: str, file: str) -> tuple[Facts, str] | Problem:
    r"""What the front matter says, and the body after it exactly as it stands.

    Keys that we do not know are left alone: other programs write front matter too.

    >>> split_front_matter("---\ntitle: Convoy halted\ndate: 2023-03-14\n---\nBody", "a.md")[1]
    'Body'
    """
    opening = _OPEN.match(text)
    if not opening or not _KEY.match(text, opening.end()):
        return Facts(), text  # a line of hyphens is not front matter by itself
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        source = SourceText(file, text)
        return source.problem("CC061", "front matter begins here and does not end", Mark(1, 1, 3))
    # The opening line is blanked, not cut, so that problems keep their line numbers.
    value, problems, _ = parse("\n" + text[opening.end() : closing.start()], file)
    if problems:
        return problems[0]
    return _facts(value), text[closing.end() :]


def _facts(found: dict[str, Any]) -> Facts:
    plain = {key.lower(): _plain(value) for key, value in found.items()}
    names = ("title", "outlet", "author", "url", "published", "language")
    values = {name: _first(plain, _NAMES.get(name, (name,))) for name in names}
    return Facts(**values)


def _first(plain: dict[str, str | None], keys: tuple[str, ...]) -> str | None:
    return next((plain[key] for key in keys if plain.get(key)), None)


def _plain(value: Any) -> str | None:
    """A value as text; several authors are joined."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value))) or None
    if value is None or isinstance(value, (dict, bool)):
        return None
    return " ".join(str(value).split()) or None
