"""Records and texts into a ledger, so that a second run finds nothing to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Literal

from counterclaim.ledger.files import locked, write_atomically
from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.ids import is_article_id, text_sha256
from counterclaim.ledger.merge import keep_reviews
from counterclaim.ledger.printings import same_printing
from counterclaim.ledger.read import read_record
from counterclaim.records.model import ArticleInfo, Claim, Record, Time
from counterclaim.records.yaml_io import dump_record

Outcome = Literal["new", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a record changed; `aside` are the old files that were kept under other names."""

    outcome: Outcome
    aside: tuple[Path, ...] = ()


def write_record(ledger: Path, record: Record, text: str) -> Written:
    """Write an article's text and then its records; say what that changed.

    Writing the same again touches nothing. What a person has reviewed stays as it is. The same
    printing under another id (it was ingested with another date or title before) is replaced: see
    `same_text` for what that will be. A file of which something would be lost (it is damaged, has
    comments, or claims that are not found again) is kept as `<name>.yaml.orig`.
    Raises `ValueError` when the record is not one of this text.

    >>> write_record(Path("case"), record, text)
    Written(outcome='new', aside=())
    """
    info = record.article
    if not is_article_id(info.id):
        raise ValueError(f"{info.id!r} is not the id of an article")
    if info.sha256 != text_sha256(text):
        raise ValueError(f"the sha256 of {info.id} is not that of its text")
    with locked(ledger):
        return _write(ledger, record, text)


def same_text(ledger: Path, sha256: str) -> list[ArticleInfo]:
    """What the ledger knows of a text, under whatever ids it was ingested; newest id last.

    >>> same_text(Path("nowhere"), "0a1b2c3d")
    []
    """
    found = (read_record(path)[0] for path in _files_of(ledger, sha256))
    return [record.article for record in found if record and record.article.sha256 == sha256]


def _write(ledger: Path, record: Record, text: str) -> Written:
    path = events_folder(ledger) / f"{record.article.id}.yaml"
    existed = path.exists()
    known = [info for info in same_text(ledger, record.article.sha256) if info.id != path.stem]
    stale = [info.id for info in known if same_printing(info, record.article)]
    files = [events_folder(ledger) / f"{name}.yaml" for name in (*stale, path.stem)]
    old = {file: read_record(file)[0] for file in files if file.exists()}
    merged = record
    for before in filter(None, old.values()):
        merged = keep_reviews(merged, before)
    data = dump_record(merged).encode("utf-8")
    aside = tuple(_set_aside(f) for f, before in old.items() if _loses(f, before, merged, data))
    texts = articles_folder(ledger) / f"{record.article.id}.txt"
    changed = write_atomically(texts, text.encode("utf-8"))
    changed = write_atomically(path, data) or changed
    for name in stale:
        (events_folder(ledger) / f"{name}.yaml").unlink(missing_ok=True)
        (articles_folder(ledger) / f"{name}.txt").unlink(missing_ok=True)
    if not existed and not stale:
        return Written("new")
    return Written("updated" if changed or stale else "unchanged", aside)


def _loses(file: Path, old: Record | None, new: Record, data: bytes) -> bool:
    """Tell whether a file has something, perhaps by a person's hand, that the new one has not."""
    there = file.read_bytes()
    if there == data:
        return False
    if old is None or there != dump_record(old).encode("utf-8"):
        return True
    redated = old.article.published != new.article.published
    found = [_bare(claim, redated=redated) for claim in new.events]
    return any(_bare(claim, redated=redated) not in found for claim in old.events)


def _bare(claim: Claim, *, redated: bool) -> Claim:
    """A claim without its number; another day of publication also moves its times."""
    time = Time() if redated else claim.time
    return replace(claim, id="", responds_to=None, time=time)


def _set_aside(file: Path) -> Path:
    """Copy a file to a name beside it that nothing has yet."""
    data = file.read_bytes()
    names = (f"{file.name}.orig{number if number > 1 else ''}" for number in count(1))
    asides = (file.with_name(name) for name in names)
    aside = next(a for a in asides if not a.exists() or a.read_bytes() == data)
    write_atomically(aside, data)
    return aside


def _files_of(ledger: Path, sha256: str) -> list[Path]:
    """The record files whose name ends in the first 8 digits of the sha256."""
    return sorted(events_folder(ledger).glob(f"*-{sha256[:8]}.yaml"))
