"""Verbs that report but were taken for something else, and sentences taken up by the next one: the
text, then source | cue | content."""

from __future__ import annotations

import pytest

from attributed import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine and western governments accuse Russia of destroying the dam on 6 June.",
            "Ukraine and western governments | accuse | Russia of destroying the dam on 6 June",
        ),
        (
            "Ivan Duda, the mayor of Balta, accused Ukraine of shelling the mill.",
            "Ivan Duda, the mayor of Balta | accused | Ukraine of shelling the mill",
        ),
        (
            "The troops have advanced along the reservoir and are trying to cut the garrison"
            " off from the west, the Institute for the Study of War assessed in its latest update.",
            "the Institute for the Study of War | assessed | The troops have advanced along"
            " the reservoir and are trying to cut the garrison off from the west",
        ),
        # a verb whose "have" stands apart or is taken for a full verb
        (
            "Lumeran officers have, in the meantime, denied claims that forty men were captured.",
            "Lumeran officers | denied | forty men were captured",
        ),
        (
            "Lumeran officials have downplayed claims of heavy losses in the valley.",
            "Lumeran officials | downplayed | heavy losses in the valley",
        ),
        (
            "In the village, the occupiers are evicting residents from their houses, the Highland"
            " Resistance Centre informs.",
            "the Highland Resistance Centre | informs | In the village, the occupiers are evicting"
            " residents from their houses",
        ),
        (
            "It is noted that the column moved there from Balta.",
            " | noted | the column moved there from Balta",
        ),
        (
            "A source in the security service told Reuters the drones had hit a large arsenal.",
            "A source in the security service | told | the drones had hit a large arsenal",
        ),
        (
            "The president has told a meeting of military correspondents in the Kremlin that the"
            " losses are small.",
            "The president | told | the losses are small",
        ),
        (
            "The staff said in its evening report that fighting raged near the town.",
            "The staff | said | fighting raged near the town",
        ),
        (
            "The city's mayor, Ihor Panko, wrote on Telegram that two people were killed.",
            "The city's mayor, Ihor Panko | wrote | two people were killed",
        ),
        # the next sentence names the source
        (
            "Two houses burned down in Balta at night. This was reported by the head of the"
            " district Ivan Duda on Telegram.",
            "the head of the district Ivan Duda | reported | Two houses burned down in Balta at"
            " night",
        ),
        (
            "Two houses burned down in Balta at night. The mayor announced this on Telegram.",
            "The mayor | announced | Two houses burned down in Balta at night",
        ),
    ],
)
def test_the_verb_is_found(text: str, expected: str) -> None:
    assert expected in attributions(text)


def test_a_plural_does_not_share_the_verb_of_its_sentences_subject() -> None:
    text = (
        "The office says it has verified 6,430 civilian deaths since the invasion began but"
        " believes the real figures are higher."
    )
    assert "it | believes | the real figures are higher" in attributions(text)


def test_who_passes_on_what_the_mayor_says_does_not_say_it() -> None:
    text = "The mayor of Balta said two people were wounded by falling debris, RIA Novosti reports."
    assert attributions(text)[0].startswith("The mayor of Balta | said | two people were wounded")


def test_what_somebody_says_already_is_not_taken_up() -> None:
    text = "Two houses burned down, police said. The mayor announced this on Telegram."
    assert attributions(text) == ["police | said | Two houses burned down"]


def test_the_words_of_one_side_are_not_put_into_the_mouth_of_the_other() -> None:
    text = (
        "While the militia claimed on Sunday control of the airfield, the Joint Command of the"
        " army in a statement denied any militia gains, saying they had repelled"
        " the attack."
    )
    command = "the Joint Command of the army"
    assert attributions(text) == [
        "the militia | claimed | control of the airfield",
        f"{command} | denied | any militia gains",
        f"{command} | saying | they had repelled the attack",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Two drones fell on the mill, the third crashed into the reservoir.",
        "The staff read all reports.",
        "The bridge was hit, the tower destroyed.",
    ],
)
def test_plurals_and_participles_stay_what_they_are(text: str) -> None:
    assert attributions(text) == []
