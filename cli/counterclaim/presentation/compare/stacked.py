"""One question on a terminal: the verdict in plain words, then who says what.

The two sides that the verdict is about come first: below one another, or face to face where the
terminal is wide enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison, Position, Question
from counterclaim.comparison.types import NO_PARTY
from counterclaim.presentation.compare.numbering import number_articles, shown
from counterclaim.presentation.compare.table import CLAIMS_SHOWN, rest_words, verdict_style
from counterclaim.presentation.compare.telling import (
    ClaimLines,
    refs,
    tell_position,
    tell_verdict,
)
from counterclaim.presentation.compare.words import (
    NARRATOR,
    Line,
    SideName,
    Style,
    lead_entries,
    make_style,
    one_line,
    reason_words,
    side_heading,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

LABEL_WIDTH = 14
FACING_WIDTH = 100  # columns from which two sides stand face to face
READABLE = 120  # columns that a line of words may have
_CLASHES = ("disputed", "tension", "numbers differ")
_SIDE_STYLES = ("bold blue", "bold magenta", "bold cyan", "bold green")  # legible on light and dark
_INDENT = 2


class Page:
    """What all questions of one comparison share when they are printed."""

    def __init__(
        self, comparison: Comparison, name: SideName, width: int, most: int | None = CLAIMS_SHOWN
    ) -> None:
        self.comparison, self.name, self.most = comparison, name, most
        self.width = min(width, READABLE)
        self.style: Style = make_style(comparison)
        self.articles = number_articles(shown(comparison))
        sides = {p.side for q in comparison.questions for p in q.positions}
        parties = sorted(sides - set(NO_PARTY))
        self._colours = {
            side: _SIDE_STYLES[at % len(_SIDE_STYLES)] for at, side in enumerate(parties)
        }
        self.label_width = min(max(map(len, map(self.label, sides)), default=0), LABEL_WIDTH)

    def label(self, side: str) -> str:
        """Name a side shortly."""
        if side == NARRATOR:
            return "Article" if self.comparison.articles == 1 else "Articles"
        return side_heading(side, self.comparison, self.name)

    def colour(self, side: str) -> str:
        """Give a side its colour, which only supports its name."""
        return self._colours.get(side, "bold")

    def tell(self, position: Position, question: Question) -> list[RenderableType]:
        """Tell the claims of one side, and how many more there are."""
        found = tell_position(position, question, self.style, self.articles, self.most)
        several = len(self.articles) > 1
        told = [_claim(claim, known=several) for claim in found]
        return [*told, *_rest(position, question, self.most)]


def build_question(question: Question, page: Page) -> RenderableType:
    """Build one question under its number.

    >>> console.print(build_question(question, Page(comparison, side_name, 80)))
    1 WHO HOLDS OR GAINS GROUND?                                           DISPUTED
      Defence Ministry (Russia): its forces hold Lyman. Army (Ukraine) denies that.
    ...
    """
    from rich.console import Group  # noqa: PLC0415
    from rich.constrain import Constrain  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    first, others = _order(question)
    verdict = Text(tell_verdict(question, page.style, page.name))
    why = one_line(reason_words(question, page.style))
    if why and not verdict.plain.casefold().startswith(why.casefold()[:20]):
        verdict.append(f" [{one_line(question.reason)}]", style="dim")
    facing = len(first) == 2 and page.width >= FACING_WIDTH
    clash = question.verdict in _CLASHES and len(lead_entries(question)) == 2
    parts: list[RenderableType] = [Padding(verdict, (0, 0, 1, _INDENT))]
    if facing:
        parts.append(Padding(_facing(first, question, page, clash=clash), (0, 0, 1, _INDENT)))
        first = []
    if first or others:
        rows = _stack([*first, *others], question, page, len(first) if clash else 0)
        parts.append(Padding(rows, (0, 0, 1, _INDENT)))
    return Constrain(Group(question_title(question, page.width), *parts), page.width)


def question_title(question: Question, width: int) -> Table:
    """Head a question: its number and words on the left, the verdict on the right."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    title = Table.grid(padding=(0, 1))
    title.width = width
    title.add_column(ratio=1)
    title.add_column(justify="right", no_wrap=True)
    verdict = Text(question.verdict.upper(), style=verdict_style(question.verdict))
    words = f"{question.number or ''} {question.short.upper()}".strip()
    title.add_row(Text(words, style="bold"), verdict)
    return title


def _order(question: Question) -> tuple[list[Position], list[Position]]:
    """Part the sides: the two that the verdict is about, or the first two parties, and the rest."""
    leading = list(dict.fromkeys(e.group for e in lead_entries(question)))
    parties = [p.side for p in question.positions if p.side not in NO_PARTY]
    chosen = leading if len(leading) == 2 else parties if len(parties) == 2 else leading
    by_side = {p.side: p for p in question.positions}
    first = [by_side[side] for side in chosen if side in by_side]
    return first, [p for p in question.positions if p not in first]


def _stack(positions: Sequence[Position], question: Question, page: Page, facing: int) -> Table:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 2))
    grid.width = page.width - _INDENT
    grid.add_column(width=page.label_width, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    for at, position in enumerate(positions):
        if facing == 2 and at == 1:
            grid.add_row(Text("⇅", style="bold red", justify="center"), Text(""))
        label = Text(page.label(position.side), style=page.colour(position.side))
        for told in page.tell(position, question):
            grid.add_row(label, told)
            label = Text("")
    return grid


def _facing(positions: Sequence[Position], question: Question, page: Page, *, clash: bool) -> Table:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Table(
        box=box.MINIMAL, show_header=False, show_edge=False, padding=(0, 1), pad_edge=False
    )
    grid.width = page.width - _INDENT
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    heads = [Text(page.label(p.side), style=page.colour(p.side)) for p in positions]
    heads[0].append("  ⇄" if clash else "", style="bold red")
    grid.add_row(*heads)
    told = [page.tell(position, question) for position in positions]
    for cells in zip_longest(*told, fillvalue=Text("")):
        grid.add_row(*cells)
    return grid


def _claim(told: ClaimLines, *, known: bool) -> RenderableType:
    """Write one claim: who and how, then the words, then what is to be noted."""
    from rich.console import Group  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    head = Text(told.head, style="bold")
    words = Text(told.words)
    words.append(f" ({told.notes})" if told.notes else "", style="dim")
    last = head if told.head else words
    if told.stance and told.head:
        head.append(f", {told.stance}")
    last.append(f" {refs(told)}" if known else "", style="dim")
    return Group(head, Padding(words, (0, 0, 0, _INDENT))) if told.head else words


def _rest(position: Position, question: Question, most: int | None) -> list[RenderableType]:
    from rich.text import Text  # noqa: PLC0415

    words = rest_words(position, most)
    told = f"{words}: --topic {question.topic} --all" if words else ""
    return [Text(told, style="dim")] if told else []


def sentence(line: Line) -> str:
    """One claim in a sentence: ``"✓ General Staff, 25 Jan, confirms “…” (surroundings)"``."""
    head = f"{line.head}, {line.relay}" if line.head and line.relay else line.head
    where = f" ({line.where})" if line.where else ""
    said = (f"{head}, {line.verb}" if head else line.verb) if line.verb else f"{head}:"
    parts = (line.mark, said if head or line.verb else "", line.words, line.flag)
    note = f" [{line.note}]" if line.note else ""
    return " ".join(part for part in parts if part) + where + note
