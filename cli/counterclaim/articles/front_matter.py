"""Front matter before the body: YAML between two lines of hyphens, or TOML between plus signs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from counterclaim.articles.dates import may_be_two_days, stated_day
from counterclaim.articles.model import Facts
from counterclaim.records.characters import steers
from counterclaim.records.positions import Mark, Marks, SourceText
from counterclaim.records.problem import Problem
from counterclaim.records.strict_yaml import parse

_OPEN = re.compile(r"(?:[ \t]*\r?\n)*---[ \t]*\r?\n")
_TOML_OPEN = re.compile(r"(?:[ \t]*\r?\n)*\+\+\+[ \t]*\r?\n(?=\s*[\w-]+\s*=)")
_TOML_CLOSE = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
# What a mapping of YAML may begin with. A line of prose below a line of hyphens has none of it.
_KEY = re.compile(
    r"(?:[ \t]*(?:\#[^\n]*)?\n)*"  # empty lines and comments
    r"[ \t]*(?:!{1,2}\w+[ ])?"  # a tag
    r"(?:[?][ ]|<<[ \t]*:|[{]|[\"'][^\"'\n]{1,40}(?::|[\"'][ \t]*:)|\w[\w .-]{0,40}:(?:\s|\Z))"
)
_KEY_LINE = re.compile(r"(?P<key>\w+)[ \t]*:[ \t]+(?P<value>\S.*)")
_ADDRESS = re.compile(r"https?://\S+\Z")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_NAMES = {
    "published": ("published", "date", "pubdate", "published_at", "publish_date", "date_published"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site_name"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "source_url", "original_url", "canonical", "canonical_url", "permalink"),
}
_NO_YAML = "CC010"
_FACTS = ("title", "outlet", "author", "url", "published", "language")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")  # BCP 47, as in schemas/records.schema.json

# Why a fact is not used: the code, the reason, and what to do.
_NO_TEXT = ("CC061", "it is no text", "write it as {}: '…'")
NO_DAY = ("CC062", "{!r} is no day between 1800 and 2100", "write it as 2023-01-25")
_TWO_DAYS = ("CC062", "{!r} may be two days", "write it as 2023-01-25")
_NO_LANGUAGE = ("CC025", "{!r} is no code such as en", "write it as en")

Warnings = tuple[Problem, ...]


def split_front_matter(text: str, file: str) -> tuple[Facts, str, Warnings] | Problem:
    r"""What the front matter says, the body after it exactly as it stands, and what of the front
    matter could not be used.

    Keys that we do not know are left alone: other programs write front matter too.

    >>> split_front_matter("---\ntitle: Convoy halted\ndate: 2023-03-14\n---\nBody", "a.md")[1]
    'Body'
    """
    if toml := _TOML_OPEN.match(text):
        return _toml(text, toml.end(), file)
    opening = _OPEN.match(text)
    if not opening or not _KEY.match(text, opening.end()):
        return Facts(), text, ()  # a line of hyphens is not front matter by itself
    source = SourceText(file, text)
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        line = text[: opening.end()].count("\n")
        return source.problem(
            "CC061", "front matter begins here and does not end", Mark(line, 1, 3)
        )
    # The opening lines are blanked, not cut, so that problems keep their line numbers.
    blank = "\n" * text[: opening.end()].count("\n")
    value, problems, marks = parse(blank + text[opening.end() : closing.start()], file)
    if problems:
        lines = _key_lines(text[opening.end() : closing.start()])
        if not lines or problems[0].code != _NO_YAML:
            return problems[0]
        value, why = lines, f"{problems[0].message}: its lines are read one by one"
        problems = [replace(problems[0], message=why)]
    if not isinstance(value, dict):
        return source.problem("CC061", "front matter is not `key: value`", Mark(2, 1))
    facts, warnings = _facts(value, source, marks)
    return facts, text[closing.end() :], (*problems[:1], *warnings)


def _key_lines(block: str) -> dict[str, Any]:
    r"""What the lines of front matter say that is no YAML, as people write it by hand: a title with
    a colon in it, a name between marks of quotation. Only keys that are known.

    >>> _key_lines("title: Orikhiv: shells fall\\nstate: [a")
    {'title': 'Orikhiv: shells fall'}
    """
    known = {name for fact in _FACTS for name in _NAMES.get(fact, (fact,))}
    found = filter(None, map(_KEY_LINE.match, block.splitlines()))
    return {f["key"]: f["value"].strip("\"' ") for f in found if f["key"].lower() in known}


def _toml(text: str, start: int, file: str) -> tuple[Facts, str, Warnings] | Problem:
    """Front matter as TOML, between two lines of plus signs."""
    import tomllib  # noqa: PLC0415 few articles have it

    source, closing = SourceText(file, text), _TOML_CLOSE.search(text, start)
    line = text[:start].count("\n")
    if not closing:
        mark = Mark(line, 1, 3)
        return source.problem("CC061", "front matter begins here and does not end", mark)
    try:
        value = tomllib.loads(text[start : closing.start()].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return source.problem("CC061", f"front matter is not TOML: {error}", Mark(line, 1, 3))
    facts, warnings = _facts(value, source, Marks(source))
    return facts, text[closing.end() :], warnings


def _facts(found: dict[str, Any], source: SourceText, marks: Marks) -> tuple[Facts, Warnings]:
    values: dict[str, str | None] = {}
    warnings = []
    for name in _FACTS:
        wanted = _NAMES.get(name, (name,))
        given = [(key, value) for key, value in found.items() if key.lower() in wanted]
        for key, value in sorted(given, key=lambda item: wanted.index(item[0].lower())):
            words = _earliest(value) if name == "published" else in_one_line(value)
            fact, (code, why, hint) = _usable(name, words) if words else (None, _NO_TEXT)
            values[name] = values.get(name) or fact
            if fact is None and value not in (None, "", []):
                message, mark = f"`{key}` is not used: {why.format(words)}", marks.value((key,))
                warnings.append(source.problem(code, message, mark, hint.format(key)))
    if _ADDRESS.match(values.get("outlet") or ""):  # a source may be a page or who published it
        values["url"] = values.get("url") or values["outlet"]
        values["outlet"] = None
    return Facts(**values), tuple(warnings)


def _usable(name: str, words: str) -> tuple[str | None, tuple[str, str, str]]:
    """What a fact says, in the form in which it is kept; None, and why it cannot be used."""
    if name == "published":
        day = stated_day(words)
        return day, _TWO_DAYS if may_be_two_days(words) else NO_DAY
    if name == "language" and not _LANGUAGE.fullmatch(words):
        return None, _NO_LANGUAGE
    return words, _NO_TEXT


def _earliest(value: Any) -> str | None:
    """The earliest of several dates, or what was given, as text."""
    days = [day for v in value if (day := stated_day(str(v)))] if isinstance(value, list) else []
    return min(days) if days else in_one_line(value)


def in_one_line(value: Any) -> str | None:
    """A fact as text in one line, with nothing that steers a terminal; several authors are joined,
    an object is what it is called. None: it is no text, or an empty one.

    >>> in_one_line(["Ann Orlova", "Ben Hale "]), in_one_line("  ")
    ('Ann Orlova, Ben Hale', None)
    """
    if isinstance(value, list):
        return ", ".join(filter(None, map(in_one_line, value))) or None
    if isinstance(value, dict):
        return in_one_line(value.get("name"))
    if value is None or isinstance(value, bool):
        return None
    words = "".join(" " if steers(sign) else sign for sign in str(value))
    return " ".join(_LINKED.sub(r"\1", words).split()) or None
