"""The head and the foot of a comparison: the place, what was read, the signs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison
from counterclaim.presentation.compare_words import legend, span_words
from counterclaim.presentation.console import clean

if TYPE_CHECKING:
    from rich.text import Text

MORE = "More: --evidence (full words, articles, offsets) · --format json"


def header_lines(comparison: Comparison) -> tuple[str, str, str]:
    """Give the place's name, what is known of it, and what was read.

    >>> header_lines(comparison)
    ('Bakhmut', 'settlement, Donetsk, Ukraine · spelled Bachmout, Bakhmout',
     '1 article · 15 claims by 5 sources · said 24–25 Jan 2023')
    """
    place = comparison.place
    name = clean(place.name) if place else "All places"
    known = ", ".join(clean(p) for p in (_known(comparison)) if p)
    spelled = ", ".join(clean(s) for s in comparison.spellings)
    about = [known, f"spelled {spelled}" if spelled else ""]
    said = span_words(comparison.said)
    read = [
        _count(comparison.articles, "article"),
        f"{_count(comparison.claims, 'claim')} by {_count(comparison.sources, 'source')}",
        f"said {said}" if said else "not dated",
    ]
    return name, " · ".join(part for part in about if part), " · ".join(read)


def header_text(comparison: Comparison) -> Text:
    """Style the head: the name bold, the rest plain."""
    from rich.text import Text  # noqa: PLC0415

    name, about, read = header_lines(comparison)
    text = Text()
    text.append(name, style="bold")
    text.append(f"  {about}\n" if about else "\n")
    text.append(f"{read}\n")
    return text


def footer_text(shown: Iterable[str], *, evidence: bool) -> Text:
    """Explain the signs in use; say what else can be asked."""
    from rich.text import Text  # noqa: PLC0415

    # A sign and its meaning must not part at the end of a line.
    signs = "  ".join(item.replace(" ", "\u00a0") for item in legend(shown))
    text = Text(style="dim")
    text.append(f"{signs}\n" if signs else "")
    text.append("" if evidence else f"{MORE}\n")
    return text


def _known(comparison: Comparison) -> tuple[str, ...]:
    place = comparison.place
    return (place.kind or "", place.admin1 or "", place.country or "") if place else ()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
