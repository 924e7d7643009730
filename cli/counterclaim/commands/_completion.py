"""What the shell offers after TAB: values of options, out of the ledger that is at hand.

Only what can stand in a command line as it is, but for spaces, is offered: some shells run what a
candidate holds, and names come out of articles that anybody may have written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import sqlite3

    from counterclaim.ledger.index.queries import Narrowed, Rows

MOST = 200
"""So many are offered; who types another letter sees the rest."""

_PLAIN = re.compile(r"\w[\w .,#/-]*")


def among(*values: str) -> Callable[[str], list[str]]:
    """Offer fixed words.

    >>> among("table", "csv")("c")
    ['csv']
    """

    def complete(incomplete: str) -> list[str]:
        return offer(values, incomplete)

    return complete


def offer(values: Iterable[str], incomplete: str) -> list[str]:
    """The values that begin with what is typed, in either case; that stays as it was typed.

    >>> offer(["Bakhmut", "$(rm)", "Lyman"], "bak")
    ['bakhmut']
    """
    begun = incomplete.casefold()
    found = (v for v in dict.fromkeys(values) if v.casefold().startswith(begun))
    plain = [v for v in found if _PLAIN.fullmatch(v)][:MOST]
    return [_in_shell(incomplete + value[len(incomplete) :]) for value in plain]


def _in_shell(value: str) -> str:
    """A value as the shell that asks takes it for one word: bash does not quote by itself."""
    asks = (shell for name, shell in sorted(os.environ.items()) if name.endswith("_COMPLETE"))
    return value.replace(" ", "\\ ") if "complete_bash" in asks else value


def complete_place(ctx: typer.Context, incomplete: str) -> list[str]:
    """The places of the ledger, the most spoken of first."""
    from counterclaim.ledger.index import queries  # noqa: PLC0415 start-up stays quick

    def names(db: sqlite3.Connection) -> list[str]:
        counted = queries.count_places(db, queries.Narrowed())
        return [place.name for place, *_ in counted]

    return offer(_ask(ctx, names), incomplete)


def complete_source(ctx: typer.Context, incomplete: str) -> list[str]:
    """The sources of the ledger, those with most claims first."""
    from counterclaim.ledger.index import queries  # noqa: PLC0415 start-up stays quick

    return offer(_ask(ctx, _firsts(queries.count_sources)), incomplete)


def complete_side(ctx: typer.Context, incomplete: str) -> list[str]:
    """The sides of the ledger, then all others."""
    from counterclaim.knowledge.sides import load_sides  # noqa: PLC0415 start-up stays quick
    from counterclaim.ledger.index import queries  # noqa: PLC0415

    own = _ask(ctx, _firsts(queries.count_sides))
    return offer([*own, *sorted(load_sides().names), "article"], incomplete)


def complete_topic(incomplete: str) -> list[str]:
    """The topics of questions."""
    from counterclaim.knowledge.comparison import load_rules  # noqa: PLC0415 start-up stays quick

    return offer([topic.id for topic in load_rules().topics], incomplete)


def complete_format(incomplete: str) -> list[str]:
    """The formats of `export`."""
    from counterclaim.presentation.export.formats import FORMATS  # noqa: PLC0415 start-up is quick

    return offer(FORMATS, incomplete)


def complete_command(incomplete: str) -> list[str]:
    """The commands."""
    from counterclaim.commands._settings_file import command_names  # noqa: PLC0415 start-up is quick

    return offer(command_names(), incomplete)


def complete_record(ctx: typer.Context, incomplete: str) -> list[str]:
    """The articles of the ledger by their ids and, after #, the records of one."""
    from counterclaim.ledger.index import queries  # noqa: PLC0415 start-up stays quick

    def ids(db: sqlite3.Connection) -> list[str]:
        article = incomplete.partition("#")[0]
        if article == incomplete:
            return [str(row[0]) for row in queries.count_articles(db, queries.Narrowed())]
        listed = queries.list_claims(db, queries.Narrowed())
        return [f"{name}#{at + 1:02d}" for name, at in listed if name == article]

    return offer(_ask(ctx, ids), incomplete)


def complete_code(ctx: typer.Context, incomplete: str) -> list[str]:
    """Places, records, and the codes of errors."""
    from counterclaim.records.codes import CODES  # noqa: PLC0415 start-up stays quick

    own = [*complete_place(ctx, incomplete), *complete_record(ctx, incomplete)]
    return [*own, *offer(CODES, incomplete)]


def _firsts(
    count: Callable[[sqlite3.Connection, Narrowed], Rows],
) -> Callable[[sqlite3.Connection], list[str]]:
    from counterclaim.ledger.index import queries  # noqa: PLC0415 start-up stays quick

    return lambda db: [str(row[0]) for row in count(db, queries.Narrowed())]


def _ask(ctx: typer.Context, question: Callable[[sqlite3.Connection], list[str]]) -> list[str]:
    """What the ledger answers; nothing where there is none or it is damaged: a shell that waits for
    candidates has no place for an error."""
    from pathlib import Path  # noqa: PLC0415 start-up stays quick

    from counterclaim.ledger.find import find_ledger  # noqa: PLC0415
    from counterclaim.ledger.index.opening import ask  # noqa: PLC0415
    from counterclaim.records.problem import Problem  # noqa: PLC0415

    named = ctx.params.get("ledger")
    with suppress(Exception):
        answer = ask(find_ledger(Path(named) if named else None), question)
        return [] if isinstance(answer, Problem) else answer[0]
    return []
