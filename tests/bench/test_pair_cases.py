"""What an analyst would sign: two small articles each, read and set side by side."""

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

CASES = read_yaml(Path(__file__).with_name("pair_cases.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_relation_is_right(case):
    world = World(load_rules(), load_sides(), Atlas())
    records = [_read(name, **case[name]) for name in "ab"]
    found = compare_claims(records, world).relations
    across = {r.relation for r in found if r.a.split("#")[0] != r.b.split("#")[0]} or {"none"}
    assert across <= set(case["right"]), case["why"]


def _read(name: str, text: str, published: str):
    title = text.split("\n", 1)[0]
    info = ArticleInfo(name, "0" * 64, f"{name}.txt", title=title, published=published)
    return extract(text, info)
