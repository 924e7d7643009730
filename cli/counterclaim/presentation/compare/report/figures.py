"""Numbers that count one thing, on one scale."""

from __future__ import annotations

from counterclaim.comparison.views.number_scales import Scale, ScaleEntry
from counterclaim.presentation.compare.report.desk import Chapter
from counterclaim.presentation.compare.report.parts import Bar, Bars
from counterclaim.presentation.compare.scale import (
    figure_words,
    number_words,
    said_words,
    scale_heading,
    shares,
    who_words,
)

SCALE_SHARE = 92  # per cent of the line; the rest is for bars without an upper end
_LEAST = 1
BARS_SHOWN = 12  # the latest


def make_bars(scale: Scale, place: Chapter) -> Bars:
    """Draw the figures that count one thing."""
    bars = tuple(_bar(scale, figure, place) for figure in scale.figures[-BARS_SHOWN:])
    earlier = len(scale.figures) - len(bars)
    return Bars(scale_heading(scale), number_words(scale.most), bars, earlier)


def _bar(scale: Scale, figure: ScaleEntry, place: Chapter) -> Bar:
    low, high = shares(scale, figure)
    left = round(SCALE_SHARE * (low or 0))
    width = max((100 if high is None else round(SCALE_SHARE * high)) - left, _LEAST)
    return Bar(
        who=who_words(figure, place.style),
        figure=figure_words(figure),
        words=said_words(figure).strip("" if figure.entry.claim.quotation == "direct" else "“”"),
        side=place.desk.colours[figure.entry.group],
        left=left,
        width=width,
        open_end=high is None,
    )
