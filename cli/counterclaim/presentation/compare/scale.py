"""Numbers on one scale: who gives which range, drawn in a line each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counterclaim.comparison.views.number_scales import Scale, ScaleEntry
from counterclaim.presentation.compare.words import Style, make_line, one_line, quote

if TYPE_CHECKING:
    from rich.console import RenderableType

NARROW = 74
LEAST_BAR, MOST_BAR = 12, 40
_WHO, _ARROW = 32, 3
_ARTICLE = "the article"
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Pen:
    """The signs a bar is drawn with."""

    left: str
    line: str
    right: str
    point: str
    less: str  # the number has no lower end
    more: str  # the number has no upper end


LINES = Pen("├", "─", "┤", "●", "◀", "▶")
ASCII = Pen("|", "-", "|", "o", "<", ">")


def choose_pen(environ: Mapping[str, str]) -> Pen:
    """Choose plain signs where ``NO_UNICODE`` is set or the terminal is dumb.

    >>> choose_pen({"NO_UNICODE": "1"}).more
    '>'
    """
    plain = environ.get("NO_UNICODE") or environ.get("TERM") == "dumb"
    return ASCII if plain else LINES


def draw_bar(low: float | None, high: float | None, room: int, pen: Pen) -> str:
    """Draw a range in `room` columns; its ends are shares of the scale, None where it is open.

    >>> draw_bar(0.5, 0.75, 12, ASCII)
    '    |-|'
    >>> draw_bar(0.75, None, 12, ASCII)
    '      |---->'
    """
    first, last = (round((end or 0) * (room - 1 - _ARROW)) for end in (low, high))
    last = room - 1 if high is None else last
    if low is not None and high is not None and first == last:
        return " " * first + pen.point
    left = pen.left if low is not None else pen.less
    right = pen.right if high is not None else pen.more
    return " " * first + left + pen.line * (last - first - 1) + right


def build_scales(scales: Iterable[Scale], style: Style, width: int) -> list[RenderableType]:
    """Draw the figures that count one thing, scale by scale."""
    from rich.console import Group  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    pen = choose_pen(os.environ)
    parts: list[RenderableType] = []
    for scale in scales:
        heading = Text(scale_heading(scale), style="bold")
        grid = _grid(scale, style, width - 2, pen)
        parts.append(Padding(Group(heading, grid, ""), (0, 0, 0, 2)))
    return parts


def scale_heading(scale: Scale) -> str:
    """Head a scale: ``"Killed, on one scale"``."""
    what = one_line(scale.what).replace("_", " ")
    steep = ", by powers of ten" if scale.steep else ""
    return f"{what[:1].upper()}{what[1:]}, on one scale{steep}"


def shares(scale: Scale, figure: ScaleEntry) -> tuple[float | None, float | None]:
    """Place both ends of a figure on its scale."""
    low, high = figure.low, figure.high
    return (
        None if low is None else scale.share(low),
        None if high is None else scale.share(high),
    )


def who_words(figure: ScaleEntry, style: Style, room: int | None = None) -> str:
    """Name who gives a figure, and when; in `room` columns the name gives way, not the day.

    >>> who_words(figure, style, 24)
    'World Health Or…, 1 Feb'
    """
    line = make_line(figure.entry, (), style)
    who, day = line.who or _ARTICLE, f", {line.when}" if line.when else ""
    if room is not None and len(who) + len(day) > room:
        who = f"{who[: max(room - len(day) - 1, 1)].rstrip()}…"
    return who + day


def said_words(figure: ScaleEntry) -> str:
    """Quote a figure with a few words of its claim, which tell who or what is counted.

    >>> said_words(figure)
    '“Thirteen peacekeepers were killed around …”'
    """
    text, mention = one_line(figure.entry.claim.text), one_line(figure.words)
    before, found, after = text.partition(mention) if mention else (text, "", "")
    if not found:
        return quote(mention)
    words, rest = before.split(), after.split() if after[:1].isspace() else []
    if len(rest) > 1:
        cut = " …" if len(rest) > _AROUND else ""
        return quote(" ".join([mention, *rest[:_AROUND]]) + cut)
    cut = "… " if len(words) > _AROUND else ""
    return quote(cut + " ".join([*words[-_AROUND:], mention]))


def figure_words(figure: ScaleEntry) -> str:
    """Write the range of a figure: ``"20–30"``, ``"≥45"``, ``"≤9"``.

    >>> figure_words(figure)
    '≥112'
    """
    low, high = (None if n is None else number_words(n) for n in (figure.low, figure.high))
    denied = "✗ " if figure.entry.claim.stance == "denies" else ""
    if low is None or high is None:
        return f"{denied}≤{high}" if low is None else f"{denied}≥{low}"
    return f"{denied}{low}" if low == high else f"{denied}{low}–{high}"


def number_words(number: float) -> str:
    """Write a number with commas: ``"465,000"``."""
    return f"{number:,.10g}"


def _grid(scale: Scale, style: Style, width: int, pen: Pen) -> RenderableType:
    """Lay out one line a figure: who, the range, the bar, and the words where they have room."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    longest = max(len(who_words(figure, style)) for figure in scale.figures)
    ranges = [figure_words(figure) for figure in scale.figures]
    words = [said_words(figure) for figure in scale.figures]
    number = max(map(len, ranges))
    narrow = width < NARROW
    who = min(longest, width - number - LEAST_BAR - 4 if narrow else max(_WHO, width // 4))
    left = width - who - number - (4 if narrow else 6)
    most = left if narrow else left - min(max(map(len, words)), left // 2)
    room = max(LEAST_BAR, min(MOST_BAR, most))
    table = Table.grid(padding=(0, 2))
    for column in (who, number, room, *([] if narrow else [max(left - room, 1)])):
        table.add_column(width=column, no_wrap=True, overflow="ellipsis")
    for figure, shown, said in zip(scale.figures, ranges, words, strict=True):
        bar = Text(draw_bar(*shares(scale, figure), room, pen))
        cells = (Text(who_words(figure, style, who)), Text(shown, justify="right"), bar)
        table.add_row(*cells, *([] if narrow else [Text(said, style="dim")]))
    end = number_words(scale.most).rjust(room - 1 - _ARROW)
    table.add_row("", "", Text(f"0{end}", style="dim"))
    return table
