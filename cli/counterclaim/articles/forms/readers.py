"""The articles in a file of any form, one after the other; what is not read is a problem."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from counterclaim.articles.files import SUFFIXES
from counterclaim.articles.forms.documents import BROKEN_ZIP, read_docx, read_pdf
from counterclaim.articles.forms.drafts import Columns, Draft
from counterclaim.articles.forms.kinds import tell_form
from counterclaim.articles.forms.mail import read_mail, read_mbox
from counterclaim.articles.forms.pages import read_feed, read_html, read_warc
from counterclaim.articles.forms.tables import read_json, read_json_lines, read_table
from counterclaim.records.decoding import BOM, LARGEST, decode, too_large
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

Drafts = Iterator[Draft | Problem]

# What is not read, and what to do about it.
_REFUSED = {
    "rtf": ("is RTF", "save it as .docx or .txt"),
    "old office": (
        "is a document or table of an old office program",
        "save it as .docx, .csv or .txt",
    ),
    "spreadsheet": ("is a spreadsheet", "save it as .csv"),
    "open document": ("is an OpenDocument file", "save it as .docx, .csv or .txt"),
    "book": ("is an e-book", "convert it to text or HTML"),
    "slides": ("is a presentation", "save its text as .txt"),
    "image": ("is a picture", "recognise its text first (for example: tesseract)"),
    "archive": ("is an archive", "unpack it, or pack it as .zip or .gz"),
    "database": ("is a database", "export its texts as .csv or .jsonl"),
    "program": ("is a program", "give texts"),
    "xml": ("is XML of an unknown kind", "save its text as .txt or .html"),
}
_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "spreadsheet",
    "ppt/presentation.xml": "slides",
}
_MOST_NESTED = 3
_MOST_PARTS = 20_000  # entries of an archive: more than anybody's collection of reports

_READERS: dict[str, Callable[[bytes, str, Columns], Drafts]] = {
    "html": read_html,
    "mail": read_mail,
    "mbox": read_mbox,
    "feed": read_feed,
    "warc": read_warc,
    "json": read_json,
    "jsonl": read_json_lines,
    "table": read_table,
    "pdf": read_pdf,
}


def read_form(data: bytes, file: str, columns: Columns | None = None, nested: int = 0) -> Drafts:
    """The articles in some bytes. `file` stands in messages, and its ending tells tables.

    A plain text gives one draft with its text as it stands. An archive gives what each of its files
    gives, by name; only so much is unpacked as one file may have.
    """
    columns = columns or Columns()
    form = tell_form(data, file)
    if form == "gzip":
        yield from _read_gzip(data, file, columns, nested)
    elif form == "zip":
        yield from _read_zip(data, file, columns, nested)
    elif form in _REFUSED:
        yield file_problem("CC064", file, *_REFUSED[form])
    elif form == "text":
        text = decode(data, file)
        yield text if isinstance(text, Problem) else Draft(text.removeprefix(BOM))
    else:
        drafts = _READERS[form](data, file, columns)
        yield from _of_form(drafts, form)


def _of_form(drafts: Drafts, form: str) -> Drafts:
    return (d if isinstance(d, Problem) else replace(d, form=form) for d in drafts)


def _read_gzip(data: bytes, file: str, columns: Columns, nested: int) -> Drafts:
    name = file[:-3] if file.lower().endswith(".gz") else file
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            inner = stream.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield file_problem("CC064", file, f"is broken gzip: {error}", "fetch it again")
        return
    yield from _inside(inner, file, name, columns, nested)


def _inside(data: bytes, file: str, name: str, columns: Columns, nested: int) -> Drafts:
    if len(data) > LARGEST:
        yield replace(too_large(file, len(data)), message="unpacked is too large")
    elif nested >= _MOST_NESTED:
        yield file_problem("CC064", file, "is packed too many times", "unpack it")
    else:
        yield from read_form(data, name, columns, nested + 1)


def _read_zip(data: bytes, file: str, columns: Columns, nested: int) -> Drafts:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield file_problem("CC064", file, f"is a broken zip archive: {error}", "fetch it again")
        return
    form = _office_form(archive, names)
    if form == "docx":
        yield from _of_form(read_docx(archive, file), form)
    elif form:
        yield file_problem("CC064", file, *_REFUSED[form])
    else:
        yield from _read_parts(archive, names, file, columns, nested)


def _office_form(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    """Which document a zip archive is, if it is one."""
    parts = {
        "word/document.xml": "docx",
        "xl/workbook.xml": "spreadsheet",
        "ppt/presentation.xml": "slides",
    }
    found = next((form for part, form in parts.items() if part in names), None)
    if found or "mimetype" not in names:
        return found
    try:
        with archive.open("mimetype") as stream:
            kind = stream.read(100)
    except BROKEN_ZIP:
        return None
    return "book" if b"epub" in kind else "open document" if b"opendocument" in kind else None


def _read_parts(
    archive: zipfile.ZipFile, names: list[str], file: str, columns: Columns, nested: int
) -> Drafts:
    unpacked = 0
    wanted = sorted(n for n in set(names) if n.lower().endswith(SUFFIXES) and not _is_hidden(n))
    if not wanted or len(names) > _MOST_PARTS:
        yield file_problem("CC063", file, "has no files that are read", "unpack it and look")
        return
    for name in wanted:
        where = f"{file}/{name}"
        try:
            with archive.open(name) as stream:
                inner = stream.read(LARGEST + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            zlib.error,
        ) as error:
            yield file_problem("CC064", where, f"cannot be unpacked: {error}", "unpack it by hand")
            continue
        unpacked += len(inner)
        if unpacked > 10 * LARGEST:
            yield file_problem("CC004", file, "unpacked is too large", "unpack it")
            return
        for draft in _inside(inner, where, where, columns, nested):
            yield (
                draft
                if isinstance(draft, Problem)
                else replace(draft, part=f"{name} {draft.part}".strip())
            )


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return any(p.startswith((".", "__MACOSX")) for p in parts)
