"""What a claim is about that names no event, and what a doubt is about that names nothing."""

from __future__ import annotations

import pytest

from counterclaim.extraction.events.coding import code_event
from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.language.parser import parse_text
from counterclaim.records import ArticleInfo

INFO = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The misery has no end.", "humanitarian"),
        ("His captivity lasted a year.", "prisoners"),
        ("Thick ash covers everything.", "infrastructure_damage"),
        ("We heard the bullets.", "attack"),
        # a frame that says that nothing is told is believed
        ("The governor visited the clinic.", "statement"),
        ("The film tells of a funeral.", "statement"),
        # names are no topics, and without a word of a topic nothing is guessed
        ("Blood Valley is a good film.", "statement"),
        ("The two men became friends.", "statement"),
    ],
)
def test_words_of_a_topic_decide_where_nothing_else_does(text: str, expected: str) -> None:
    event = code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text))
    assert event.type == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said its gunners shot down a drone near Lor. There was no confirmation.",
            [("asserts", "air_defence"), ("doubts", "air_defence")],
        ),
        # what it names itself it doubts
        (
            "The army said rebels burned a depot. It could not be verified that Lor was taken.",
            [("asserts", "equipment_loss"), ("doubts", "capture")],
        ),
    ],
)
def test_a_doubt_without_words_of_its_own_is_about_what_was_claimed_before(
    text: str, expected: list[tuple[str, str]]
) -> None:
    claims = extract(text, INFO).events
    assert [(c.stance, c.event.type) for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets bombed the port of Lor, the army said. The attack also hit a clinic, it said.",
            ["air_strike", "air_strike"],
        ),
        # fighting on the ground parts them
        (
            "Jets bombed the port of Lor, the army said. Rebels attacked a fort, it said. "
            "The attack also hit a clinic, it said.",
            ["air_strike", "attack", "attack"],
        ),
        ("The attack hit a clinic in Lor, the army said.", ["attack"]),
        # whose blow it is: another side's, and one that is still to come, came by other means
        (
            "Russian jets bombed the port of Lor. Ukrainian forces targeted a village.",
            ["air_strike", "attack"],
        ),
        (
            "Jets bombed the port of Lor, the army said. Rebels said they had targeted villages.",
            ["air_strike", "attack"],
        ),
    ],
)
def test_a_blow_without_means_is_the_strike_told_before(text: str, expected: list[str]) -> None:
    assert [c.event.type for c in extract(text, INFO).events] == expected
