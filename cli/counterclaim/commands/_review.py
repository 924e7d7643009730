"""What `review` does: show a claim, ask, write the answer, go on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.commands._claims import Narrowing, narrow
from counterclaim.commands._compare_options import one_of
from counterclaim.commands._editor import NotEdited, edit_claim
from counterclaim.commands._progress import on_terminal
from counterclaim.commands._reporting import folder, refuse_odd_words, say_problems
from counterclaim.ledger import find_ledger, read_article
from counterclaim.ledger.find import events_folder
from counterclaim.ledger.index.opening import ask
from counterclaim.ledger.index.queries import list_claims
from counterclaim.ledger.read import read_record
from counterclaim.ledger.reviewing import Step, change_claim, take_back
from counterclaim.presentation.console import COLOR_CHOICES, clean_line, make_consoles
from counterclaim.presentation.show import print_claim
from counterclaim.records import Claim, Problem, Record, Review
from counterclaim.records.model import REVIEW_STATES

if TYPE_CHECKING:
    from rich.console import Console

KEYS = "[a]ccept  [c]orrect  [r]eject  [n]ote  [Enter] next  [b]ack  [u]ndo  [q]uit: "


def review_claims(given: Narrowing, reviewer: str | None, color: str) -> int:
    """Walk through the claims asked for. Returns the exit code."""
    sides = given.check()
    one_of("--color", color, COLOR_CHOICES)
    refuse_odd_words(reviewer=reviewer)
    if not has_terminal():
        hint = "or write review: {status: accepted} into the records"
        print(f"counterclaim review asks questions: run it in a terminal, {hint}", file=sys.stderr)
        return 2
    ledger = find_ledger(folder(given.ledger, "--ledger"))
    states = REVIEW_STATES if given.every else ("unreviewed",)
    answer = ask(
        ledger, lambda db: list_claims(db, narrow(db, given, sides, states)), on_terminal()
    )
    if isinstance(answer, Problem):
        return say_problems([answer])
    claims, problems = answer
    code = say_problems(problems)
    out, _ = make_consoles(color, given.width)
    walk = Walk(ledger, claims, out, reviewer)
    walk.go()
    return code


def has_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


@dataclass(slots=True)
class Walk:
    """One walk through some claims: where it is, and what was written so far."""

    ledger: Path
    claims: list[tuple[str, int]]
    out: Console
    reviewer: str | None
    at: int = 0
    steps: list[tuple[int, Step]] = field(default_factory=list)

    def go(self) -> None:
        """Ask until there is no claim left, or nobody answers."""
        while self.at < len(self.claims):
            found = self._read()
            if found is None:
                self.at += 1
                continue
            self._show(*found)
            try:
                key = input(KEYS).strip().lower()[:1]
            except EOFError:
                break
            if key == "q":
                break
            self._answer(key, found[1])
        number = len(self.steps)
        self._say(f"{number} answer{'s' * (number != 1)} written")

    def _read(self) -> tuple[Record, Claim] | None:
        """The claim that is next, as it stands now; None: it is not there any more."""
        article, number = self.claims[self.at]
        record, problems = read_record(events_folder(self.ledger) / f"{article}.yaml")
        say_problems(problems)
        if record is None or number >= len(record.events):
            return None
        return record, record.events[number]

    def _show(self, record: Record, claim: Claim) -> None:
        try:
            text = read_article(self.ledger, record.article.id)
        except (OSError, ValueError):
            text = None
        self.out.print(f"{self.at + 1} of {len(self.claims)}, {claim.review.status}", style="bold")
        print_claim(record, claim, text, self.out)

    def _answer(self, key: str, claim: Claim) -> None:
        if key == "u":
            self._undo()
        elif key == "b":
            self.at = max(0, self.at - 1)
        elif key in ("a", "r", "n", "c"):
            self._write(key, claim)
        elif not key:
            self.at += 1
        else:
            self._say(f"{key} is no answer")

    def _write(self, key: str, claim: Claim) -> None:
        """Write one answer; a note alone stays at its claim."""
        change: Callable[[Claim], Claim]
        if key == "n":
            note = input("note: ").strip() or None
            change = lambda c: replace(c, review=replace(c.review, note=note))  # noqa: E731
        elif key == "c":
            try:
                edited = edit_claim(self.ledger, claim)
            except NotEdited as error:
                self._say(str(error))
                return
            change = lambda c: replace(edited, review=self._review(c, "corrected"))  # noqa: E731
        else:
            status = "accepted" if key == "a" else "rejected"
            change = lambda c: replace(c, review=self._review(c, status))  # noqa: E731
        try:
            step = change_claim(self.ledger, claim.id, change)
        except OSError as error:
            self._say(f"cannot be written: {error.strerror or error}")
            return
        if isinstance(step, Step):
            self.steps.append((self.at, step))
            self.at += key != "n"
        else:
            say_problems(step or [])
            self._say("it is not there any more")

    def _review(self, claim: Claim, status: str) -> Review:
        return Review(status, self.reviewer, date.today().isoformat(), claim.review.note)

    def _undo(self) -> None:
        if not self.steps:
            self._say("there is nothing to undo")
            return
        at, step = self.steps.pop()
        if take_back(self.ledger, step):
            self.at = at
        else:
            self._say("its file was changed since: nothing is undone")

    def _say(self, words: str) -> None:
        for line in words.splitlines():
            print(clean_line(line), file=sys.stderr)
