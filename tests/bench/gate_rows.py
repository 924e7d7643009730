"""The rows that the gate varies: every reporting word of data/cues, relays, and predicates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: words of one class in one frame. `told`: a clause that nobody reports."""

    kind: str
    name: str
    words: tuple[str, ...]
    frame: str
    shape: tuple[tuple[str, Any], ...]
    stances: tuple[str | None, ...]
    denied: tuple[str | None, ...] = ()
    clause: int = 0
    document: bool = False
    first: bool = True
    spoken: bool = False
    after: str = ""

    @property
    def held(self) -> bool:
        """Whether its failures are counted, but never shown."""
        key = f"{self.kind} {self.name} {self.frame}".encode()
        return hashlib.sha256(key).digest()[0] % 2 == 1


def rows(data: Data) -> Iterator[Row]:
    """Every row: reporting verbs, nouns, adjectives, prepositions, relays and examples of frames,
    then predicates."""
    reported = [i for i, c in enumerate(data["clauses"]) if c["event"] in data["reported"]]
    found = [*_verb_rows(data), *_noun_rows(data, "noun"), *_noun_rows(data, "adjective")]
    prepositions = read_yaml(data_path("cues", "prepositions.yaml"))["prepositions"]
    found += _fixed_rows("preposition", prepositions, data["preposition_frames"])
    found += _fixed_rows("relay", data["relays"], data["relay_frames"])
    found += _example_rows()
    for number, row in enumerate(found):
        yield replace(row, clause=reported[number % len(reported)])
    for number, clause in enumerate(data["clauses"]):
        name = f"{clause['event']} {clause['verbs'][0]}"
        words = tuple(clause["verbs"])
        stances = ("asserts",) * len(words)
        yield Row("predicate", name, words, "told", (("clause", True),), stances, clause=number)


def _verb_rows(data: Data) -> Iterator[Row]:
    for group in read_yaml(data_path("cues", "verbs.yaml"))["groups"]:
        items = [
            v if isinstance(v, str) else f"{v['lemma']} {v['particle']}" for v in group["verbs"]
        ]
        cues = [load_cues().verb(*item.split()) for item in items]
        stance = group.get("stance", "asserts")
        frames = {f: shape for f, shape in data["verb_frames"].items() if f in group["frames"]}
        for number, (frame, shape) in enumerate(frames.items()):
            if stance not in shape.get("stances", [stance]) or group["id"] in shape.get(
                "without", []
            ):
                continue
            yield Row(
                "verb",
                group["id"],
                tuple(items),
                frame,
                tuple(shape.items()),
                tuple(cue.stance_in(frame) if cue else None for cue in cues),
                tuple(cue.negated if cue else None for cue in cues),
                document=group.get("documents", False),
                first=number == 0,
                spoken="quote" in group["frames"],
                after=data["objects"].get(group["id"], ""),
            )


def _noun_rows(data: Data, kind: str) -> Iterator[Row]:
    for group in read_yaml(data_path("cues", f"{kind}s.yaml"))["groups"]:
        words = tuple(group[f"{kind}s"])
        frames = {f: shape for f, shape in data[f"{kind}_frames"].items() if f in group["frames"]}
        for number, (frame, shape) in enumerate(frames.items()):
            stances = (shape.get("stance", group.get("stance", "asserts")),) * len(words)
            items = tuple(shape.items())
            yield Row(kind, group["id"], words, frame, items, stances, first=number == 0)


def _example_rows() -> Iterator[Row]:
    """Rows with an `example`: a sentence, its source, its content, its stance."""
    for folder in ("cues", "attribution"):
        for path in sorted(data_path(folder).glob("*.yaml")):
            for number, (text, source, _, stance) in enumerate(_examples(read_yaml(path))):
                sentence = text.removesuffix(".").replace(f"{source}'s", "{source's}", 1)
                shape = {"words": sentence.replace(source, "{source}", 1)}
                if source in text:
                    name = f"{path.stem} {number}"
                    yield Row("example", name, (text,), "example", tuple(shape.items()), (stance,))


def _examples(data: Any) -> Iterator[list[str]]:
    """Every `example` of four texts in a data file, wherever it stands.

    >>> list(_examples({"rows": [{"example": ["He said so.", "He", "so", "asserts"]}]}))
    [['He said so.', 'He', 'so', 'asserts']]
    """
    if isinstance(data, list):
        for item in data:
            yield from _examples(item)
    elif isinstance(data, dict):
        example = data.get("example")
        if isinstance(example, list) and len(example) == 4:
            yield example
        for item in data.values():
            yield from _examples(item)


def _fixed_rows(kind: str, words: list[str], frames: Data) -> Iterator[Row]:
    for frame, shape in frames.items():
        stances = (shape["stance"],) * len(words)
        yield Row(kind, kind, tuple(words), frame, tuple(shape.items()), stances)
