"""Files that are made to cost much: each is small, or of a form in which little means a lot."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator


def bombs(size: int = 1_000_000) -> Iterator[tuple[str, bytes]]:
    """Their names and bytes; `size` is about how often what is repeated is."""
    words = b"Shells fell on the town. "
    yield "bomb.zip", _zipped({"a.txt": b"a" * 300 * size})
    yield "many.zip", _zipped({f"{n}.txt": words * (size // 2) for n in range(12)})
    inner = _zipped({f"{n}.txt": words * (size // 2) for n in range(10)})
    yield "nested.zip", _zipped({f"{n}.zip": inner for n in range(8)})
    yield "bomb.gz", gzip.compress(gzip.compress(b"\0" * 300 * size))
    yield "parts.eml", _mail(b"--b\nContent-Type: text/plain\n\nShells fell.\n" * (size // 10))
    heads = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900)
    )
    yield "nested.eml", b"MIME-Version: 1.0\nFrom: a@b\n" + heads + b"\nShells fell.\n"
    yield "header.eml", b"From: a@b\nSubject: " + b"=?utf-8?q?a?= " * (size // 5) + b"\n\nFell.\n"
    page = b"<!DOCTYPE html><body>"
    yield "open.html", page + b"<div>" * (size // 10) + words
    yield "inline.html", page + b"<b>" * (size // 10) + words
    yield "dates.html", page + b"<div class=date><time>" * (size // 20) + b"7 May 2023"
    yield "paragraphs.html", page + b"<p>Shells fell, he said." * (size // 10)
    yield "linked.html", page + b"<script type='application/ld+json'>" + b"[" * (size // 3)
    yield "large.html", page + (b"<p>" + words + b"</p>") * (size // 2)
    yield "loop.pdf", _pdf(b"2 0 R 2 0 R", 1_000_000, b"")
    yield "stream.pdf", _pdf(b"3 0 R " * 900, 900, b"(shells fell) Tj " * 3 * size)
    yield "saved.pdf", _pdf(b"3 0 R", 1, b"q " * 20 * size)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Shells"
    for name, length in (("long", b"99999999999"), ("negative", b"-5"), ("words", b"many")):
        yield f"{name}.warc", head + b"Content-Length: " + length + b"\r\n\r\n" + answer
    yield "records.warc", (head + b"Content-Length: 0\r\n\r\n\r\n\r\n") * (size // 10)
    yield "cell.csv", b'title,text\na,"' + b"x" * 100 * size + b'"\n'
    yield "quotes.csv", b"title,text\n" + b'"' * 19 * size
    yield "deep.json", b'{"articles":' * (size // 5)
    yield "empty.json", json.dumps([{}] * (5 * size)).encode()
    yield "deep.xml", b'<?xml version="1.0"?><rss><channel>' + b"<item>" * (size // 5)
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 99) for n in range(1, 9))
    body = b'<!DOCTYPE r [<!ENTITY a0 "x">' + entities + b"]><r>&a8;</r>"
    yield "entities.docx", _zipped({"word/document.xml": body})
    yield "groups.rtf", b"{\\rtf1 " + b"{" * 5 * size
    yield "signs.rtf", b"{\\rtf1 " + b"\\u8211?" * 2 * size
    yield "furniture.txt", b"Share\n\n\n" * (size // 10) + words
    yield "quotes.txt", "“It’s held” – he said. ".encode("cp1252") * (size // 2)


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _mail(parts: bytes) -> bytes:
    return (
        b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + parts + b"--b--\n"
    )


def _pdf(kids: bytes, count: int, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids["
        + kids
        + b"]/Count %d>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]" % count
        + b"/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )
