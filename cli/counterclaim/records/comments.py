"""A record written anew with the comments that its file has had.

A comment in a line of its own belongs to what comes next, one behind something to that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.records.model import Record
from counterclaim.records.positions import BREAK, Marks, Path
from counterclaim.records.reading import RecordShapeError, record_from_dict
from counterclaim.records.strict_yaml import parse
from counterclaim.records.yaml_io import dump_record

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, and what it belongs to; None: it comes after everything."""

    words: str
    path: Path | None
    behind: bool


def dump_with_comments(record: Record, text: str) -> str:
    """The YAML of a record with the comments of `text`, the file it was read from. Those on what is
    no longer written go to what comes next. The same again gives the same.

    >>> print(dump_with_comments(record, text).splitlines()[0])
    # ask the mayor
    """
    written, comments = dump_record(record), find_comments(text)
    if not comments:
        return written
    order = [path for _, path in _starts(parse(text, "")[2])]
    placed = [replace(c, path=_still(c.path, order, written)) for c in comments]
    found = _woven(written, placed)
    if _record(found) == record:
        return found
    return _woven(written, [replace(comment, behind=False) for comment in placed])


def find_comments(text: str) -> list[Comment]:
    r"""The comments of a record file, in order.

    >>> [c.words for c in find_comments("a: 1  # one\n# two\nb: 'x # y'\n")]
    ['# one', '# two']
    """
    if "#" not in text:
        return []
    marks = parse(text, "")[2]
    taken, starts = sorted(_scalars(marks)), _starts(marks)
    found = []
    for number, line in enumerate(BREAK.split(text)):
        column = _comment_at(number, line, taken)
        if column is None:
            continue
        behind = bool(line[:column].strip())
        at = bisect_left(starts, ((number, 0 if behind else column), ()))
        path = starts[at][1] if at < len(starts) else None
        found.append(Comment(line[column:].rstrip(), path, behind))
    return found


def _comment_at(number: int, line: str, taken: Sequence[tuple[Spot, Spot]]) -> int | None:
    """Where a comment begins in a line: at a sign that stands in no key and no value."""
    column = line.find("#")
    while column >= 0:
        free = column == 0 or line[column - 1] in " \t"
        if free and not any(start <= (number, column) < end for start, end in taken):
            return column
        column = line.find("#", column + 1)
    return None


def _starts(marks: Marks) -> list[tuple[Spot, Path]]:
    """Where every key and item begins, in the order of the file."""
    spots = {**marks.values, **marks.keys}
    return sorted(((start.line, start.column), path) for path, (start, _) in spots.items())


def _scalars(marks: Marks) -> Iterator[tuple[Spot, Spot]]:
    """Where keys and single values stand; between those of a list or mapping are comments."""
    outer = {path[:-1] for path in (*marks.values, *marks.keys)}
    for spots, every in ((marks.keys, True), (marks.values, False)):
        for path, (start, end) in spots.items():
            if every or path not in outer:
                yield (start.line, start.column), (end.line, end.column)


def _still(path: Path | None, order: Sequence[Path], written: str) -> Path | None:
    """What a comment belongs to in what is written: the same, or what came next and is there."""
    there = {path for _, path in _starts(parse(written, "")[2])}
    if path is None or path in there:
        return path
    return next((p for p in order[order.index(path) :] if p in there), None)


def _woven(written: str, comments: Sequence[Comment]) -> str:
    """Lines with comments before and behind them. One on something within a line goes to the line
    that holds it whole."""
    lines = written.splitlines()
    leading: dict[Path, int] = {}
    for (line, column), path in _starts(parse(written, "")[2]):
        if not lines[line][:column].strip("- "):
            leading[path] = line
    before: dict[int, list[str]] = defaultdict(list)
    behind: dict[int, list[str]] = defaultdict(list)
    for comment in comments:
        at = len(lines) if comment.path is None else _line(comment.path, leading)
        (behind if comment.behind and at < len(lines) else before)[at].append(comment.words)
    out = []
    for number, line_text in enumerate(lines):
        indent = " " * (len(line_text) - len(line_text.lstrip()))
        out += [f"{indent}{words}" for words in before[number]]
        out.append("  ".join([line_text, *behind[number]]))
    return "\n".join([*out, *before[len(lines)]]) + "\n"


def _line(path: Path, leading: dict[Path, int]) -> int:
    while path and path not in leading:
        path = path[:-1]
    return leading[path]


def _record(text: str) -> Record | None:
    value, problems, _ = parse(text, "")
    try:
        return None if problems else record_from_dict(value)
    except RecordShapeError:
        return None
