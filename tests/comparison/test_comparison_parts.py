"""Decisive words, days, settings, and the knowledge they rest on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from comparison.small_world import article, claim, make_world, place
from counterclaim.comparison.prepared.decisive_words import LIMIT, shorten
from counterclaim.comparison.prepared.whereabouts import find_whereabouts
from counterclaim.comparison.prepared.windows import first_day, last_day, window_of
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path, schema_path

LONG = (
    "The governor, who had come late to the meeting in the capital, told reporters at length that "
    "nothing was lost, but the northern quarter was taken on Monday, and the bridges are gone"
)


def test_short_words_stay_whole():
    assert shorten("Hostilities continue.", ["hostilit"]) == "Hostilities continue"


def test_the_clause_with_the_event_is_kept():
    words = shorten(LONG, ["taken", "captur"])
    assert "the northern quarter was taken on Monday" in words
    assert len(words) <= LIMIT + 3


def test_what_is_elided_is_marked_and_the_rest_verbatim():
    for stems in (["taken"], ["told"], ["bridge", "governor"], []):
        words = shorten(LONG, stems)
        pieces = [piece.strip() for piece in words.split("…") if piece.strip()]
        at = [LONG.index(piece) for piece in pieces]
        assert at == sorted(at)


def test_numbers_are_kept():
    text = (
        "In the night, as the sirens went on and on over the whole of the city and its "
        "suburbs, some 40 houses burned"
    )
    assert "some 40 houses" in shorten(text, [], ["some 40 houses"], limit=60)


def test_one_endless_word_is_cut():
    assert len(shorten("x" * 500, ["x"])) <= LIMIT + 3


def test_iso_prefixes_are_days():
    assert first_day("2023-02") == date(2023, 2, 1).toordinal()
    assert last_day("2023-02") == date(2023, 2, 28).toordinal()
    assert last_day("2023") == date(2023, 12, 31).toordinal()
    assert first_day("2023-02-31") is None
    assert first_day("soon") is None


def test_news_without_a_date_is_of_the_week_before_it_was_said():
    report = article(claim("Kyiv", "fighting", said="2023-03-01"), published="2023-03-02")
    window = window_of(report.events[0], report.article, recent_days=7)
    assert (window.first, window.last) == (first_day("2023-02-22"), first_day("2023-03-01"))
    assert not window.stated


def test_an_open_end_reaches_to_the_day_it_was_said():
    report = article(claim("Kyiv", "fighting", when="2022-06/"), published="2023-03-02")
    window = window_of(report.events[0], report.article, recent_days=7)
    assert window.stated
    assert window.first == first_day("2022-06-01")


def test_no_date_no_window():
    report = article(claim("Kyiv", "fighting"), published=None)
    assert window_of(report.events[0], report.article, recent_days=7) is None


def test_where_a_claim_without_a_place_may_lie():
    report = article(
        claim("Moscow", "capture", at="Mala"),
        claim("Kyiv", "fighting", at="Velyka"),
        claim("Moscow", "advance", at=None),
        claim("locals", "shelling", at=None),
    )
    found = find_whereabouts(report, make_world())
    assert [(s.how, [p.name for p in s.places]) for s in found.values()] == [
        ("stated", ["Mala"]),
        ("stated", ["Velyka"]),
        ("speaker", ["Mala"]),
        ("article", ["Velyka"]),
    ]


def test_a_place_that_the_record_has_from_context_is_not_stated():
    earlier = replace(place("Mala"), basis="context")
    report = article(
        claim("Kyiv", "fighting", at="Velyka"), claim("locals", "shelling", at=earlier)
    )
    found = find_whereabouts(report, make_world())["gazette#02"]
    assert (found.how, [p.name for p in found.places]) == ("context", ["Mala"])


def test_of_a_town_and_its_oblast_the_town_is_meant():
    report = article(claim("Kyiv", "fighting", at=("Velyka", "North Oblast")))
    (whereabouts,) = find_whereabouts(report, make_world()).values()
    assert [p.name for p in whereabouts.places] == ["Velyka"]


def test_a_claim_without_a_place_may_be_about_what_the_title_names():
    report = article(
        claim("Kyiv", "fighting", at="Mala"),
        claim("locals", "shelling", at=None),
        claim("analysts", "fighting", at="Velyka"),
        title="Battle for Velyka",
    )
    settings = find_whereabouts(report, make_world())
    assert [p.name for p in settings["gazette#02"].around] == ["Velyka", "Mala"]


@pytest.mark.parametrize("name", ["questions", "axes", "thresholds"])
def test_the_knowledge_has_its_shape(name):
    schema = json.loads(schema_path("comparison.schema.json").read_text("utf-8"))
    only = {**schema, "oneOf": [{"$ref": f"#/$defs/{name}"}]}
    jsonschema.validate(read_yaml(data_path("comparison", f"{name}.yaml")), only)


def test_no_event_type_answers_two_questions():
    types = [kind for topic in load_rules().topics for kind in topic.types]
    assert len(types) == len(set(types))


def test_every_predicate_answers_a_question():
    rules = load_rules()
    asked = {kind for topic in rules.topics for kind in topic.types}
    listed = read_yaml(data_path("predicates", "predicates.yaml"))
    known = {p["id"] for p in (listed["predicates"] if isinstance(listed, dict) else listed)}
    assert known <= asked
    assert rules.topic_of("never_heard_of") == "other"


def test_a_toll_keeps_its_number():
    text = (
        "The death toll from the fire that broke out in the depot on the northern edge of the town "
        "after the night of shelling rose to at least 31 people"
    )
    short = shorten(text, ["dead", "death", "toll"], figures=["at least 31 people"])
    assert short.startswith("The death toll from the fire that broke out … ")
    assert short.endswith("rose to at least 31 people")
    assert all(part in text for part in short.split(" … "))


def test_names_joined_by_and_are_not_parted():
    text = (
        "More than ninety people from the villages of Mala and Zarichne were killed when a shell "
        "hit the bus that was taking them to the city"
    )
    assert "Mala and Zarichne were killed" in shorten(text, ["kill"])


def test_a_clause_does_not_begin_with_who_or_which():
    assert shorten("which was taken on Monday", ["taken"]) == "was taken on Monday"


def test_nothing_is_left_hanging_where_words_are_cut():
    text = (
        "The soldiers were stopped on the road that leads along the river and through the old "
        "market of the town on the hill"
    )
    assert not re.search(r"\b(?:and|the|of|through) …", shorten(text, ["stop"], limit=70))


def test_a_clause_is_not_told_without_what_it_hangs_on():
    text = (
        "The second and third assault companies went on along the railway line for most of the "
        "day, making the northern quarter of the town vulnerable to attack from three sides"
    )
    assert shorten(text, ["attack"]) == (
        "The second and third assault … making the northern quarter of the town vulnerable to "
        "attack from three sides"
    )
