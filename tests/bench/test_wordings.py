"""One utterance in two wordings counts once; two utterances, however alike, count twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.commands._places import Atlas
from counterclaim.comparison import World, compare_claims
from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.sides import load_sides
from counterclaim.records import ArticleInfo

RECALL, PRECISION = 0.9, 0.97


@pytest.fixture(scope="module")
def pairs():
    data = read_yaml(Path(__file__).with_name("wordings.yaml"))
    return [(pair, label == "same") for label in ("same", "other") for pair in data[label]]


def test_two_wordings_of_one_utterance_are_known(pairs):
    world = World(load_rules(), load_sides(), Atlas())
    found = [(_is_one(a, b, world), same) for (a, b), same in pairs]
    right = sum(one and same for one, same in found)
    assert right / sum(same for _, same in found) >= RECALL
    assert right / sum(one for one, _ in found) >= PRECISION


def _is_one(a: str, b: str, world: World) -> bool:
    records = [_read(name, text) for name, text in (("gazette", a), ("herald", b))]
    relations = compare_claims(records, world).relations
    return any(relation.relation == "same_origin" for relation in relations)


def _read(name: str, text: str):
    info = ArticleInfo(name, "0" * 64, f"{name}.txt", published="2024-06-11")
    return extract(text, info)
