"""Who keeps silent, knows nothing or will not confirm asserts no event."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo


def told(text: str) -> list[str]:
    record = extract(text, ArticleInfo("undated-silence-00000000", "0" * 64, "silence.txt"))
    return [f"{c.source.name} | {c.stance} | {c.event.type} | {c.text}" for c in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the article tells that nothing was said
        (
            "The army has not commented on the raid.",
            ["narrator | doubts | statement | The army has not commented on the raid"],
        ),
        (
            "Officials have yet to provide a confirmation of the strike.",
            [
                "narrator | doubts | statement | "
                "Officials have yet to provide a confirmation of the strike"
            ],
        ),
        (
            "There was no immediate word from the rebels on the ambush.",
            [
                "narrator | doubts | statement | "
                "There was no immediate word from the rebels on the ambush"
            ],
        ),
        (
            "The duke remained silent on the loss of archers.",
            ["narrator | doubts | statement | The duke remained silent on the loss of archers"],
        ),
        (
            "The army would not say how many men it lost.",
            ["narrator | doubts | statement | The army would not say how many men it lost"],
        ),
        (
            "The army has yet to confirm the capture of the hill.",
            ["army | doubts | capture | the capture of the hill"],
        ),
        # none were hurt: who reports it is not silent
        (
            "Shells hit the mill. No casualties were reported.",
            [
                "narrator | asserts | shelling | Shells hit the mill",
                "narrator | asserts | casualties | No casualties were reported",
            ],
        ),
        # what nobody can say stays open, whoever claimed it
        (
            "The rebels claimed the raid. This could not be verified.",
            [
                "rebels | asserts | attack | the raid",
                "narrator | doubts | attack | This could not be verified",
            ],
        ),
        (
            "The recording could not be authenticated.",
            ["narrator | doubts | statement | The recording could not be authenticated"],
        ),
        (
            "Rebels captured the hill, and neither account has been independently confirmed.",
            [
                "narrator | asserts | capture | Rebels captured the hill",
                "narrator | doubts | capture | neither account has been independently confirmed",
            ],
        ),
        (
            "It was not immediately clear if the number covered archers.",
            [
                "narrator | doubts | statement | "
                "It was not immediately clear if the number covered archers"
            ],
        ),
        (
            "How many archers died remains unclear.",
            ["narrator | doubts | casualties | How many archers died remains unclear"],
        ),
        # what is presupposed has happened even so
        (
            "The duke has not commented on the deaths of nine archers in Kidal.",
            [
                "narrator | asserts | casualties | "
                "The duke has not commented on the deaths of nine archers in Kidal"
            ],
        ),
        ("The spokesman refused to comment on the loss of the frigate.", []),
        ("The governor gave no details of the attack.", []),
        # notes tell of others' silence themselves, which doubts what was claimed; what else they
        # add is the speaker's
        (
            "The army says rebels burned a depot near Lor; no word from the mayor.",
            [
                "army | asserts | equipment_loss | rebels burned a depot near Lor",
                "narrator | doubts | equipment_loss | no word from the mayor",
            ],
        ),
        # nobody has said anything, or somebody nothing
        (
            "No one has claimed responsibility for the raid.",
            ["narrator | doubts | statement | No one has claimed responsibility for the raid"],
        ),
        (
            "No group has said it shelled the mill.",
            ["narrator | doubts | statement | No group has said it shelled the mill"],
        ),
        (
            "The 9th Brigade has said nothing.",
            ["narrator | doubts | statement | The 9th Brigade has said nothing"],
        ),
        (
            "The ministry does not specify its losses.",
            ["narrator | doubts | statement | The ministry does not specify its losses"],
        ),
        # who leaves it open doubts it
        (
            "The marines would neither confirm nor deny that a frigate had been sunk.",
            ["marines | doubts | equipment_loss | a frigate had been sunk"],
        ),
        (
            "The minister declined to say whether the bridge had been mined.",
            ["minister | doubts | mine | the bridge had been mined"],
        ),
        (
            "The rebels have not claimed responsibility for the raid on Lor.",
            ["rebels | doubts | attack | the raid on Lor"],
        ),
        # who will not confirm it doubts it, each of two for himself
        (
            "The ministry declined to confirm that a frigate had been sunk.",
            ["ministry | doubts | equipment_loss | a frigate had been sunk"],
        ),
        (
            "Neither Kigali nor Kinshasa has confirmed the capture of the town.",
            [
                "Rwanda | doubts | capture | the capture of the town",
                "Democratic Republic of the Congo | doubts | capture | the capture of the town",
            ],
        ),
        # who knows of nothing says that, and not that there was one
        (
            "The coalition said it was not aware of any strike on the school.",
            ["coalition | doubts | air_strike | it was not aware of any strike on the school"],
        ),
        (
            "The coalition said it had no information about an attack on the convoy.",
            ["coalition | doubts | attack | it had no information about an attack on the convoy"],
        ),
        (
            "There were no reports of injuries in the port.",
            ["narrator | doubts | casualties | There were no reports of injuries in the port"],
        ),
        (
            "The army said it was checking reports of an attack on a mosque.",
            ["army | doubts | attack | it was checking reports of an attack on a mosque"],
        ),
    ],
)
def test_silence_tells_of_no_event(text: str, expected: list[str]) -> None:
    assert told(text) == expected
