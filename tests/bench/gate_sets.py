"""The labelled sets of data/gate: reading them, and finding their words in their texts."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import Span

ANY = "any"
FLOORS = "floors.yaml"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One expected claim. A tuple holds the accepted values of a field; ``ANY`` is not judged."""

    span: Span
    optional: bool
    source: tuple[str, ...]
    side: tuple[str, ...]
    stance: tuple[str, ...]
    quotation: tuple[str, ...]
    event: tuple[str, ...]
    hedged: bool | str
    places: tuple[tuple[str, ...], ...] | str
    places_optional: tuple[str, ...]
    time: str | None
    said: str | None
    quantities: tuple[tuple[float | None, float | None], ...] | str


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An invented article with the claims it must give."""

    name: str
    text: str
    published: str | None
    claims: tuple[Labelled, ...]


def fingerprint(folder: Path) -> str:
    """The sha256 over all labelled files, so that floors belong to one state of the labels."""
    digest = hashlib.sha256()
    for path in labelled_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def labelled_files(folder: Path) -> list[Path]:
    """The labelled files, sorted: the order of a folder differs from machine to machine."""
    return sorted(p for p in folder.rglob("*.yaml") if p.name != FLOORS)


def find_words(text: str, words: str) -> Span:
    """Where the words stand in the text, as whole words; they must stand there once.

    >>> find_words("The mayor said he stays.", "he")
    (15, 17)
    """
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if len(found) != 1:
        raise ValueError(f"the words must stand in their text exactly once: {words!r}")
    return found[0]


def read_articles(folder: Path, name: str = "claims") -> list[LabelledArticle]:
    """The labelled articles of one folder of ``data/gate``: claims, grounds or grounds-held."""
    return [_article(path) for path in labelled_files(folder / name)]


def _article(path: Path) -> LabelledArticle:
    data = read_yaml(path)
    claims = tuple(_claim(data["text"], claim) for claim in data["claims"])
    return LabelledArticle(path.stem, data["text"], data["published"], claims)


def _claim(text: str, data: dict[str, Any]) -> Labelled:
    quantities = data.get("quantities", [])
    places = data.get("places", ANY)
    return Labelled(
        span=find_words(text, data["words"]),
        optional=data.get("optional", False),
        source=_several(data.get("source", ANY)),
        side=_several(data.get("side", ANY)),
        stance=_several(data.get("stance", "asserts")),
        quotation=_several(data.get("quotation", "indirect")),
        event=_several(data.get("event", ANY)),
        hedged=data.get("hedged", False),
        places=ANY if places == ANY else tuple(_several(place) for place in places),
        places_optional=tuple(data.get("places_optional", [])),
        time=data.get("time"),
        said=data.get("said", ANY),
        quantities=ANY if quantities == ANY else tuple(map(_bounds, quantities)),
    )


def _several(value: str | list[str]) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _bounds(quantity: dict[str, str | None]) -> tuple[float | None, float | None]:
    low, high = quantity["low"], quantity["high"]
    return (None if low is None else float(low), None if high is None else float(high))
