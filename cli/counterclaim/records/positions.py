"""Where things stand in a file: lines, columns, and problems that point at them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from counterclaim.records.codes import CODES
from counterclaim.records.problem import Problem

Path = tuple[str | int, ...]
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # the line breaks of YAML 1.1


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: line and column from 1, width in code points."""

    line: int
    column: int
    width: int = 1


@dataclass(slots=True)
class Marks:
    """Where the keys and the values of a YAML file stand, by path: ``("events", 3, "stance")``."""

    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)

    def value(self, path: Path) -> Mark:
        """The mark of a value, or of the nearest thing around it that the file has."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Mark(1, 1))

    def key(self, path: Path) -> Mark:
        """The mark of a key, or of its value when it has none (an item of a list)."""
        return self.keys.get(path) or self.value(path)


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
            self._lines = _BREAK.split(self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def mark(self, offset: int) -> Mark:
        """The mark of an offset in code points."""
        line, start = 1, 0
        for line_break in _BREAK.finditer(self.text, 0, offset):
            line, start = line + 1, line_break.end()
        return Mark(line, offset - start + 1)

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
