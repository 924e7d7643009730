"""The gate's set of speakers: who a mention means, what is said of them, through whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from gate_scores import Score, Scores, name_words
from gate_sets import ANY, find_words

from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import Claim, Source, Span

FIELDS = ("name", "side", "kind", "role", "relay")
Extract = Callable[[str], Iterable[Claim]]


def score_speakers(folder: Path, extract: Extract) -> Scores:
    """The labelled sources found with the right name, side, kind, role and relay. A source that is
    labelled as nobody (``name: null``) may not be found at all."""
    scores = {field: Score() for field in FIELDS}
    for text, label in _labels(folder):
        source = _at(extract(text), find_words(text, label["mention"]))
        for field in _judged(label):
            nobody = label["name"] is None
            right = source is not None and not nobody and is_right(label, source, field)
            scores[field].add(right, source is not None, not nobody)
    return scores


def wrong_speakers(folder: Path, extract: Extract) -> list[str]:
    """A line for each labelled source that is missed or wrong, with what was found."""
    lines = []
    for text, label in _labels(folder):
        source = _at(extract(text), find_words(text, label["mention"]))
        if source is None or label["name"] is None:
            if (source is None) != (label["name"] is None):
                lines.append(f"speakers: {label['mention']}: {source and source.name}: {text}")
            continue
        wrong = [
            f"{field} {_value(source, field)}"
            for field in _judged(label)
            if not is_right(label, source, field)
        ]
        if wrong:
            lines.append(f"speakers: {label['mention']}: {'; '.join(wrong)}: {text}")
    return lines


def is_right(label: dict[str, Any], source: Source, field: str) -> bool:
    """Whether one field of a source is as labelled: ``name`` may list several accepted names."""
    value = _value(source, field)
    if field == "relay":
        return list(map(name_words, value)) == list(map(name_words, label["relay"]))
    accepted = label[field] if isinstance(label[field], list) else [label[field]]
    if field == "name":
        return any(name_words(value) == name_words(name) for name in accepted)
    return value in accepted


def _labels(folder: Path) -> Iterable[tuple[str, dict[str, Any]]]:
    for item in read_yaml(folder / "speakers.yaml")["texts"]:
        for label in item["sources"]:
            yield item["text"], label


def _judged(label: dict[str, Any]) -> list[str]:
    return [field for field in FIELDS if field in label and label[field] != ANY]


def _at(claims: Iterable[Claim], words: Span) -> Source | None:
    """The source that the labelled words mention."""
    mentions = [c.source for c in claims if c.source.mention is not None]
    return next((s for s in mentions if s.mention and _touch(s.mention.span, words)), None)


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _value(source: Source, field: str) -> Any:
    return [r.name for r in source.relay] if field == "relay" else getattr(source, field)
