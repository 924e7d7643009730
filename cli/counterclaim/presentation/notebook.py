"""Records and comparisons as notebooks show them: plain tables, nothing in them but words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from counterclaim.comparison import Comparison, Position, Question
from counterclaim.presentation.claims_table import place_names, when
from counterclaim.presentation.compare.header import header_lines
from counterclaim.presentation.compare.words import SideName, make_style, reason_words, side_heading
from counterclaim.presentation.console import clean
from counterclaim.records import Claim, Record

MOST = 50
"""Claims that are shown: of more the notebook says how many there are."""

_HEADS = ("who", "side", "stance", "words", "where", "when")


def records_html(records: Sequence[Record]) -> str:
    """A table of claims, those of the first articles.

    >>> records_html([])
    '<p>no claims</p>'
    """
    claims = [claim for record in records for claim in record.events]
    if not claims:
        return "<p>no claims</p>"
    rows = "".join(_row("td", _cells(claim)) for claim in claims[:MOST])
    left = len(claims) - MOST
    more = f"<p>{left} more claims are not shown</p>" if left > 0 else ""
    return f"<table><thead>{_row('th', _HEADS)}</thead><tbody>{rows}</tbody></table>{more}"


def comparison_html(comparison: Comparison, name: SideName) -> str:
    """The questions, each with its verdict, its reason and what each side says."""
    heading, *about = (_text(line) for line in header_lines(comparison))
    style = make_style(comparison)
    questions = "".join(
        f"<h4>{_text(q.text)} <b>{_text(q.verdict)}</b></h4>"
        f"<p>{_text(reason_words(q, style))}</p>{_positions(q, comparison, name)}"
        for q in comparison.questions
    )
    return f"<h3>{heading}</h3><p>{' · '.join(filter(None, about))}</p>{questions}"


def _positions(question: Question, comparison: Comparison, name: SideName) -> str:
    rows = "".join(
        _position(position, side_heading(position.side, comparison, name))
        for position in question.positions
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _position(position: Position, heading: str) -> str:
    told = [f"{e.claim.source.name} {e.claim.stance}: {e.claim.text}" for e in position.entries]
    items = "".join(f"<li>{_text(words)}</li>" for words in told)
    return f"<tr><th>{_text(heading)}</th><td><ul>{items}</ul></td></tr>"


def _cells(claim: Claim) -> tuple[str, ...]:
    said = (claim.source.name, claim.source.side, claim.stance, claim.text)
    return (*said, "; ".join(place_names(claim)), when(claim))


def _row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in cells)}</tr>"


def _text(words: str) -> str:
    return escape(clean(words))
