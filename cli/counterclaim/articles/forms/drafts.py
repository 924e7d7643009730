"""What the readers of forms give: the text of an article and what its form says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.articles.encodings import Decoded
from counterclaim.articles.model import Facts
from counterclaim.records.problem import Problem
from counterclaim.version import __version__

_NONE = Facts()


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its form gives it.

    `part` names it within its file ("row 3", "a.html"), `form` is the form of that part, `reader`
    what read it ("html trafilatura 2.3.1"), `encoding` what its bytes were in where that is not
    UTF-8, `wire` the agency that its form credits, `day_from` where its day stands; `notes` tell
    what of it could not be used.
    """

    text: str
    facts: Facts = _NONE
    part: str = ""
    form: str = "text"
    reader: str | None = None
    encoding: str | None = None
    notes: tuple[Problem, ...] = ()
    wire: str | None = None
    day_from: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns or keys of a table or of JSON that hold the text and the day; None: by their
    names."""

    text: str | None = None
    date: str | None = None


Drafts = Iterator[Draft | Problem]


def own_reader(form: str) -> str:
    """What stands in `reader` where this program reads a form by itself, with its version."""
    return f"{form} counterclaim {__version__}"


def as_decoded(draft: Draft, text: Decoded, *, first: bool = True) -> Draft:
    """A draft that says in which encoding its file was; what is not certain of it is told once."""
    note = text.note if first else None
    notes = (*draft.notes, note) if note else draft.notes
    return replace(draft, encoding=text.encoding, notes=notes)
