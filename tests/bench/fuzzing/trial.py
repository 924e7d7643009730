"""One trial: files in a folder, a command, and what must come of it."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = b"@HERE@"
"""Stands in a file for the folder of the trial: a path that is not known before."""

CANARIES = {
    "beside/notes.txt": b"keep this\n",
    "beside/notes.yaml": b"keep: this\n",
    "beside/undated-notes-00000000.txt": b"and this\n",
}
LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried. Names are paths below the folder in which the command is run.

    `specials` are what is no plain file: "fifo", "folder", "link TARGET", "closed" (nobody may
    read it), "sparse BYTES". `keeps` are names of articles that must be in the ledger afterwards,
    `prints` words that must be printed: what a bad neighbour may not cost. `way` is how it is run:
    "copy" of this process, "anew", "powerless", with "full" or "shut" standard output.
    """

    kind: str
    arguments: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    stdin: bytes = b""
    environment: Mapping[str, str] = field(default_factory=dict)
    specials: Mapping[str, str] = field(default_factory=dict)
    keeps: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
    way: str = "copy"

    @property
    def command(self) -> str:
        """The first word: which command is run."""
        return self.arguments[0] if self.arguments else ""


def lay_out(trial: Trial, folder: Path) -> None:
    """Make the files of a trial, and those beside them that nothing may touch."""
    for name, data in {**CANARIES, **trial.files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.replace(HERE, os.fsencode(folder)))
    closed = []
    for name, special in trial.specials.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        word, _, rest = special.partition(" ")
        if word == "fifo":
            os.mkfifo(path)
        elif word == "folder":
            path.mkdir(exist_ok=True)
        elif word == "link":
            path.symlink_to(rest)
        elif word == "sparse":
            with path.open("wb") as file:
                file.truncate(int(rest))
        elif word == "closed":
            closed.append(path)
    for path in closed:
        path.chmod(0)


def snapshot(folder: Path) -> dict[str, str | bytes]:
    """What lies in a folder: bytes of plain files, kinds of all else; closed ones are opened."""
    found: dict[str, str | bytes] = {}
    for path in sorted(_walk(folder)):
        name, mode = str(path.relative_to(folder)), path.lstat().st_mode
        if stat.S_ISLNK(mode):
            found[name] = f"link {path.readlink()}"
        elif stat.S_ISREG(mode):
            large = path.stat().st_size > 1_000_000
            found[name] = f"{path.stat().st_size} bytes" if large else path.read_bytes()
        else:
            found[name] = oct(stat.S_IFMT(mode))
    return found


def open_again(folder: Path) -> None:
    """Let closed folders be read again, by the harness and by who cleans up."""
    for path in _walk(folder):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def _walk(folder: Path):
    for path in folder.iterdir():
        yield path
        if path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK):
            yield from _walk(path)


def as_typed(trial: Trial) -> str:
    """The trial as a person would type it, with what its files are."""
    words = [f"{k}={shlex.quote(v)}" for k, v in trial.environment.items()]
    words += ["counterclaim", *(shlex.quote(a) for a in trial.arguments)]
    if trial.way != "copy":
        words.append(f"# {trial.way}")
    lines = [" ".join(words)]
    lines += [f"# {name} is a {special}" for name, special in trial.specials.items()]
    return "".join(f"{line}\n" for line in lines)
