"""Notes and digests: no articles, a verb taken for a plural, a subject that goes on behind a
semicolon."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo


def voices(text: str) -> list[str]:
    record = extract(text, ArticleInfo("x", "0" * 64, "x.txt"))
    return [f"{c.source.name} {c.stance}: {c.text}" for c in record.events]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "• Sudanese military claims to have repelled attack on Lor; says rebels shelled mill.",
            [
                "Sudanese Armed Forces asserts: to have repelled attack on Lor",
                "Sudanese Armed Forces asserts: rebels shelled mill",
            ],
        ),
        (
            "• Local media report shelling of Lor; further report civilians fleeing to Dor.",
            [
                "local media asserts: shelling of Lor",
                "local media asserts: civilians fleeing to Dor",
            ],
        ),
        (
            "• Egyptian media reports clashes erupting in Lor.",
            ["Egyptian media asserts: clashes erupting in Lor"],
        ),
        (
            "• Jets strike the port of Lor, local media report.",
            ["local media asserts: Jets strike the port of Lor"],
        ),
        (
            "• Rebels shelling positions north of Lor, Al-Balad reports.",
            ["Al-Balad asserts: Rebels shelling positions north of Lor"],
        ),
        (
            "Rebels shelled two villages near Lor on Monday, - the General Staff.",
            ["General Staff asserts: Rebels shelled two villages near Lor on Monday"],
        ),
        (
            "Rebels shelled two villages near Lor, the United Nations has warned.",
            ["United Nations asserts: Rebels shelled two villages near Lor"],
        ),
        (
            "Rebels shelled the village - Lor.",
            ["narrator asserts: Rebels shelled the village - Lor"],
        ),
    ],
)
def test_who_reports_in_a_note(note: str, expected: list[str]) -> None:
    assert voices(f"Digest\n\n{note}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moscow said it had captured Lyman; Kyiv said its troops had repelled the attack.",
            ["Russia", "Ukraine"],
        ),
        ("Media reports suggest clashes broke out in Lor.", ["media"]),
        (
            "Kigali, which denies backing the rebels, shelled the port of Lor.",
            ["Rwanda", "narrator"],
        ),
    ],
)
def test_whose_words_end_where_another_speaks(text: str, expected: list[str]) -> None:
    found = [told.split(" asserts")[0].split(" denies")[0] for told in voices(text)]
    assert sorted(found) == sorted(expected)
