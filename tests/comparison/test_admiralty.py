"""Grades in the Admiralty code: the letter is the user's, the number is counted."""

from __future__ import annotations

import json

import jsonschema
import pytest

from comparison.small_world import article, claim
from counterclaim.comparison.views.admiralty import grade
from counterclaim.comparison.views.model import Views
from counterclaim.knowledge.admiralty import Ratings, credibility, read_registry
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.presentation.compare.as_json import to_object
from counterclaim.presentation.compare.flat import to_csv, to_markdown
from counterclaim.resources import schema_path

OWN = """sources:
- {name: Institute for Front Studies, reliability: B, note: cites its evidence}
sides:
- {name: russia, reliability: D}
- {name: ukraine, reliability: C}
kinds:
- {name: narrator, reliability: C}
"""


@pytest.fixture
def registry(tmp_path):
    (tmp_path / "mine.yaml").write_text(OWN, "utf-8")
    found, problems = read_registry(tmp_path / "mine.yaml")
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("agree", "conflict", "number"),
    [(2, 0, "1"), (5, 0, "1"), (1, 0, "2"), (1, 1, "3"), (4, 2, "3"), (0, 1, "4"), (0, 2, "5")],
)
def test_credibility_is_counted(agree, conflict, number):
    assert credibility(agree, conflict) == number
    assert credibility(0, 0) == "6"


def test_the_letter_is_the_sources_then_the_sides_then_the_kinds(registry):
    said = [claim(who, "fighting").source for who in ("analysts", "Moscow", "narrator", "locals")]
    assert [registry.reliability(source) for source in said] == ["B", "D", "C", "F"]


def test_one_side_is_one_origin_and_reprints_are_one(compare, registry):
    gains = claim("Moscow", "advance", "we gained ground", by="Russia")
    seen = claim("analysts", "advance", "the troops have moved up", by="Russia")
    records = [article(gains, name="tass"), article(gains, name="ria"), article(seen, name="ifs")]
    found = grade(compare(*records), registry)
    assert found.grades == {"ifs#01": "B2", "ria#01": "D2", "tass#01": "D2"}


def test_a_denied_claim_is_doubtful(compare, registry):
    taken = claim("Moscow", "capture", "the town was taken", by="Russia")
    held = claim("Kyiv", "control", "we hold the town", by="Ukraine")
    found = grade(compare(article(taken, held)), registry)
    assert found.grades == {"gazette#01": "D4", "gazette#02": "C4"}


def test_grades_stand_in_every_format(compare, registry):
    plain = compare(article(claim("Moscow", "advance", "we gained ground", by="Russia")))
    found = grade(plain, registry)
    schema = json.loads(schema_path("compare_output.schema.json").read_text("utf-8"))
    jsonschema.validate(to_object(found), schema)
    assert to_object(found)["admiralty"] == {"gazette#01": "D6"}
    assert [line.rsplit(",", 1)[1] for line in to_csv(found).splitlines()] == ["admiralty", "D6"]
    assert "▲ D6" in to_markdown(found, str.title)
    assert "reliability A-F as the file" in to_markdown(found, str.title)
    page = to_html([(found, Views())], str.title)
    assert "D6" in page
    assert "the user&#39;s own judgement" in page
    assert "admiralty" not in to_object(plain)
    assert "D6" not in to_csv(plain) + to_markdown(plain, str.title)


def test_mistakes_are_told_with_their_place(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("sides:\n- {name: russia, reliability: G}\n", "utf-8")
    registry, (problem,) = read_registry(path)
    assert problem.place.endswith("mine.yaml:2:31")
    assert registry == Ratings({}, {}, {})
    path.write_text("sides:\n- {name: russia}\n", "utf-8")
    assert [p.message for p in read_registry(path)[1]] == [
        "`reliability` is missing in item 1 of `sides`"
    ]
    assert read_registry(tmp_path / "none.yaml")[1]
