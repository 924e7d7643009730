"""Who is said to say what: the text, then source | cue | content."""

from __future__ import annotations

import pytest

from attributed import attributions
from counterclaim.extraction.attribution import find_attributions
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # direct speech: cue behind, before, in between
        (
            "“The bridge is gone,” said Olena Koval, the head of the village council.",
            ["Olena Koval, the head of the village council | said | The bridge is gone"],
        ),
        (
            "The governor said: “We have no water.”",
            ["The governor | said | We have no water"],
        ),
        (
            "“We held the hill,” the major said on Friday. “They left at dawn.”",
            ["the major | said | We held the hill … They left at dawn"],
        ),
        # a paragraph that is nothing but quotation goes on from the one before
        (
            "“It began at five,” Ms Koval said.\n\n“Then the windows broke.”",
            ["Ms Koval | said | It began at five", "Ms Koval |  | Then the windows broke"],
        ),
        # a name and a colon
        (
            "Mayor Ada Brook: “Nobody has come to help us.”",
            ["Mayor Ada Brook | Mayor Ada Brook | Nobody has come to help us"],
        ),
        # indirect speech
        (
            "The ministry said on Monday that its troops had entered Siversk.",
            ["The ministry | said | its troops had entered Siversk"],
        ),
        (
            "Ukrainian forces have left the village, the general staff said.",
            ["the general staff | said | Ukrainian forces have left the village"],
        ),
        (
            "The road to Lyman, officials said, was under fire.",
            ["officials | said | The road to Lyman … was under fire"],
        ),
        (
            "The army claimed to have destroyed four tanks.",
            ["The army | claimed | to have destroyed four tanks"],
        ),
        # mixed: the whole clause, not only the quoted words
        (
            "The agency warned that the situation was “extremely fragile” at the plant.",
            ["The agency | warned | the situation was “extremely fragile” at the plant"],
        ),
        # a second cue of the same voice
        (
            "She said the school was empty, adding that nobody was hurt.",
            ["She | said | the school was empty", "She | adding | nobody was hurt"],
        ),
        # prepositions
        (
            "According to the mayor, two houses burned down.",
            ["the mayor | According to | two houses burned down"],
        ),
        (
            "Two houses burned down, according to Mayor Petro Lys.",
            ["Mayor Petro Lys | according to | Two houses burned down"],
        ),
        (
            "According to the Centre for Border Studies (CBS), a Vienna-based institute, "
            "the front has moved.",
            [
                "the Centre for Border Studies (CBS), a Vienna-based institute | According to | "
                "the front has moved"
            ],
        ),
        # objects
        (
            "The General Staff confirmed Russian attacks on Siversk.",
            ["The General Staff | confirmed | Russian attacks on Siversk"],
        ),
        # copy that lost its commas
        (
            "The toll of the blast has risen to at least 40 a monitoring group said Sunday.",
            ["a monitoring group | said | The toll of the blast has risen to at least 40"],
        ),
        # a content that lost its verb, told by its quotation marks
        (
            "The ministry said Lyman under “growing” pressure.",
            ["The ministry | said | Lyman under “growing” pressure"],
        ),
        # a sentence that quotes without a cue goes on from the one before, one with a cue does not
        (
            "The agency warned that the plant was cold. Staff felt “deep concern” for it.",
            [
                "The agency | warned | the plant was cold",
                "The agency |  | Staff felt “deep concern” for it",
            ],
        ),
        # no attribution at all
        ("The village was shelled on Sunday.", []),
    ],
)
def test_source_cue_and_content(text: str, expected: list[str]) -> None:
    assert attributions(text) == expected


def test_a_parenthesis_needs_a_clause_of_its_own() -> None:
    """What somebody called a thing is not a report of the words before it."""
    assert all("|" in a for a in attributions("They left what the mayor called a ruin."))
    assert not any(
        a.endswith("| They left") for a in attributions("They left what the mayor called a ruin.")
    )


def test_spans_slice_to_words_that_are_there() -> None:
    text = "“Stop… now,” he said. Kyiv's army – tired – said “no” to it."
    layout = lay_out(text)
    for a in find_attributions(parse_text(text, layout.units()), layout):
        for start, end in (*a.content, *(s for s in (a.cue, a.source) if s)):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
