"""Which form some bytes have. The name of a file is asked only where bytes cannot tell: a table."""

from __future__ import annotations

import csv
import json
import re

from counterclaim.articles.forms.columns import known_names, spelled
from counterclaim.knowledge.inputs import input_data

BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "rtf"),
    (b"WARC/", "warc"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"SQLite format 3\0", "database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
    (b"PAR1", "parquet"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"\x1aE\xdf\xa3", "sound"),
    (b"RIFF", "sound"),
)
_HEAD = 4096
_LEAD = r"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
_HTML = re.compile(rf"{_LEAD}<(?:!doctype html|html|head|body|div|h1|p)\b", re.I | re.S)
_TAGS = re.compile(
    r"</?(?:p|div|span|article|section|br|a|h[1-6]|li|script|meta|title)\b[^>]*>", re.I
)
_MANY_TAGS = 6
_FEED = re.compile(rf"{_LEAD}<(?:rss|feed|rdf:RDF)\b", re.S)
_XML = re.compile(r"<\?xml\b")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,40}:(?:[ \t]|\r?\n[ \t])")
_MAIL_HEADERS = re.compile(
    r"^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type):",
    re.I | re.M,
)
_MBOX = re.compile(r"From \S+.* \d{4}\r?\n[A-Za-z-]+: ")
ASSIGNED = re.compile(r"\s*window\.[\w.]{1,80}\s*=\s*(?=[\[{])")
"""Before the JSON in the archive of an account, which a page in it opens: `window.YTD.a.b = `."""
# Forms of plain text that are no prose.
_PLAIN = (
    (re.compile(r"(?:WEBVTT\b|\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3}\s-->)"), "subtitles"),
    (re.compile(r"(?:%[^\n]*\n|\s)*\\documentclass\b"), "latex"),
    (re.compile(r"schema:\s*counterclaim/\d"), "records"),
    (re.compile(r"#!\s*/"), "program"),
)
TABLES = {".csv": ",", ".tsv": "\t"}


def tell_form(data: bytes, name: str) -> str:
    r"""The form of some bytes: "html", "mail", "mbox", "feed", "xml", "json", "jsonl", "table",
    "pdf", "zip", "gzip", "warc", "rtf", "image", "archive", … or "text".

    >>> tell_form(b"<!DOCTYPE html><p>Shells fell.", "a.txt")
    'html'
    """
    for beginning, form in BEGINNINGS:
        if data.startswith(beginning):
            return form
    if data[257:262] == b"ustar":
        return "tar"
    head = data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    return _tell_text(head, data, name)


def has_form_of_articles(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a form that articles come in, text aside."""
    found = next((form for beginning, form in BEGINNINGS if head.startswith(beginning)), None)
    if found or b"\0" in head:
        return found in {"pdf", "rtf", "warc"}
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    return _tell_text(text, head, "") in {"html", "mail", "mbox", "feed"}


def _tell_text(head: str, data: bytes, name: str) -> str:
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head) or (head.startswith("<") and len(_TAGS.findall(head)) >= _MANY_TAGS):
        return "html"
    if _XML.match(head):
        return "xml"
    for pattern, form in _PLAIN:
        if pattern.match(head):
            return form
    if _MBOX.match(head):
        return "mbox"
    if _HEADER.match(head) and len(set(_headers(head))) > 1:
        return "mail"
    if ASSIGNED.match(head):
        return "json"
    if head[:1] in ("{", "["):
        return _tell_json(data)
    suffix = next((s for s in TABLES if name.lower().endswith(s)), None)
    return "table" if suffix or _is_table(head) else "text"


def _headers(head: str) -> list[str]:
    """The headers of mail that stand before the first empty line; none where prose does."""
    top = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = re.split(r"\r?\n(?![ \t])", top)
    whole = all(_HEADER.match(line + " ") for line in lines[:-1])
    return [h.lower() for h in _MAIL_HEADERS.findall(top)] if whole else []


def _tell_json(data: bytes) -> str:
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        if _starts_with_object(text):
            return "json"
        first = next((line for line in text.splitlines() if line.strip()), "")
        try:
            value = json.loads(first)
        except (ValueError, RecursionError):
            opened = re.match(r'\s*(?:\{\s*"|\[\s*[{\["])', text)
            return "json" if opened else "text"
        return "jsonl" if isinstance(value, dict) else "text"
    return "json"


def _starts_with_object(text: str) -> bool:
    """Whether an object over several lines stands at the top: others may follow it."""
    try:
        value, end = json.JSONDecoder().raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "\n" in text.lstrip()[:end]


def _is_table(head: str) -> bool:
    """Whether some lines are rows of a table with a column of texts, whatever its name."""
    head = re.sub(r"\Asep=.\r?\n", "", head)
    first = head.splitlines()[0] if head else ""
    for mark in (",", "\t", ";"):
        try:
            names = [spelled(cell) for cell in next(csv.reader([first], delimiter=mark), [])]
        except csv.Error:
            return False
        found, texts = known_names() & set(names), set(input_data("columns")["text"])
        if len(names) > 1 and len(found) > 1 and found & texts:
            return True
    return False
