"""Whom a claim tells of where its words lack it: the text, then the words and the subject."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo


def subjects(text: str) -> list[tuple[str, str | None]]:
    """The words of each claim and the name of the subject that they lack."""
    claims = extract(text, ArticleInfo("a", "0" * 64, "a.txt", published="2024-05-15")).events
    for claim in claims:
        if claim.subject is not None:
            assert text[slice(*claim.subject.span)] == claim.subject.text
    return [(c.text, c.subject.name if c.subject else None) for c in claims]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # a participle and a joined verb have the subject of the clause they hang on
        (
            "Burkinabe rebels shelled the market, killing nine people.",
            "killing nine people",
            "Burkinabe rebels",
        ),
        (
            "The brigade captured the hill and shelled the town of Lyman.",
            "shelled the town of Lyman",
            "brigade",
        ),
        # of a passive nobody knows what did the killing
        ("The market was shelled, killing nine people.", "killing nine people", None),
        # a relative clause has what it hangs on; without a comma the nearest noun that agrees
        (
            "The army left Lyman, which Russia captured in May.",
            "which Russia captured in May",
            "Lyman",
        ),
        (
            "The convoy left the two villages near the hill which are besieged by rebels.",
            "which are besieged by rebels",
            "two villages near the hill",
        ),
        # a pronoun that opens somebody's words is theirs where it agrees
        ("The army said it had left Lyman.", "it had left Lyman", "army"),
        ("The mayor said it had been shelled.", "it had been shelled", None),
        ("Residents said they had heard explosions.", "they had heard explosions", "residents"),
        ("The army said the bridge had fallen.", "the bridge had fallen", None),
    ],
)
def test_whom_a_claim_tells_of(text: str, words: str, name: str | None) -> None:
    assert (words, name) in subjects(text)
