"""Documents of offices: PDF, by pypdfium2 where it is installed, and DOCX, by the standard library."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from xml.etree import ElementTree

from counterclaim.articles.forms.drafts import Columns, Draft
from counterclaim.articles.front_matter import in_one_line
from counterclaim.articles.model import Facts
from counterclaim.records.decoding import LARGEST
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Drafts = Iterator[Draft | Problem]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_PAGES = 1000
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
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [document[n].get_textpage().get_text_range() for n in range(min(len(document), _MOST_PAGES))]
        title = in_one_line(document.get_metadata_dict().get("Title"))
    except (pypdfium2.PdfiumError, ValueError, RuntimeError, OSError) as error:
        yield file_problem("CC064", file, f"is PDF that cannot be read: {error}", "save its text as .txt")
        return
    text = "\n".join(pages).replace("\r\n", "\n")
    text = _WRAPPED.sub(" ", _HYPHENATED.sub("", text)).replace("\x00", "")
    if not re.search(r"\w", text):
        yield file_problem("CC060", file, "is PDF without a text: scanned pages?", "recognise its text first")
        return
    yield Draft(text, Facts(title=title), reader=f"pdf pypdfium2 {version('pypdfium2')}")


def read_docx(archive: zipfile.ZipFile, file: str) -> Drafts:
    """The paragraphs of a Word document, with what its properties say of title and author."""
    try:
        body = _parse(archive, "word/document.xml")
        core = _parse(archive, "docProps/core.xml") if "docProps/core.xml" in archive.namelist() else None
    except (KeyError, OSError, RuntimeError, NotImplementedError, ValueError, SyntaxError, zipfile.BadZipFile, zlib.error) as error:
        yield file_problem("CC064", file, f"is DOCX that cannot be read: {error}", "save it as .txt")
        return
    paragraphs = ["".join(_pieces(p)) for p in body.iter(f"{_WORD}p")]
    facts = {e.tag.rpartition("}")[2]: e.text or "" for e in core} if core is not None else {}
    told = Facts(title=in_one_line(facts.get("title")), author=in_one_line(facts.get("creator")))
    yield Draft("\n\n".join(p for p in paragraphs if p.strip()) + "\n", told, reader="docx")


def _parse(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST or b"<!ENTITY" in data[:2000]:
        raise ValueError("too large, or it defines entities")
    return ElementTree.fromstring(data)  # noqa: S314 no entities are defined, and its size is bounded


def _pieces(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in (f"{_WORD}tab", f"{_WORD}br"):
            yield " "
