"""A speaker and a colon, without a verb."""

from __future__ import annotations

import pytest

from attributed import attributions
from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo

TRANSCRIPT = """The valley in the morning

ABBOT LEO: Archers shelled the mill last night. Two monks were killed.

The hussars have left the valley.

Q And the barn?

MODERATOR: Archers burned the barn.

ABBOT LEO: Archers captured the inn."""


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Mayor Ana Lys: Rebels have left the valley.",
            "Mayor Ana Lys",
            "Rebels have left the valley",
        ),
        (
            "Army: rebels were killed in a raid on the mill.",
            "Army",
            "rebels were killed in a raid on the mill",
        ),
        (
            "Doctors at the abbey: 12 monks died of hunger.",
            "Doctors at the abbey",
            "12 monks died of hunger",
        ),
        (
            "UN: hunger kills 20 monks in camp.",
            "UN",
            "hunger kills 20 monks in camp",
        ),
        (
            "Archers kill 20 in camp: police.",
            "police",
            "Archers kill 20 in camp",
        ),
    ],
)
def test_who_stands_before_a_colon_speaks(text: str, source: str, content: str) -> None:
    assert attributions(text) == [f"{source} | {source} | {content}"]


@pytest.mark.parametrize(
    "text",
    [
        "Sudan: Clashes broke out in the valley.",
        "Background: Rebels hold the valley.",
        "Sources: Reuters, the Abbey Gazette.",
        "Sunday: Rebels took the mill.",
        "Rebels held one man: the mayor.",
        "The rebels named their target: police.",
    ],
)
def test_a_label_says_nothing(text: str) -> None:
    assert attributions(text) == []


def test_a_transcript_goes_on_to_the_next_name() -> None:
    record = extract(TRANSCRIPT, ArticleInfo("undated-colons-00000000", "0" * 64, "colons.txt"))
    told = [(c.source.name, c.text) for c in record.events]
    assert [text for name, text in told if "LEO" in name.upper()] == [
        "Archers shelled the mill last night",
        "Two monks were killed",
        "The hussars have left the valley",
        "Archers captured the inn",
    ]
