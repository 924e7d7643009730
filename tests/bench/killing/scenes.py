"""Scenes in which somebody is ended: what lies there before, and what is run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import forked
from forked import Ran

LEDGER = "case"
FIRST = ("ingest", "in", "-q", "--ledger", LEDGER, "--published", "2023-03-14")
Before = Callable[[], None] | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A folder with articles (`in/`) and perhaps a ledger, and a command over them.

    `copied` is done in each copy of this process before it runs the program; `patience`: seconds
    after which an undisturbed run has failed.
    """

    name: str
    folder: Path
    arguments: tuple[str, ...]
    copied: Before = None
    patience: float = forked.PATIENCE

    def set_up(self, here: Path) -> None:
        """Lay the scene out in a folder that is not there yet."""
        shutil.copytree(self.folder, here)

    def run(self, here: Path, before: Before = None) -> Ran:
        """Run the command there, undisturbed but for `before`."""

        def prepare() -> None:
            for step in (self.copied, before):
                if step:
                    step()

        return forked.run(self.arguments, here, before=prepare, patience=self.patience)


def make_scenes(write: Callable[[Path], None], work: Path, copied: Before) -> list[Scene]:
    """Four scenes over the articles that `write` makes: an empty ledger; a reviewed one in which
    every article gets another day; one in which every article is printed by another outlet; a
    reviewed one in which every article is corrected."""
    later = (*FIRST[:-1], "2023-03-15")
    empty, reviewed, wire = work / "empty", work / "reviewed", work / "wire"
    corrected = work / "corrected"
    for folder in (empty, reviewed, wire, corrected):
        write(folder / "in")
    for folder in (reviewed, wire, corrected):
        done = Scene("", folder, (*FIRST, "--outlet", "Gazette"), copied).run(folder)
        if done.code:
            raise RuntimeError(done.err.decode())
    _review(reviewed / LEDGER)
    _review(corrected / LEDGER)
    for path in sorted((corrected / "in").iterdir()):
        path.write_text(f"{path.read_text('utf-8')}\nNobody was hurt.\n", "utf-8")
    for path in sorted((wire / "in").iterdir()):
        path.rename(path.with_name(f"again-{path.name}"))
    return [
        Scene("into an empty ledger", empty, FIRST, copied),
        Scene("a reviewed ledger gets another day", reviewed, later, copied),
        Scene("a second printing", wire, (*FIRST, "--outlet", "Herald"), copied),
        Scene("a reviewed ledger is corrected", corrected, (*FIRST, "--outlet", "Gazette"), copied),
    ]


def _review(ledger: Path) -> None:
    """Let a person accept every claim of a ledger, correct a title and leave a comment."""
    review = "\n  review: {status: accepted, reviewer: Olena}"
    for number, path in enumerate(sorted((ledger / "events").glob("*.yaml"))):
        head, *claims = path.read_text("utf-8").split("\n- id: ")
        text = "\n- id: ".join([head, *(claim.rstrip("\n") + review for claim in claims)]) + "\n"
        if number == 0:
            text = text.replace("  title: ", "  title: By hand, ", 1) + "# A word by hand.\n"
        path.write_text(text, "utf-8")


def contents(here: Path) -> dict[str, bytes]:
    """The files of the ledger by their names below it."""
    ledger = here / LEDGER
    return {
        str(path.relative_to(ledger)): path.read_bytes()
        for path in sorted(ledger.rglob("*"))
        if path.is_file()
    }


def deviations(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """How a ledger differs from that of an undisturbed run, in kinds that can be counted."""
    kinds = set()
    for name in {*found, *wanted}:
        if name not in wanted:
            kinds.add(_leftover(name, found))
        elif name not in found:
            kinds.add(f"{_kind(name)} is missing")
        elif found[name] != wanted[name]:
            kinds.add(f"{_kind(name)} has other bytes")
    return sorted(kinds)


def _leftover(name: str, found: Mapping[str, bytes]) -> str:
    if name.endswith(".tmp"):
        return "a .tmp is left"
    path = Path(name)
    if path.parent.name == "articles" and f"events/{path.stem}.yaml" not in found:
        return "a text is left without its record"
    return f"{_kind(name)} is left"


def _kind(name: str) -> str:
    path = Path(name)
    if ".orig" in path.name:
        return "an .orig"
    return "a text" if path.parent.name == "articles" else "a record"
