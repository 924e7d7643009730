"""Words that go on without a cue of their own, and where they end."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo


def voices(text: str) -> list[str]:
    record = extract(text, ArticleInfo("x", "0" * 64, "x.txt"))
    return [f"{c.source.name}: {c.text}" for c in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # behind a colon to the end of the paragraph
            "The mayor said: Shells hit the port. Two men were killed.\n\nJets bombed Lor.\n",
            [
                "mayor: Shells hit the port",
                "mayor: Two men were killed",
                "narrator: Jets bombed Lor",
            ],
        ),
        (  # a colon at the end of a paragraph
            "The mayor wrote on Monday:\n\nShells hit the port. Two men were killed.\n\n"
            "Jets bombed Lor.\n",
            [
                "mayor: Shells hit the port",
                "mayor: Two men were killed",
                "narrator: Jets bombed Lor",
            ],
        ),
        (  # and a list below it
            "The staff said in its update:\n\n- jets bombed the port;\n"
            "- three attacks were repelled.\n\nJets bombed Lor.\n",
            [
                "staff: jets bombed the port",
                "staff: three attacks were repelled",
                "narrator: Jets bombed Lor",
            ],
        ),
        (  # marks of quotation that were lost
            "The bombing of the port was terrible. Jets hit the market, one trader said. "
            "You cannot imagine it.\n\nJets bombed Lor.\n",
            [
                "trader: The bombing of the port was terrible",
                "trader: Jets hit the market",
                "trader: You cannot imagine it",
                "narrator: Jets bombed Lor",
            ],
        ),
        (  # a clause behind a quotation
            "Ali Sow said, “They told me to run,” even after they had killed everybody else.\n",
            ["Ali Sow: They told me to run", "Ali Sow: even after they had killed everybody else"],
        ),
        (
            "The navy reported shooting down five drones near Lor.\n",
            ["navy: shooting down five drones near Lor"],
        ),
    ],
)
def test_words_go_on_with_who_said_them(text: str, expected: list[str]) -> None:
    assert voices(f"Report\n\n{text}") == expected
