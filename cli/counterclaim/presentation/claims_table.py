"""The short table `ingest` prints: one line a claim, stacked where the terminal is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counterclaim.presentation.console import clean
from counterclaim.records import Claim, Record

if TYPE_CHECKING:
    from rich.console import Console

NARROW = 132


def print_claims(record: Record, out: Console, *, verbose: bool = False) -> None:
    """Print what was found in an article: source, side, stance, event, place, when, words."""
    if not record.events:
        out.print("no claims found", style="dim")
    elif out.width < NARROW:
        _print_stacked(record, out, verbose=verbose)
    else:
        _print_table(record, out, verbose=verbose)


def _print_table(record: Record, out: Console, *, verbose: bool) -> None:
    from rich import box  # noqa: PLC0415 start-up stays quick
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    for name, limit in (("Source", 24), ("Side", 11), ("Stance", 9), ("Event", 12), ("Place", 12), ("When", 11)):
        table.add_column(name, max_width=limit)
    table.add_column("Words", ratio=1)
    for number, claim in enumerate(record.events, start=1):
        cells = [str(number), source(claim), claim.source.side, stance(claim), claim.event.type.replace("_", " ")]
        cells += [places(claim), when(claim), _words(claim, verbose=verbose)]
        table.add_row(*(Text(clean(c)) for c in cells))
    out.print(table)


def _print_stacked(record: Record, out: Console, *, verbose: bool) -> None:
    from rich.padding import Padding  # noqa: PLC0415 start-up stays quick
    from rich.text import Text  # noqa: PLC0415

    for number, claim in enumerate(record.events, start=1):
        facts = [source(claim), claim.source.side, stance(claim), claim.event.type.replace("_", " "), places(claim), when(claim)]
        head = Text(clean(f"{number}. " + " · ".join(f for f in facts if f not in ("", "·"))), style="bold")
        out.print(head)
        out.print(Padding(Text(clean(_words(claim, verbose=verbose))), (0, 0, 0, 3)))


def source(claim: Claim) -> str:
    """The source with its relay: `Denis Pushilin ↳ Russian news agencies`."""
    relay = ", ".join(r.name for r in claim.source.relay)
    return f"{claim.source.name} ↳ {relay}" if relay else claim.source.name


def stance(claim: Claim) -> str:
    """The stance, with a question mark when hedged."""
    return claim.stance + (" ?" if claim.hedged else "")


def places(claim: Claim) -> str:
    """The places of the event, or a dot."""
    return ", ".join(p.name for p in claim.places) or "·"


def when(claim: Claim) -> str:
    """The time of the event as an interval; the words when they stay unresolved; else the day of
    speaking, said so."""
    time = claim.time
    if time.earliest or time.latest:
        if time.earliest == time.latest:
            return time.earliest or ""
        if time.latest is None:
            return f"since {time.earliest}"
        return f"{time.earliest} – {time.latest}" if time.earliest else f"until {time.latest}"
    if time.mention:
        return f"“{time.mention}”"
    return f"said {time.said}" if time.said else "·"


def _words(claim: Claim, *, verbose: bool) -> str:
    words = " ".join(claim.text.split())
    if not verbose or claim.source.mention is None:
        return words
    cue = f" [{claim.source.cue.text}]" if claim.source.cue else ""
    return f"{claim.source.mention.text}{cue}: {words}"
