"""Files of every form that is read, small and whole, and damage to their bytes."""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
import zipfile
import zlib
from functools import cache

from fuzzing.invented import GOOD
from fuzzing.trial import LEDGER, Trial

_HEADS = "From: Ann <a@b.example>\nSubject: Mill shelled\nDate: Tue, 14 Mar 2023 18:02:00 +0100\n"
_PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Mill shelled</title>'
    '<meta property="article:published_time" content="2023-03-14T18:02:00Z">'
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-03-14",'
    '"author":[{"name":"Ann"}]}</script></head><body><nav><a href="/">Home</a></nav><article>'
    "<h1>Mill shelled</h1><p>The mill in Orikhiv was shelled on Sunday, the governor said.</p>"
    "<blockquote><p>We hold the mill.</p></blockquote><p>The army denied that it had lost the"
    " mill. <q>Nobody was hurt</q>, a colonel told reporters.</p><table><tr><td>a</table>"
    "</article></body></html>"
)
_NEIGHBOUR = b"Depot hit\n\nThe depot of Lyman was shelled on Sunday, the army said.\n"
_TOKENS = (
    *(b"<div>", b"</p>", b"<blockquote>", b"<!--", b"]]>", b"<![CDATA[", b"&#0;", b"&amp;amp;"),
    *(b"{", b"[", b'"', b"\\u0000", b"\\ud800", b"null", b"1e999", b"-1", b"99999999999"),
    *(b"\r", b"\n\n", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"=?utf-8?q?=00?=", b"--b"),
    *(b"Content-Type: x/y; charset=nope", b"{\\u-1?", b"\\'zz", b"endstream", b"endobj", b"%%EOF"),
)


@cache
def whole_files() -> dict[str, bytes]:
    """A whole file of each form, by the name that such files have."""
    rows = (
        "title,text,date,source\nMill,The mill was shelled.,14/03/2023,Gazette\nB,C,2023-03-14,\n"
    )
    value = {"title": {"rendered": "Mill"}, "content": "<p>The mill was shelled.</p>", "date": 1e9}
    message = {
        "type": "message",
        "date": "2023-03-14T18:02:00",
        "text": ["The mill ", {"text": "fell."}],
    }
    chat = {"name": "Gazette", "messages": [message, {**message, "forwarded_from": "Ann"}]}
    parts = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    hung = (
        f"{parts}{_PAGE}\n--b\nContent-Disposition: attachment; filename=a.txt\n\n{GOOD}\n--b--\n"
    )
    entry = "<item><title>Mill</title><description>The mill was shelled.</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>G</title>{entry * 2}</channel>'
    rtf = "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}{\\info{\\title Mill}}Mill\\'92s gone\\par \\u8220?a.}"
    return {
        "a.txt": GOOD.encode(),
        "a.md": f"---\ntitle: Mill\ndate: 2023-03-14\nauthors: [A, B]\n---\n{GOOD}".encode(),
        "a.html": _PAGE.encode(),
        "a.eml": f"{_HEADS}\n{GOOD}\nOn Mon, Ben wrote:\n> no\n".encode(),
        "parts.eml": f"{_HEADS}{hung}".encode(),
        "a.mhtml": f"{_HEADS}Snapshot-Content-Location: https://g.example/\n{hung}".encode(),
        "a.mbox": f"From a@b Tue Mar 14 18:02:00 2023\n{_HEADS}\n{GOOD}\n\n".encode() * 2,
        "a.csv": rows.encode(),
        "a.json": json.dumps({"articles": [value, value]}).encode(),
        "a.jsonl": (json.dumps(value) + "\n").encode() * 3,
        "result.json": json.dumps(chat).encode(),
        "a.rss": f"{feed}</rss>".encode(),
        "a.rtf": rtf.encode(),
        "a.pdf": _pdf(),
        "a.docx": _zipped(_office()),
        "a.odt": _zipped(_open_document()),
        "a.warc": _warc(),
        "a.zip": _zipped({"a.txt": GOOD, "b/c.html": _PAGE, "d.csv": rows}),
        "a.txt.gz": gzip.compress(GOOD.encode(), mtime=0),
        "a.tar": _tarred(),
    }


def damage(rng: random.Random, data: bytes) -> bytes:
    """Damage some bytes once, or up to eight times."""
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        at, to = sorted(rng.randint(0, len(data)) for _ in "ab")
        near = min(to, at + rng.choice((1, 4, 40, 400)))
        way = rng.randrange(8)
        if way == 0:
            data = data[:at]
        elif way == 1:
            data = data[:at] + data[near:]
        elif way == 2:
            data = data[:near] + data[at:near] * rng.choice((1, 2, 20, 200)) + data[near:]
        elif way in (3, 4):
            data = data[:at] + rng.choice(_TOKENS) * rng.choice((1, 1, 3, 300)) + data[at:]
        elif way == 5:
            data = data[:at] + bytes(rng.randrange(256) for _ in range(4)) + data[at + 4 :]
        elif way == 6:
            data = data[:at] + data[at:near][::-1] + data[near:]
        else:
            other = rng.choice(list(whole_files().values()))
            data = data[:at] + other[: rng.randint(0, len(other))] + data[at:]
    return data[:300_000]


def damaged_form(rng: random.Random) -> Trial:
    """A damaged file of some form in a folder of articles, beside a good one."""
    name = rng.choice(list(whole_files()))
    files = {"in/good.txt": _NEIGHBOUR, f"in/{name}": damage(rng, whole_files()[name])}
    return Trial("form", ("ingest", "in", "-q", "--ledger", LEDGER), files, keeps=("good.txt",))


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _office() -> dict[str, str]:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "<w:p><w:r><w:t>The mill was shelled.</w:t><w:tab/></w:r></w:p>" * 3
    core = '<a xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>Mill</d:title></a>'
    return {
        "word/document.xml": f"<w:document {word}>{body}</w:document>",
        "docProps/core.xml": core,
    }


def _open_document() -> dict[str, str]:
    text = 'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<a {text}><t:h>Mill</t:h><t:p>The mill was shelled.</t:p></a>"
    return {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": body}


def _warc() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _PAGE.encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://g.example/\r\n"
    kind = "Content-Type: application/http; msgtype=response\r\n"
    return f"{head}{kind}Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"


def _tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(GOOD.encode())
        archive.addfile(entry, io.BytesIO(GOOD.encode()))
    return out.getvalue()


def _pdf() -> bytes:
    words = zlib.compress(b"BT /F 9 Tf (The mill in Orikhiv was shelled, he said.) Tj ET")
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 99]/Resources "
        + font
        + b"/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(words)
        + words
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )
