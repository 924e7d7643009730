"""Trials of kinds of files: what is no file, has no end, may not be read, or has an odd name."""

from __future__ import annotations

import random

from fuzzing.invented import GOOD
from fuzzing.trial import LEDGER, Trial
from fuzzing.usage import _files

_SPECIALS = (
    *("fifo", "folder", "link /dev/zero", "link a.txt", "link nowhere", "link /dev/urandom"),
    *(
        "link /dev/full",
        "link /dev/null",
        "link .",
        "sparse 30000000",
        "closed",
        "link /proc/self/mem",
    ),
)
_NAMES = (
    *("a.txt", "a.txt", "a.txt", "a.md", "\udcff.txt", "a" * 251 + ".txt", "\u202etxt.a.txt"),
    *("a\nb.txt", "\x1b[31m.txt", " .txt", "-n.txt", "A.TXT", "漢字.txt", "#1.txt"),
)
_DIRECT = (
    *("/dev/zero", "/dev/full", "/dev/urandom", "/dev/null", "/dev/fd/0", "/proc/self/mem", "fifo"),
    *("a" * 300, "a/" * 2_500, "\udcff", "good.txt/x", "loop", "", ".", "\n"),
)


def odd_file(rng: random.Random) -> Trial:
    """An odd file in a folder of articles, beside a good one."""
    name = rng.choice(_NAMES)
    special = rng.choice(_SPECIALS)
    good = {"in/good.txt": GOOD.encode()}
    arguments = ("ingest", "in", "-q", "--ledger", LEDGER)
    if rng.random() < 0.35:
        files = {**good, f"in/{name}": b"Two lines\n\nKyiv held Orikhiv, it said.\n"}
        return Trial("file", arguments, files, keeps=("good.txt",))
    files = {**good, f"in/{name}": b"x y\n"} if special == "closed" else good
    way = "powerless" if special == "closed" else "copy"
    made = {f"in/{name}": special}
    return Trial("file", arguments, files, specials=made, keeps=("good.txt",), way=way)


def odd_place(rng: random.Random) -> Trial:
    """An odd file where a ledger has its records or texts, or a closed folder of it."""
    special = rng.choice(_SPECIALS)
    inner = rng.choice(("events/zz.yaml", "articles/zz.txt"))
    files = dict(_files(rng))
    if special == "closed" and rng.random() < 0.7:
        inner = rng.choice(("events", "articles"))
    elif special == "closed":
        files[f"{LEDGER}/{inner}"] = b"a: 1\n"
    words = rng.choice(
        (
            ("compare", "--ledger", LEDGER),
            ("check", LEDGER),
            ("show", "bell", "--ledger", LEDGER),
            ("explain", "bell#1", "--ledger", LEDGER),
            ("ingest", "good.txt", "-q", "--ledger", LEDGER),
        )
    )
    way = "powerless" if special == "closed" else "copy"
    return Trial("place", words, files, specials={f"{LEDGER}/{inner}": special}, way=way)


def odd_path(rng: random.Random) -> Trial:
    """An odd path where a command expects a file, with a good article after it."""
    path = rng.choice(_DIRECT)
    files = {**_files(rng)}
    specials = {"fifo": "fifo", "loop": "link loop"}
    words, keeps = rng.choice(
        (
            (("ingest", path, "good.txt", "-q", "--ledger", "out"), path not in {"", "-", "."}),
            (("annotate", "times", path), False),
            (("check", path), False),
            (("compare", "--ledger", path), False),
            (("compare", "--ledger", LEDGER, "--admiralty", path), False),
            (("ingest", "good.txt", "-n", "--knowledge", path), False),
            (("ingest", "good.txt", "-q", "--ledger", path), False),
        )
    )
    kept = ("good.txt",) if keeps else ()
    return Trial("path", words, files, specials=specials, keeps=kept)
