"""The other views as plain sheets: one for a spreadsheet, or some for a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.comparison import Comparison, Entry
from counterclaim.comparison.views.excluded import Excluded
from counterclaim.comparison.views.matrix import Matrix, Voice
from counterclaim.comparison.views.model import Views
from counterclaim.comparison.views.number_scales import ScaleEntry, find_scales_once
from counterclaim.comparison.views.timeline import Timeline
from counterclaim.presentation.compare.excluded import claim_words, excluded_heads, pair_words
from counterclaim.presentation.compare.matrix import MEANINGS, NOBODY, NOTE, voice_label
from counterclaim.presentation.compare.scale import (
    figure_words,
    said_words,
    scale_heading,
    who_words,
)
from counterclaim.presentation.compare.timeline import (
    change_words,
    moments_of,
    now_words,
    when_words,
)
from counterclaim.presentation.compare.words import (
    SILENT,
    SideName,
    Style,
    make_line,
    make_style,
    side_heading,
)

EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts: in a report under its title, with a note below."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def report_sheets(views: Views, comparison: Comparison, name: SideName) -> list[Sheet]:
    """Give the sheets of a report for people, in the order timeline, matrix, left out."""
    sheets: list[Sheet] = []
    for timeline in views.timelines or ():
        sheets.append(_timeline_report(timeline, comparison, name))
    if views.matrix is not None:
        sheets.append(_matrix_report(views.matrix, comparison, name))
    if views.excluded is not None:
        sheets += _excluded_report(views.excluded, comparison)
    return sheets


def scale_sheets(comparison: Comparison) -> list[Sheet]:
    """Give the figures that count one thing, for a report without bars."""
    style = make_style(comparison)
    columns = ("Who", "Figure", "Words")
    return [
        Sheet(scale_heading(scale), columns, tuple(_figure_row(f, style) for f in scale.figures))
        for scales in find_scales_once(comparison).values()
        for scale in scales
    ]


def _figure_row(figure: ScaleEntry, style: Style) -> tuple[str, str, str]:
    return who_words(figure, style), figure_words(figure), said_words(figure)


def flat_sheet(views: Views) -> Sheet:
    """Give the one view asked for as one flat sheet for a machine: ids, dates and counts."""
    if views.timelines is not None:
        return _timeline_flat(views.timelines)
    if views.matrix is not None:
        return _matrix_flat(views.matrix)
    return _excluded_flat(views.excluded or Excluded(0, 0, (), 0, 0, ()))


def _timeline_report(timeline: Timeline, comparison: Comparison, name: SideName) -> Sheet:
    style, question = make_style(comparison), timeline.question
    rows = []
    for course, moment in moments_of(timeline):
        line = make_line(moment.entry, question.stems, style)
        says = " ".join(part for part in (line.mark, line.verb, line.words) if part)
        change = change_words(moment, question.stems, style)
        side = side_heading(course.side, comparison, name)
        rows.append((when_words(moment, style), side, line.who or SILENT, says, change or SILENT))
    now = (
        f"{side_heading(course.side, comparison, name)}: {now_words(course, question.stems, style)}"
        for course in timeline.courses
    )
    columns = ("When", "Side", "Who", "Says", "Change")
    return Sheet(f"Over time: {question.short}", columns, tuple(rows), "Now: " + " · ".join(now))


def _timeline_flat(timelines: Sequence[Timeline]) -> Sheet:
    columns = (
        "topic", "question", "verdict", "day", "dated_by", "side", "source", "stance", "text",
        "change", "of", "reason", "article", "title", "outlet", "id",
    )  # fmt: skip
    rows = []
    for timeline in timelines:
        question = timeline.question
        for course, moment in moments_of(timeline):
            claim, article = moment.entry.claim, moment.entry.article
            rows.append((
                question.topic, question.text, question.verdict, moment.day or "",
                dated_by(moment.day, said=moment.said), course.side, claim.source.name,
                claim.stance, claim.text, moment.change, moment.of.claim.id if moment.of else "",
                moment.reason, article.id, article.title or "", article.outlet or "", claim.id,
            ))  # fmt: skip
    return Sheet("timeline", columns, tuple(rows))


def dated_by(day: str | None, *, said: bool) -> str:
    """Say what a day stands for: "said", "published", or nothing where there is none."""
    return ("said" if said else "published") if day else ""


def _matrix_report(matrix: Matrix, comparison: Comparison, name: SideName) -> Sheet:
    style = make_style(comparison)
    labels = [voice_label(voice, style, name) for voice in matrix.voices]
    rows = tuple(
        (labels[t.a], labels[t.b], *map(_count, (t.agree, t.contradict, t.tension, t.differ)))
        for t in matrix.tallies
    )
    title = f"{matrix.of.capitalize()} against {matrix.of}"
    return Sheet(title, ("", "", *MEANINGS.values()), rows, NOTE if rows else NOBODY)


def _count(count: int) -> str:
    return str(count) if count else SILENT


def _matrix_flat(matrix: Matrix) -> Sheet:
    columns = (
        "a", "a_side", "a_article", "a_claims", "b", "b_side", "b_article", "b_claims",
        "agree", "contradict", "tension", "differ_in_number",
    )  # fmt: skip
    rows = tuple(
        (
            *_voice(matrix.voices[t.a]), *_voice(matrix.voices[t.b]),
            str(t.agree), str(t.contradict), str(t.tension), str(t.differ),
        )
        for t in matrix.tallies
    )  # fmt: skip
    return Sheet("matrix", columns, rows)


def _voice(voice: Voice) -> tuple[str, str, str, str]:
    if voice.entry is None:
        return voice.side, voice.side, "", str(voice.claims)
    source, article = voice.entry.claim.source, voice.entry.article
    of = article.id if source.kind == "narrator" else ""
    return source.name, voice.side, of, str(voice.claims)


def _excluded_report(excluded: Excluded, comparison: Comparison) -> list[Sheet]:
    style = make_style(comparison)
    claims, pairs = excluded_heads(excluded)
    left = [
        (item.reason, str(len(item.entries)), claim_words(entry, style))
        for item in excluded.claims
        for entry in item.entries[:EXAMPLES]
    ]
    refused = [
        (item.reason, str(item.number), pair_words(a, b, style))
        for item in excluded.pairs
        for a, b in item.pairs[:EXAMPLES]
    ]
    columns = ("Reason", "Number", "For example")
    return [Sheet(claims, columns, tuple(left)), Sheet(pairs, columns, tuple(refused))]


def _excluded_flat(excluded: Excluded) -> Sheet:
    columns = ("kind", "reason", "source", "text", "id", "other_source", "other_text", "other_id")
    rows: list[tuple[str, ...]] = [
        ("claim", item.reason, *_told(entry), "", "", "")
        for item in excluded.claims
        for entry in item.entries
    ]
    rows += [
        ("pair", item.reason, *_told(a), *_told(b))
        for item in excluded.pairs
        for a, b in item.pairs
    ]
    return Sheet("excluded", columns, tuple(rows))


def _told(entry: Entry) -> tuple[str, str, str]:
    return entry.claim.source.name, entry.claim.text, entry.claim.id
