"""A whole comparison on a console: question after question, then the articles by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison
from counterclaim.comparison.views.model import NO_VIEWS, Views
from counterclaim.comparison.views.number_scales import find_scales_once
from counterclaim.presentation.compare.evidence import build_evidence
from counterclaim.presentation.compare.excluded import build_excluded
from counterclaim.presentation.compare.header import GRADED, footer_text, header_text
from counterclaim.presentation.compare.matrix import build_matrix
from counterclaim.presentation.compare.scale import build_scales
from counterclaim.presentation.compare.stacked import Page, build_question
from counterclaim.presentation.compare.table import CLAIMS_SHOWN
from counterclaim.presentation.compare.telling import article_lines
from counterclaim.presentation.compare.timeline import build_timelines
from counterclaim.presentation.compare.words import SideName

ARTICLES_NAMED = 15

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def print_comparison(
    console: Console,
    comparison: Comparison,
    name: SideName,
    *,
    evidence: bool = False,
    every: bool = False,
    views: Views = NO_VIEWS,
    more: bool = True,
) -> None:
    """Print a comparison or, in its stead, the views that are asked for; `evidence` adds every
    claim in full, `every` leaves none out of the table, `more` says what else can be asked.

    >>> print_comparison(out, comparison, side_name)
    """
    width, most = console.width, None if every else CLAIMS_SHOWN
    parts: list[RenderableType] = [header_text(comparison)]
    if views:
        body, shown = _views(views, comparison, name, width)
    else:
        page = Page(comparison, name, width, most)
        body, shown = _questions(page, width, evidence=evidence), []
    body += [f"{GRADED}\n"] if comparison.grades else []
    used = ["--evidence"] if evidence else []
    foot = footer_text(shown, width, [*used, *views.options], more=more)
    _print(console, [*parts, *body, foot])


def _questions(page: Page, width: int, *, evidence: bool) -> list[RenderableType]:
    from rich.text import Text  # noqa: PLC0415

    comparison = page.comparison
    scales = find_scales_once(comparison)
    parts: list[RenderableType] = [""]
    for question in comparison.questions:
        parts.append(build_question(question, page))
        parts += build_scales(scales[question.topic], page.style, page.width)
        if evidence:
            parts.append(build_evidence(question, comparison, page.name))
    named = list(article_lines(page.articles))
    for line in named[:ARTICLES_NAMED]:
        text = Text(line, no_wrap=True)
        text.truncate(width, overflow="ellipsis")
        parts.append(text.append("\n"))
    if rest := named[ARTICLES_NAMED:]:
        parts.append(Text(f"and {len(rest)} more articles\n", style="dim"))
    return [*parts, ""]


def _views(
    views: Views, comparison: Comparison, name: SideName, width: int
) -> tuple[list[RenderableType], list[str]]:
    parts: list[RenderableType] = []
    shown: list[str] = []
    if views.timelines is not None:
        parts, shown = build_timelines(views.timelines, comparison, name, width)
    if views.matrix is not None:
        parts += build_matrix(views.matrix, comparison, name, width)
    if views.excluded is not None:
        parts += build_excluded(views.excluded, comparison)
    return parts, shown


def _print(console: Console, parts: list[RenderableType]) -> None:
    """Print without the spaces a table leaves at the ends of lines."""
    with console.capture() as capture:
        for part in parts:
            console.print(part, end="\n" if part == "" else "")
    lines = capture.get().rstrip("\n").split("\n")
    # What is captured is laid out, styled and safe already.
    console.file.write("\n".join(line.rstrip() for line in lines) + "\n")
