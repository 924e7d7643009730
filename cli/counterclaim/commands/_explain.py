"""What `explain` does: find the record or the two, say what one rests on or how two compare."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from counterclaim.commands._places import Atlas
from counterclaim.comparison import World
from counterclaim.comparison.basis import find_basis
from counterclaim.comparison.explain import explain_pair
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_article, read_ledger
from counterclaim.ledger.lookup import look_up
from counterclaim.presentation.basis import basis_to_json, basis_to_text
from counterclaim.presentation.console import choose_width, clean
from counterclaim.presentation.explain import to_json, to_text
from counterclaim.records import Record

FORMATS = ("table", "json")
WIDEST = 100


def explain_names(one: str, other: str | None, ledger: str | None, output: str) -> int:
    """Explain the record or the pair that names mean. Returns the exit code."""
    if output not in FORMATS:
        raise typer.BadParameter(f"choose from {', '.join(FORMATS)}", param_hint="--format")
    folder = find_ledger(Path(ledger) if ledger else None)
    records, _ = read_ledger(folder)
    first, second = (_find(records, name) if name else None for name in (one, other))
    if first is None or (other and second is None):
        return 2
    world = World(load_rules(), load_sides(), Atlas())
    if second is None:
        return _explain_one(folder, records, first, world, output)
    found = explain_pair(records, first, second, world)
    sys.stdout.write(to_json(found) if output == "json" else to_text(found))
    return 0


def _explain_one(folder: Path, records: list[Record], id_: str, world: World, output: str) -> int:
    """Say what one record rests on; without the article's text, by the words of the record."""
    basis = find_basis(records, id_, world)
    text, reason = None, ""
    try:
        text = read_article(folder, basis.article.id)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
    if output == "json":
        sys.stdout.write(basis_to_json(basis, text))
    else:
        asked = choose_width(None, tty=sys.stdout.isatty(), environ=os.environ)
        sys.stdout.write(basis_to_text(basis, text, min(asked or WIDEST, WIDEST)))
    if text is None:
        article = basis.article.id
        print(clean(f"the text of {article} cannot be read: {reason}"), file=sys.stderr)
    return 1 if text is None else 0


def _find(records: list[Record], name: str) -> str | None:
    claims = [claim for _, claim in look_up(records, name) if claim]
    if len(claims) == 1 and claims[0].review.status != "rejected":
        return claims[0].id
    why = "can mean several" if len(claims) > 1 else "is rejected" if claims else "is no record"
    print(clean(f"{name} {why}"), file=sys.stderr)
    return None
