"""Where things stand in a file: lines, columns, and problems that point at them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from counterclaim.records.codes import CODES
from counterclaim.records.problem import Problem

Path = tuple[str | int, ...]
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # the line breaks of YAML 1.1


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: line and column from 1, width in code points."""

    line: int
    column: int
    width: int = 1


class Ends(Protocol):
    """Where the YAML parser saw something begin or end: line and column from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Marks:
    """Where the keys and the values of a YAML file stand, by path: ``("events", 3, "stance")``.
    Of the many that are noted few are asked for, so each is worked out then.
    """

    source: SourceText
    keys: dict[Path, tuple[Ends, Ends]] = field(default_factory=dict)
    values: dict[Path, tuple[Ends, Ends]] = field(default_factory=dict)

    def value(self, path: Path) -> Mark:
        """The mark of a value, or of the nearest thing around it that the file has."""
        while path and path not in self.values:
            path = path[:-1]
        return self.source.between(*self.values[path]) if path in self.values else Mark(1, 1)

    def key(self, path: Path) -> Mark:
        """The mark of a key, or of its value when it has none (an item of a list)."""
        return self.source.between(*self.keys[path]) if path in self.keys else self.value(path)


class SourceText:
    r"""A file's text, which makes problems that carry their line.

    >>> source = SourceText("notes.yaml", "side: russia\nside: ukraine\n")
    >>> source.problem("CC011", "`side` is given twice", Mark(2, 1, 4)).place
    'notes.yaml:2:1'
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """One line, counted from 1, without its line break."""
        if self._lines is None:
            self._lines = BREAK.split(self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def mark(self, offset: int) -> Mark:
        """The mark of an offset in code points."""
        line, start = 1, 0
        for line_break in BREAK.finditer(self.text, 0, offset):
            line, start = line + 1, line_break.end()
        return Mark(line, offset - start + 1)

    def between(self, start: Ends, end: Ends) -> Mark:
        """The mark of what the YAML parser saw, as far as it goes in its first line."""
        last = end.column
        if end.line != start.line:
            last = len(self.line(start.line + 1).rstrip())
        return Mark(start.line + 1, start.column + 1, max(1, last - start.column))

    def problem(self, code: str, message: str, mark: Mark, hint: str = "") -> Problem:
        """A problem at a mark, with the advice of its code unless there is a better one."""
        return Problem(
            file=self.file,
            line=mark.line,
            column=mark.column,
            code=code,
            message=message,
            source_line=self.line(mark.line),
            width=mark.width,
            hint=hint or CODES[code].help,
        )


def file_problem(code: str, file: str, message: str, hint: str = "") -> Problem:
    """A problem of a file as a whole, which has no line to show."""
    return Problem(file, 0, 0, code, message, hint=hint or CODES[code].help)
