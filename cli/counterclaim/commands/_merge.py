"""What `merge` does: the parts of all shares into a ledger, as one run over all articles would have
made it. It is that run, but for who reads: every article was read before."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import typer

from counterclaim.articles import Article
from counterclaim.articles.read import Reader
from counterclaim.commands._ingest import IngestOptions, Run
from counterclaim.commands._packing import unpacked_lines
from counterclaim.commands._reporting import folder, say_problems
from counterclaim.commands._workers import Answer
from counterclaim.extraction.pipeline import extract_with_notes
from counterclaim.ledger import find_ledger
from counterclaim.ledger.index.shelf import take_down
from counterclaim.ledger.packed import LACKS, write_packed
from counterclaim.presentation.console import make_consoles
from counterclaim.records import ArticleInfo, Problem, Record
from counterclaim.records.convert import record_from_dict
from counterclaim.records.positions import file_problem
from counterclaim.version import __version__

_AGAIN = "run again: counterclaim ingest … --shard {}/{}"
_UNPACK = 'install it: pip install "counterclaim[cluster]"'
_NAMED = 5  # shares that are missing; the others are counted


@dataclass(frozen=True, slots=True)
class Done:
    """A part that is whole: its file, and what its marker says."""

    path: Path
    index: int
    of: int
    listed: str
    articles: int


@dataclass(slots=True)
class ReadBefore:
    """Whoever has read an article for its share: the record is given again, unless the ledger knows
    more of the article than its share could."""

    ahead: int = 0
    _records: dict[str, Record] = field(default_factory=dict)

    def found(self, lines: Iterator[dict[str, Any]]) -> Iterator[tuple[str, Reader]]:
        """The articles of some lines, each as if its file were read now."""
        for line in lines:
            facts = line["article"]
            article = Article(**{**facts, "stated": frozenset(facts["stated"]), "warnings": ()})
            self._records = {article.text: record_from_dict(line["record"])}
            yield line["name"], partial(iter, (article,))

    def ask(self, text: str, info: ArticleInfo) -> Answer:
        """Give a function that gives the records of the article that was found last."""
        record = self._records.get(text)
        if record is not None and record.article == info:
            return lambda: (record, ())
        return partial(extract_with_notes, text, info)

    def close(self) -> None:
        """Nothing is left running."""


def merge_parts(
    paths: Sequence[str], ledger: str | None, parquet: str | None = None, *, quiet: bool
) -> int:
    """Merge all parts into a ledger. Returns the exit code."""
    parts = find_parts(paths)
    if isinstance(parts, Problem):
        return max(2, say_problems([parts]))
    where = find_ledger(folder(ledger, "--ledger"))
    options = IngestOptions([], None, None, ledger, False, "table", quiet, False, "auto", None)
    before = ReadBefore()
    run = Run(options, where, *make_consoles("auto", None), readers=before)
    run.tidy()
    with ExitStack() as opened:
        try:
            streams = [opened.enter_context(unpacked_lines(part.path)) for part in parts]
        except ImportError:
            why = "is packed by Zstandard, for which a package is missing"
            problem = file_problem("CC066", str(parts[0].path.parent), why, _UNPACK)
            return max(2, say_problems([problem]))
        lines = heapq.merge(*(map(json.loads, s) for s in streams), key=lambda line: line["at"])
        done = run.take_all(before.found(lines), sum(part.articles for part in parts))
    code = run.tell(done=done)
    return max(code, _pack(where, Path(parquet))) if parquet and done else code


def _pack(ledger: Path, file: Path) -> int:
    """Pack a ledger into one file. Returns the exit code."""
    records, problems = take_down(ledger, lambda shelf: shelf.records())
    try:
        write_packed(records, file)
    except ImportError:
        raise typer.BadParameter(LACKS, param_hint="--parquet") from None
    except OSError as error:
        why = f"cannot be written: {error.strerror or error}"
        problems = [*problems, file_problem("CC001", str(file), why)]
    return say_problems(problems)


def find_parts(paths: Sequence[str]) -> list[Done] | Problem:
    """The parts of all shares of one list, or what is wrong with them: one is missing or not whole,
    or they are of different lists or of another version."""
    found: dict[int, Done] = {}
    for path in paths:
        for marker in _markers(Path(path)):
            part = _read_marker(marker)
            if isinstance(part, Problem):
                return part
            found[part.index] = part
    parts = [found[index] for index in sorted(found)]
    if not parts:
        hint = "make them: counterclaim ingest … --shard 1/8"
        return file_problem("CC001", " ".join(paths), "has no parts of shares", hint)
    for part in parts:
        if (part.of, part.listed) != (parts[0].of, parts[0].listed):
            why = f"is of another list of articles than {parts[0].path.name}"
            return file_problem("CC001", str(part.path), why, _AGAIN.format(part.index, part.of))
    return _whole(parts)


def _whole(parts: list[Done]) -> list[Done] | Problem:
    of = parts[0].of
    missing = sorted(set(range(1, of + 1)) - {part.index for part in parts})
    if not missing:
        return parts
    named = ", ".join(map(str, missing[:_NAMED]))
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    why = f"lacks the parts {named}{more} of {of}, or they are not whole"
    hint = _AGAIN.format(missing[0], of)
    return file_problem("CC001", str(parts[0].path.parent), why, hint)


def _markers(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(path.glob("part-*.done"))
    return [path.with_name(f"{path.name.partition('.')[0]}.done")]


def _read_marker(path: Path) -> Done | Problem:
    """The part that a marker stands beside, where it is what the marker says."""
    try:
        told = json.loads(path.read_bytes())
        (index, of), listed, articles = told["shard"], told["listed"], int(told["articles"])
        part = next(path.parent.glob(f"part-{int(index)}.jsonl.*"))
        digest = sha256(part.read_bytes()).hexdigest()
    except (OSError, ValueError, KeyError, TypeError, StopIteration):
        return file_problem("CC001", str(path), "is not the marker of a part that is whole")
    if digest != told.get("sha256"):
        again = _AGAIN.format(index, of)
        return file_problem("CC001", str(part), "is not what its marker says", again)
    if told.get("made_by") != f"counterclaim {__version__}":
        why = f"was made by {told.get('made_by')}, this is counterclaim {__version__}"
        return file_problem("CC001", str(part), why, _AGAIN.format(index, of))
    return Done(part, int(index), int(of), str(listed), articles)
