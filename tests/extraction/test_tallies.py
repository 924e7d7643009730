"""Who sets a figure: the text, then each source with its words."""

from __future__ import annotations

from functools import partial

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.registry import load_registry
from counterclaim.records.model import ArticleInfo


def told(text: str) -> list[tuple[str, str]]:
    record = extract(text, ArticleInfo("x", "0" * 64, "f", published="2024-06-14"))
    return [(claim.source.name, claim.text) for claim in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said it had lost 15 soldiers, while a police source put the toll at 27.",
            [("army", "it had lost 15 soldiers"), ("police source", "the toll at 27")],
        ),
        (
            "The ministry said ten people died and the rebels put the number of dead at six.",
            [("ministry", "ten people died"), ("rebels", "the number of dead at six")],
        ),
        (
            "UNICEF has put the number of wounded children at more than 300.",
            [("UNICEF", "the number of wounded children at more than 300")],
        ),
        (
            'The clinic put the number of guards killed at "more than 30".',
            [("clinic", 'the number of guards killed at "more than 30')],
        ),
        (
            "The army confirmed the raid but put the toll at six, and said rebels had fled.",
            [("army", "the raid"), ("army", "the toll at six"), ("army", "rebels had fled")],
        ),
        (
            "The army put the toll at six. Villagers put it lower, at around 20.",
            [("army", "the toll at six"), ("villagers", "it lower, at around 20")],
        ),
        (
            "The toll was put by the mayor at 27.",
            [("mayor", "The toll … at 27")],
        ),
        (
            "The hospital gives a toll of 14 dead.",
            [("hospital", "a toll of 14 dead")],
        ),
        ("The mayor puts the missing at 60.", [("mayor", "the missing at 60")]),
        (
            "The death toll was put at 27 by the ministry.",
            [("ministry", "The death toll … at 27")],
        ),
        (
            "The civil defence revised the toll to 31, but warned that more were trapped.",
            [("civil defence", "the toll to 31"), ("civil defence", "more were trapped")],
        ),
        (
            "A later report by the news agency SANA put the number of dead at 16.",
            [("SANA", "the number of dead at 16")],
        ),
    ],
)
def test_who_puts_a_toll_at_a_number_says_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The strike on the market put the toll at 30.",
        "The deaths put the total at 30.",
        "The raid, which put the number of dead at 30, hit a school.",
    ],
)
def test_what_makes_a_toll_grow_says_nothing(text: str) -> None:
    assert {source for source, _ in told(text)} == {"narrator"}


def test_the_one_of_that_age_is_the_person_before() -> None:
    text = (
        "Ahmed Nur, a shopkeeper, said two shells hit the market. The 61-year-old trader said "
        "nobody was killed. A 20-year-old said he saw two bodies."
    )

    assert [source for source, _ in told(text)] == ["Ahmed Nur", "Ahmed Nur", "20-year-old"]


def test_a_father_of_three_is_no_woman() -> None:
    text = (
        "Bilal Osman, a baker, said a shell hit his shop. Ms Layla Hadi said two people died. "
        "The father of three said he had counted nine bodies."
    )

    assert told(text)[-1] == ("Bilal Osman", "he had counted nine bodies")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to a Reuters count, 40 people were killed.", "Reuters"),
        ("At least 300 have died, an AFP tally showed.", "Agence France-Presse"),
        (
            "More than 90 soldiers have died since May, according to an AP count.",
            "Associated Press",
        ),
        ("A report from the Sudanese army said ten men died.", "Sudanese Armed Forces"),
        ("A report of the attack said five men died.", "report"),
    ],
)
def test_a_count_or_report_is_of_who_made_it(text: str, source: str) -> None:
    assert [name for name, _ in told(text)] == [source]


def test_a_body_run_by_rebels_or_the_army_is_theirs() -> None:
    classify = partial(classify_mention, load_registry())
    assert classify("the rebel-run Saba news agency", "2024-06-14", "red-sea").side == "houthis"
    assert classify("the army-aligned government", "2024-06-14", "sudan").side == "sudan_army"
    assert classify("the rebel-controlled council", "2024-06-14", "ukraine").side == "unknown"
