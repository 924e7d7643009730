"""An explanation of two claims, as lines of text or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from counterclaim.comparison import Entry
from counterclaim.comparison.views.pair_explanation import Explanation
from counterclaim.presentation.compare.words import Style, make_line, one_line, quote_claim
from counterclaim.presentation.console import clean, fold
from counterclaim.records.characters import dump_json

_SIGNS = {True: "open", False: "shut", None: "not reached"}
_OVER, _ID_WORDS = 3, 2
_APART = "nothing that can be set side by side"


def to_text(found: Explanation, width: int | None = None) -> str:
    """Write an explanation as text: the claims, the gates in order, the axes, the outcome. `width`
    is the columns to write in; None: lines are not folded.
    """
    lines = (folded for line in _lines(found) for folded in _fold(clean(line), width))
    return "".join(f"{line}\n" for line in lines)


def to_json(found: Explanation) -> str:
    """Write an explanation as one JSON object."""
    return dump_json(to_object(found), indent=2) + "\n"


def to_object(found: Explanation) -> dict[str, Any]:
    """Give an explanation as plain data."""
    return {
        "a": found.a.claim.id,
        "b": found.b.claim.id,
        "gates": [asdict(gate) for gate in found.gates],
        "measures": [asdict(measure) for measure in found.measures],
        "happening": asdict(found.happening),
        "relation": asdict(found.relation) if found.relation else None,
    }


def _fold(line: str, width: int | None) -> list[str]:
    return [line] if len(line.split()) <= _ID_WORDS else fold(line, width, _OVER)


def _lines(found: Explanation) -> Iterator[str]:
    for letter, entry in (("a", found.a), ("b", found.b)):
        yield f"{letter}  {entry.claim.id}"
        yield f"   {_told(entry)}"
    yield from ("", "gates")
    for gate in found.gates:
        reason = f": {gate.reason}" if gate.reason else ""
        yield f"  {gate.name:12} {_SIGNS[gate.open]}{reason}"
    yield from ("", "happening")
    one = found.happening
    words = f": {', '.join(one.words)}" if one.words else ""
    why = f" ({one.reason})" if one.reason else ""
    yield f"  {'one' if one.one else 'not one'}{words}{why}"
    yield from ("", "axes") if found.measures else ()
    for item in found.measures:
        yield f"  {_plain(item.axis)}"
        yield f"    a  {item.a or '·'}"
        yield f"    b  {item.b or '·'}"
        if item.relation:
            yield f"    =  {_plain(item.relation)} ({item.strength}): {item.reason}"
    yield from ("", f"= {_outcome(found)}")


def _told(entry: Entry) -> str:
    """Write who says it, when, in which stance, and the words in full."""
    line = make_line(entry, (), Style({}, years=True, several=True))
    claim = entry.claim
    said = claim.stance + (", hedged" if claim.hedged else "")
    return f"{line.head or 'the article'}, {said}: {quote_claim(claim)}"


def _outcome(found: Explanation) -> str:
    relation = found.relation
    if relation is None:
        shut = (gate.reason for gate in found.gates if gate.open is False)
        return f"not compared: {next(shut, _APART)}"
    doubt = f", in doubt: {relation.doubt}" if relation.doubt else ""
    named = f"{_plain(relation.relation)} ({relation.strength}{doubt})"
    return f"{named}, {_plain(relation.axis)}: {one_line(relation.reason)}"


def _plain(name: str) -> str:
    return name.replace("_", " ")
