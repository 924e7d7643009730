"""The gate's single layers: attributions, times and places of single invented sentences."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gate_scores import Score, Scores, overlap
from gate_sets import find_words

from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import Span

Layer = list[dict[str, Any]]
NEAR_KM = 25


def score_attributions(folder: Path, annotate: Callable[[str], Layer]) -> Scores:
    """Contents found; and, end to end, contents found with the right source and cue."""
    scores = {"content": Score(), "source": Score(), "cue": Score()}
    for item in read_yaml(folder / "attributions.yaml")["texts"]:
        text = item["text"]
        expected = [[_pieces(text, part) for part in row] for row in item["attributions"]]
        found = [[a["source"], a["cue"], a["content"]] for a in annotate(text)]
        pairs = _pairs([e[2] for e in expected], [f[2] for f in found])
        hits = [(expected[i], found[j]) for i, j in pairs]
        scores["content"].add(len(hits), len(found), len(expected))
        for field, at in (("source", 0), ("cue", 1)):
            right = sum(overlap(e[at], f[at]) > 0 for e, f in hits)
            scores[field].add(right, len(found), len(expected))
    return scores


def score_times(folder: Path, annotate: Callable[[str, str | None], Layer]) -> Scores:
    """Expressions with exactly the expected span; and those with the expected type and value."""
    scores = {"span": Score(), "value": Score()}
    for item in read_yaml(folder / "times.yaml")["sentences"]:
        expected = {(*find_words(item["text"], w), kind, value) for w, kind, value in item["times"]}
        layer = annotate(item["text"], item["dct"])
        found = {(t["start"], t["end"], t["type"], t["value"]) for t in layer}
        spans = {t[:2] for t in expected} & {t[:2] for t in found}
        scores["span"].add(len(spans), len(found), len(expected))
        values = [t for t in expected if any(touches(t, f) and t[2:] == f[2:] for f in found)]
        scores["value"].add(len(values), len(found), len(expected))
    return scores


def score_places(folder: Path, annotate: Callable[[str], Layer]) -> Scores:
    """Toponyms found; and those that were put where they lie."""
    scores = {"toponym": Score(), "located": Score()}
    for item in read_yaml(folder / "places.yaml")["sentences"]:
        text = item["text"]
        expected = [
            (find_words(text, w), float(lat), float(lon)) for w, _, lat, lon in item["places"]
        ]
        ignored = [find_words(text, words) for words in item.get("optional", [])]
        found = [t for t in annotate(text) if not any(_inside(t, span) for span in ignored)]
        hits = [(e, t) for e in expected for t in found if _inside(t, e[0])]
        near = [(e, t) for e, t in hits if kilometres(e[1], e[2], t) <= NEAR_KM]
        scores["toponym"].add(len(hits), len(found), len(expected))
        scores["located"].add(len(near), len(found), len(expected))
    return scores


def _pieces(text: str, words: str | list[str]) -> list[Span]:
    return [find_words(text, piece) for piece in ([words] if isinstance(words, str) else words)]


def _pairs(expected: list[list[Span]], found: list[list[Span]]) -> list[tuple[int, int]]:
    scored = sorted(
        ((-overlap(e, f), i, j) for i, e in enumerate(expected) for j, f in enumerate(found))
    )
    pairs: list[tuple[int, int]] = []
    for value, i, j in scored:
        if value <= -0.5 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def touches(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool:
    return bool(left[0] < right[1] and right[0] < left[1])


def _inside(toponym: dict[str, Any], span: Span) -> bool:
    return touches((toponym["start"], toponym["end"]), span)


def kilometres(lat: float, lon: float, toponym: dict[str, Any]) -> float:
    """The great-circle distance."""
    if toponym["lat"] is None or toponym["lon"] is None:
        return math.inf
    a, b = math.radians(lat), math.radians(toponym["lat"])
    across = math.radians(toponym["lon"] - lon)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(across)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine)))
