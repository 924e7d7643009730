"""Records and texts into a ledger, so that a second run finds nothing to do."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from counterclaim.ledger.files import locked, write_atomically
from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.ids import is_article_id, text_sha256
from counterclaim.ledger.merge import keep_reviews
from counterclaim.ledger.read import read_record
from counterclaim.records.model import ArticleInfo, Record
from counterclaim.records.yaml_io import dump_record

Outcome = Literal["new", "updated", "unchanged"]


def write_record(ledger: Path, record: Record, text: str) -> Outcome:
    """Write an article's text and then its records; say what that changed.

    Writing the same again touches nothing. What a person has reviewed stays as it is. The same
    text under another id (it was ingested with another date or title before) is replaced: see
    `same_text` for what that will be. A damaged file is kept as `<name>.yaml.orig`.
    Raises `ValueError` when the record is not one of this text.
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


def _write(ledger: Path, record: Record, text: str) -> Outcome:
    path = events_folder(ledger) / f"{record.article.id}.yaml"
    existed = path.exists()
    stale = [info.id for info in same_text(ledger, record.article.sha256)]
    stale = [name for name in stale if name != record.article.id]
    merged = _with_reviews(ledger, record, [*stale, record.article.id])
    texts = articles_folder(ledger) / f"{record.article.id}.txt"
    changed = write_atomically(texts, text.encode("utf-8"))
    changed = write_atomically(path, dump_record(merged).encode("utf-8")) or changed
    for name in stale:
        (events_folder(ledger) / f"{name}.yaml").unlink(missing_ok=True)
        (articles_folder(ledger) / f"{name}.txt").unlink(missing_ok=True)
    if not existed and not stale:
        return "new"
    return "updated" if changed or stale else "unchanged"


def _with_reviews(ledger: Path, record: Record, names: list[str]) -> Record:
    """The record with the reviews that earlier ones of the same text hold."""
    for name in names:
        path = events_folder(ledger) / f"{name}.yaml"
        if not path.exists():
            continue
        old, _ = read_record(path)
        if old is None:  # damaged: perhaps by a hand that was reviewing it
            path.replace(path.with_name(f"{path.name}.orig"))
        else:
            record = keep_reviews(record, old)
    return record


def _files_of(ledger: Path, sha256: str) -> list[Path]:
    """The record files whose name ends in the first 8 digits of the sha256."""
    return sorted(events_folder(ledger).glob(f"*-{sha256[:8]}.yaml"))
