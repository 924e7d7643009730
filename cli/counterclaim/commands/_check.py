"""What `check` does: find the record files, check each, print the problems."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.own_files import is_knowledge_folder, knowledge_files, read_own
from counterclaim.knowledge.predicates import load_predicates
from counterclaim.ledger import find_ledger
from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.read import record_files
from counterclaim.presentation.console import COLOR_CHOICES, make_consoles
from counterclaim.presentation.problems import problem_to_dict, problem_to_text
from counterclaim.records import Problem
from counterclaim.records.check import check_text
from counterclaim.records.decoding import decode, read_bytes
from counterclaim.records.positions import file_problem

FORMATS = ("text", "json")
_UNREADABLE = frozenset({"CC001", "CC042", "CC082"})


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `check` as given."""

    paths: list[str]
    output: str = "text"
    quiet: bool = False
    color: str = "auto"
    width: int | None = None


def check_paths(options: Options) -> int:
    """Check ledgers and files and print what is wrong with them. Returns the exit code."""
    _refuse_choices(options)
    out, err = make_consoles(options.color, options.width)
    own = [Path(path) for path in options.paths if is_knowledge_folder(Path(path))]
    records = [path for path in options.paths if Path(path) not in own]
    found = list(_files(records)) if records or not own else []
    files = [file for file in found if isinstance(file, Path)]
    problems = [file for file in found if isinstance(file, Problem)]
    for file in files:
        problems += check_file(file)
    for folder in own:
        problems += read_own(folder)[1]
        files += knowledge_files(folder)
    problems.sort()
    if options.output == "json":
        print(json.dumps([problem_to_dict(p) for p in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            out.print(problem_to_text(problem, out.width), soft_wrap=True)
    if not options.quiet:
        err.print(_summary(len(files), problems), soft_wrap=True)
    if any(problem.code in _UNREADABLE for problem in problems):
        return 2
    return 1 if problems else 0


def check_file(file: Path) -> list[Problem]:
    """The problems of one record file. In a ledger, its article is read too."""
    text = _read(file)
    if isinstance(text, Problem):
        return [text]
    in_ledger = file.absolute().parent.name == "events"
    article = _read(_article_of(file)) if in_ledger else None
    problems = check_text(
        text,
        str(file),
        article_text=article if isinstance(article, str) else None,
        known_place=_is_known_place,
        event_types=frozenset(load_predicates()),
        file_id=file.stem if in_ledger else None,
    )
    if isinstance(article, Problem):
        problems.append(_missing_article(file, article))
    return problems


def _refuse_choices(options: Options) -> None:
    if options.output not in FORMATS:
        raise typer.BadParameter(f"choose from {', '.join(FORMATS)}", param_hint="--format")
    if options.color not in COLOR_CHOICES:
        raise typer.BadParameter(f"choose from {', '.join(COLOR_CHOICES)}", param_hint="--color")


def _files(paths: list[str]) -> Iterator[Path | Problem]:
    """The record files that are meant: those of ledgers, and files by their own name."""
    for path in [Path(name) for name in paths] or [find_ledger(None)]:
        if events_folder(path).is_dir():
            yield from record_files(path)
        elif paths and not path.is_dir():
            yield path
        elif files := sorted(path.glob("*.yaml")):
            yield from files
        else:
            yield file_problem("CC042", str(path), "has no events/ folder: not a ledger")


def _read(file: Path) -> str | Problem:
    data = read_bytes(file, str(file))
    return data if isinstance(data, Problem) else decode(data, str(file))


def _article_of(file: Path) -> Path:
    """The text that belongs to a record file; its name is as short as that of the file."""
    ledger = file.parent.parent if file.parent.name == "events" else Path("..")
    return articles_folder(ledger) / f"{file.stem}.txt"


def _missing_article(file: Path, problem: Problem) -> Problem:
    if problem.code != "CC001":
        return problem
    return file_problem("CC040", str(file), f"its text is missing: {problem.file}")


def _is_known_place(place_id: str) -> bool:
    return load_gazetteer().entry(place_id) is not None


def _summary(count: int, problems: list[Problem]) -> str:
    files = f"{count} file{'s' * (count != 1)}"
    if not problems:
        return f"{files} checked, no problems"
    number = len(problems)
    bad = len({problem.file for problem in problems})
    return f"{files} checked, {number} problem{'s' * (number != 1)} in {bad}"
