"""Records and texts into a ledger, so that a second run finds nothing to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Literal

from counterclaim.ledger.corrections import (
    EARLIER,
    Correction,
    correct,
    earlier_text,
    find_earlier,
    finish_correction,
    is_earlier,
)
from counterclaim.ledger.files import (
    locked,
    must_stay_within,
    read_whole,
    remove,
    remove_halves,
    write_atomically,
)
from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.ids import is_article_id, text_sha256
from counterclaim.ledger.made import is_untouched, stamp
from counterclaim.ledger.merge import carry_over
from counterclaim.ledger.printings import adopt, same_printing
from counterclaim.ledger.read import read_records, record_files
from counterclaim.records.model import ArticleInfo, Claim, Record, Time
from counterclaim.records.problem import Problem
from counterclaim.records.yaml_io import dump_record

Outcome = Literal["new", "updated", "unchanged", "superseded"]
_FACTS = ("file", "title", "outlet", "author", "url", "language")


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a record changed.

    `aside` are the old files that were kept under other names, `problems` what is wrong with files
    of the same text, which were left alone. `correction` tells what a corrected text has changed;
    "superseded" is a text that was corrected since: nothing is written.
    """

    outcome: Outcome
    aside: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    correction: Correction | None = None


def write_article(
    ledger: Path,
    about: ArticleInfo,
    text: str,
    read: Callable[[ArticleInfo], Record],
    stated: Collection[str] = (),
) -> tuple[Record, Written]:
    """Read an article as the ledger knows it and write its records; gives them as they stand there
    then, with what a person has reviewed.

    `about` are the facts of this run, `stated` those that somebody stated (see `adopt`), `read`
    makes the records. What the ledger knows is asked before, since a date that it knows is read
    with, and once more under the lock: when somebody else has written the same text meanwhile, the
    article is read again.
    """
    while True:
        known = same_text(ledger, about.sha256)
        record = read(adopt(about, known, stated))
        if not known and is_earlier(ledger, about, text):
            return record, Written("superseded")
        with locked(ledger):
            known = same_text(ledger, about.sha256)
            if adopt(about, known, stated) == record.article:
                earlier = None if known else find_earlier(ledger, record.article, text)
                return _write(ledger, record, text, stamp, earlier)


def foresee_article(
    ledger: Path,
    about: ArticleInfo,
    text: str,
    read: Callable[[ArticleInfo], Record],
    stated: Collection[str] = (),
) -> Written:
    """What `write_article` would change now; `aside` are the files that it would keep a copy of.

    >>> foresee_article(Path("nowhere"), about, text, read).outcome
    'new'
    """
    known = same_text(ledger, about.sha256)
    record = read(adopt(about, known, stated))
    if not known and is_earlier(ledger, about, text):
        return Written("superseded")
    earlier = None if known else find_earlier(ledger, record.article, text)
    plan = _plan(ledger, record, text, stamp, earlier)
    return Written(plan.outcome, plan.aside, plan.problems, plan.correction)


def write_record(ledger: Path, record: Record, text: str) -> Written:
    """Write an article's text and then its records; say what that changed.

    Writing the same again touches nothing. What a person has reviewed stays as it is. The same
    printing under another id (it was ingested with another date or outlet before) is replaced: see
    `same_text` for what that will be. A file of which something would be lost (it is damaged, has
    comments, facts or claims that are not found again, or words that the text has not) is kept as
    `<name>.orig`.
    Raises `ValueError` when the record is not one of this text, `OSError` when the ledger cannot be
    written, or would have something outside of it written.

    >>> write_record(Path("case"), record, text)
    Written(outcome='new', aside=(), problems=())
    """
    with locked(ledger):
        return _write(ledger, record, text)[1]


def tidy(ledger: Path) -> None:
    """Clean up what killed runs have left of files that were being written."""
    if ledger.is_dir():
        with locked(ledger):
            for folder in (articles_folder(ledger), events_folder(ledger), ledger / EARLIER):
                must_stay_within(ledger, folder)
                remove_halves(folder)


def same_text(ledger: Path, sha256: str) -> list[ArticleInfo]:
    """What the ledger knows of a text, under whatever ids it was ingested; newest id last.

    >>> same_text(Path("nowhere"), "0a1b2c3d")
    []
    """
    return [record.article for record in _records_of(ledger, sha256)[0]]


def _records_of(ledger: Path, sha256: str) -> tuple[list[Record], list[Problem]]:
    """The records of a text, and what is wrong with files that are named like them."""
    files = record_files(ledger, f"-{sha256[:8]}")
    if isinstance(files, Problem):
        return [], [] if files.code == "CC042" else [files]  # the first article makes the ledger
    records, problems = read_records(files)
    return [record for record in records if record.article.sha256 == sha256], problems


@dataclass(frozen=True, slots=True)
class _Plan:
    """What writing an article does: the record as it will stand, the files `made` of it in their
    order, those that lose something and are `aside` before, those that are `gone` after."""

    record: Record
    made: dict[Path, bytes]
    aside: tuple[Path, ...]
    gone: tuple[Path, ...]
    outcome: Outcome
    problems: tuple[Problem, ...]
    correction: Correction | None


