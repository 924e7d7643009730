"""What `explain` does: find the two records, compare them aloud, print."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from counterclaim.commands._places import Atlas
from counterclaim.comparison import World
from counterclaim.comparison.explain import explain_pair
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_ledger
from counterclaim.ledger.lookup import look_up
from counterclaim.presentation.console import clean
from counterclaim.presentation.explain import to_json, to_text
from counterclaim.records import Record

FORMATS = ("table", "json")


def explain_names(one: str, other: str, ledger: str | None, output: str) -> int:
    """Explain the pair that two names mean. Returns the exit code."""
    if output not in FORMATS:
        raise typer.BadParameter(f"choose from {', '.join(FORMATS)}", param_hint="--format")
    records, _ = read_ledger(find_ledger(Path(ledger) if ledger else None))
    ids = [_find(records, name) for name in (one, other)]
    if ids[0] is None or ids[1] is None:
        return 2
    found = explain_pair(records, ids[0], ids[1], World(load_rules(), load_sides(), Atlas()))
    sys.stdout.write(to_json(found) if output == "json" else to_text(found))
    return 0


def _find(records: list[Record], name: str) -> str | None:
    claims = [claim for _, claim in look_up(records, name) if claim]
    if len(claims) == 1 and claims[0].review.status != "rejected":
        return claims[0].id
    why = "can mean several" if len(claims) > 1 else "is rejected" if claims else "is no record"
    print(clean(f"{name} {why}"), file=sys.stderr)
    return None
