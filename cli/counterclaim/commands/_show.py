"""What `show` does: find what is meant, print it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from counterclaim.commands._names import not_one
from counterclaim.commands._reporting import folder, refuse_odd_words, say_problems
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_article
from counterclaim.ledger.lookup import Found, look_up, read_named
from counterclaim.presentation.console import COLOR_CHOICES, clean, make_consoles
from counterclaim.presentation.entities import entities_to_object, entities_to_text
from counterclaim.presentation.show import print_article, print_claim
from counterclaim.records import Record
from counterclaim.records.characters import dump_json
from counterclaim.records.convert import claim_to_dict, record_to_dict
from counterclaim.records.yaml_io import dump_plain

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("table", "yaml", "json")


@dataclass(frozen=True, slots=True)
class ShowOptions:
    """The options of `show` as given."""

    name: str
    ledger: str | None = None
    output: str = "table"
    color: str = "auto"
    width: int | None = None
    entities: bool = False


def show_name(options: ShowOptions) -> int:
    """Show the article or record that a name means. Returns the exit code."""
    if options.output not in FORMATS:
        raise typer.BadParameter(f"choose from {', '.join(FORMATS)}", param_hint="--format")
    if options.color not in COLOR_CHOICES:
        raise typer.BadParameter(f"choose from {', '.join(COLOR_CHOICES)}", param_hint="--color")
    out, err = make_consoles(options.color, options.width)
    refuse_odd_words(NAME=options.name)
    ledger = find_ledger(folder(options.ledger, "--ledger"))
    records, problems = read_named(ledger, options.name)
    found = look_up(records, options.name)
    if len(found) == 1:
        return _show(ledger, found[0], options, out, err)
    say_problems(problems)
    for line in not_one(records, found, options.name):
        err.print(clean(line), soft_wrap=True)
    return 2


def _show_entities(record: Record, output: str, width: int) -> int:
    """Show whom and which places the claims of an article, or one of them, speak of."""
    if output == "table":
        sys.stdout.write(entities_to_text(record, load_sides().side_name, width))
        return 0
    plain = entities_to_object(record)
    sys.stdout.write(dump_json(plain, indent=2) + "\n" if output == "json" else dump_plain(plain))
    return 0


def _show(ledger: Path, found: Found, options: ShowOptions, out: Console, err: Console) -> int:
    record, claim = found
    if options.entities:
        only = replace(record, events=(claim,)) if claim else record
        return _show_entities(only, options.output, out.width)
    if options.output != "table":
        plain = claim_to_dict(claim) if claim else record_to_dict(record)
        as_json = dump_json(plain, indent=2) + "\n"
        sys.stdout.write(as_json if options.output == "json" else dump_plain(plain))
        return 0
    try:
        text = read_article(ledger, record.article.id)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        err.print(clean(f"the text of {record.article.id} cannot be read: {reason}"))
        if claim is None:
            return 2
        print_claim(record, claim, None, out)
        return 1
    if claim is None:
        print_article(record, text, out, load_sides().side_name)
    else:
        print_claim(record, claim, text, out)
    return 0
