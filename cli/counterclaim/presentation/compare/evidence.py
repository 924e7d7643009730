"""Every claim under a question, in full: id, article, offsets, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison, Entry, Question
from counterclaim.presentation.compare.numbering import printed_words, trace_words
from counterclaim.presentation.compare.words import (
    NARRATOR,
    SideName,
    one_line,
    quote,
    quote_claim,
    side_heading,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

Evidence = tuple[str, str, str]


def evidence_lines(entry: Entry) -> Evidence:
    """Give id, provenance and full words of one claim.

    >>> evidence_lines(entry)
    ('…#04', 'Pushilin, asserts · “Troops advance” (25 Jan 2023), characters 344–490', '“…”')
    """
    claim, article = entry.claim, entry.article
    narrated = entry.group == NARRATOR
    source = "the article itself" if narrated else one_line(claim.source.name)
    stance = f"{claim.stance}, hedged" if claim.hedged else claim.stance
    status = claim.review.status
    stance += f", {status}" if status != "unreviewed" else ""
    title = quote(article.title or article.file)
    known = (article.outlet, printed_words(article))
    outlet = ", ".join(one_line(part) for part in known if part)
    where = f" · {one_line(entry.where)}" if entry.where else ""
    return (
        one_line(claim.id),
        f"{source}, {stance}{where} · {title} ({outlet}), {trace_words(claim)}",
        quote_claim(claim),
    )


def build_evidence(question: Question, comparison: Comparison, name: SideName) -> RenderableType:
    """Build the evidence of one question, side by side order."""
    from rich.console import Group  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    parts: list[RenderableType] = [Text(f"Evidence: {question.short}", style="bold")]
    for position in question.positions:
        parts.append(Padding(Text(side_heading(position.side, comparison, name)), (0, 0, 0, 2)))
        for entry in position.entries:
            parts.append(Padding(_text(entry), (0, 0, 0, 4)))
    return Group(*parts, Text(""))


def _text(entry: Entry) -> Text:
    from rich.text import Text  # noqa: PLC0415

    identity, provenance, words = evidence_lines(entry)
    text = Text()
    text.append(f"{identity}\n", style="dim")
    text.append(f"{provenance}\n{words}")
    return text
