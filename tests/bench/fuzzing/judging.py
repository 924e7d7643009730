"""What must hold of every trial, whatever was put in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import yaml

from fuzzing.running import Outcome, where_it_broke
from fuzzing.trial import Trial

SLOW_SECONDS = 5.0
LARGEST_MEMORY = 1_000_000_000
JOINER = " … "
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CODE = re.compile(r"\b(CC0\d\d) (.*)")
_VARIES = re.compile(r"“.*?”|'.*?'|`.*?`|[\w.-]*-[0-9a-f]{8}[#\d]*|[\d.-]+")


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One thing that does not hold. Two with the same words are one failure."""

    what: str
    detail: str
    warning: bool = False


def judge(trial: Trial, outcome: Outcome) -> list[Complaint]:
    """All that does not hold of what came of a trial."""
    found: list[Complaint] = []
    for rule in (_ends, _code, _streams, _machine, _outside, _neighbours, _written):
        found += rule(trial, outcome)
    return found


def _shape(trial: Trial) -> str:
    """The command and its options without their values: what kind of run it was."""
    words = [trial.command, *(w for w in trial.arguments[1:] if re.fullmatch("--[a-z-]+", w))]
    at = next((i for i, word in enumerate(trial.arguments) if word == "--format"), None)
    if at is not None and at + 1 < len(trial.arguments):
        words.append(trial.arguments[at + 1][:9])
    return " ".join(word for word in words if word != "--ledger")


