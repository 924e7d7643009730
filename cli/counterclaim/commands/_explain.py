"""What `explain` does: find the record, the two or the verdict; say what one rests on, how two
compare, why a question has its verdict."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from counterclaim.commands._names import not_one
from counterclaim.commands._places import Atlas
from counterclaim.commands._reporting import folder, refuse_odd_words, say_problems
from counterclaim.commands._verdict import explain_verdict, no_verdict
from counterclaim.comparison import World
from counterclaim.comparison.views.pair_explanation import explain_pair
from counterclaim.comparison.views.record_support import RecordSupport, find_support
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_article
from counterclaim.ledger.index.shelf import take_down
from counterclaim.ledger.lookup import look_up
from counterclaim.presentation.console import clean, make_consoles
from counterclaim.presentation.explain import to_json, to_text
from counterclaim.presentation.record_support import support_to_json, support_to_text
from counterclaim.records import Record

FORMATS = ("table", "json")
WIDEST = 100
_NUMBER = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class ExplainOptions:
    """The options of `explain` as given: one record or two, or a place and a number."""

    one: str
    other: str | None = None
    ledger: str | None = None
    output: str = "table"
    width: int | None = None


def explain_names(options: ExplainOptions) -> int:
    """Explain the record or the pair that names mean. Returns the exit code."""
    if options.output not in FORMATS:
        raise typer.BadParameter(f"choose from {', '.join(FORMATS)}", param_hint="--format")
    refuse_odd_words(RECORD=filter(None, (options.one, options.other)))
    ledger = find_ledger(folder(options.ledger, "--ledger"))
    width = min(make_consoles("never", options.width)[0].width, WIDEST)
    if options.other and _NUMBER.fullmatch(options.other):
        code = explain_verdict(ledger, options.one, int(options.other), options.output, width)
        if code is None:
            raise no_verdict(options.one)
        return code
    records, problems = take_down(ledger, lambda shelf: shelf.records())
    if options.other is None and len(look_up(records, options.one)) != 1:
        code = explain_verdict(ledger, options.one, None, options.output, width)
        if code is not None:
            return code
    first, second = (_find(records, n) if n else None for n in (options.one, options.other))
    if first is None or (options.other and second is None):
        say_problems(problems)
        return 2
    world = World(load_rules(), load_sides(), Atlas())
    if second is None:
        return _explain_one(ledger, find_support(records, first, world), options.output, width)
    found = explain_pair(records, first, second, world)
    sys.stdout.write(to_json(found) if options.output == "json" else to_text(found, width))
    return 0


def _explain_one(ledger: Path, basis: RecordSupport, output: str, width: int) -> int:
    """Say what one record rests on; without the article's text, by the words of the record."""
    text, reason = None, ""
    try:
        text = read_article(ledger, basis.article.id)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
    as_json = output == "json"
    sys.stdout.write(
        support_to_json(basis, text) if as_json else support_to_text(basis, text, width)
    )
    if text is None:
        article = basis.article.id
        print(clean(f"the text of {article} cannot be read: {reason}"), file=sys.stderr)
    return 1 if text is None else 0


def _find(records: list[Record], name: str) -> str | None:
    """Find the one record that is meant; else say why not, and what would do."""
    found = look_up(records, name)
    claims = [claim for _, claim in found if claim]
    if len(claims) == 1 and claims[0].review.status != "rejected":
        return claims[0].id
    if len(claims) == 1:
        lines = [f"{name} is rejected by its review"]
    elif "#" in name or len(found) != 1:
        lines = not_one(records, found, name)
    else:
        lines = [f"{name} is an article: name one of its records, as in {name}#1"]
    print(clean("\n".join(lines)), file=sys.stderr)
    return None
