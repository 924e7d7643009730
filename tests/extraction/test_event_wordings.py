"""Many wordings of one event, and the wordings that only look alike."""

from __future__ import annotations

import pytest

from counterclaim.extraction.events.coding import code_event
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.language.parser import parse_text

WORDINGS = {
    "deployment": [
        "Some 20,000 soldiers are massed across the border.",
        "The army has massed tanks and artillery near the crossing.",
        "Troops have been gathering along the contact line for weeks.",
        "The enemy has concentrated up to three regiments on this axis.",
        "The army moved three brigades into the area.",
        "The enemy brought up reserves by rail.",
        "The command redirected two battalions to the valley.",
    ],
    "withdrawal": [
        "The brigade has moved to more favourable lines.",
        "The army is moving its units to prepared defensive positions.",
        "The last defenders slipped out of the city overnight.",
    ],
    "attack_repelled": [
        "The attackers had been thrown back.",
        "Border guards pushed back a sabotage group.",
        "The raid was fended off.",
        "Our troops warded off an attack near the pass.",
        "The garrison prevented a landing on the island.",
        "The assault on the village failed.",
        "All enemy attacks were unsuccessful.",
        "The enemy had no success near the village.",
        "The enemy made two futile attempts to dislodge our troops.",
        "We pushed them back by the morning.",
        "Gunners kept the enemy from crossing the river.",
        "The garrison prevented rebels from entering the town.",
    ],
    "advance": [
        "Tanks rolled into the suburbs.",
        "Ukrainian troops made headway south of the village.",
        "Rebels have wedged into the defences near the town.",
        "Soldiers fought their way towards the centre of the city.",
        "Soldiers edged closer to the town.",
        "The army expanded its zone of control near the river.",
        "Russian troops crossed the river.",
        "Russian forces were slowly moving west.",
        "A column of armoured vehicles is heading for the capital.",
    ],
    "capture": [
        "The army has won back the village.",
        "The flag was raised over the village.",
        "Soldiers mopped up the last quarter of the village.",
        "The village passed under rebel control.",
        "The army freed seven villages.",
    ],
    "control": [
        "Our flag flies over the town.",
        "Ukrainian forces maintain positions on the east bank.",
        "The fighters are dug in along the canal.",
    ],
    "infrastructure_damage": [
        "Two houses burned to the ground.",
        "A fire broke out at a grain store.",
        "Windows were shattered in 14 apartment blocks.",
        "The roof of the hospital was torn off.",
        "A dormitory was wrecked.",
        "Half of the city was plunged into darkness.",
        "Some 12,000 customers lost power.",
        "The fire has been put out.",
        "A section of the bridge collapsed.",
    ],
    "humanitarian": [
        "Five streets are without gas.",
        "Retreating troops left the town without water.",
    ],
    "force_condition": [
        "Many battalions were under strength.",
        "The battalions are short of trained infantry.",
        "The army was running low on guided missiles.",
        "Ukrainian units are stretched thin.",
        "Our gunners are rationing shells.",
        "They do not have enough men to take the city.",
    ],
    "casualties": [
        "A woman of 70 was taken to hospital with burns.",
        "A child is in intensive care.",
        "Three people are trapped under the rubble.",
    ],
    "atrocity": [
        "The captors will execute two prisoners.",
        "Prisoners of war had been beaten with rifle butts.",
        "Detainees were mistreated.",
        "Soldiers shot at least 22 civilians in the village.",
        "The army uses the captured power plant as cover for its launchers.",
    ],
    "equipment_loss": [
        "Our gunners had blown up an ammunition warehouse.",
        "A fuel depot was blown up.",
        "Artillery hit a column of tanks near the ford.",
        "A drone took out a radar.",
        "A missile destroyed an air-defence system.",
    ],
    "air_defence": [
        "Another 40 drones were lost from radar.",
        "Fifteen drones were suppressed by electronic warfare.",
        "The army claims to have brought down 18 planes.",
    ],
    "surrender": [
        "More than 30 soldiers laid down their arms.",
        "Nine soldiers gave themselves up.",
    ],
    "prisoners": ["Rebels captured a general."],
    "supply_line": ["The road to the town is under constant fire."],
    "shelling": ["Not a single shell was fired at the town."],
    "air_strike": ["Bombs were dropped on the airfield.", "Su-25s bombed the pass."],
    "explosion": ["A bus ran over a mine."],
    "attack": ["A sabotage group tried to cross the border."],
    "displacement": [
        "The police took 15 children to safety.",
        "Seven residents were led out of the combat zone.",
    ],
    "prisoner_exchange": ["The sides handed over the bodies of 50 soldiers."],
    "intent": ["The enemy is preparing to storm the town."],
    "drone_attack": [
        "The militia sent eleven drones against the port.",
    ],
}

LOOKALIKES = [
    ("The ministry pushed back the deadline.", "attack_repelled"),
    ("The attempt to reach an agreement failed.", "attack_repelled"),
    ("The talks were unsuccessful.", "attack_repelled"),
    ("Police prevented the rebels from leaving the town.", "attack_repelled"),
    ("The garrison prevented rebels from entering the town.", "advance"),
    ("The strike left 40,000 households without light.", "withdrawal"),
    ("Shelling left the town without water.", "withdrawal"),
    ("The war entered its third week.", "advance"),
    ("The rebels reached an agreement.", "advance"),
    ("Residents moved west.", "advance"),
    ("The minister moved the meeting to Friday.", "deployment"),
    ("The party gathered support in the villages.", "deployment"),
    ("Rebels took part in the talks.", "capture"),
    ("The court freed two journalists.", "capture"),
    ("Residents are running low on bread.", "force_condition"),
    ("The garrison surrendered the town.", "prisoners"),
    ("The minister was taken to the airport.", "casualties"),
    ("The party lost power in the spring.", "infrastructure_damage"),
    ("The army brought down the government.", "air_defence"),
    ("The team beat its rivals.", "atrocity"),
    ("Soldiers shot two attackers.", "atrocity"),
    ("A suicide bomber blew up his car at a checkpoint.", "equipment_loss"),
    ("A sabotage group was seen near the bridge.", "explosion"),
]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [(text, event_type) for event_type, texts in WORDINGS.items() for text in texts],
)
def test_the_same_event_in_other_words(text: str, event_type: str) -> None:
    assert code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text)).type == (
        event_type
    )


@pytest.mark.parametrize(("text", "event_type"), LOOKALIKES)
def test_what_only_looks_like_it_is_not(text: str, event_type: str) -> None:
    assert code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text)).type != (
        event_type
    )
