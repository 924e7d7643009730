"""The head and the foot of a comparison: the place, what was read, the signs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from counterclaim.comparison import Comparison
from counterclaim.presentation.compare.words import legend, one_line, span_words

if TYPE_CHECKING:
    from rich.text import Text

VIEWS = ("--evidence", "--timeline", "--matrix", "--excluded")
GRADED = (
    "Grades: reliability A-F as the file given to --admiralty has it, the user's own judgement; "
    "credibility 1-6 by the number of other origins that say the same or collide (Admiralty code)"
)
MORE = ("--format json, csv, md, html", "show ID", "explain ID")
_WITH_IDS = "--evidence"
_NOWHERE = {False: "All places", True: "No place known"}


def header_lines(comparison: Comparison) -> tuple[str, str, str]:
    """Give the place's name, what is known of it, and what was read.

    >>> header_lines(comparison)
    ('Bakhmut', 'settlement, Donetsk, Ukraine · spelled Bachmout, Bakhmout',
     '1 article · 15 claims by 5 sources · said 24–25 Jan 2023')

    Where some are not shown, it says so: ``shown: 3 of 15 claims (side ukraine) by 1 source``;
    where articles print the same copy, ``3 articles of 1 origin``.
    """
    place = comparison.place
    name = one_line(place.name) if place else _NOWHERE[comparison.placeless]
    known = ", ".join(one_line(p) for p in (_known(comparison)) if p)
    spelled = ", ".join(one_line(s) for s in comparison.spellings)
    around = f"and {comparison.near:g} km around" if comparison.near is not None else ""
    about = [known, f"spelled {spelled}" if spelled else "", around]
    said = span_words(comparison.said)
    claims = _count(comparison.claims, "claim")
    if comparison.filters:
        shown = one_line("; ".join(comparison.filters))
        claims = f"shown: {comparison.claims} of {_count(comparison.compared, 'claim')} ({shown})"
    copied = 0 < comparison.origins < comparison.articles
    origins = f" of {_count(comparison.origins, 'origin')}" if copied else ""
    read = [
        _count(comparison.articles, "article") + origins,
        f"{claims} by {_count(comparison.sources, 'source')}",
        f"said {said}" if said else "not dated",
        *([_count(comparison.coded, "coded row")] if comparison.coded else []),
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


def footer_text(
    shown: Iterable[str],
    width: int,
    used: Collection[str] = (),
    *,
    more: bool = True,
) -> Text:
    """Explain the signs in use; say what else can be asked, the options in use aside."""
    from rich.text import Text  # noqa: PLC0415

    text = Text(style="dim")
    for line in _fill(legend(shown), width, "  "):
        text.append(f"{line}\n")
    ways = [view for view in (*VIEWS, *MORE) if view not in used]
    first, *rest = [f"{way} (with IDs)" if way == _WITH_IDS else way for way in ways]
    for line in _fill([f"More: {first}", *rest] if more else [], width, " · "):
        text.append(f"{line}\n")
    return text


def _fill(items: Iterable[str], width: int, gap: str) -> list[str]:
    """Fill lines with items: a sign and its meaning do not part at the end of a line."""
    lines: list[str] = []
    for item in items:
        if lines and len(lines[-1]) + len(gap) + len(item) <= width:
            lines[-1] += f"{gap}{item}"
        else:
            lines.append(item)
    return lines


def _known(comparison: Comparison) -> tuple[str, ...]:
    place = comparison.place
    return (place.kind or "", place.admin1 or "", place.country or "") if place else ()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
