"""Events as wars beyond Ukraine are reported: many ways to say it, and the look-alikes."""

from __future__ import annotations

import pytest

from counterclaim.extraction.events.coding import code_event
from counterclaim.extraction.pipeline import extract
from counterclaim.language.parser import parse_text
from counterclaim.records.model import ArticleInfo


def event_type(text: str) -> str:
    return code_event(parse_text(text), ((0, len(text)),)).type


DAMAGED = [
    "Bulldozers razed farmland east of the camp.",
    "Soldiers bulldozed four houses in the village.",
    "Militiamen burnt the grain stores of the village.",
    "The hospital was put out of service.",
    "Two hospitals were knocked out of service by bombs.",
    "The market was reduced to ashes.",
    "The refinery took a direct hit.",
    "A warehouse of the agency was gutted by fire.",
    "Fire broke out in the depot.",
]
HARMED = [
    "One sailor is missing.",
    "Eleven seafarers are still missing.",
    "Three crew members remain unaccounted for.",
    "Seven citizens were martyred.",
    "No civilians were harmed.",
    "Fighters slaughtered 20 villagers.",
    "Ten jihadists were put out of action.",
    "Its commander was assassinated in the capital.",
]
ALARMED = [
    "Sirens sounded in the north.",
    "Sirens blared across the city.",
    "Warning sirens went off along the border.",
    "The defences brought down two rockets.",
]
LAID_DOWN = [
    "The group would stop its attacks on ships.",
    "His country would halt its attacks if the aggression stopped.",
    "The rebels suspended their operations for three days.",
    "The army paused its strikes to let the trucks through.",
]
LOST = [
    "The ship was at risk of sinking.",
    "The vessel was taking on water.",
    "The helicopter crashed near the base.",
    "They put two armoured vehicles out of action.",
    "Jihadists burned forty fuel tankers.",
    "The soldiers uncovered a tunnel shaft.",
]
LEFT = [
    "The soldiers fled into the bush.",
    "The garrison abandoned its positions.",
]
MOVED = [
    "Residents fled into the bush.",
    "Families were arriving on foot in the capital.",
    "The highways were jammed with families trying to leave.",
]
SHORT = [
    "Fuel stations had run dry.",
    "The clinics remained closed.",
    "The bakeries have stopped working.",
    "Its stocks of dressings were running out.",
    "The number of people in need has risen to 25 million.",
]
AIDED = [
    "The government is blocking aid.",
    "Thirty trucks of flour entered the strip.",
    "Partners reached 30,000 people with food.",
    "Aid workers were denied access to the area.",
]
SHELLED = [
    "A rocket landed in an open area.",
    "Rounds slammed into the camp.",
    "About 190 projectiles crossed the border.",
    "A tank fired at an observation tower.",
]
BOMBED = [
    "A raid hit an apartment building.",
    "Jets carried out four raids on the outskirts.",
    "The air force struck sites of the group in the south.",
]
ARMED = [
    "The Emirates is arming the rebels.",
    "The country supplies the rebels with drones.",
]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (expected, text)
        for expected, texts in {
            "infrastructure_damage": DAMAGED,
            "casualties": HARMED,
            "air_defence": ALARMED,
            "ceasefire": LAID_DOWN,
            "equipment_loss": LOST,
            "withdrawal": LEFT,
            "displacement": MOVED,
            "humanitarian": SHORT,
            "aid_delivery": AIDED,
            "shelling": SHELLED,
            "air_strike": BOMBED,
            "arms_supply": ARMED,
        }.items()
        for text in texts
    ],
)
def test_one_event_has_many_wordings(expected: str, text: str) -> None:
    assert event_type(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("attack_repelled", "The army stopped the attack."),
        ("attack_repelled", "Our forces stopped the advance of the rebels."),
        ("humanitarian", "The World Food Programme suspended its operations."),
        ("rescue", "The rescue operation continues."),
        ("looting", "The attackers pillaged the market."),
        ("statement", "Ambulance sirens were heard all night."),
        ("statement", "The occupation is running away from its obligations."),
        ("control", "The occupation of the town has lasted two years."),
        ("control", "The town remains under occupation."),
        ("attack", "Soldiers raided a house in the camp."),
        ("attack", "A siege of the hotel ended after 30 hours."),
        ("encirclement", "The siege of the city ended after two years."),
        ("casualties", "The bodies of three hostages were found."),
        ("prisoner_exchange", "The bodies of three hostages were handed over."),
        ("drone_attack", "Drones hit the power station of the town."),
    ],
)
def test_alike_words_of_another_event(expected: str, text: str) -> None:
    assert event_type(text) == expected


def test_the_it_that_opens_a_claim_is_who_makes_it() -> None:
    text = (
        "Hezbollah said it had ambushed an Israeli unit near Tyre. Kamal Adwa said it hit a wall."
    )
    first, second = extract(text, ArticleInfo(id="t", sha256="0" * 64, file="t.txt")).events

    assert first.event.initiator is not None
    assert (first.event.initiator.name, first.event.initiator.side) == ("Hezbollah", "hezbollah")
    assert second.event.initiator is None
