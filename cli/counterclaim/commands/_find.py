"""What `find` does: read the words, ask the index, print the claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer

from counterclaim.commands._claims import Narrowing, narrow
from counterclaim.commands._lines import print_rows
from counterclaim.commands._progress import on_terminal
from counterclaim.commands._reporting import folder, refuse_odd_words, say_problems
from counterclaim.ledger import find_ledger
from counterclaim.ledger.index.opening import ask
from counterclaim.ledger.index.queries import find_words
from counterclaim.ledger.index.shelf import phrase
from counterclaim.presentation.show import short_id
from counterclaim.records import Claim, Problem, Record

LINES = 20
BRIEF = ("record", "day", "side", "source", "words")
HEADS = (
    "id", "article", "published", "source", "kind", "side", "stance", "event", "places", "earliest",
    "latest", "review", "text",
)  # fmt: skip
_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"*]+)(\*?)')


def find_claims(words: Sequence[str], given: Narrowing) -> int:
    """Find claims by words. Returns the exit code."""
    refuse_odd_words(WORDS=words)
    sides, query = given.check(), read_query(words)
    if not query:
        raise typer.BadParameter("give a word", param_hint="WORDS")
    table = given.output == "table"
    most = LINES if table and not given.every else None
    ledger = find_ledger(folder(given.ledger, "--ledger"))
    answer = ask(
        ledger, lambda db: find_words(db, narrow(db, given, sides), query, most), on_terminal()
    )
    if isinstance(answer, Problem):
        return say_problems([answer])
    (total, found), problems = answer
    code = say_problems(problems)
    rows = [(_brief if table else _full)(record, claim) for record, claim in found]
    print_rows(BRIEF if table else HEADS, rows, given.output, given.width, None, total)
    return code


def read_query(words: Sequence[str]) -> str:
    """Words as a person writes them, in the language of the index: nothing in them is an order.

    >>> read_query(['"supply routes"', "OR", "droni*"])
    '"supply routes" "OR" "droni" *'
    """
    given = [f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words]
    terms = []
    for quoted, any_end, word, end in _TERM.findall(" ".join(given)):
        if re.search(r"[^\W_]", quoted or word):
            terms.append(phrase(quoted or word) + (" *" if any_end or end else ""))
    return " ".join(terms)


def _brief(record: Record, claim: Claim) -> tuple[str | None, ...]:
    day = claim.time.earliest or claim.time.said or record.article.published
    return (short_id(claim), day, claim.source.side, claim.source.name, claim.text)


def _full(record: Record, claim: Claim) -> tuple[str | None, ...]:
    source, time = claim.source, claim.time
    places = "; ".join(place.name for place in claim.places)
    about = (claim.id, record.article.id, record.article.published)
    said = (source.name, source.kind, source.side, claim.stance, claim.event.type, places)
    return (*about, *said, time.earliest, time.latest, claim.review.status, claim.text)
