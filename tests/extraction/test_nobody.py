"""What somebody says or thinks is never the article's own claim, even where nobody is named."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo


def told(text: str) -> list[str]:
    record = extract(text, ArticleInfo("undated-nobody-00000000", "0" * 64, "nobody.txt"))
    return [f"{c.source.name} | {c.source.kind} | {c.stance} | {c.text}" for c in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is not clear whether rebels shelled the mill.",
            ["narrator | narrator | doubts | It is not clear whether rebels shelled the mill"],
        ),
        (
            "Few in the valley believe that rebels shelled the mill.",
            [],
        ),
        ("No side in the valley has said that rebels shelled the mill.", []),
        (
            "Three monks are believed to have died in the raid.",
            ["unattributed | unnamed | asserts | Three monks … to have died in the raid"],
        ),
        (
            "The miller swore that archers had shelled the mill.",
            ["miller | unnamed | asserts | archers had shelled the mill"],
        ),
        (
            "Three monks are believed by villagers to have died in the raid.",
            ["villagers | unnamed | asserts | Three monks … to have died in the raid"],
        ),
        ("Three monks are not believed to have died in the raid.", []),
        (
            "The abbot feared that rebels had shelled the mill.",
            ["abbot | unnamed | asserts | rebels had shelled the mill"],
        ),
        (
            "The regent did not make plain that his guards had shelled the mill.",
            ["unattributed | unnamed | asserts | his guards had shelled the mill"],
        ),
        (
            "The raid on the mill raised fears that rebels had entered the town.",
            [
                "narrator | narrator | asserts | The raid on the mill raised fears",
                "unattributed | unnamed | asserts | rebels had entered the town",
            ],
        ),
    ],
)
def test_what_is_said_by_nobody(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_what_the_article_says_itself_stays_its_own() -> None:
    assert told("Rebels shelled the mill that the town depends on.") == [
        "narrator | narrator | asserts | Rebels shelled the mill that the town depends on"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The regent did not say that rebels had shelled the mill.", []),
        ("The regent has not mentioned the attack on the mill.", []),
        ("The regent did not deny the attack on the mill.", []),
        ("The regent has not said rebels shelled the mill.", []),
        ("The regent did not warn of a raid on the mill.", []),
        ("Aides did not complain about the raid on the mill.", []),
        ("Aides never claimed that the rebels had shelled the mill.", []),
        (
            "The ministry would not say whether rebels had shelled the mill.",
            ["ministry | organisation | doubts | rebels had shelled the mill"],
        ),
        (
            "The regent has not confirmed that rebels shelled the mill.",
            ["regent | unnamed | doubts | rebels shelled the mill"],
        ),
        (  # when it was, not whether it was, is what he keeps to himself
            "The regent did not say when rebels shelled the mill.",
            ["narrator | narrator | asserts | The regent did not say when rebels shelled the mill"],
        ),
    ],
)
def test_what_somebody_did_not_say_is_no_claim(text: str, expected: list[str]) -> None:
    assert told(text) == expected
