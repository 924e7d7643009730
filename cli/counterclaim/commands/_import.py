"""What `import` does: read what came back, change the claims, say how many."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from counterclaim.commands._compare_options import one_of
from counterclaim.commands._reporting import folder, refuse_odd_words, say_problems
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger import find_ledger, read_article
from counterclaim.ledger.find import events_folder
from counterclaim.ledger.read import read_record
from counterclaim.ledger.returned import Task, corrected, read_answers, read_tasks
from counterclaim.ledger.reviewing import change_claim
from counterclaim.presentation.console import clean_line
from counterclaim.records import Claim, Problem
from counterclaim.records.decoding import BOM, decode, read_bytes
from counterclaim.records.positions import file_problem

PROGRAMS = ("labelstudio",)


def import_corrections(path: str, of: str, ledger: str | None, *, dry_run: bool) -> int:
    """Take corrections into a ledger. Returns the exit code."""
    one_of("--from", of, PROGRAMS)
    refuse_odd_words(FILE=path)
    home = find_ledger(folder(ledger, "--ledger"))
    tasks = _read(Path(path))
    if isinstance(tasks, Problem):
        return say_problems([tasks])
    counts: Counter[str] = Counter()
    problems = [p for task in tasks for p in _take(home, task, counts, dry_run=dry_run)]
    _say(counts, dry_run=dry_run)
    return say_problems(problems)


def _read(path: Path) -> list[Task] | Problem:
    data = read_bytes(path, str(path))
    text = data if isinstance(data, Problem) else decode(data, str(path))
    if isinstance(text, Problem):
        return text
    try:
        return list(read_tasks(json.loads(text.removeprefix(BOM))))
    except (ValueError, RecursionError) as error:
        hint = "export the project from Label Studio as JSON"
        return file_problem("CC001", str(path), f"is no export of Label Studio: {error}", hint)


def _take(home: Path, task: Task, counts: Counter[str], *, dry_run: bool) -> list[Problem]:
    """Take the answers about one article. Nothing of it is taken where its words do not fit."""
    file = events_folder(home) / f"{Path(task.article).name}.yaml"
    record, problems = read_record(file)
    if record is None:
        return problems
    try:
        text = read_article(home, record.article.id)
        claims = {claim.id: claim for claim in record.events}
        answers, strange = read_answers(task, claims, text)
        sides = {*load_sides().names, "independent", "unknown"}
        new = [corrected(claims[at], found, text, task, sides) for at, found in answers.items()]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        return [file_problem("CC036", str(file), f"the corrections do not fit: {error}")]
    counts["marked newly, and left"] += strange
    for claim in new:
        problems += _change(home, claims[claim.id], claim, counts, dry_run=dry_run)
    return problems


def _change(
    home: Path, old: Claim, new: Claim, counts: Counter[str], *, dry_run: bool
) -> list[Problem]:
    """Write one answer, unless the record says that already: another one came first."""
    said = replace(new, review=replace(new.review, status=old.review.status))
    reviewed = old.review.status in ("accepted", "corrected") and new.review.status == "accepted"
    if new == old or (reviewed and said == old):
        counts["unchanged"] += 1
        return []
    counts[new.review.status] += 1
    if dry_run:
        return []
    try:
        step = change_claim(home, new.id, lambda _: new)
    except OSError as error:
        where = str(error.filename or home)
        return [file_problem("CC001", where, f"cannot be written: {error.strerror or error}")]
    return step if isinstance(step, list) else []


def _say(counts: Counter[str], *, dry_run: bool) -> None:
    told = [f"{number} {state}" for state, number in sorted(counts.items()) if number]
    would = "would be written: " if dry_run else ""
    print(clean_line(would + (", ".join(told) or "no answers")), file=sys.stderr)
