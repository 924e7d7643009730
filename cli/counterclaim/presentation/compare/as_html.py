"""The comparison as one HTML page: no script, nothing from elsewhere, made to be sent and printed.

The words lie in ``data/comparison/report.html.j2``, the looks in ``report.css``. Whatever the
template prints is cleaned and escaped on its way out, so that no article can put markup on the
page; the browser is told to run nothing, to ask for nothing, and to take these looks alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.comparison import Comparison
from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.types import RELATIONS
from counterclaim.comparison.views.model import Views
from counterclaim.comparison.views.number_scales import find_scales_once
from counterclaim.presentation.compare.header import GRADED, header_lines
from counterclaim.presentation.compare.report.answered import make_answered
from counterclaim.presentation.compare.report.course import make_chart
from counterclaim.presentation.compare.report.desk import (
    Desk,
    Texts,
    all_entries,
    make_desk,
    make_place,
    no_texts,
)
from counterclaim.presentation.compare.report.inside import attach
from counterclaim.presentation.compare.report.parts import Section
from counterclaim.presentation.compare.report.pins import KINDS
from counterclaim.presentation.compare.report.places import make_map
from counterclaim.presentation.compare.report.sentences import MEANINGS, lead_words
from counterclaim.presentation.compare.report.sources import list_sources
from counterclaim.presentation.compare.sheets import report_sheets
from counterclaim.presentation.compare.words import SideName, side_heading
from counterclaim.presentation.links import ALONE, Links
from counterclaim.presentation.templates import render

_QUIET = ("compatible", "same_origin")


def to_html(
    found: Sequence[tuple[Comparison, Views]],
    name: SideName,
    *,
    evidence: bool = False,
    texts: Texts = no_texts,
    totals: Mapping[str, int] | None = None,
    links: Links = ALONE,
) -> str:
    r"""Write one self-contained page on one or more places, each with the views asked for;
    `evidence` unfolds every claim, `texts` gives the articles that claims are shown in, `totals`
    how many claims each has, `links` the addresses of other pages, where there are some.

    >>> to_html([(comparison, Views())], side_name)
    '<!DOCTYPE html>\n<html lang="en">...'
    """
    desk = make_desk([comparison for comparison, _ in found], name, texts, links)
    sections = [_section(*place, desk, f"p{at}") for at, place in enumerate(found, start=1)]
    told = (e.article.id for comparison, _ in found for e in all_entries(comparison))
    return render(
        "comparison/report.html.j2",
        sections=sections,
        sources=list(list_sources(desk, told, totals or {})),
        sides=list(_sides(desk, [comparison for comparison, _ in found])),
        kinds=KINDS,
        unfolded=evidence,
        coded=any(comparison.coded for comparison, _ in found),
        home=links.home,
    )


def _sides(desk: Desk, found: Sequence[Comparison]) -> Iterator[tuple[int, str]]:
    """Name the sides that speak, with the number of their colour."""
    speaking = {e.group: c for c in found for e in all_entries(c)}
    for side in sorted(speaking, key=lambda side: (desk.colours[side], side)):
        yield desk.colours[side], side_heading(side, speaking[side], desk.name)


def _section(comparison: Comparison, views: Views, desk: Desk, anchor: str) -> Section:
    title, about, read = header_lines(comparison)
    place = make_place(desk, comparison, anchor)
    entries = list(all_entries(comparison))
    ids = {entry.claim.id for entry in entries}
    kinds = [kind for kind in RELATIONS if kind not in _QUIET]
    relations = list(relations_among(comparison.relations, ids, kinds))
    scales = find_scales_once(comparison)
    rows = tuple(
        make_answered(question, place, f"{anchor}q{at}", relations, scales[question.topic])
        for at, question in enumerate(comparison.questions, start=1)
    )
    used = {question.verdict for question in comparison.questions}
    return Section(
        anchor=anchor,
        name=title,
        about=about,
        read=read,
        lead=lead_words(comparison),
        rows=rows,
        chart=make_chart(entries, relations, place),
        map=make_map(entries, place),
        sheets=tuple(report_sheets(views, comparison, desk.name)),
        verdicts=tuple((word, MEANINGS[word]) for word in MEANINGS if word in used),
        graded=GRADED if comparison.grades else "",
        attachments=tuple(attach(comparison)) if comparison.claims else (),
    )