def _write(
    ledger: Path,
    record: Record,
    text: str,
    finish: Callable[[Record], Record] | None = None,
    earlier: Record | None = None,
) -> tuple[Record, Written]:
    """Write under the lock. The text is there before its records and goes before they do: a run
    that is killed between leaves what the next one recognises."""
    plan = _plan(ledger, record, text, finish, earlier)
    aside = tuple(set_aside(file) for file in plan.aside)
    for file, data in plan.made.items():
        write_atomically(file, data)
    for file in plan.gone:
        remove(file)
    finish_correction(ledger, plan.record, text)
    return plan.record, Written(plan.outcome, aside, plan.problems, plan.correction)


def _plan(
    ledger: Path,
    record: Record,
    text: str,
    finish: Callable[[Record], Record] | None = None,
    earlier: Record | None = None,
) -> _Plan:
    """Look at what is there, and touch nothing."""
    info = record.article
    if not is_article_id(info.id):
        raise ValueError(f"{info.id!r} is not the id of an article")
    if info.sha256 != text_sha256(text):
        raise ValueError(f"the sha256 of {info.id} is not that of its text")
    path, text_path = _paths(ledger, info.id)
    known, problems = _records_of(ledger, info.sha256)
    others = [old for old in known if old.article.id != info.id]
    stale = [_paths(ledger, old.article.id) for old in others if same_printing(old.article, info)]
    files = [file for file, _ in [*stale, (path, text_path)] if os.path.lexists(file)]
    for file in (path, text_path, *(file for pair in stale for file in pair)):
        must_stay_within(ledger, file)
    read = {events_folder(ledger) / f"{old.article.id}.yaml": old for old in known}
    old = {file: read.get(file) for file in files}
    merged = record
    for before in filter(None, old.values()):
        merged = carry_over(merged, before)
    correction = None
    if earlier:
        there = earlier_text(ledger, earlier.article.id)
        merged, correction = correct(merged, earlier, there, text)
    merged = finish(merged) if finish else merged
    data, words = dump_record(merged).encode("utf-8"), text.encode("utf-8")
    losing = [file for file, before in old.items() if _loses(file, before, merged, data)]
    texts = [text_path, *(file for _, file in stale), *_left_behind(ledger, info, words)]
    losing += [file for file in texts if file.exists() and read_whole(file) != words]
    made = {text_path: words, path: data}
    return _Plan(
        merged,
        made,
        tuple(losing),
        (*texts[1:], *(file for file, _ in stale)),
        _outcome(made, path, moved=bool(stale), corrects=earlier is not None),
        tuple(problem for problem in problems if problem.file != str(path)),
        correction,
    )


def _outcome(made: dict[Path, bytes], path: Path, *, moved: bool, corrects: bool) -> Outcome:
    if not path.exists() and not moved and not corrects:
        return "new"
    changed = any(not file.exists() or read_whole(file) != data for file, data in made.items())
    return "updated" if changed or moved else "unchanged"


def _paths(ledger: Path, article: str) -> tuple[Path, Path]:
    """The record file and the text of an article."""
    return events_folder(ledger) / f"{article}.yaml", articles_folder(ledger) / f"{article}.txt"


def _left_behind(ledger: Path, info: ArticleInfo, words: bytes) -> Iterator[Path]:
    """Copies of a text that a killed run has written or left without records."""
    with suppress(FileNotFoundError):
        for name in sorted(os.listdir(articles_folder(ledger))):
            article = name.removesuffix(".txt")
            if article == name or not article.endswith(f"-{info.sha256[:8]}"):
                continue
            records, text = _paths(ledger, article)
            orphan = article != info.id and not os.path.lexists(records)
            if orphan and text.is_file() and not text.is_symlink() and read_whole(text) == words:
                yield text


def _loses(file: Path, old: Record | None, new: Record, data: bytes) -> bool:
    """Tell whether a file has something, perhaps by a person's hand, that the new one has not."""
    there = read_whole(file)
    if there == data:
        return False
    if old is None or there != dump_record(old).encode("utf-8"):
        return True
    if is_untouched(old):
        return False
    if any(_fact(old, name) not in (None, _fact(new, name)) for name in _FACTS):
        return True
    if not old.article.id.startswith(old.article.published or "undated"):
        return True  # the day was changed by hand: the id still has the one that was read
    redated = old.article.published != new.article.published
    found = [_bare(claim, redated=redated) for claim in new.events]
    return any(_bare(claim, redated=redated) not in found for claim in old.events)


def _fact(record: Record, name: str) -> str | None:
    fact: str | None = getattr(record.article, name)
    return fact


def _bare(claim: Claim, *, redated: bool) -> Claim:
    """A claim without its number, its link by number; another day of publication also moves its
    times."""
    time = Time() if redated else claim.time
    answers = (claim.responds_to or "").rpartition("#")[2]
    return replace(claim, id="", responds_to=answers, time=time)


def set_aside(file: Path) -> Path:
    """Copy a file to a name beside it that nothing has yet."""
    data = read_whole(file)
    names = (f"{file.name}.orig{number if number > 1 else ''}" for number in count(1))
    asides = (file.with_name(name) for name in names)
    aside = next(a for a in asides if not os.path.lexists(a) or _has(a, data))
    write_atomically(aside, data)
    return aside


def _has(file: Path, data: bytes) -> bool:
    return file.is_file() and not file.is_symlink() and read_whole(file) == data
