"""Trials of articles: damaged texts, and front matter of every kind, each with a good neighbour."""

from __future__ import annotations

import random

from fuzzing.invented import DAYS, GOOD, LANGUAGES, NUMBERS, WORDS, invent_article
from fuzzing.mutate import mutate_text, to_bytes
from fuzzing.trial import LEDGER, Trial

KEYS = (
    *("title", "published", "date", "outlet", "source", "author", "url", "language"),
    *("tags", "k0", "Title", "<<", "?", "2nd", "'a b'", "tïtle", "a.b", ""),
)
ODD = (
    *(
        '"\\U00110000"',
        '"\\ud800"',
        '"\\e[31m"',
        '"\\x9b"',
        '"\\u202e"',
        "!!python/name:os.system x",
    ),
    *("!!binary aGk=", "!x y", "&a [*a]", "*nowhere", "{a: b}", "[a, [b, {c: d}]]", "true", "null"),
    *(
        "[" * 300,
        "{a: " * 300,
        "'",
        '"',
        "|\n  long\n  text",
        ">-\n  folded",
        "# nothing",
        "12",
        "1e999",
    ),
    *(
        "!!timestamp 2023-01-25",
        "2023-01-25 10:00:00",
        "0b101",
        "1_000",
        "~",
        "=",
        "- x",
        "a: b: c",
    ),
)
WHOLE = (
    '"title: x"',
    "- a\n- b",
    "12",
    "null",
    "{",
    "? a\n: b",
    "%YAML 9.9",
    "a: 1\n...\nb: 2",
    "\t",
)
FORMATS = ("table", "json", "jsonl", "yaml")


def damaged_text(rng: random.Random) -> Trial:
    """A damaged article in a folder with a good one."""
    text = mutate_text(rng, invent_article(rng))
    return _of_folder(rng, "text", {"in/a.txt": to_bytes(rng, text)})


def front_matter(rng: random.Random) -> Trial:
    """An article with odd front matter in a folder with a good one."""
    front = rng.choice(WHOLE) if rng.random() < 0.15 else "\n".join(_lines(rng))
    if rng.random() < 0.3:
        front = mutate_text(rng, front)
    close = rng.choice(("---", "---", "---", "---", "...", "", "--- x"))
    text = f"---\n{front}\n{close}\n{invent_article(rng)}"
    return _of_folder(rng, "front matter", {"in/a.md": to_bytes(rng, text)})


def _lines(rng: random.Random) -> list[str]:
    return [f"{rng.choice(KEYS)}: {_value(rng)}" for _ in range(rng.randint(1, 6))]


def _value(rng: random.Random) -> str:
    return str(rng.choice(rng.choice((ODD, ODD, DAYS, LANGUAGES, NUMBERS, WORDS))))


def _of_folder(rng: random.Random, kind: str, files: dict[str, bytes]) -> Trial:
    options = ["--published", "2023-01-25"] if rng.random() < 0.5 else []
    options += ["--format", rng.choice(FORMATS)]
    options += ["-v"] if rng.random() < 0.2 else []
    return Trial(
        kind,
        ("ingest", "in", "--ledger", LEDGER, *options),
        {**files, "in/good.txt": GOOD.encode()},
        keeps=("good.txt",),
    )
