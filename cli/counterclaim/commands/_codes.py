"""What `explain CC024` does: the paragraph that the documents have on an error."""

from __future__ import annotations

import re
import sys

import typer

from counterclaim.presentation.console import fold, make_consoles
from counterclaim.records.characters import dump_json
from counterclaim.records.codes import CODES
from counterclaim.resources import docs_path

WIDEST = 100
CODE = re.compile(r"CC(\d{1,3})", re.IGNORECASE)
_HEADING = re.compile(r"^###? .*$", re.MULTILINE)


def list_codes() -> int:
    """Print all codes, one a line. Returns the exit code."""
    sys.stdout.write("".join(f"{code}\n" for code in CODES))
    return 0


def explain_code(given: str, output: str, width: int | None) -> int:
    """Print what an error means and what to do about it. Returns the exit code."""
    written = given[:2].upper() + given[2:].zfill(3)
    code = CODES.get(written)
    if code is None:
        hint = "counterclaim explain --list names all"
        raise typer.BadParameter(f"there is no {written}: {hint}", param_hint="CODE")
    text = read_paragraph(code.code)
    if output == "json":
        facts = {"code": code.code, "title": code.title, "help": code.help, "text": text}
        print(dump_json(facts, indent=2))
        return 0
    columns = min(make_consoles("never", width)[0].width, WIDEST)
    print(f"{code.code} {code.title}\n")
    for paragraph in text.split("\n\n"):
        print("\n".join(fold(" ".join(paragraph.split()), columns)))
    return 0


def read_paragraph(code: str) -> str:
    """What docs/errors.md says of a code, a paragraph for each of its three parts.

    >>> read_paragraph("CC011").startswith("What: ")
    True
    """
    page = docs_path("errors.md").read_text("utf-8")
    _, _, rest = page.partition(f"### {code} ")
    body = _HEADING.split(rest.partition("\n")[2])[0]
    return re.sub(r"\n*\*\*(.+?)\.\*\*", r"\n\n\1:", body).strip()
