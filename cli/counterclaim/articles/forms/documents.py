"""Documents of offices: PDF, by pypdfium2 where it is installed; DOCX, by the standard library."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from itertools import islice
from typing import Any
from xml.etree import ElementTree

from counterclaim.articles.forms.drafts import Columns, Draft, Drafts, own_reader
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import LONGEST_ARTICLE, Facts
from counterclaim.knowledge.inputs import input_data
from counterclaim.records.decoding import LARGEST
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DUBLIN, _NAMES = "{http://purl.org/dc/elements/1.1/}", ("title", "creator")
_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CORE = "docProps/core.xml"
_MOST_PAGES = 1000
_STREAM = re.compile(rb"FlateDecode[^>]{0,200}>>\s*stream\r?\n")
_MOST_STREAMS = 5000
_PACKED, _UNPACKED = 100_000, 20_000_000  # bytes; of a page or a picture no such part is packed so
AS_TEXT = "save its text as .txt"
BROKEN_ZIP = (
    *(zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error),
    ValueError,  # places before the beginning of the file
)
_FILE_NAME = re.compile(r"(?i)\Amicrosoft \w+ - |\.(?:docx?|odt|rtf|pdf|txt|indd|pub|wpd|pages)\Z")
_HYPHENATED = re.compile(r"(?<=[a-z])[-\u00ad\ufffe]\r?\n(?=[a-z])")
_WRAPPED = re.compile(r"(?<=[^\s.!?:…”\"])\r?\n(?=[^\s•\-–—*])")


def needs(file: str, what: str, extra: str) -> Problem:
    """The problem of a form that a further package reads."""
    advice = f'install it: pip install "counterclaim[{extra}]"'
    return file_problem("CC066", file, f"is {what}, for which a package is missing", advice)


def read_pdf(data: bytes, file: str, _: Columns) -> Drafts:
    """The text of a PDF file, its lines joined to paragraphs as far as their ends tell."""
    try:
        import pypdfium2  # noqa: PLC0415 an extra
    except ImportError:
        yield needs(file, "PDF", "pdf")
        return
    if _unpacks_to_too_much(data):
        yield file_problem("CC004", file, "is PDF that unpacks to too much", AS_TEXT)
        return
    try:
        document = pypdfium2.PdfDocument(data)
        pages = list(_pages(document))
        title = in_one_line(document.get_metadata_dict().get("Title"))
    except (pypdfium2.PdfiumError, ValueError, RuntimeError, OSError) as error:
        yield file_problem("CC064", file, f"is PDF that cannot be read: {error}", AS_TEXT)
        return
    text = "\n".join(pages).replace("\r\n", "\n")
    text = _WRAPPED.sub(" ", _HYPHENATED.sub("", text)).replace("\x00", "")
    if not re.search(r"\w", text):
        yield file_problem(
            "CC060", file, "is PDF without a text: scanned pages?", "recognise its text first"
        )
        return
    told = Facts(title=_given(title, "no_titles"))
    yield Draft(text, told, reader=f"pdf pypdfium2 {version('pypdfium2')}")


def _pages(document: Any) -> Iterator[str]:
    """The texts of the pages, no more than an article may have."""
    length = 0
    for number in range(min(len(document), _MOST_PAGES)):
        if length > LONGEST_ARTICLE:
            return
        text: str = document[number].get_textpage().get_text_range()
        length += len(text)
        yield text


def _unpacks_to_too_much(data: bytes) -> bool:
    """Whether a stream of a PDF file, or all together, would fill the memory: its beginning is
    unpacked as far as that tells."""
    unpacked = 0
    for found in islice(_STREAM.finditer(data), _MOST_STREAMS):
        packed = data[found.end() : found.end() + _PACKED]
        with suppress(zlib.error):
            size = len(zlib.decompressobj().decompress(packed, _UNPACKED))
            unpacked += size
            if size == _UNPACKED or unpacked > 20 * _UNPACKED:
                return True
    return False


def read_docx(archive: zipfile.ZipFile, file: str) -> Drafts:
    """The paragraphs of a Word document, with what its properties say of title and author."""
    body, core = _parts(archive, file, "DOCX", "word/document.xml", _CORE)
    if isinstance(body, Problem):
        yield body
        return
    paragraphs = ["".join(_pieces(p)) for p in body.iter(f"{_WORD}p")]
    yield _document(paragraphs, core, "docx")


def read_odt(archive: zipfile.ZipFile, file: str) -> Drafts:
    """The paragraphs of an OpenDocument text, with what its properties say."""
    body, core = _parts(archive, file, "OpenDocument", "content.xml", "meta.xml")
    if isinstance(body, Problem):
        yield body
        return
    lines = {*body.iter(f"{_OPEN}h"), *body.iter(f"{_OPEN}p")}
    ordered = (element for element in body.iter() if element in lines)
    yield _document([" ".join("".join(e.itertext()).split()) for e in ordered], core, "odt")


def _parts(
    archive: zipfile.ZipFile, file: str, form: str, body: str, core: str
) -> tuple[ElementTree.Element | Problem, ElementTree.Element | None]:
    """The text of a document and its properties, or why it cannot be read."""
    try:
        told = _parse(archive, core) if core in archive.namelist() else None
        return _parse(archive, body), told
    except (KeyError, ValueError, SyntaxError, *BROKEN_ZIP) as error:
        why = f"is {form} that cannot be read: {error}"
        return file_problem("CC064", file, why, AS_TEXT), None


def _document(paragraphs: list[str], core: ElementTree.Element | None, form: str) -> Draft:
    named = [core.findtext(f".//{_DUBLIN}{n}") if core is not None else None for n in _NAMES]
    told = Facts(_given(named[0], "no_titles"), author=_given(named[1], "no_authors"))
    text = "\n\n".join(p for p in paragraphs if p.strip()) + "\n"
    return Draft(text, told, reader=own_reader(form))


def _given(value: str | None, kind: str) -> str | None:
    """A title or an author that somebody gave a document: no name of a file or of a program.

    >>> _given("Document1", "no_titles"), _given("Microsoft Word - bria.doc", "no_titles")
    (None, None)
    """
    words = in_one_line(value) or ""
    bare = words.lower().rstrip("0123456789 ()_-.")
    made = bare in input_data("pages")[kind] or _FILE_NAME.search(words)
    return None if made else words or None


def _parse(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST or b"<!ENTITY" in data[:2000]:
        raise ValueError("too large, or it defines entities")
    return ElementTree.fromstring(data)  # noqa: S314 no entities are defined, and its size is bounded


def _pieces(paragraph: ElementTree.Element) -> Iterator[str]:
    """The words of a paragraph; a tab or a line break between them is a blank."""
    for run in paragraph.iter(f"{_WORD}r"):
        if run.find(f"{_WORD}tab") is not None or run.find(f"{_WORD}br") is not None:
            yield " "
        yield from (text.text or "" for text in run.findall(f"{_WORD}t"))
