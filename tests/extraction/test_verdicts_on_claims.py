"""What is denied is what was claimed, not the claim; who denies one thing says the next himself."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo


def told(text: str) -> list[str]:
    record = extract(text, ArticleInfo("undated-verdict-00000000", "0" * 64, "verdict.txt"))
    return [f"{c.source.name} | {c.stance} | {c.text}" for c in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry dismissed Hezbollah claims that a rocket had hit the depot.",
            [
                "Hezbollah | asserts | a rocket had hit the depot",
                "ministry | denies | a rocket had hit the depot",
            ],
        ),
        (
            "The army denied claims by the rebels that they hold the mill.",
            ["rebels | asserts | they hold the mill", "army | denies | they hold the mill"],
        ),
        (
            "The claim by the governor that the weir was destroyed is false, the army said.",
            ["army | denies | the weir was destroyed"],
        ),
        (
            "The envoy said the claim was pure fantasy.",
            ["envoy | denies | the claim was pure fantasy"],
        ),
        (
            "The spokesman said reports of a massacre were fabricated.",
            ["spokesman | denies | a massacre"],
        ),
        (
            "The ministry said the report that rebels had burned the mill was accurate.",
            ["ministry | confirms | rebels had burned the mill"],
        ),
    ],
)
def test_a_verdict_is_on_what_is_claimed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry denied that its guards had burned the mill and said its troops had left.",
            [
                "ministry | denies | its guards had burned the mill",
                "ministry | asserts | its troops had left",
            ],
        ),
        (
            "The army said that rebels had burned the inn and accused the governor of arming them.",
            [
                "army | asserts | rebels had burned the inn",
                "army | asserts | the governor of arming them",
            ],
        ),
        (
            "The general rejected claims that his men fled, and insisted that they held the weir.",
            [
                "general | denies | his men fled",
                "general | asserts | they held the weir",
            ],
        ),
        # whoever denies a claim in the passive does not make it
        (
            "The army's claim that it holds Lor was rejected by the rebels.",
            ["army | asserts | it holds Lor", "rebels | denies | it holds Lor"],
        ),
        (
            "Claims that rebels hold Lor were denied by the army on Monday.",
            ["army | denies | rebels hold Lor"],
        ),
        (
            "Allegations of a raid on the mill were denied by the palace.",
            ["palace | denies | a raid on the mill"],
        ),
        (
            "There is no truth to claims that the mill has burned, the abbot said.",
            ["abbot | denies | the mill has burned"],
        ),
        ("Moscow denies sending troops to Lor.", ["Russia | denies | sending troops to Lor"]),
        # a claim has no "that", and is no second verb of saying
        (
            "Lor denied claims its archers had crossed the river.",
            ["Lor | denies | its archers had crossed the river"],
        ),
        (
            "Kyiv rejected allegations Ukrainian drones had hit the mill.",
            ["Ukraine | denies | Ukrainian drones had hit the mill"],
        ),
        (
            "The junta dismissed accusations by monks it had burned the abbey as nonsense.",
            ["junta | denies | it had burned the abbey"],
        ),
        (
            "The bishop brushed aside claims his guards had shelled the abbey.",
            ["bishop | denies | his guards had shelled the abbey"],
        ),
        # where the verb goes on with what is said, it stays there
        (
            "The army said the rebels shelled the mill and claimed that they had won.",
            [
                "army | asserts | the rebels shelled the mill",
                "rebels | asserts | they had won",
            ],
        ),
    ],
)
def test_who_goes_on_speaking(text: str, expected: list[str]) -> None:
    assert told(text) == expected
