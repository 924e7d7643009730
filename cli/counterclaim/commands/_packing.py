"""Files of lines that are packed: by zstandard where it is installed, else by gzip. The same lines
give the same bytes."""

from __future__ import annotations

import gzip
import io
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any


def packed_ending() -> str:
    """The ending of files that are packed here: `zst` or `gz`."""
    return "zst" if find_spec("zstandard") else "gz"


def open_packed(path: Path) -> IO[bytes]:
    """A new file that packs what is written to it."""
    if packed_ending() == "gz":
        raw = path.open("wb")
        stream: Any = gzip.GzipFile("", "wb", 6, raw, mtime=0)
        stream.myfileobj = raw  # so that closing one closes both
        return stream  # type: ignore[no-any-return]
    import zstandard  # noqa: PLC0415 an extra

    opened: Any = zstandard.open(path, "wb")
    return opened  # type: ignore[no-any-return]


def unpacked_lines(path: Path) -> IO[str]:
    """The lines of a packed file. Raises `ImportError` where what unpacks it is not installed."""
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path, "rb"), "utf-8")
    import zstandard  # noqa: PLC0415 an extra

    opened: Any = zstandard.open(path, "rt", encoding="utf-8")
    return opened  # type: ignore[no-any-return]
