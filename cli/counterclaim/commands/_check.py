"""What `check` does: find the record files, check each, print the problems."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from counterclaim.commands._reporting import exit_code, folder
from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.overlay_files import is_knowledge_folder, knowledge_files, read_own
from counterclaim.knowledge.predicates import load_predicates
from counterclaim.ledger import find_ledger
from counterclaim.ledger.find import articles_folder
from counterclaim.ledger.read import find_lone_texts, record_files
from counterclaim.presentation.console import COLOR_CHOICES, make_consoles
from counterclaim.presentation.problems import problem_to_dict, problem_to_text
from counterclaim.records import Problem
from counterclaim.records.characters import dump_json
from counterclaim.records.check import check_text
from counterclaim.records.decoding import decode, read_bytes, unreadable
from counterclaim.records.positions import file_problem

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `check` as given."""

    paths: list[str]
    output: str = "text"
    quiet: bool = False
    color: str = "auto"
    width: int | None = None


def check_paths(options: CheckOptions) -> int:
    """Check ledgers and files and print what is wrong with them. Returns the exit code."""
    _refuse_choices(options)
    out, err = make_consoles(options.color, options.width)
    paths = [path for name in options.paths if (path := folder(name, "PATH")) is not None]
    own = [path for path in paths if is_knowledge_folder(path)]
    records = [path for path in paths if path not in own]
    found = list(record_paths(records)) if records or not own else []
    files = [file for file in found if isinstance(file, Path)]
    problems = [file for file in found if isinstance(file, Problem)]
    for file in files:
        problems += check_file(file)
    for knowledge in own:
        problems += read_own(knowledge)[1]
        files += knowledge_files(knowledge)
    problems.sort()
    if options.output == "json":
        print(dump_json([problem_to_dict(p) for p in problems], indent=2))
    else:
        for problem in problems:
            out.print(problem_to_text(problem, out.width), soft_wrap=True)
    if not options.quiet:
        err.print(_summary(len(files), problems), soft_wrap=True)
    return exit_code(problems)


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


def _refuse_choices(options: CheckOptions) -> None:
    if options.output not in FORMATS:
        raise typer.BadParameter(f"choose from {', '.join(FORMATS)}", param_hint="--format")
    if options.color not in COLOR_CHOICES:
        raise typer.BadParameter(f"choose from {', '.join(COLOR_CHOICES)}", param_hint="--color")


def record_paths(paths: list[Path]) -> Iterator[Path | Problem]:
    """The record files that are meant: those of ledgers, and files by their own name; in a ledger
    also what is wrong with its folders."""
    for path in paths or [find_ledger(None)]:
        found = record_files(path)
        if not isinstance(found, Problem):
            yield from found
            yield from find_lone_texts(path)
        elif found.code != "CC042":
            yield found
        elif paths and not os.path.isdir(path):  # noqa: PTH112 a Path raises where it may not look
            yield path
        else:
            yield from _loose_files(path, found)


def _loose_files(path: Path, otherwise: Problem) -> Iterator[Path | Problem]:
    """The record files of a folder that is no ledger."""
    try:
        names = sorted(name for name in os.listdir(path) if name.endswith(".yaml"))
    except OSError as error:
        yield otherwise if isinstance(error, FileNotFoundError) else unreadable(str(path), error)
        return
    yield from (path / name for name in names)
    if not names:
        yield otherwise


def _read(file: Path) -> str | Problem:
    data = read_bytes(file, str(file))
    return data if isinstance(data, Problem) else decode(data, str(file))


def _article_of(file: Path) -> Path:
    """The text that belongs to a record file; its name is as short as that of the file."""
    ledger = file.parent.parent if file.parent.name == "events" else Path("..")
    return articles_folder(ledger) / f"{file.stem}.txt"


def _missing_article(file: Path, problem: Problem) -> Problem:
    if os.path.lexists(problem.file) or problem.code != "CC001":
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
