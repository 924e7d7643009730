"""Who may be a source at all: people, bodies, documents, groups; never things, doings, headings."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo


def names(text: str) -> list[str]:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
    return [claim.source.name for claim in extract(text, info).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Villagers and miners said troops had shelled the mill.", ["villagers and miners"]),
        ("The harbour master said troops had shelled the mill.", ["harbour master"]),
        ("A long letter said troops had shelled the mill.", ["long letter"]),
        ("Satellite imagery shows that troops burned the mill.", ["satellite imagery"]),
        ("[Agency] Residents of Lod said troops had shelled the mill.", ["residents"]),
        ("Most Druze in the town said troops had shelled the mill.", ["Druze"]),
        (
            "Data from the health ministry showed that troops shelled the mill.",
            ["health ministry"],
        ),
        ("Warnings from Ukrainian media said troops had shelled the mill.", ["Ukrainian media"]),
        (
            "The Widows Support Organisation said troops had shelled it.",
            ["Widows Support Organisation"],
        ),
        ("Missile expert Ana Groll said troops had shelled the mill.", ["Ana Groll"]),
        ("He said that troops had shelled the mill.", ["He"]),
        ("The tensions said that troops had shelled the mill.", ["unattributed"]),
        ("The long negotiations warned that troops had shelled the mill.", ["unattributed"]),
        ("We said that troops had shelled the mill.", ["unattributed"]),
        ("The vessel reported that rockets had struck the pier.", ["unattributed"]),
    ],
)
def test_only_who_can_speak_is_a_source(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "### A city that said troops had shelled the mill",
        "Assessed Russian Advances: Footage shows that troops burned the mill.",
    ],
)
def test_no_heading_is_a_source(text: str) -> None:
    assert not {"city", "Assessed Russian Advances"} & set(names(text))
