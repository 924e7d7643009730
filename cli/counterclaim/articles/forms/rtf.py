"""RTF: the words of a document as word processors save it, in one pass over its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from counterclaim.articles.forms.drafts import Columns, Draft, own_reader
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.knowledge.inputs import input_data
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.S,
)
_DEEPEST = 1000


@dataclass(slots=True)
class _Group:
    """What holds within a pair of braces: where its words go ("" to the text, None nowhere), how
    many signs stand for one of Unicode, and in which code page its bytes are."""

    into: str | None = ""
    signs: int = 1
    page: str = ""


@dataclass(slots=True)
class _Document:
    text: dict[str, list[str]] = field(default_factory=lambda: {"": []})
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    fonts: dict[int, str] = field(default_factory=dict)
    page: str = "cp1252"
    font: int = 0
    skip: int = 0
    bytes_: bytearray = field(default_factory=bytearray)

    def add(self, words: str) -> None:
        into = self.groups[-1].into
        if into is not None:
            self.text.setdefault(into, []).append(words)

    def flush(self) -> None:
        """Decode the bytes so far: a sign of Chinese has two of them."""
        if self.bytes_:
            page = self.groups[-1].page or self.page
            self.add(bytes(self.bytes_).decode(page, "replace"))
            self.bytes_.clear()


def read_rtf(data: bytes, file: str, _: Columns) -> Iterator[Draft | Problem]:
    """The paragraphs of an RTF file, with its title and author as its properties have them."""
    document = _Document()
    for found in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = found.groups()
        if code is not None or plain is not None:
            _take_bytes(document, bytes.fromhex(code.decode()) if code else plain)
            continue
        document.flush()
        if brace == b"{":
            document.groups.append(replace(document.groups[-1]))
        elif brace and len(document.groups) > 1:
            document.groups.pop()
        elif sign is not None:
            _take_sign(document, sign)
        elif word is not None:
            _take_word(document, word.decode(), int(number) if number else None)
        if len(document.groups) > _DEEPEST:
            yield file_problem("CC064", file, "is RTF nested too deeply", "save it as .txt")
            return
    document.flush()
    yield _draft(document, file)


def _draft(document: _Document, file: str) -> Draft | Problem:
    pieces = {name: "".join(words) for name, words in document.text.items()}
    lines = [" ".join(line.split()) for line in _whole(pieces[""]).split("\n")]
    text = "\n\n".join(filter(None, lines))
    if not text:
        return file_problem("CC060", file, "is RTF without a text")
    told = Facts(
        title=in_one_line(_whole(pieces.get("title", ""))),
        author=in_one_line(_whole(pieces.get("author", ""))),
    )
    return Draft(text + "\n", told, reader=own_reader("rtf"))


def _whole(text: str) -> str:
    """Signs beyond the first plane come as two halves; a half alone is lost."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _take_bytes(document: _Document, data: bytes) -> None:
    if document.skip:  # what stands there for readers that know no Unicode
        gone = min(document.skip, len(data))
        document.skip -= gone
        data = data[gone:]
    document.bytes_ += data


def _take_sign(document: _Document, sign: bytes) -> None:
    if sign == b"*":
        document.groups[-1].into = None
    elif sign in b"\r\n":
        document.add("\n")
    else:
        document.add(input_data("rtf")["signs"].get(sign.decode("latin-1"), ""))


def _take_word(document: _Document, word: str, number: int | None) -> None:
    group, data = document.groups[-1], input_data("rtf")
    if word == "u" and number is not None:
        document.add(chr(number % 0x10000))
        document.skip = group.signs
    elif word == "uc" and number is not None:
        group.signs = min(number, 9)
    elif word == "ansicpg" and number:
        document.page = _known(f"cp{number}")
    elif word == "bin" and number:
        document.skip = max(0, number)
    elif word == "f" and number is not None:
        document.font = number
        group.page = document.fonts.get(number, "")
    elif word == "fcharset" and str(number) in data["charsets"]:
        document.fonts[document.font] = data["charsets"][str(number)]
    elif word in data["kept"] and group.into != "":
        group.into = word  # a property of the document, from among those that are left out
    elif word in data["left_out"]:
        group.into = None
    else:
        document.add(data["words"].get(word, ""))


def _known(page: str) -> str:
    try:
        b"".decode(page)
    except LookupError:
        return "cp1252"
    return page
