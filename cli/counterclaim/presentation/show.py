"""`show`: an article with its claims marked, or one record in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.ledger.lookup import claim_number
from counterclaim.presentation.claims_table import place_names, when
from counterclaim.presentation.compare.words import SideName, day_words
from counterclaim.presentation.console import clean
from counterclaim.presentation.marking import Marking, mark_around, mark_lines
from counterclaim.records.convert import claim_to_dict
from counterclaim.records.model import Claim, Record
from counterclaim.records.yaml_io import dump_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PALETTE = ("blue", "magenta", "cyan", "green", "bright_red", "yellow")
_KEY = re.compile(r"^ *(?:- )?([a-z][a-z0-9_]*):", re.MULTILINE)
_RULE = "─"
_READABLE = 100  # columns that a line of an article may have


def print_article(record: Record, text: str, out: Console, name: SideName) -> None:
    """Print an article with the words of every claim marked and numbered, then the list of them;
    `name` gives the names of sides.

    >>> print_article(record, text, console, side_name)
    """
    from rich.text import Text  # noqa: PLC0415 start-up stays quick

    _print_heading(record, out)
    colors = _side_colors(record)
    markings = [
        Marking(
            span,
            f"underline {colors[claim.source.side]}",
            "‹",
            "›",
            f"[{claim_number(claim)}]" if index == 0 else f"[{claim_number(claim)}…]",
        )
        for claim in record.events
        for index, span in enumerate(claim.spans)
    ]
    for line in mark_lines(text.rstrip(), markings, styled=_is_styled(out)):
        out.print(line, width=min(out.width, _READABLE))
    out.print(_rule(out))
    if not record.events:
        out.print("no claims found", style="dim")
    for claim in record.events:
        line = Text(f"[{claim_number(claim)}] ", "bold")
        line.append(clean(claim.source.name), colors[claim.source.side])
        line.append(clean(_in_short(claim, name)))
        out.print(line)
    if record.events:
        first = short_id(record.events[0])
        _print_more(out, f"show {first}", f"explain {first}")


def print_claim(record: Record, claim: Claim, text: str | None, out: Console) -> None:
    """Print a record in full, under the paragraph it comes from."""
    _print_heading(record, out)
    if text is not None:
        markings = list(_claim_markings(claim))
        for line in mark_around(text, markings, styled=_is_styled(out)):
            out.print(line, width=min(out.width, _READABLE))
        out.print(_legend(claim, styled=_is_styled(out)))
        out.print(_rule(out))
    out.print(_yaml_view(claim), soft_wrap=True)
    _print_more(out, f"explain {short_id(claim)}")


def short_id(claim: Claim) -> str:
    """An id as short as people will type it: the digits of the article, and the number."""
    return f"{short_article(claim.id.rpartition('#')[0])}#{claim_number(claim)}"


def short_article(id_: str) -> str:
    """An article's id as short as `show` takes it: the digits at its end.

    >>> short_article("2023-03-14-convoy-halted-0a1b2c3d")
    '0a1b2c3d'
    """
    return id_.rpartition("-")[2]


def _print_more(out: Console, *commands: str) -> None:
    out.print(clean(f"More: {' · '.join(f'counterclaim {c}' for c in commands)}"), style="dim")


def _print_heading(record: Record, out: Console) -> None:
    from rich.text import Text  # noqa: PLC0415

    info = record.article
    count = len(record.events)
    day = day_words(info.published, years=True) or "not dated"
    facts = [info.outlet, day, f"{count} claim{'s' * (count != 1)}"]
    out.print(Text(clean(info.title or info.file), "bold"))
    out.print(Text(clean(" · ".join(fact for fact in facts if fact)), "dim"))
    out.print(Text(clean(info.id), "dim"), soft_wrap=True)
    out.print(_rule(out))


def _side_colors(record: Record) -> dict[str, str]:
    """A colour for each side, in the order in which they first speak."""
    sides = dict.fromkeys(claim.source.side for claim in record.events)
    return {side: _PALETTE[index % len(_PALETTE)] for index, side in enumerate(sides)}


def _in_short(claim: Claim, name: SideName) -> str:
    """What a claim says, in a line: `, Ukraine, denies (hedged): advance · Lyman · 14 Mar 2023`."""
    stance = f"{claim.stance} (hedged)" if claim.hedged else claim.stance
    facts = [claim.event.type.replace("_", " "), *place_names(claim)]
    facts += [day] if (day := when(claim)) else []
    facts += [claim.review.status] if claim.review.status != "unreviewed" else []
    side = "side not known" if claim.source.side == "unknown" else name(claim.source.side)
    named = f", {side}" if side != claim.source.name else ""
    return f"{named}, {stance}: {' · '.join(facts)}"


def _claim_markings(claim: Claim) -> Iterator[Marking]:
    for span in claim.spans:
        yield Marking(span, "bold underline", "‹", "›")
    if claim.source.mention:
        yield Marking(claim.source.mention.span, "cyan", "«", "»")
    if claim.source.cue:
        yield Marking(claim.source.cue.span, "yellow", "{", "}")
    if claim.subject:
        yield Marking(claim.subject.span, "green", "[", "]")
    for relay in claim.source.relay:
        if relay.mention:
            yield Marking(relay.mention.span, "magenta", "<", ">")


def _legend(claim: Claim, *, styled: bool) -> Text:
    from rich.text import Text  # noqa: PLC0415

    source = claim.source
    entries = [
        ("‹", "claim", "›", "bold underline", True),
        ("«", "source", "»", "cyan", source.mention is not None),
        ("{", "cue", "}", "yellow", source.cue is not None),
        ("[", "subject", "]", "green", claim.subject is not None),
        ("<", "relay", ">", "magenta", any(relay.mention for relay in source.relay)),
    ]
    legend = Text()
    for before, word, after, style, present in entries:
        if present:
            legend.append("  " if legend.plain else "")
            legend.append(word if styled else f"{before}{word}{after}", style)
    return legend


def _yaml_view(claim: Claim) -> Text:
    from rich.text import Text  # noqa: PLC0415

    view = Text(clean(dump_plain(claim_to_dict(claim)).rstrip("\n")))
    for key in _KEY.finditer(view.plain):
        view.stylize("cyan", key.start(1), key.end(1))
    return view


def _rule(out: Console) -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(_RULE * min(out.width, _READABLE), "dim")


def _is_styled(out: Console) -> bool:
    return out.color_system is not None
