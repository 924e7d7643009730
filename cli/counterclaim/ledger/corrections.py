"""A newspaper corrects an article: the same file or address has other words by now.

The records of the corrected text take the place of those of the earlier one, whose text and records
move to `earlier/`. Claims in the same words keep their numbers and what a person has said of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from counterclaim.ledger.files import must_stay_within, read_whole, remove, write_atomically
from counterclaim.ledger.find import articles_folder, events_folder
from counterclaim.ledger.ids import article_id, is_article_id
from counterclaim.ledger.merge import carry_over
from counterclaim.ledger.read import read_article, read_records, record_files
from counterclaim.records.convert import claim_to_dict, record_from_dict, record_to_dict
from counterclaim.records.model import ArticleInfo, Claim, Record, Review, Span
from counterclaim.records.problem import Problem

EARLIER = "earlier"
_RUN = 4
_LIKE = 0.6
"""Words in a row by which two texts are compared, and the share of them that two versions of one
article have in common, of those of the shorter."""

_WORD = re.compile(r"\w+")
_REACH, _BEFORE = 2000, 60


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction has changed: the earlier version, and how many claims are the same, new,
    and gone; `lost` are the ids of gone ones that a person has reviewed."""

    earlier: str
    same: int
    new: int
    gone: int
    lost: tuple[str, ...] = ()


def find_earlier(ledger: Path, about: ArticleInfo, text: str) -> Record | None:
    """The article that another text corrects, as the ledger has it: of the same title, day and
    outlet, from the same file or address, and much the same words."""
    name = article_id(about.title, about.published, about.sha256, about.outlet)
    start = name.removesuffix(about.sha256[:8])
    files = record_files(ledger)
    if isinstance(files, Problem) or not about.title:
        return None
    near = [f for f in files if f.stem.startswith(start) and len(f.stem) == len(name)]
    found = []
    for record in read_records(near)[0]:
        known = record.article
        one_place = (
            (known.url == about.url) if about.url and known.url else known.file == about.file
        )
        if one_place and known.sha256 != about.sha256:
            like = _likeness(earlier_text(ledger, known.id), text)
            found += [(like, known.id, record)] if like >= _LIKE else []
    return max(found, key=lambda item: item[:2])[2] if found else None


def is_earlier(ledger: Path, about: ArticleInfo, text: str) -> bool:
    """Tell whether a text is an earlier version of an article that was corrected since."""
    folder, words = ledger / EARLIER, text.encode("utf-8")
    try:
        names = sorted(n for n in os.listdir(folder) if n.endswith(f"-{about.sha256[:8]}.txt"))
    except OSError:
        return False
    files = (folder / name for name in names)
    return any(file.is_file() and read_whole(file) == words for file in files)


def correct(new: Record, old: Record, old_text: str, text: str) -> tuple[Record, Correction]:
    """The records of a corrected text with the numbers of the earlier one where the words are the
    same, and with what a person has said of them."""
    shift = _shifting(old_text, text)
    moved = [claim for claim in (_moved(claim, shift) for claim in old.events) if claim]
    there = {claim.id for claim in moved}
    others = (c for c in old.events if c.id not in there and c.review == Review())
    moved += [replace(claim, spans=()) for claim in others]  # known by their words alone
    merged = carry_over(new, replace(old, events=tuple(moved)))
    before = {claim.text for claim in old.events}
    after = {claim.text for claim in merged.events}
    lost = (c.id for c in old.events if c.id not in there and c.review != Review())
    same = sum(claim.text in before for claim in merged.events)
    gone = sum(claim.text not in after for claim in old.events)
    told = Correction(old.article.id, same, len(merged.events) - same, gone, tuple(lost))
    return replace(merged, article=replace(merged.article, replaces=old.article.id)), told


def finish_correction(ledger: Path, record: Record, text: str) -> None:
    """Move the version that a record replaces out of the way, if it is there: also what a run that
    was killed has begun. What stands in a record must not choose another article."""
    article = record.article.replaces or ""
    if is_article_id(article) and (events_folder(ledger) / f"{article}.yaml").is_file():
        found = find_earlier(ledger, record.article, text)
        if found and found.article.id == article:
            _move(ledger, article)


def _move(ledger: Path, article: str) -> None:
    """Move an earlier version to a folder of its own, its records last."""
    for folder, end in ((articles_folder(ledger), ".txt"), (events_folder(ledger), ".yaml")):
        file, aside = folder / f"{article}{end}", ledger / EARLIER / f"{article}{end}"
        for path in (file, aside):
            must_stay_within(ledger, path)
        if file.is_file():
            write_atomically(aside, read_whole(file))
            remove(file)


def earlier_text(ledger: Path, article: str) -> str:
    """The text of an earlier version, which may have been moved already; "" where there is none."""
    try:
        return read_article(ledger, article)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            return read_whole(ledger / EARLIER / f"{article}.txt").decode("utf-8")
    return ""


def _likeness(one: str, other: str) -> float:
    a, b = _runs(one), _runs(other)
    return len(a & b) / max(1, min(len(a), len(b)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _shifting(old: str, new: str) -> Callable[[Span], Span | None]:
    """Where words of the old text stand in the new one: as near as may be to where they stood."""

    def shift(span: Span) -> Span | None:
        start, end = span
        words = old[start:end]
        found = list(_places(words, new, start)) if words else []
        near = max(found, key=lambda at: (_alike_before(old, start, new, at), -at), default=None)
        return None if near is None else (near, near + len(words))

    return shift


def _places(words: str, text: str, start: int) -> Iterable[int]:
    at = text.find(words, max(0, start - _REACH))
    while 0 <= at < start + _REACH:
        yield at
        at = text.find(words, at + 1)


def _alike_before(old: str, start: int, new: str, at: int) -> int:
    """How many signs before two places are the same: one word may stand in many."""
    pairs = zip(reversed(old[:start][-_BEFORE:]), reversed(new[:at][-_BEFORE:]), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _moved(claim: Claim, shift: Callable[[Span], Span | None]) -> Claim | None:
    """A claim with every span where its words stand now; None: they are not there any more."""
    try:
        plain = _shifted(claim_to_dict(claim), shift)
    except LookupError:
        return None
    info = {"id": "x", "sha256": "x", "file": "x"}
    whole = record_to_dict(Record(ArticleInfo(**info)))
    return record_from_dict({**whole, "events": [plain]}).events[0]


def _shifted(value: Any, shift: Callable[[Span], Span | None], key: str = "") -> Any:
    if key in ("span", "words") and isinstance(value, list):
        found = shift((value[0], value[1]))
        if found is None:
            raise LookupError
        return list(found)
    if isinstance(value, dict):
        return {name: _shifted(item, shift, name) for name, item in value.items()}
    if isinstance(value, list):
        inner = "span" if key == "spans" else ""
        return [_shifted(item, shift, inner) for item in value]
    return value
