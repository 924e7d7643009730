"""Bytes of articles to text. What is not UTF-8 is read as the one encoding in which all of its
signs stand where signs of that kind stand in English copy, and this is told.

Guessing by how often letters come, as general detectors do, needs more than the few signs beyond
ASCII that English copy has; where these stand is enough.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from counterclaim.knowledge.inputs import input_data
from counterclaim.records.decoding import BOM, LARGEST, at_byte, decode, too_large
from counterclaim.records.problem import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JUDGED = 2000  # signs beyond ASCII that tell an encoding
_SAMPLE = 4000  # bytes that tell whether every second one is NUL
_BEYOND = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_ADVICE = "look at its names; if they are wrong, save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text; `encoding`: in which its bytes were, None for plain UTF-8; `note` tells of signs that
    are not certain."""

    text: str
    encoding: str | None = None
    note: Problem | None = None


def decode_article(data: bytes, file: str) -> Decoded | Problem:
    r"""The text of an article in whatever encoding, or why it cannot be told.

    >>> decode_article("“We held,” he said".encode("cp1252"), "a.txt").text
    '“We held,” he said'
    """
    if len(data) > LARGEST:
        return too_large(file, len(data))
    wide = _wide_encoding(data)
    if wide:
        return Decoded(data.decode(wide, "replace").removeprefix(BOM), wide)
    text = decode(data, file)
    if isinstance(text, str):
        return _mended(text.removeprefix(BOM), file)
    if text.code != "CC002":
        return text
    return _nearly_utf8(data, file) or _single_bytes(data, file) or text


def as_utf8(data: bytes) -> tuple[bytes, str | None]:
    """Bytes in UTF-16 or UTF-32 as UTF-8, and the name of the encoding; others as they are."""
    wide = _wide_encoding(data)
    return (data.decode(wide, "replace").encode(), wide) if wide else (data, None)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by the mark at its beginning or since most of its signs are half NUL."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return None if marked == "utf-8-sig" else marked
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if b"\0" not in sample:
        return None
    even, odd = (sample[first::2].count(0) * 2 / len(sample) for first in (0, 1))
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _nearly_utf8(data: bytes, file: str) -> Decoded | None:
    """UTF-8 with a few bytes in it that are not: each is one lost sign."""
    text = data.decode("utf-8", "surrogateescape")
    lost = re.findall("[\udc80-\udcff]", text)
    if len(_BEYOND.findall(re.sub("[\udc80-\udcff]", "", text))) < 3 * len(lost):
        return None
    at = len(text[: text.index(lost[0])].encode("utf-8", "surrogateescape"))
    more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
    message = f"is not UTF-8: byte 0x{data[at]:02x} at position {at} is replaced{more}"
    note = at_byte(data, file, at, "CC002", message)
    plain = re.sub("[\udc80-\udcff]", "\ufffd", text)
    return Decoded(plain.removeprefix(BOM), "utf-8", note)


def _single_bytes(data: bytes, file: str) -> Decoded | None:
    """The encoding of one byte a sign in which the fewest signs stand where they cannot."""
    best: tuple[int, int, str, str] | None = None
    for name in input_data("encodings")["single"]:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        odd, usual = _judge(text)
        if best is None or (odd, -usual) < best[:2]:
            best = (odd, -usual, name, text)
    if best is None or not best[1] or best[0] > -best[1] // 10:
        return None
    at = next(i for i, byte in enumerate(data) if byte > 0x7F)
    shown = input_data("encodings")["names"].get(best[2], best[2])
    message = f"is not UTF-8 and is read as {shown}"
    note = at_byte(data, file, at, "CC002", message, _ADVICE)
    return Decoded(best[3], shown.lower(), note)


def _judge(text: str) -> tuple[int, int]:
    """How many signs beyond ASCII stand where none of their kind does, and how many where they
    usually do."""
    odd = usual = 0
    for found in islice(_BEYOND.finditer(text), _JUDGED):
        for at in range(found.start(), min(found.end(), found.start() + _JUDGED)):
            kind = _stands(text, at)
            odd += kind < 0
            usual += kind > 0
    return odd, usual


def _stands(text: str, at: int) -> int:
    """-1: no sign of this kind stands here in English copy; 1: it usually does; 0: it may."""
    sign, data = text[at], input_data("encodings")
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign.isalpha():
        return _letter_stands(text, at, data["letters"])
    if sign in data["openers"] and (not before or not before.isalnum()):
        return 1 if after.isalnum() or after in data["closers"] else 0
    if sign in data["closers"]:
        return 1 if before.strip() else -1
    if sign in data["dashes"]:
        return 1
    if sign in data["beside_numbers"]:
        return 1 if before.isdigit() or after.isdigit() else 0
    return 0 if sign in data["blanks"] else -1


def _letter_stands(text: str, at: int, usual: str) -> int:
    """A letter stands within a word of its own script, large only where large letters do."""
    word = next(m for m in _WORD.finditer(text, max(0, at - 40), at + 40) if m.end() > at)
    same = [letter for letter in word[0] if letter > "\u024f"]
    if same and len(same) < len(word[0]):
        return -1
    if text[at].isupper() and word.start() < at and text[at - 1].islower():
        return -1
    cyrillic = bool(same) and "а" <= text[at].lower() <= "ґ"
    known = cyrillic or text[at].lower() in usual
    return 1 if known and len(word[0]) > 1 else 0


def _mended(text: str, file: str) -> Decoded:
    """A text without what comes of reading UTF-8 as Windows-1252 or -1251 and writing it again."""
    for name, pattern in input_data("encodings")["misread"].items():
        runs = re.compile(pattern)
        mended = {run: _read_again(run, name) for run in runs.findall(text)}
        if not mended or None in mended.values():
            continue
        shown, first = input_data("encodings")["names"][name], next(iter(mended))
        example = f"“{first}” is “{mended[first]}”"
        message = f"is UTF-8 that was read as {shown} and is read again: {example}"
        note = _note_at(text, file, text.index(first), message)
        pieces = (mended.get(piece) or piece for piece in _cut(text, runs))
        return Decoded("".join(pieces), f"utf-8 as {shown}", note)
    return Decoded(text)


def _cut(text: str, runs: re.Pattern[str]) -> Iterator[str]:
    """A text in pieces: the runs that a pattern finds, and what stands between."""
    at = 0
    for found in runs.finditer(text):
        yield text[at : found.start()]
        yield found[0]
        at = found.end()
    yield text[at:]


def _note_at(text: str, file: str, at: int, message: str) -> Problem:
    before = text[:at].encode("utf-8", "surrogatepass")
    return at_byte(
        text.encode("utf-8", "surrogatepass"), file, len(before), "CC002", message, _ADVICE
    )


def _read_again(run: str, name: str) -> str | None:
    """The signs that some misread ones stand for; bytes that the encoding lacks stand as they are,
    or are lost."""
    if run in (cut := input_data("encodings")["cut"]):
        return str(cut[run])
    data = b"".join(
        bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode(name, "replace")
        for sign in run
    )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
