"""Errors as values: what is wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one input.

    `line` and `column` count from 1 (0: the file as a whole), `width` is the length of the
    offending words in code points, `source_line` is the line as found, `hint` says what to do.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    source_line: str = ""
    width: int = 1
    hint: str = ""

    @property
    def place(self) -> str:
        """`file:line:col`, the form editors and terminals can jump to."""
        return f"{self.file}:{self.line}:{self.column}"
