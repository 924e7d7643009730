"""Reports in what others report: the text, then who says what."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo


def said(text: str) -> list[tuple[str, str]]:
    """Who says what in a text."""
    record = extract(text, ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-01"))
    return [(claim.source.name, claim.text) for claim in record.events]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The army said it had shelled the camp, where residents said nobody was left.",
            [("army", "it had shelled the camp"), ("residents", "nobody was left")],
        ),
        (
            "Rebels claimed that they had captured the port after officials said the garrison "
            "had fled.",
            [
                ("rebels", "they had captured the port"),
                ("officials", "the garrison had fled"),
            ],
        ),
        (
            "Residents reported shelling in the northern districts of the city amid reports of an "
            "incursion.",
            [
                (
                    "residents",
                    "shelling in the northern districts of the city amid reports of an incursion",
                ),
                ("reports", "an incursion"),
            ],
        ),
    ],
)
def test_what_is_reported_in_a_report_is_a_claim_of_its_own(
    text: str, claims: list[tuple[str, str]]
) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The regent accused the guards of trying to seize the plant.",
            [("regent", "the guards of trying to seize the plant")],
        ),
        (
            "The regent has vowed to hold the mill and accused rebel groups of trying to burn it.",
            [("regent", "to hold the mill"), ("regent", "rebel groups of trying to burn it")],
        ),
    ],
)
def test_who_tries_something_is_accused_of_it(text: str, claims: list[tuple[str, str]]) -> None:
    assert said(text) == claims


def test_what_somebody_plans_beside_is_not_what_he_says() -> None:
    text = (
        "The guards focus on containing raids, while also planning further actions to hold the"
        " mill and strengthen the walls."
    )
    assert not [words for _, words in said(text) if words.startswith("to hold")]


def test_a_note_goes_on_with_whom_it_began() -> None:
    text = (
        "- The coast guard says ships off Lor answering after rebels fired on its posts at dawn;"
        " claims heavy damage to rebel boats."
    )
    assert said(text) == [
        ("coast guard", "ships off Lor answering"),
        ("coast guard", "rebels fired on its posts at dawn"),
        ("coast guard", "heavy damage to rebel boats"),
    ]


def test_reports_of_somebody_tell_nothing() -> None:
    text = "Local media report a blast at the mill, amid reports of several people in the cellar."
    assert [who for who, _ in said(text)] == ["local media"]
