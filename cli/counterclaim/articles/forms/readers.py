"""The articles in a file of any form, one after the other; what is not read is a problem."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from counterclaim.articles.encodings import as_utf8, decode_article
from counterclaim.articles.files import SUFFIXES
from counterclaim.articles.forms.documents import BROKEN_ZIP, read_docx, read_odt, read_pdf
from counterclaim.articles.forms.drafts import Columns, Draft, Drafts, as_decoded
from counterclaim.articles.forms.kinds import tell_form
from counterclaim.articles.forms.mail import attachments, read_mail, read_mbox
from counterclaim.articles.forms.pages import read_feed, read_html, read_warc
from counterclaim.articles.forms.rtf import read_rtf
from counterclaim.articles.forms.tables import read_json, read_json_lines, read_table
from counterclaim.records.decoding import LARGEST, too_large
from counterclaim.records.positions import file_problem
from counterclaim.records.problem import Problem

# What is not read, and what to do about it.
_REFUSED = {
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
    "parquet": ("is Parquet", "export its texts as .csv or .jsonl"),
    "sound": ("is sound or film", "give a transcript"),
    "subtitles": ("is subtitles", "save their words as .txt, without the times"),
    "latex": ("is LaTeX", "convert it, for example: pandoc -t plain"),
    "records": ("is records of a ledger, which was read already", "name the articles"),
    "xml": ("is XML of an unknown kind", "save its text as .txt or .html"),
}
_NAMED = 5  # files that are left out; the others are counted
_MOST_NESTED = 3
_MOST_UNPACKED = 10 * LARGEST
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
    "rtf": read_rtf,
}


@dataclass(slots=True)
class Within:
    """How deep in archives some bytes stand, and how much was unpacked of the outermost one."""

    depth: int = 0
    _unpacked: list[int] = field(default_factory=lambda: [0])

    def deeper(self, size: int) -> Within:
        """What is within an archive, after so many bytes were unpacked of it."""
        self._unpacked[0] += size
        return Within(self.depth + 1, self._unpacked)

    def full(self, size: int) -> bool:
        """Whether so many bytes more are too much."""
        return self._unpacked[0] + size > _MOST_UNPACKED


def read_form(
    data: bytes, file: str, columns: Columns | None = None, within: Within | None = None
) -> Drafts:
    """The articles in some bytes. `file` stands in messages, and its ending tells tables.

    A plain text gives one draft with its text as it stands. An archive gives what each of its files
    gives, by name; only so much is unpacked as one file may have.
    """
    columns, within = columns or Columns(), within or Within()
    data, wide = as_utf8(data)
    drafts = _read_as(tell_form(data, file), data, file, columns, within)
    yield from (
        replace(d, encoding=wide) if wide and isinstance(d, Draft) and not d.encoding else d
        for d in drafts
    )


def _read_as(form: str, data: bytes, file: str, columns: Columns, within: Within) -> Drafts:
    if form == "gzip":
        yield from _read_gzip(data, file, columns, within)
    elif form == "zip":
        yield from _read_zip(data, file, columns, within)
    elif form == "tar":
        yield from _read_tar(data, file, columns, within)
    elif form in _REFUSED:
        yield file_problem("CC064", file, *_REFUSED[form])
    elif form == "text":
        decoded = decode_article(data, file)
        text = decoded if isinstance(decoded, Problem) else as_decoded(Draft(decoded.text), decoded)
        yield text
    else:
        yield from _of_form(_READERS[form](data, file, columns), form)
        if form == "mail":
            yield from _read_attached(data, file, columns, within)


def _of_form(drafts: Drafts, form: str) -> Drafts:
    return (d if isinstance(d, Problem) else replace(d, form=form) for d in drafts)


def _read_gzip(data: bytes, file: str, columns: Columns, within: Within) -> Drafts:
    name = file[:-3] if file.lower().endswith(".gz") else file
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            inner = stream.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield file_problem("CC064", file, f"is broken gzip: {error}", "fetch it again")
        return
    yield from _inside(inner, file, name, columns, within)


def _read_attached(data: bytes, file: str, columns: Columns, within: Within) -> Drafts:
    """The files that hang on a message, as far as they are of a form that is read."""
    for name, inner in attachments(data):
        if name.lower().endswith((*SUFFIXES, ".eml")):
            drafts = _inside(inner, f"{file}/{name}", name, columns, within)
            yield from _of_part(drafts, name)


def _of_part(drafts: Drafts, name: str) -> Drafts:
    for draft in drafts:
        part = name if isinstance(draft, Problem) else f"{name} {draft.part}".strip()
        yield draft if isinstance(draft, Problem) else replace(draft, part=part)


def _inside(data: bytes, file: str, name: str, columns: Columns, within: Within) -> Drafts:
    if len(data) > LARGEST:
        yield replace(too_large(file, len(data)), message="unpacked is too large")
    elif within.full(len(data)):
        yield file_problem("CC004", file, "unpacked is too large", "unpack it")
    elif within.depth >= _MOST_NESTED:
        yield file_problem("CC064", file, "is packed too many times", "unpack it")
    else:
        yield from read_form(data, name, columns, within.deeper(len(data)))


def _read_zip(data: bytes, file: str, columns: Columns, within: Within) -> Drafts:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield file_problem("CC064", file, f"is a broken zip archive: {error}", "fetch it again")
        return
    form = _office_form(archive, names)
    if form == "docx":
        yield from _of_form(read_docx(archive, file), form)
    elif form == "odt":
        yield from _of_form(read_odt(archive, file), form)
    elif form:
        yield file_problem("CC064", file, *_REFUSED[form])
    else:

        def unpack(name: str) -> bytes:
            with archive.open(name) as stream:
                return stream.read(LARGEST + 1)

        yield from _read_parts(unpack, names, file, columns, within)


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
    if b"opendocument.text" in kind:
        return "odt"
    return "book" if b"epub" in kind else "open document" if b"opendocument" in kind else None


def _read_tar(data: bytes, file: str, columns: Columns, within: Within) -> Drafts:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            members = {m.name: m for m in archive.getmembers() if m.isreg()}

            def unpack(name: str) -> bytes:
                stream = archive.extractfile(members[name])
                return stream.read(LARGEST + 1) if stream else b""

            yield from _read_parts(unpack, list(members), file, columns, within)
    except (tarfile.TarError, OSError, ValueError, EOFError, RecursionError) as error:
        yield file_problem("CC064", file, f"is a broken archive: {error}", "fetch it again")


def _read_parts(
    unpack: Callable[[str], bytes], names: list[str], file: str, columns: Columns, within: Within
) -> Drafts:
    """What the files of an archive give, in the order of their names."""
    wanted = sorted(n for n in set(names) if n.lower().endswith(SUFFIXES) and not _is_hidden(n))
    if "datapackage.json" in names:  # WACZ: beside the archive stand its index and its pages again
        wanted = [name for name in wanted if name.startswith("archive/")]
    if not wanted or len(names) > _MOST_PARTS:
        yield file_problem("CC063", file, "has no files that are read", "unpack it and look")
        return
    unread = _left_out(names, wanted, file)
    for name in wanted:
        where = f"{file}/{name}"
        try:
            inner = unpack(name)
        except BROKEN_ZIP as error:
            yield file_problem("CC064", where, f"cannot be unpacked: {error}", "unpack it by hand")
            continue
        if within.full(len(inner)):
            yield file_problem("CC004", file, "unpacked is too large", "unpack it")
            return
        for draft in _of_part(_inside(inner, where, where, columns, within), name):
            if unread and isinstance(draft, Draft):
                yield replace(draft, notes=(*draft.notes, unread))
                unread = None
            else:
                yield draft


def _left_out(names: list[str], wanted: list[str], file: str) -> Problem | None:
    """What of an archive is of no form that is read, told with its first article."""
    there = {name for name in names if not name.endswith("/") and not _is_hidden(name)}
    others = [] if "datapackage.json" in names else sorted(there - set(wanted))
    if not others:
        return None
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    shown = ", ".join(" ".join(name.split()) for name in others[:_NAMED])
    message = f"has files of no form that is read: {shown}{more}"
    return file_problem("CC063", file, message, "give them by themselves")


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return any(p.startswith((".", "__MACOSX")) for p in parts)
