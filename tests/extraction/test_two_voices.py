"""Two voices on one proposition: what one claims another denies, doubts or confirms, in the same
words, linked to the claim that it answers."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo

CLAIM = "Kinshasa says Rwanda has sent troops to Masisi"


def voices(text: str) -> list[str]:
    record = extract(text, ArticleInfo("x", "0" * 64, "x.txt"))
    return [
        f"{c.source.name} {c.stance}{' the first' if c.responds_to == 'x#01' else ''}: {c.text}"
        for c in record.events
    ]


@pytest.mark.parametrize(
    "denial",
    [
        ", a charge Kigali denies.",
        ", a charge that Kigali has repeatedly denied.",
        ", which Kigali denies.",
        " – something Kigali denies.",
        ", but Kigali dismissed the accusation.",
        ", but Rwanda has rejected that claim.",
        ". Kigali rejects the accusation as baseless.",
        ". Kigali denied this.",
        ". Kigali said that was not true.",
        ". Kigali said the reports were completely false.",
        ". Kigali called the claim a lie.",
    ],
)
def test_a_denial_takes_up_the_words_of_the_claim(denial: str) -> None:
    said = "Rwanda has sent troops to Masisi"
    assert voices(CLAIM + denial) == [
        f"Democratic Republic of the Congo asserts: {said}",
        f"Rwanda denies the first: {said}",
    ]


def test_what_is_said_to_be_true_is_confirmed() -> None:
    text = f"{CLAIM}. A senior officer in Kigali said the report was true."
    assert voices(text)[1].endswith("officer confirms the first: Rwanda has sent troops to Masisi")


def test_what_the_article_calls_a_claim_is_nobodys_and_is_denied() -> None:
    assert voices("Rebels shelled the port of Lor, a claim the group denies.") == [
        "unattributed asserts: Rebels shelled the port of Lor",
        "group denies the first: Rebels shelled the port of Lor",
    ]


@pytest.mark.parametrize(
    "denial",
    [
        ". The group denied this.",
        ", and the group has denied it.",
        ". The group denied the reports.",
    ],
)
def test_what_the_article_tells_itself_is_denied_too(denial: str) -> None:
    assert voices(f"Report\n\nRebels shelled the port of Lor{denial}\n") == [
        "narrator asserts: Rebels shelled the port of Lor",
        "group denies the first: Rebels shelled the port of Lor",
    ]


def test_the_nearest_claim_is_denied() -> None:
    text = "Moscow said it had captured Lyman. Rebels shelled the port. The group denied this."
    assert voices(text)[-1].endswith("denies: Rebels shelled the port")


def test_a_thing_that_somebody_claims_is_no_claim_taken_up() -> None:
    assert voices("Rebels shelled the hill, which Kigali claims.") != [
        "unattributed asserts: Rebels shelled the hill",
        "Rwanda asserts the first: Rebels shelled the hill",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Neither the army nor the rebels confirmed that the mill had been shelled.",
            ["doubts", "doubts"],
        ),
        (
            "The mayor would neither confirm nor deny that his men had shelled the mill.",
            ["doubts"],
        ),
        ("The mayor did not deny that his men had shelled the mill.", []),
        (
            "The mill burned. “I doubt they shelled the mill,” the mayor said.",
            ["asserts", "doubts"],
        ),
        ("The mayor said he had no evidence that rebels had shelled the mill.", ["doubts"]),
        ("Rebel control of Lor could not be independently confirmed.", ["doubts"]),
        ("The question is whether rebels shelled the mill.", ["doubts"]),
        ("The ministry said it would shell the rebels.", ["intends"]),
        ("The ministry said rebels would shell the mill.", ["predicts"]),
        ("The president insisted the army would capture the mill.", ["predicts"]),
        ("Rebels would shell the mill within days, an army officer warned.", ["predicts"]),
        ("Rebels said their attack on Lor was intended to frighten people.", ["asserts"]),
        (
            "The shelling of the mill raised fears that rebels would enter the town.",
            ["asserts", "predicts"],
        ),
    ],
)
def test_what_somebody_does_with_a_claim(text: str, expected: list[str]) -> None:
    record = extract(text, ArticleInfo("x", "0" * 64, "x.txt"))
    assert [c.stance for c in record.events if c.event.type != "humanitarian"] == expected


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ("The army and the United Nations say", "army and United Nations | unknown"),
        ("Kinshasa and Western diplomats say", "Kinshasa and Western diplomats | unknown"),
        ("Russia and Iran say", "Russia and Iran | unknown"),
        ("Doctors and nurses say", "doctors and nurses | unknown"),
        ("The United Nations says", "United Nations | independent"),
    ],
)
def test_several_who_speak_at_once_are_of_no_side_that_they_do_not_share(
    speakers: str, expected: str
) -> None:
    text = f"{speakers} that rebels shelled the port."
    (claim,) = extract(text, ArticleInfo("x", "0" * 64, "x.txt")).events
    assert f"{claim.source.name} | {claim.source.side}" == expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Kyiv and Moscow accused each other of shelling a dam.", "Ukraine", "Russia"),
        ("Russia and Ukraine have blamed one another for the raid.", "Russia", "Ukraine"),
    ],
)
def test_two_who_accuse_each_other_are_two_claims(text: str, first: str, second: str) -> None:
    record = extract(text, ArticleInfo("x", "0" * 64, "x.txt"))
    accused = [(c.source.name, c.event.initiator and c.event.initiator.name) for c in record.events]
    assert accused == [(first, second), (second, first)]
