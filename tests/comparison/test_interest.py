"""Claims against the speaker's own interest, and claims that serve it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from comparison.small_world import article, claim, number
from counterclaim.comparison.gathering import find_entries
from counterclaim.comparison.prepared.claim import make_subject
from counterclaim.comparison.verdicts.interest import find_interest
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path, schema_path

AGAINST, SERVING = "against", "self_serving"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (claim("Kyiv", "withdrawal", "our units left the town", by="Ukraine"), AGAINST),
        (claim("Moscow", "withdrawal", "they left the town", by="Ukraine"), SERVING),
        (claim("Kyiv", "withdrawal", "we left", by="Ukraine", stance="denies"), SERVING),
        (claim("Kyiv", "advance", "they gained ground", by="Russia"), AGAINST),
        (claim("Moscow", "advance", "we gained ground", by="Russia"), SERVING),
        (claim("Minsk", "advance", "the allies gained ground", by="Russia"), SERVING),
        (claim("Moscow", "breach", "no way through", by="Russia", success=False), AGAINST),
        (claim("Kyiv", "attack_repelled", "beaten off", by="Ukraine", on="Russia"), SERVING),
        (
            claim("Kyiv", "attack_repelled", "off", by="Ukraine", on="Russia", outcome="repelled"),
            SERVING,
        ),
        (claim("Moscow", "attack", "it failed", by="Russia", outcome="repelled"), AGAINST),
        (claim("Kyiv", "casualties", "soldiers of ours fell", on="Ukraine"), AGAINST),
        (claim("Kyiv", "casualties", "12 people were killed", on="people"), None),
        (claim("Kyiv", "casualties", "Russian fire killed 12", by="Russia", on="people"), SERVING),
        (
            claim(
                "Kyiv",
                "casualties",
                "we lost 12 in the shelling",
                by="Russia",
                on="Ukraine",
                numbers=[number("killed", 12, 12, "12 soldiers", counted="soldiers")],
            ),
            AGAINST,
        ),
        (
            claim(
                "Kyiv",
                "casualties",
                "12 civilians of ours",
                by="Russia",
                on="Ukraine",
                numbers=[number("killed", 12, 12, "12 civilians", counted="civilians")],
            ),
            SERVING,
        ),
        (claim("Kyiv", "casualties", "12 of ours", on="Ukraine"), AGAINST),
        (claim("Moscow", "casualties", "our fire killed 12", by="Russia", on="Ukraine"), SERVING),
        (claim("Kyiv", "missile_strike", "a market", by="Russia", object_hit="civilian"), SERVING),
        (claim("Moscow", "missile_strike", "a depot", by="Russia", object_hit="military"), None),
        (
            claim("Kyiv", "force_condition", "tired", by="Ukraine", condition="shortage"),
            AGAINST,
        ),
        (claim("analysts", "withdrawal", "they left", by="Ukraine"), None),
        (claim("Kyiv", "fighting", "battles go on"), None),
        (claim("Kyiv", "withdrawal", "we shall leave", by="Ukraine", stance="intends"), None),
        (claim("Kyiv", "capture", "the town was taken"), None),
    ],
)
def test_whom_it_hurts(world, said, expected):
    (entry,) = find_entries(article(said), world)
    assert find_interest(make_subject(entry, world), world) == expected


def test_positions_name_their_admissions(compare):
    found = compare(
        article(
            claim("Kyiv", "withdrawal", "our units left the town", by="Ukraine"),
            claim("Moscow", "capture", "the town was taken", by="Russia"),
        )
    )
    russia, ukraine = found.questions[0].positions
    assert (ukraine.against_interest, ukraine.self_serving) == (("gazette#01",), ())
    assert (russia.against_interest, russia.self_serving) == ((), ("gazette#02",))


def test_the_table_says_what_the_predicates_say():
    """`hurts` of a predicate is the same knowledge; strikes hurt the striker only of civilians."""
    listed = read_yaml(data_path("predicates", "predicates.yaml"))["predicates"]
    hurts = {p["id"]: p["hurts"] for p in listed}
    for kind, hurt in load_rules().interest.types.items():
        assert hurts[kind] in (hurt, None), kind


def test_the_table_has_its_shape():
    schema = json.loads(schema_path("comparison.schema.json").read_text("utf-8"))
    only = {**schema, "oneOf": [{"$ref": "#/$defs/interest"}]}
    jsonschema.validate(read_yaml(data_path("comparison", "interest.yaml")), only)


def test_both_sides_agree_on_one_thing_and_dispute_another(compare):
    found = compare(
        article(
            claim("Moscow", "capture", "the town was taken", by="Russia"),
            claim("Kyiv", "control", "we hold the town", by="Ukraine"),
            claim("Moscow", "advance", "we gained ground", by="Russia"),
            claim("Kyiv", "advance", "they gained ground", by="Russia"),
        )
    )
    row = found.questions[0]
    assert (row.verdict, row.agreement) == ("disputed", ("gazette#01", "gazette#03", "gazette#04"))
    assert row.reason.endswith("; on another point both sides agree: advance")
    assert row.admitted == ("gazette#04",)


def test_agreement_with_an_admission_says_so(compare):
    gains = claim("Moscow", "advance", "we gained ground", by="Russia")
    lost = claim("Kyiv", "advance", "they gained ground", by="Russia")
    (row,) = compare(article(gains, lost)).questions
    assert (row.verdict, row.reason) == ("conceded", "both sides say so, one against its interest")


def test_sides_that_only_dispute_agree_on_nothing(compare):
    taken = claim("Moscow", "capture", "the town was taken", by="Russia")
    held = claim("Kyiv", "control", "we hold the town", by="Ukraine")
    assert compare(article(taken, held)).questions[0].agreement == ()
    allies = claim("Minsk", "capture", "it was taken", by="Russia")
    assert compare(article(taken, allies)).questions[0].agreement == ()
