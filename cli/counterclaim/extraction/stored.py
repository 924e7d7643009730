"""Results that were read in the reading copy, brought back to the text as it is stored."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from counterclaim.language.reading_copy import ReadingCopy

T = TypeVar("T")
_VERBATIM = ("text", "mention")


def as_stored(value: T, copy: ReadingCopy) -> T:
    r"""A record, or any part of one, with spans over the stored text and the words they hold there.

    What has a `span` has its words in `text` or `mention`; what has `spans` has them in `text`; the
    span `words` has none beside it.
    Names and roles are no words of a span: they stay as they were read.

    >>> copy = reading_copy("Ki\u00adev held.")
    >>> as_stored(Mention("Kiev", (0, 4)), copy)
    Mention(text='Ki\xadev', span=(0, 5))
    """
    return value if copy.text == copy.stored else _stored(value, copy)


def _stored(value: Any, copy: ReadingCopy) -> Any:
    if isinstance(value, tuple):
        return tuple(_stored(item, copy) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {f.name: getattr(value, f.name) for f in fields(value)}
    changed = {name: _stored(part, copy) for name, part in parts.items()}
    if parts.get("span") is not None:
        words = next(name for name in _VERBATIM if isinstance(parts.get(name), str))
        changed["span"] = copy.span(parts["span"])
        changed[words] = copy.words(parts["span"])
    if "words" in parts:
        changed["words"] = copy.span(parts["words"])
    if "spans" in parts:
        pieces = tuple(piece for span in parts["spans"] for piece in copy.pieces(span))
        changed["spans"] = pieces
        changed["text"] = " … ".join(copy.stored[start:end] for start, end in pieces)
    return replace(value, **changed)
