"""Positions over time: days as rows, sides as columns; on a narrow terminal, day after day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison
from counterclaim.comparison.views.timeline import (
    CHANGED,
    REPEATED,
    Course,
    Moment,
    Timeline,
    order,
)
from counterclaim.presentation.compare.stacked import LABEL_WIDTH, question_title, sentence
from counterclaim.presentation.compare.table import (
    CLAIMS_SHOWN,
    cell_text,
)
from counterclaim.presentation.compare.words import (
    CHANGE,
    SILENT,
    Line,
    SideName,
    Style,
    day_words,
    make_line,
    make_style,
    one_line,
    side_heading,
    signs_used,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_WHEN_WIDTH, _LEAST_WIDTH = 14, 17
_WIDE = 100
_UNDATED = "not dated"
Day = tuple[str | None, bool]


def build_timelines(
    timelines: Sequence[Timeline], comparison: Comparison, name: SideName, width: int
) -> tuple[list[RenderableType], list[str]]:
    """Build the course of every question, and list the signs in use."""
    style = make_style(comparison)
    parts: list[RenderableType] = []
    shown: list[str] = []
    for timeline in timelines:
        parts += [*([] if parts else [""]), question_title(timeline.question, width)]
        heads = [side_heading(course.side, comparison, name) for course in timeline.courses]
        build = _table if _fits(len(heads), width) else _stack
        part, signs = build(timeline, heads, style, width)
        parts.append(part)
        shown += signs
    return parts, shown


def change_words(moment: Moment, stems: Sequence[str], style: Style) -> str:
    """Say what a claim does to an earlier one: ``"Δ was “the town is ours” (Petrenko, 3 Mar)"``."""
    if moment.of is None:
        return ""
    earlier = make_line(moment.of, stems, style)
    whose = f"{earlier.head}" if earlier.head else "the articles"
    if moment.change == REPEATED:
        return f"as before ({whose})"
    return f"{CHANGE} was {earlier.words} ({whose})"


def now_words(course: Course, stems: Sequence[str], style: Style) -> str:
    """Say where a side stands: its new position where it has changed, else its last word's day.

    >>> now_words(course, ["take", "hold"], style)
    '“the town is lost”, since 5 Mar; was “the town is ours”'
    """
    last = course.moments[-1] if course.now.day is None else course.now
    if course.was is not None:
        was, line = make_line(course.was, stems, style), make_line(course.now.entry, stems, style)
        says = " ".join(part for part in (line.mark, line.verb, line.words) if part)
        return f"{says}, {_since(course.now, style)}; was {was.words}"
    if last.day is None:
        return _UNDATED
    days = {moment.day for moment in course.moments if moment.day}
    word = f"last word {when_words(last, style)}"
    return f"no change seen; {word}" if len(days) > 1 else word


def _since(moment: Moment, style: Style) -> str:
    """Since when: ``"since 5 Mar"``; of a day of printing alone, ``"since 5 Mar or before"``."""
    if not moment.day:
        return _UNDATED
    day = day_words(moment.day, years=style.years)
    return f"since {day}" if moment.said else f"since {day} or before"


def shows_now(timeline: Timeline) -> bool:
    """Tell whether a side has spoken on several days, so that there is a now and a before."""
    return any(len({moment.day for moment in c.moments}) > 1 for c in timeline.courses)


def when_words(moment: Moment, style: Style) -> str:
    """Write the day of a moment: ``"25 Jan"``, ``"by 25 Jan"`` when printed, or "not dated"."""
    if not moment.day:
        return _UNDATED
    day = day_words(moment.day, years=style.years)
    return day if moment.said else f"by {day}"


def moments_of(timeline: Timeline) -> list[tuple[Course, Moment]]:
    """List the moments of all sides in one order of time."""
    pairs = [(course, moment) for course in timeline.courses for moment in course.moments]
    return sorted(pairs, key=lambda pair: order(pair[1]))


def _days(timeline: Timeline) -> list[tuple[Day, list[tuple[Course, Moment]]]]:
    """Gather the moments of each day, said and printed apart."""
    pairs = sorted(moments_of(timeline), key=lambda pair: order(pair[1])[:3])
    grouped = groupby(pairs, key=lambda pair: (pair[1].day, pair[1].said))
    return [(day, list(members)) for day, members in grouped]


def _fits(sides: int, width: int) -> bool:
    return width >= _WIDE and width - _WHEN_WIDTH - 2 * (sides + 1) >= sides * _LEAST_WIDTH


def _table(
    timeline: Timeline, heads: Sequence[str], style: Style, width: int
) -> tuple[RenderableType, list[str]]:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE, width=width, leading=1, pad_edge=False, header_style="bold")
    table.add_column("When", width=_WHEN_WIDTH)
    for head in heads:
        table.add_column(head, ratio=1)
    stems = timeline.question.stems
    shown: list[str] = []
    for _, members in _days(timeline):
        cells = []
        for course in timeline.courses:
            mine = [moment for owner, moment in members if owner is course]
            text, signs = _cell(mine, course, timeline, style)
            shown += signs
            cells.append(text)
        table.add_row(when_words(members[0][1], style), *cells)
    if shows_now(timeline):
        now = [Text(now_words(course, stems, style)) for course in timeline.courses]
        table.add_row(Text("Now", style="bold"), *now)
    return table, shown


def _cell(
    moments: Sequence[Moment], course: Course, timeline: Timeline, style: Style
) -> tuple[Text, list[str]]:
    from rich.text import Text  # noqa: PLC0415

    if not moments:
        return Text(SILENT, style="dim"), [SILENT]
    shown = [_line(moment, timeline, style) for moment in _weightiest(moments, course)]
    rest = len(moments) - len(shown)
    text = cell_text(shown, f"+{rest} more" if rest else "")
    return text, _signs(shown, timeline)


def _stack(
    timeline: Timeline, heads: Sequence[str], style: Style, _width: int
) -> tuple[RenderableType, list[str]]:
    from rich.console import Group  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    parts: list[RenderableType] = []
    shown: list[str] = []
    for _, members in _days(timeline):
        grid = _grid(heads)
        for course, head in zip(timeline.courses, heads, strict=True):
            mine = [moment for owner, moment in members if owner is course]
            lines = [_line(moment, timeline, style) for moment in _weightiest(mine, course)]
            shown += _signs(lines, timeline)
            rest = [f"+{len(mine) - len(lines)} more"] if len(mine) > len(lines) else []
            for index, words in enumerate([*map(sentence, lines), *rest]):
                grid.add_row(Text("" if index else head), Text(words))
        when = Text(when_words(members[0][1], style), style="bold")
        parts += [Padding(when, (0, 0, 0, 2)), Padding(grid, (0, 0, 0, 4))]
    if shows_now(timeline):
        grid = _grid(heads)
        for course, head in zip(timeline.courses, heads, strict=True):
            grid.add_row(Text(head), Text(now_words(course, timeline.question.stems, style)))
        parts += [Padding(Text("Now", style="bold"), (0, 0, 0, 2)), Padding(grid, (0, 0, 0, 4))]
    return Group(*parts, ""), shown


def _grid(heads: Sequence[str]) -> Table:
    from rich.table import Table  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=min(max(map(len, heads)), LABEL_WIDTH))
    grid.add_column(ratio=1)
    return grid


def _weightiest(moments: Sequence[Moment], course: Course) -> list[Moment]:
    """Take the moments of one cell that there is room for: changes first, then as in the table."""
    rank = {entry.claim.id: index for index, entry in enumerate(course.ranked)}
    by_weight = sorted(moments, key=lambda m: (m.change != CHANGED, rank[m.entry.claim.id]))
    return by_weight[:CLAIMS_SHOWN]


def _line(moment: Moment, timeline: Timeline, style: Style) -> Line:
    """Give the line of a claim without its day, which stands in the row."""
    stems = timeline.question.stems
    line = make_line(moment.entry, stems, style)
    changed = change_words(moment, stems, style)
    return replace(line, when="", note=one_line(changed or line.note))


def _signs(lines: Sequence[Line], timeline: Timeline) -> list[str]:
    changed = [line.note[:1] for line in lines if line.note]
    return [*signs_used(timeline.question, lines)[1:], *changed]
