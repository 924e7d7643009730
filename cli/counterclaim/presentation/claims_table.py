"""The short table `ingest` prints: facts in columns, the words beside or below them.

On a wide terminal the words are the last column, on others a line of their own. They may be cut
here with an ellipsis; the other formats never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from counterclaim.presentation.compare.short_names import short_name
from counterclaim.presentation.compare.words import (
    are_days,
    day_words,
    one_line,
    quote,
    quote_claim,
)
from counterclaim.records import Claim, Record

if TYPE_CHECKING:
    from rich.console import Console

NARROW, ROOMY, WIDE = 76, 100, 132
NOTHING = "·"
HEADS = ("Source", "Side", "Stance", "Event", "Place", "When")
_LEAST = (14, 11, 8, 9, 7, 11)
_MOST = (30, 13, 10, 17, 20, 18)
_WORDS_HEAD = "Words"
_LEAST_WORDS = 50
_WORD_LINES = 2
_GAP = "  "
_BRIEFLY = {"context": "({})"}
_LEGEND = "(Place): not in the claim's own words, from an earlier mention"


def print_heading(record: Record, out: Console) -> None:
    """Print the title of an article, or the name of its file, and its day."""
    from rich.text import Text  # noqa: PLC0415 start-up stays quick

    heading = Text(one_line(record.article.title or record.article.file), style="bold")
    if day := day_words(record.article.published, years=True):
        heading.append(f" · {day}", style="dim")
    out.print(heading)


def print_claims(record: Record, out: Console, *, verbose: bool = False) -> None:
    """Print what was found in an article: source, side, stance, event, place, when, words."""
    if not record.events:
        out.print("no claims found", style="dim")
        return
    year = (record.article.published or "")[:4]
    names = _source_names(record, _MOST[0] if out.width >= ROOMY else _LEAST[0])
    rows = [facts(claim, year, names[claim.source.name]) for claim in record.events]
    words = [claim_words(claim, verbose=verbose) for claim in record.events]
    if out.width < NARROW:
        _print_stacked(rows, words, out, verbose=verbose)
    elif out.width < WIDE:
        _print_below(rows, words, out, verbose=verbose)
    else:
        _print_beside(rows, words, out, verbose=verbose)
    if any(place.basis in _BRIEFLY for claim in record.events for place in claim.places):
        out.print(_LEGEND, style="dim")


def facts(claim: Claim, year: str = "", source: str = "") -> list[str]:
    """The cells of a claim under `HEADS`, each on one line; `source` is a shorter name of it.

    >>> facts(claim, "2023")
    ['Oleh Synko', 'ukraine', 'denies', 'capture', 'Orikhiv', '3 May']
    """
    places = ", ".join(
        dict.fromkeys(_BRIEFLY.get(p.basis, "{}").format(p.name) for p in claim.places)
    )
    cells = [source or claim.source.name, _plain(claim.source.side), stance(claim)]
    cells += [_plain(claim.event.type), places, when(claim, year)]
    return [one_line(cell) or NOTHING for cell in cells]


def place_names(claim: Claim) -> list[str]:
    """The names of the places of a claim, each once; those its words do not give are marked.

    >>> place_names(claim)
    ['Orikhiv (context)']
    """
    marks = {"context": " (context)"}
    return list(dict.fromkeys(f"{p.name}{marks.get(p.basis, '')}" for p in claim.places))


def stance(claim: Claim) -> str:
    """The stance, with a question mark when hedged."""
    return claim.stance + (" ?" if claim.hedged else "")


def when(claim: Claim, year: str = "") -> str:
    """When it happened: ``1–10 Jan``. Else the words that stay unresolved, else when it was said:
    ``said 25 Jan``. Else nothing. The year goes without saying when it is `year`."""
    time = claim.time
    if time.earliest and time.latest:
        return _interval(time.earliest, time.latest, year)
    if time.earliest:
        return f"since {_day(time.earliest, year)}"
    if time.latest:
        return f"by {_day(time.latest, year)}"
    if time.mention:
        return quote(time.mention)
    return f"said {_day(time.said, year)}" if time.said else ""


def claim_words(claim: Claim, *, verbose: bool = False) -> str:
    """The words of a claim, and through whom they came.

    With `verbose`, the words that name its source and its cue stand before.
    """
    relay = ", ".join(one_line(relay.name) for relay in claim.source.relay)
    words = f"via {relay}: {quote_claim(claim)}" if relay else quote_claim(claim)
    if not verbose or claim.source.mention is None:
        return words
    cue = f" [{one_line(claim.source.cue.text)}]" if claim.source.cue else ""
    return f"{one_line(claim.source.mention.text)}{cue}: {words}"


def _source_names(record: Record, longest: int) -> dict[str, str]:
    """One name for each source: its own, or the shortest there is where that is too long."""
    names: dict[str, str] = {}
    for source in (claim.source for claim in record.events):
        short = source.name if len(source.name) <= longest else short_name(source)
        names[source.name] = min(names.get(source.name, short), short, key=_shortness)
    return names


def _shortness(name: str) -> tuple[int, str]:
    return len(name), name


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _day(day: str, year: str) -> str:
    return day_words(day, years=day[:4] != year)


def _interval(earliest: str, latest: str, year: str) -> str:
    """Two ends as people write them; what they share is said once."""
    if earliest[:10] == latest[:10]:
        return _day(latest, year)
    if earliest[:7] == latest[:7] and are_days(earliest, latest):
        return f"{int(earliest[8:10])}–{_day(latest, year)}"
    if earliest[:4] != latest[:4]:
        year = ""
    return f"{_day(earliest, year)} – {_day(latest, year)}"


def _print_stacked(rows: list[list[str]], words: list[str], out: Console, *, verbose: bool) -> None:
    """Facts one after the other, the words below: for terminals of a few columns."""
    for number, (row, said) in enumerate(zip(rows, words, strict=True), start=1):
        mark = f"{number}{_GAP}"
        indent = " " * len(mark)
        known = " · ".join(cell for cell in row if cell != NOTHING)
        first, *more = _fold(known, out, out.width - len(mark), lines=None)
        for shown in [mark + first, *(indent + line for line in more)]:
            _print_line(out, shown, "bold")
        for shown in _fold(
            said, out, out.width - len(mark), lines=None if verbose else _WORD_LINES
        ):
            _print_line(out, indent + shown)


def _print_below(rows: list[list[str]], words: list[str], out: Console, *, verbose: bool) -> None:
    """Facts in columns and the words on a line below."""
    digits = len(str(len(rows)))
    indent = " " * (digits + len(_GAP))
    widths = _widths(rows, out.width - len(indent))
    _print_line(out, indent + _aligned(HEADS, widths), "bold")
    for number, (row, said) in enumerate(zip(rows, words, strict=True), start=1):
        _print_line(out, f"{number:>{digits}}{_GAP}" + _aligned(row, widths), "bold")
        for shown in _fold(said, out, out.width - len(indent), lines=None if verbose else 1):
            _print_line(out, indent + shown)


def _print_beside(rows: list[list[str]], words: list[str], out: Console, *, verbose: bool) -> None:
    """Facts in columns and the words in the last one, which takes what is left."""
    digits = len(str(len(rows)))
    room = out.width - digits - len(_GAP)
    widths = _widths(rows, room - _LEAST_WORDS - len(_GAP))
    left = digits + sum(widths) + len(_GAP) * (len(widths) + 1)
    _print_line(out, " " * digits + _GAP + _aligned((*HEADS, _WORDS_HEAD), widths), "bold")
    _print_line(out, "─" * out.width, "dim")
    for number, (row, said) in enumerate(zip(rows, words, strict=True), start=1):
        first, *more = _fold(said, out, out.width - left, lines=None if verbose else _WORD_LINES)
        _print_line(out, f"{number:>{digits}}{_GAP}" + _aligned((*row, first), widths))
        for shown in more:
            _print_line(out, " " * left + shown)


def _widths(rows: list[list[str]], room: int) -> list[int]:
    """Columns as wide as their cells need; where that is too much, the widest give way."""
    from rich.cells import cell_len  # noqa: PLC0415 start-up stays quick

    columns = list(zip(HEADS, *rows, strict=True))
    widths = [
        max(least, min(most, max(map(cell_len, column))))
        if max(map(cell_len, column)) > least
        else max(map(cell_len, column))
        for column, least, most in zip(columns, _LEAST, _MOST, strict=True)
    ]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > room:
        spare = [width - least for width, least in zip(widths, _LEAST, strict=True)]
        if max(spare) <= 0:
            break
        widths[spare.index(max(spare))] -= 1
    return widths


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells padded to their columns; what is beyond the last column stands as it is."""
    from rich.cells import set_cell_size  # noqa: PLC0415

    shown = [
        set_cell_size(_cut(cell, width), width) for cell, width in zip(cells, widths, strict=False)
    ]
    return _GAP.join([*shown, *cells[len(widths) :]]).rstrip()


def _cut(words: str, width: int) -> str:
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415

    if cell_len(words) <= width:
        return words
    return set_cell_size(words, width - 1).rstrip(" ,") + "…"


def _fold(words: str, out: Console, width: int, *, lines: int | None) -> list[str]:
    """Words broken at blanks into lines; what does not fit into `lines` of them is cut."""
    from rich.text import Text  # noqa: PLC0415

    folded = [line.plain.rstrip() for line in Text(words).wrap(out, width)]
    if lines is None or len(folded) <= lines:
        return folded
    return [*folded[: lines - 1], _cut(" ".join(folded[lines - 1 : lines + 1]), width)]


def _print_line(out: Console, line: str, style: str = "") -> None:
    from rich.text import Text  # noqa: PLC0415

    out.print(Text(line, style=style), soft_wrap=True)
