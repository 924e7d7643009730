"""Trials of ledgers from somewhere else: a damaged record beside a good one, under any command."""

from __future__ import annotations

import copy
import hashlib
import json
import random
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import forked
from fuzzing.invented import DAYS, GOOD, SENTENCES, WORDS
from fuzzing.mutate import mutate_text, to_bytes
from fuzzing.trial import LEDGER, Trial

_HUGE = "HUGENUMBER"
_TEXT = "Night of drones\n\n" + " ".join(SENTENCES[:9]) + "\n"
_LEADS = (
    *("../../beside/notes", "@HERE@/beside/notes", "../articles/x", "..", ".", "a/b", ""),
    *("x" * 250, "-rf", "a\nb", "\x1b[31m", "NUL", "undated-bell-tower-hit"),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, [], {}, [[]], {"a": {"b": 1}}, 0, -1, 1e300, float("inf"), float("nan")),
    *("9" * 5_000, _HUGE, [0, 0], [5, 2], [0, 10**9], [-5, 3], ["a", "b"], [1.5, 2.5]),
    *(
        "\x1b[31m\x1b]0;x\x07",
        "\x9b31m",
        "\u202eabc",
        "\u2066abc",
        "\U0010ffff",
        "a\x00b",
        "narrator",
    ),
    *("geonames:1", "geonames:" + "9" * 5_000, "2023-01-24/..", "P1D", "capture", "denies"),
)
_COMPARES: tuple[tuple[str, ...], ...] = (
    (),
    ("--evidence",),
    ("--timeline",),
    ("--matrix",),
    ("--excluded",),
    ("--format", "json"),
    ("--format", "json", "--timeline", "--matrix", "--excluded"),
    ("--format", "csv"),
    ("--format", "csv", "--timeline"),
    ("--format", "md", "--timeline", "--matrix", "--excluded"),
    ("--format", "html", "--timeline", "--evidence", "--matrix", "--excluded"),
    ("--place", "bakhmut", "--near", "50km"),
    ("--topic", "casualties"),
    ("--since", "2023-01", "--until", "2024"),
)


def damaged_ledger(rng: random.Random) -> Trial:
    """A ledger in which one record is not what it was."""
    name, record, good = _base()
    value, stem = copy.deepcopy(record), name
    if rng.random() < 0.12:
        value["article"]["id"] = rng.choice(_LEADS)
        stem = rng.choice((name, f"x-{name[-8:]}"))
    for _ in range(rng.choice((1, 1, 2, 5))):
        _damage(rng, value)
    data = _dump(value)
    if rng.random() < 0.3:
        data = to_bytes(rng, mutate_text(rng, data.decode()))
    text = mutate_text(rng, _TEXT) if rng.random() < 0.1 else _TEXT
    files = {
        **good,
        f"{LEDGER}/events/{stem}.yaml": data,
        f"{LEDGER}/articles/{name}.txt": text.encode("utf-8", "replace"),
        "night.txt": _TEXT.encode(),
    }
    words, prints = _command(rng, name)
    return Trial("ledger", words, files, prints=prints)


def _command(rng: random.Random, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A command over the ledger, and what it must print of the good record."""
    number, ledger = rng.randint(1, 9), ("--ledger", LEDGER)
    form = ("--format", rng.choice(("table", "yaml", "json")))
    chosen = rng.choice(
        (
            *("compare", "compare", "show", "claim", "explain", "two", "check", "ingest"),
            *("list", "find", "stats", "fmt"),
        )
    )
    if chosen == "compare":
        options = rng.choice(_COMPARES)
        whole = options == ("--format", "json")
        return ("compare", *ledger, *options), ("bell tower",) if whole else ()
    if chosen in ("list", "find"):
        what = rng.choice(_LISTED if chosen == "list" else WORDS) or "x"
        table = ("--format", rng.choice(("table", "csv", "jsonl")))
        return (chosen, *ledger, *table, "--", what), ()
    if chosen in ("stats", "fmt"):
        return (chosen, *ledger) if chosen == "stats" else (chosen, "--check", LEDGER), ()
    if chosen == "show":
        return ("show", name, *ledger, *form), ()
    if chosen == "claim":
        return ("show", f"{name}#{number}", *ledger, *form), ()
    if chosen == "explain":
        return ("explain", f"{name}#{number}", *ledger), ()
    if chosen == "two":
        return ("explain", f"{name}#{number}", f"{name}#{rng.randint(1, 9)}", *ledger), ()
    if chosen == "check":
        return ("check", LEDGER, "--format", rng.choice(("text", "json"))), ()
    day = rng.choice((DAYS[0], DAYS[1]))
    return ("ingest", "night.txt", *ledger, "--published", day, "-q"), ()


_LISTED = ("places", "articles", "sources", "sides", "topics")


def _damage(rng: random.Random, value: Any) -> None:
    """Put something odd in one place of plain data, take it out, or give it twice."""
    at, key = rng.choice(list(_places(value)))
    kind = rng.random()
    if kind < 0.1:
        del at[key]
    elif kind < 0.2 and isinstance(at, list):
        at.append(copy.deepcopy(at[key]))
    elif kind < 0.25 and isinstance(at, dict):
        at[rng.choice(WORDS) or "x"] = at.pop(key)
    elif kind < 0.4 and isinstance(at[key], str):
        at[key] = mutate_text(rng, at[key])
    else:
        at[key] = rng.choice((*_VALUES, *_VALUES, *WORDS, *DAYS))


def _places(value: Any):
    """Every place of plain data: what holds it, and its key there."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(items):
        yield value, key
        if isinstance(inner, (dict, list)) and inner:
            yield from _places(inner)


def _dump(value: Any) -> bytes:
    """Plain data as YAML without references; numbers may be longer than Python writes them."""
    text = yaml.dump(value, Dumper=_Plain, allow_unicode=False, sort_keys=False, width=10**6)
    return text.replace(_HUGE, "9" * 5_000).encode("utf-8", "replace")


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@cache
def _base() -> tuple[str, dict[str, Any], dict[str, bytes]]:
    """The record of an invented article, and the files of a good one, as `ingest` makes them."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "night.txt").write_text(_TEXT)
        (here / "good.txt").write_text(GOOD)
        done = forked.run(("ingest", "night.txt", "good.txt", "-q", "--ledger", LEDGER), here)
        if done.code:
            raise RuntimeError(done.err.decode())
        files = {str(p.relative_to(here)): p.read_bytes() for p in here.glob(f"{LEDGER}/*/*")}
    digits = hashlib.sha256(_TEXT.encode()).hexdigest()[:8]
    (path,) = [name for name in files if name.endswith(f"-{digits}.yaml")]
    record = json.loads(json.dumps(yaml.safe_load(files[path]), default=str))
    good = {name: data for name, data in files.items() if digits not in name}
    return Path(path).stem, record, good
