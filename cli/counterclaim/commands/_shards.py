"""Shares of a long list of articles, each read by itself into a file of its own, on any machine.

A share depends on the list alone. What is read of it is kept as lines of JSON, packed, and beside
that a marker once all of it is there; `_merge.py` makes a ledger of all parts.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO

import typer

from counterclaim.articles import Article
from counterclaim.articles.files import as_text
from counterclaim.articles.read import Reader
from counterclaim.commands._packing import open_packed, packed_ending
from counterclaim.ledger.files import write_atomically
from counterclaim.records import Problem, Record
from counterclaim.records.convert import record_to_dict
from counterclaim.version import __version__

Found = Sequence[tuple[str, Reader]]
At = tuple[int, int]
_SHARE = re.compile(r"(\d{1,6})/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Share:
    """One of so many shares of a list: every n-th file or, where there are fewer files than shares,
    every n-th article of each."""

    index: int
    of: int

    @classmethod
    def read(cls, words: str) -> Share:
        """The share that is typed as `3/8`; ends the program with 2 where it is none.

        >>> Share.read("3/8")
        Share(index=3, of=8)
        """
        found = _SHARE.fullmatch(words)
        index, of = map(int, found.groups()) if found else (0, 0)
        if not 0 < index <= of:
            raise typer.BadParameter("write it as 3/8: the third of eight", param_hint="--shard")
        return cls(index, of)

    def own(self, found: Found) -> Found:
        """The list with only what is of this share: each file keeps its number, each article its
        number within its file."""
        if len(found) < self.of:
            return [(name, partial(self._some, read)) for name, read in found]
        nothing: Reader = partial(iter, ())
        return [(n, read if self._has(at) else nothing) for at, (n, read) in enumerate(found)]

    def _some(self, read: Reader) -> Iterator[Article | Problem | None]:
        return (item if self._has(number) else None for number, item in enumerate(read()))

    def _has(self, number: int) -> bool:
        return number % self.of == self.index - 1


@dataclass(slots=True)
class Part:
    """The file of a share while it is written: `part-3.jsonl.zst`, and `part-3.done` at the end.
    `listed` are all files, of all shares."""

    folder: Path
    share: Share
    listed: Found
    _half: Path = field(init=False)
    _stream: IO[bytes] = field(init=False)
    _articles: int = 0

    @contextmanager
    def begun(self) -> Iterator[None]:
        """Write within the block; what is not complete then is gone."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._half = self.folder / f".part-{self.share.index}.{os.getpid()}.tmp"
        for left in self.folder.glob(f".part-{self.share.index}.*.tmp"):
            left.unlink(missing_ok=True)
        self._stream = open_packed(self._half)
        try:
            yield
        finally:
            self._stream.close()
            self._half.unlink(missing_ok=True)

    def add(self, at: At, name: str, article: Article, record: Record) -> None:
        """Keep an article that was read, with the number of its file and its own within it."""
        facts = {**asdict(article), "stated": sorted(article.stated), "warnings": []}
        plain = record_to_dict(record)
        line = {"at": at, "name": as_text(name), "article": facts}
        self._stream.write(json.dumps({**line, "record": plain}).encode() + b"\n")
        self._articles += 1

    def complete(self) -> None:
        """Give the file its name, and say beside it that it is whole, in this order."""
        self._stream.close()
        packed = self._half.read_bytes()
        path = self.folder / f"part-{self.share.index}.jsonl.{packed_ending()}"
        for other in self.folder.glob(f"part-{self.share.index}.*"):
            if other != path:
                other.unlink()
        self._half.replace(path)
        marker = {
            "shard": [self.share.index, self.share.of],
            "files": len(self.listed),
            "listed": sha256("\0".join(as_text(n) for n, _ in self.listed).encode()).hexdigest(),
            "articles": self._articles,
            "sha256": sha256(packed).hexdigest(),
            "made_by": f"counterclaim {__version__}",
        }
        words = json.dumps(marker, indent=1) + "\n"
        write_atomically(self.folder / f"part-{self.share.index}.done", words.encode())
