"""What a comparison leaves out, with the reason, the number and some examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison, Entry
from counterclaim.comparison.verdicts.rows import decisive_words
from counterclaim.comparison.views.excluded import Excluded
from counterclaim.presentation.compare.words import (
    Style,
    bracketed_subject,
    make_line,
    make_style,
    quote,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

EXAMPLES = 2


def build_excluded(excluded: Excluded, comparison: Comparison) -> list[RenderableType]:
    """Build the two lists: claims that were left out, pairs that cannot be compared."""
    from rich.text import Text  # noqa: PLC0415

    style = make_style(comparison)
    claims, pairs = excluded_heads(excluded)
    parts: list[RenderableType] = ["", Text(f"{claims}\n", style="bold")]
    for left in excluded.claims:
        examples = [claim_words(entry, style) for entry in left.entries[:EXAMPLES]]
        parts.append(_reason(len(left.entries), left.reason, examples))
    parts += ["", Text(f"{pairs}\n", style="bold")]
    for refused in excluded.pairs:
        found = [pair_words(a, b, style) for a, b in refused.pairs[:EXAMPLES]]
        parts.append(_reason(refused.number, refused.reason, found))
    return [*parts, ""]


def excluded_heads(excluded: Excluded) -> tuple[str, str]:
    """Head the two lists.

    >>> excluded_heads(excluded)
    ('Left out: 12 of 30 claims', 'Not comparable: 5 of 40 pairs that share a place and a question')
    """
    left = excluded.total - excluded.kept
    refused = sum(item.number for item in excluded.pairs)
    return (
        f"Left out: {left} of {excluded.total} claims",
        f"Not comparable: {refused} of {excluded.tried} pairs that share a place and a question",
    )


def claim_words(entry: Entry, style: Style) -> str:
    """Name a claim in one line: ``"Pushilin, 25 Jan: “advances into Bakhmut” (…#01)"``."""
    line = make_line(entry, (), style)
    head = line.head or "The article"
    words = bracketed_subject(entry.claim) + quote(decisive_words(entry, ()))
    return f"{head}: {words} ({_number(entry.claim.id)})"


def pair_words(a: Entry, b: Entry, style: Style) -> str:
    """Name a pair of claims in one line."""
    return f"{claim_words(a, style)} – {claim_words(b, style)}"


def _number(identity: str) -> str:
    """Shorten an id to what tells claims of one ledger apart: hash and number."""
    return quote(identity[identity.rfind("-") + 1 :]).strip("“”")


def _reason(count: int, reason: str, examples: Sequence[str]) -> RenderableType:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=6, justify="right")
    grid.add_column(ratio=1)
    grid.add_row(str(count), Text(reason))
    for example in examples:
        grid.add_row("", Text(f"{example}", style="dim"))
    return grid
