"""What words seem to say and do not: parties, counts, voices and tolls that nothing gives."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo, Claim

INFO = ArticleInfo("2024-05-14-said-00000000", "0" * 64, "said.txt", published="2024-05-14")


def claims(text: str) -> tuple[Claim, ...]:
    return extract(text, INFO).events


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port, with the State Fire Service of Ukraine putting out fires.",
        "Rebels shelled the port. Crews of the Ukrainian army extinguished the blaze.",
    ],
)
def test_who_puts_out_a_fire_has_not_set_it(text: str) -> None:
    event = claims(text)[-1].event
    assert (event.type, event.initiator) == ("infrastructure_damage", None)


def test_who_is_committed_to_a_fight_is_not_its_target() -> None:
    (claim,) = claims("The Fano militia is committed to armed struggle.")
    assert (claim.event.initiator is not None, claim.event.target) == (True, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells damaged two fuel tanks at the port.", "infrastructure_damage"),
        ("Shells damaged two tanks at the port.", "equipment_loss"),
    ],
)
def test_a_fuel_tank_is_no_tank(text: str, expected: str) -> None:
    assert claims(text)[0].event.type == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that the raids had caused one of the worst crises of the war.", []),
        ("Rebels claimed five raids in two provinces. One of them hit a depot.", ["strikes"]),
        ("Soldiers filmed a column of vehicles, one of which was hit by a shell.", ["vehicles"]),
    ],
)
def test_what_one_of_several_counts(text: str, expected: list[str]) -> None:
    assert [q.what for q in claims(text)[-1].quantities][:1] == expected


def test_what_somebody_was_referring_to_is_not_his_claim() -> None:
    found = claims("The general was referring to the shelling of Bakhmut in May.")
    assert {c.source.name for c in found} <= {"narrator"}


def test_troops_that_are_pushed_back_are_not_denied() -> None:
    found = claims("The militia attacked at dawn, pushing back government troops at the mill.")
    assert "denies" not in {c.stance for c in found}


def test_tolls_of_two_places_are_two() -> None:
    found = claims("In the raids two men were hurt in Bakhmut and a girl was killed in Soledar.")
    assert [([p.name for p in c.places], [q.what for q in c.quantities]) for c in found] == [
        (["Bakhmut"], ["wounded"]),
        (["Soledar"], ["killed"]),
    ]
