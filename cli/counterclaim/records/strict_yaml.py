"""YAML without its traps: what is written is what is read, and nothing can explode.

Only `true`, `false`, `null` and numbers are typed. Dates, times of day, `NO` and `0123` stay the
text they are. Tags, anchors and aliases are refused, a key given twice is a problem, depth and
size are bounded. The tree is built from parser events, without recursion, so that depth is
checked before anything is built. The quick parser looks ahead of its events and may give up on
depth by a limit of its own; that is the same answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from counterclaim.records.decoding import BOM, LARGEST, too_large
from counterclaim.records.positions import Mark, Marks, Path, SourceText
from counterclaim.records.problem import Problem

DEEPEST = 40
_SLOW_BUT_CLEAR = 100_000  # up to this size the Python parser words the error
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?(?:[eE][-+]?[0-9]{1,3})?\Z")
_GAVE_UP = "exceeded maximum nesting depth"  # libyaml, from PyYAML 6.0.4
_HINTS = (
    ("mapping values", "put a text that has a colon in it between quotation marks"),
    ("found character", "put a text that begins with a sign between quotation marks; no tabs"),
)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class _Refused(Exception):  # noqa: N818 it is an exit from the loop, never seen outside
    """Reading cannot go on; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    value: list[Any] | dict[str, Any]
    path: Path
    key: str | None = None


def parse(text: str, file: str, *, numbers: bool = True) -> tuple[Any, list[Problem], Marks]:
    r"""Read YAML: its value, its problems, and where everything stands.

    `numbers`: whether what looks like a number is one, or the text it is. The value is None when
    reading had to stop; keys given twice are problems that do not stop it.

    >>> parse("side: NO\nsaid: 2023-01-25\nlow: 30", "notes.yaml")[0]
    {'side': 'NO', 'said': '2023-01-25', 'low': 30}
    """
    builder = _Builder(SourceText(file, text), numbers=numbers)
    try:
        builder.refuse_characters()
        for event in builder.events():
            builder.take(event)
    except _Refused as refusal:
        return None, [*builder.problems, refusal.problem], builder.marks
    return builder.value, builder.problems, builder.marks


class _Builder:
    """Builds values out of parser events and remembers where they stand."""

    def __init__(self, source: SourceText, *, numbers: bool) -> None:
        self.source = source
        self._numbers = numbers
        self.value: Any = None
        self.problems: list[Problem] = []
        self.marks = Marks(source)
        self._stack: list[_Frame] = []
        self._firsts: dict[Path, int] = {}  # where a key that is given twice stands first
        self._documents = 0

    def refuse_characters(self) -> None:
        """Stop at what no text file has: too much of it, a byte order mark, controls."""
        text = self.source.text
        if len(text) > LARGEST:
            raise _Refused(too_large(self.source.file, len(text)))
        if text.startswith(BOM):
            self._refuse("CC005", "begins with a byte order mark", Mark(1, 1))
        if found := _UNPRINTABLE.search(text):
            mark = self.source.mark(found.start())
            self._refuse("CC003", f"control character U+{ord(found[0]):04X}", mark)

    def events(self) -> Iterator[Any]:
        """The events of the quick parser; on an error the slow one says it better."""
        try:
            yield from yaml.parse(self.source.text, Loader=_LOADER)
        except (yaml.YAMLError, ValueError) as error:  # an escape may name no character
            if getattr(error, "problem", None) == _GAVE_UP:
                place: Any = getattr(error, "problem_mark", None)
                self._refuse_depth(self.source.between(place, place))
            raise _Refused(self._syntax(_worded(self.source.text) or error)) from error

    def take(self, event: Any) -> None:
        """Add one event to what has been read."""
        if isinstance(event, yaml.NodeEvent):
            if event.anchor is not None or getattr(event, "tag", None) is not None:
                self._refuse_tricks(event)
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(self._stack.pop(), event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse("CC015", "a second document begins here", self._mark(event))

    def _refuse_tricks(self, event: Any) -> None:
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            word = "alias" if sign == "*" else "anchor"
            self._refuse("CC013", f"{word} {sign}{event.anchor}", self._mark(event))
        self._refuse("CC012", f"tag {_written(event.tag)}", self._mark(event))

    def _take_node(self, event: Any) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.value, dict) and frame.key is None:
            self._take_key(frame, event)
            return
        if isinstance(event, yaml.ScalarEvent):
            self._add(frame, _typed(event, numbers=self._numbers), event)
            return
        value: list[Any] | dict[str, Any] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        path = self._add(frame, value, event)
        if len(self._stack) >= DEEPEST:
            self._refuse_depth(self._mark(event))
        self._stack.append(_Frame(value, path))

    def _refuse_depth(self, mark: Mark) -> None:
        self._refuse("CC014", f"nested more than {DEEPEST} levels deep", mark)

    def _take_key(self, frame: _Frame, event: Any) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse("CC010", "a key must be a word", self._mark(event))
        frame.key = event.value
        path = (*frame.path, event.value)
        if event.value in frame.value:
            first = self._firsts.setdefault(path, self.marks.key(path).line)
            message = f"`{event.value}` is given twice: here and in line {first}"
            self.problems.append(self.source.problem("CC011", message, self._mark(event)))
        self.marks.keys[path] = event.start_mark, event.end_mark

    def _add(self, frame: _Frame | None, value: Any, event: Any) -> Path:
        path: Path = ()
        if frame is None:
            self.value = value
        elif isinstance(frame.value, list):
            path = (*frame.path, len(frame.value))
            frame.value.append(value)
        elif frame.key is not None:
            path = (*frame.path, frame.key)
            frame.value[frame.key] = value
            frame.key = None
        self.marks.values[path] = event.start_mark, event.end_mark
        return path

    def _close(self, frame: _Frame, event: Any) -> None:
        """Widen the mark of a list or mapping that ends in the line in which it began."""
        start, _ = self.marks.values[frame.path]
        if event.end_mark.line == start.line:
            self.marks.values[frame.path] = start, event.end_mark

    def _mark(self, event: Any) -> Mark:
        return self.source.between(event.start_mark, event.end_mark)

    def _refuse(self, code: str, message: str, mark: Mark) -> None:
        raise _Refused(self.source.problem(code, message, mark))

    def _syntax(self, error: Exception) -> Problem:
        place = getattr(error, "problem_mark", None)
        context = getattr(error, "context_mark", None)
        words = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        if getattr(error, "context", None):
            words = f"{words} ({error.context})"  # type: ignore[attr-defined]
        if context is not None and place is not None and not self._has_words(place.line):
            place = context  # "unclosed" is told at the end of the file, but wrong at its beginning
        mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
        hint = next((hint for start, hint in _HINTS if words.startswith(start)), "")
        return self.source.problem("CC010", words, mark, hint)

    def _has_words(self, line: int) -> bool:
        return any(self.source.line(n + 1).strip() for n in range(line, line + 2))


def _worded(text: str) -> yaml.YAMLError | None:
    """The error in the words of the Python parser, which names what it found."""
    if len(text) > _SLOW_BUT_CLEAR:
        return None
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        return error
    except ValueError:  # it makes the character of an escape before it asks whether there is one
        return None
    return None


def _written(tag: str) -> str:
    """A tag as it is written: ``!!str`` is short for ``tag:yaml.org,2002:str``."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def _typed(event: yaml.ScalarEvent, *, numbers: bool) -> Any:
    """The value of a scalar. What stands between quotation marks is text, whatever it says."""
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if not numbers:
        return text
    if INTEGER.match(text):
        return int(text)
    if DECIMAL.match(text) and math.isfinite(number := float(text)):
        return number
    return text
