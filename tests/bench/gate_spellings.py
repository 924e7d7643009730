"""The gate's list of spellings: which place `counterclaim place` gives for each, half by half."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gate_layers import NEAR_KM, kilometres
from gate_scores import Score, Scores

from counterclaim.knowledge.gazetteer import Match, PlaceEntry
from counterclaim.knowledge.load import read_yaml

FILE = "spellings.yaml"


def score_spellings(folder: Path, find: Callable[[str], list[Match]]) -> Scores:
    """For each half the share of spellings that give the place meant first, and the share that do
    not give another one first: nothing at all is not right, but not wrong either.
    """
    scores: Scores = {}
    for place, _, spelling in spellings(folder):
        found = find(spelling)
        good = bool(found) and is_meant(place, found[0].entry)
        half = place["half"]
        scores.setdefault(f"{half}_right", Score()).add(good, 1, 1)
        scores.setdefault(f"{half}_not_wrong", Score()).add(good or not found, 1, 1)
    return scores


def spellings(folder: Path) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Every place with a language and a spelling of it."""
    for place in read_yaml(folder / FILE)["places"]:
        for language, names in place["spellings"].items():
            for name in names:
                yield place, language, name


def is_meant(place: dict[str, Any], entry: PlaceEntry) -> bool:
    """Whether an entry is the place: its country and kind, then its point, or its name."""
    if entry.country != place["country"]:
        return False
    areas = ("country", "region", "county")
    if place["kind"] != "settlement":
        named = place["kind"] == "country" or entry.name == place["place"]
        return entry.kind == place["kind"] and named
    point = {"lat": entry.lat, "lon": entry.lon}
    far = kilometres(float(place["lat"]), float(place["lon"]), point)
    return entry.kind not in areas and far <= NEAR_KM