def _ends(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    ran = outcome.ran
    if ran.code is None:
        yield Complaint("never ends", f"{trial.kind}: {trial.command}")
    elif ran.cpu > SLOW_SECONDS:
        yield Complaint("slow", f"{trial.kind}: {trial.command}", warning=True)
    if ran.memory > LARGEST_MEMORY:
        yield Complaint("memory", f"{trial.kind}: {trial.command}")


def _code(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    ran = outcome.ran
    if ran.code is None:
        return
    if b"Traceback (most recent" in ran.err:
        yield Complaint("traceback", _last_line(ran.err))
    elif b"internal error" in ran.err:
        yield Complaint("internal error", where_it_broke(trial))
    elif ran.code not in {0, 1, 2}:
        yield Complaint("exit code", f"{ran.code}: {trial.command}, {_last_line(ran.err)}")
    elif ran.code and not (ran.err.strip() or ran.out.strip()):
        yield Complaint("not a word", f"exit {ran.code}: {trial.kind}, {_shape(trial)}")
    if trial.way == "full" and ran.code != 2 and ran.code is not None and not ran.err:
        yield Complaint("full disk not said", f"exit {ran.code}: {_shape(trial)}")


def _streams(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    for name, data in (("stdout", outcome.ran.out), ("stderr", outcome.ran.err)):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            yield Complaint("not UTF-8", f"{name}: {_shape(trial)}")
            continue
        if steers := _STEERS.search(text):
            yield Complaint("steers a terminal", f"{name}, {_family(steers[0])}: {_shape(trial)}")


def _family(sign: str) -> str:
    if ord(sign) >= 0x2000:
        return "bidi"
    return "C1" if ord(sign) >= 0x7F else "C0"


def _machine(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    """Output for programs is whole, where the command came to its end."""
    words, ran = trial.arguments, outcome.ran
    if ran.code not in {0, 1} or not ran.out or "-h" in words:
        return
    try:
        if "json" in words:
            _several(ran.out.decode("utf-8", "replace"))
        elif "jsonl" in words or trial.command == "annotate":
            for line in ran.out.splitlines():
                _JSON.decode(line.decode("utf-8", "replace"))
    except ValueError as error:
        yield Complaint("not JSON", f"{_shape(trial)}: {_varied(str(error))}")


def _several(text: str) -> None:
    """One JSON value after another: `ingest` prints one for each article."""
    at = 0
    while at < len(text):
        _, at = _JSON.raw_decode(text, at)
        at += len(text[at:]) - len(text[at:].lstrip())


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


_JSON = json.JSONDecoder(parse_constant=_no_number)


def _outside(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    """Only `ingest` writes, and only into its ledger."""
    before, after = outcome.before, outcome.after
    changed = {n for n in {*before, *after} if before.get(n) != after.get(n)}
    inside = () if trial.command != "ingest" else (outcome.ledger,)
    for name in sorted(changed):
        if any(name == top or top in map(str, PurePath(name).parents) for top in inside):
            continue
        if inside and name in map(str, PurePath(f"{inside[0]}/x").parents):
            continue  # a folder on the way to the ledger
        did = "made" if name not in before else "gone" if name not in after else "changed"
        yield Complaint("outside the ledger", f"{did}: {trial.kind}, {_shape(trial)}")


def _neighbours(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    """A bad one costs only itself."""
    if outcome.ran.code is None:
        return
    written = _records(outcome)
    for name in trial.keeps:
        if not any(record["article"].get("file") == name for _, record in written):
            yield Complaint("a good one is lost", f"{trial.kind}, {_shape(trial)}")
    for words in trial.prints:
        if words.encode() not in outcome.ran.out:
            yield Complaint("a good one is not printed", f"{trial.kind}, {_shape(trial)}")


def _written(trial: Trial, outcome: Outcome) -> Iterator[Complaint]:
    """What `ingest` wrote is whole: its words are where it says, and `check` agrees."""
    if outcome.checked is not None and outcome.checked.code != 0:
        said = (outcome.checked.out + outcome.checked.err).decode("utf-8", "replace")
        codes = {f"{m[1]} {_varied(m[2])}" for m in _CODE.finditer(said)} or {_varied(said[-200:])}
        for code in sorted(codes):
            yield Complaint("check refuses what was written", code)
    if trial.kind == "ledger" or trial.command != "ingest":
        return
    for stem, record in _records(outcome):
        text = outcome.after.get(f"{outcome.ledger}/articles/{stem}.txt")
        if not isinstance(text, bytes):
            yield Complaint("a record without its text", trial.kind)
        else:
            yield from _slices(record, text.decode())
    for name in outcome.after:
        if name.startswith(f"{outcome.ledger}/") and name.endswith(".tmp"):
            yield Complaint("a leftover", f"{trial.kind}: .tmp")


def _slices(record: dict[str, Any], text: str) -> Iterator[Complaint]:
    for claim in record["events"]:
        if JOINER.join(text[a:b] for a, b in claim["spans"]) != claim["text"]:
            yield Complaint("words are not in the span", "text of a claim")
        for key, inner in _inner("claim", claim):
            words = inner.get("text", inner.get("mention"))
            if "span" in inner and text[slice(*inner["span"])] != words:
                yield Complaint("words are not in the span", key)


def _inner(key: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield key, value
        for name, inner in value.items():
            yield from _inner(str(name), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _inner(key, inner)


def _records(outcome: Outcome) -> list[tuple[str, dict[str, Any]]]:
    """The records of the ledger afterwards that can be read, with the names of their files."""
    found = []
    for name, data in outcome.after.items():
        path = PurePath(name)
        if str(path.parent) == f"{outcome.ledger}/events" and path.suffix == ".yaml":
            try:
                value = yaml.load(data, Loader=_Loader) if isinstance(data, bytes) else None
            except (yaml.YAMLError, ValueError):
                continue
            if isinstance(value, dict) and isinstance(value.get("article"), dict):
                found.append((path.stem, value))
    return found


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Days stay words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rules if not tag.endswith(":timestamp")]
    for first, rules in _Loader.yaml_implicit_resolvers.items()
}


def _varied(words: str) -> str:
    return _VARIES.sub("…", words)[:100]


def _last_line(data: bytes) -> str:
    lines = data.decode("utf-8", "replace").strip().splitlines()
    return _varied(lines[-1]) if lines else ""
