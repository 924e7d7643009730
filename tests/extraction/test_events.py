"""The main event of a claim: the text, then what it must be coded as."""

from __future__ import annotations

import re

import pytest

from counterclaim.extraction.events.coding import code_event
from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.language.parser import parse_text
from counterclaim.records import Event

ACTORS = {
    "Russian Armed Forces": ("russia", r"Russian(?: troops| forces| warplanes)"),
    "Armed Forces of Ukraine": ("ukraine", r"Ukrainian(?: troops| forces| army)"),
    "rebels": ("syria_opposition", r"[Rr]ebels?"),
}


def code(text: str, part: str | None = None, stance: str = "asserts") -> Event:
    """The event of `part` of a text (all of it by default)."""
    start = text.index(part) if part else 0
    span = (start, start + len(part or text))
    actors = [
        ActorMention(*found.span(), found[0], name, side, force=True)
        for name, (side, pattern) in ACTORS.items()
        for found in re.finditer(pattern, text)
    ]
    return code_event(parse_text(text), (span,), actors=actors, stance=stance)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Russian troops have advanced into Lyman.", "advance"),
        ("Rebels captured the village of Tal Ward.", "capture"),
        ("Rebels captured twelve soldiers.", "prisoners"),
        ("Rebels seized rifles and grenades in a warehouse.", "equipment_loss"),
        ("Russian forces control most of the city.", "control"),
        ("Ukrainian forces withdrew from the town.", "withdrawal"),
        ("The town is practically encircled.", "encirclement"),
        ("The main road to the town has been cut.", "supply_line"),
        ("Fighting continues on the outskirts of the town.", "fighting"),
        ("Ukrainian troops repelled three Russian attacks near Lyman.", "attack_repelled"),
        ("Russian warplanes attacked the village.", "air_strike"),
        ("Air defences shot down eleven drones.", "air_defence"),
        ("The rebels agreed to a ceasefire.", "ceasefire"),
        ("A school was damaged by Russian shelling.", "infrastructure_damage"),
        ("The ceasefire was violated by rebels.", "ceasefire"),
        ("There were no rebels in the camp.", "deployment"),
        ("The army neutralised dozens of rebels.", "casualties"),
        ("The army neutralised twelve drones.", "air_defence"),
        ("The general seized power.", "statement"),
        ("The bodies of five men were pulled out of the building.", "casualties"),
        ("Rebels had a command-and-control centre for attacks on Lyman.", "attack"),
        ("There were two rebels killed in the camp.", "casualties"),
        ("No Russian troops remained in the village.", "deployment"),
        ("The town is vulnerable to Russian attacks from two sides.", "encirclement"),
        ("The situation in the town is under control.", "assessment"),
        ("The town is under the control of rebels.", "control"),
        ("Rebels captured the artillery college.", "capture"),
        ("Rebels captured two army camps.", "capture"),
        ("Rebels captured dozens of rifles.", "equipment_loss"),
        ("Police intercepted nine suspected militants.", "prisoners"),
        ("Engineers cleared hundreds of landmines.", "mine"),
        ("Hundreds of Syrian troops moved to the border.", "deployment"),
        ("The rebels fled after they lost the hill.", "withdrawal"),
        ("Residents fled after the rebels lost the hill.", "displacement"),
        ("The village is ours.", "control"),
        ("The army lost two villages.", "capture"),
        ("Our units improved their positions along the river.", "advance"),
        ("The ministry is pulling reserves to the town.", "deployment"),
        ("Three new tank brigades have been formed.", "mobilisation"),
        ("The group took responsibility for the raid.", "accusation"),
        ("The army was using a hospital as cover.", "atrocity"),
        ("No one was hurt.", "casualties"),
        ("The raid left four people dead.", "casualties"),
        ("The village changed hands twice.", "capture"),
        ("The war has driven nine thousand people from their homes.", "displacement"),
        ("Doctors handed over medicine to the hospital.", "humanitarian"),
        ("A council is the supreme body of the republic.", "statement"),
    ],
)
def test_arguments_decide_what_a_cue_means(text: str, event_type: str) -> None:
    assert code(text).type == event_type


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The death toll from the bomb blast has reached 31.", "casualties"),
        ("Shortages of bread have grown since troops advanced on the town.", "humanitarian"),
        ("Civilians were being evacuated to Luhansk, in Russian-held territory.", "displacement"),
        ("Three villages were captured after heavy fighting.", "capture"),
        ("Since rebels attacked the town the price of bread has doubled.", "humanitarian"),
        ("The clinics had run out of water after the road was cut.", "humanitarian"),
        ("The mayor resigned after rebels had shelled the market.", "statement"),
        ("The army attacked the rebels, shelling a camp.", "shelling"),
        ("Attacks were launched in two towns. The attacks were made with grenades.", "explosion"),
        ("The army attacked a town after rebels had used grenades.", "attack"),
    ],
)
def test_the_main_clause_decides_over_what_hangs_on_it(text: str, event_type: str) -> None:
    assert code(text).type == event_type


@pytest.mark.parametrize(
    ("text", "event_type", "cause"),
    [
        ("The rebels shelled the market, killing nine people.", "shelling", None),
        ("An air strike killed nine people.", "casualties", "air_strike"),
        ("A blast that wounded 20 people shook the town.", "explosion", None),
        ("a night ambush that killed nine guards", "casualties", "attack"),
        ("Rebels killed nine soldiers in an attack on the base.", "casualties", "attack"),
        ("Rebels killed nine soldiers near the base.", "casualties", None),
        ("Nine people were killed in an air strike.", "casualties", "air_strike"),
        ("Nine people were killed when a grenade hit their bus.", "casualties", "explosion"),
        ("More than 900 people have died in the fighting.", "casualties", "fighting"),
        ("Nine people were killed on Monday.", "casualties", None),
    ],
)
def test_a_killing_is_a_toll_with_its_cause_and_a_deed_that_also_kills_is_the_deed(
    text: str, event_type: str, cause: str | None
) -> None:
    event = code(text)
    assert (event.type, event.role("cause")) == (event_type, cause)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Rebels fired shells that contained poison gas.", "prohibited_weapon"),
        ("Soldiers entered the village and raped women.", "atrocity"),
    ],
)
def test_a_grave_deed_comes_before_what_led_to_it(text: str, event_type: str) -> None:
    assert code(text).type == event_type


@pytest.mark.parametrize(
    "text", ["The harvest was good this year.", "The minister spoke of his childhood."]
)
def test_what_no_predicate_covers_is_a_statement(text: str) -> None:
    assert code(text) == Event("statement")


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("Russian troops have wounded twelve traders in Beni.", "russia", None),
        ("The town was attacked by Russian troops.", "russia", None),
        ("Russian attacks on Ukrainian positions continued.", "russia", "ukraine"),
        ("Ukrainian troops repelled three Russian attacks near Lyman.", "ukraine", "russia"),
        ("The village was captured by rebels on Monday.", "syria_opposition", None),
        ("Two rebels were killed in a Russian strike.", "russia", "syria_opposition"),
        ("Russian losses amounted to 900 soldiers.", None, "russia"),
        ("Rebels attacked a post, killing nine Russian troops.", "syria_opposition", "russia"),
        ("A Russian air strike killed nine rebels.", "russia", "syria_opposition"),
        ("The rebels launched an attack on the base.", "syria_opposition", None),
        ("The town is under rebel control.", "syria_opposition", None),
        ("Fighting continues on the outskirts of the town.", None, None),
        ("The village was captured on Monday.", None, None),
        ("Russian troops captured a Ukrainian drone.", "russia", "ukraine"),
        ("The village came under fire from Russian artillery.", "russia", None),
        ("Ukrainian positions came under attack from Russian forces.", "russia", "ukraine"),
        ("Civilians died at the hands of the rebels.", "syria_opposition", None),
        ("The post was targeted by Russian warplanes.", "russia", None),
        ("The capture of Lyman by Russian forces was announced.", "russia", None),
        ("Ukrainian forces lost the village to Russian troops.", "russia", "ukraine"),
        ("Russian troops have recaptured the hill from the rebels.", "russia", "syria_opposition"),
        ("Russian forces have not captured Chasiv Yar.", "russia", None),
        ("Russian troops and rebels clashed near the bridge.", "russia", "syria_opposition"),
        ("Fighting between Russian troops and rebels goes on.", "russia", "syria_opposition"),
        ("Germany will send twenty tanks to the Ukrainian army.", None, "ukraine"),
        ("The Ukrainian army received rifles from the rebels.", "syria_opposition", "ukraine"),
        ("Russian troops were withdrawn from the town.", "russia", None),
        (
            "Nine rebels were killed when Russian troops shelled a camp.",
            "russia",
            "syria_opposition",
        ),
        ("Six rebels injured when a mine exploded.", None, "syria_opposition"),
        ("There were deaths among Ukrainian forces.", None, "ukraine"),
    ],
)
def test_voice_and_preposition_say_who_acts_on_whom(
    text: str, initiator: str | None, target: str | None
) -> None:
    event = code(text)
    sides = [actor and actor.side for actor in (event.initiator, event.target)]
    assert sides == [initiator, target]


@pytest.mark.parametrize(
    ("text", "source_side", "initiator", "target"),
    [
        ("The enemy fired 60 rockets at the port.", "ukraine", "russia", None),
        ("The enemy fired 60 rockets at the port. Kyiv denies it.", "russia", "ukraine", None),
        ("The enemy fired 60 rockets at the port.", "independent", "unknown", None),
        ("The enemy fired 60 rockets at the port.", None, "unknown", None),
        ("Our soldiers repelled an attack by the enemy.", "ukraine", "ukraine", "russia"),
        ("We have captured the village.", "ukraine", "ukraine", None),
        ("Its forces have captured the village.", "russia", "russia", None),
        ("Its forces have captured the village.", "independent", "unknown", None),
        ("It had captured the village.", "russia", "russia", None),
        ("Its gunners had shelled the port.", "ukraine", "ukraine", None),
        ("“It hit the village,” the ministry said.", "ukraine", None, None),
        ("The town fell to Russian forces.", None, "russia", None),
        ("Police stopped Russian forces from leaving the town.", None, "russia", None),
        ("The siege was broken on Monday.", "ukraine", None, None),
    ],
)
def test_the_enemy_and_our_forces_depend_on_who_speaks(
    text: str, source_side: str | None, initiator: str | None, target: str | None
) -> None:
    span, actors = (0, text.index(".") + 1), scan_actors(text)
    event = code_event(parse_text(text), (span,), actors=actors, source_side=source_side)
    sides = [actor and actor.side for actor in (event.initiator, event.target)]
    assert sides == [initiator, target]


def test_an_actor_keeps_its_canonical_name() -> None:
    event = code("Russian troops have advanced into Lyman.")
    assert event.initiator is not None
    assert event.initiator.name == "Russian Armed Forces"


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Russian forces made marginal gains near Lyman.", "degree", "marginal"),
        ("Russian troops have advanced into Lyman.", "inside", True),
        ("Russian forces made marginal gains near Lyman.", "inside", False),
        ("Russian forces failed to breach the defences of the town.", "success", False),
        ("Russian forces failed to breach the defences of the town.", "negated", True),
        ("Russian forces have breached the defences of the town.", "success", True),
        ("Russian troops were unable to break through the line.", "success", False),
        ("Russian forces are trying to break through the line.", "success", None),
        ("Russian forces control most of the city.", "extent", "most"),
        ("Russian forces partially control the city.", "extent", "part"),
        ("The town is practically encircled.", "degree", "semi"),
        ("The road to the town remains open.", "state", "open"),
        ("The main road to the town has been cut.", "state", "cut"),
        ("The ceasefire was violated by rebels.", "status", "violated"),
        ("Ukrainian forces did not capture the village.", "negated", True),
        ("Soldiers killed six gunmen in the village.", "cause", None),
        ("Six gunmen were killed in an air strike.", "cause", "air_strike"),
        ("Russian forces have taken the plant in the town.", "object", "plant"),
        ("The airport of Goma is under the control of the army.", "object", "airport"),
        ("Russian troops captured the village of Terny near the station.", "object", None),
        ("Not a single soldier has left the town.", "negated", True),
        ("The rebels have captured no villages in the district.", "negated", True),
        ("None of our brigades has withdrawn from the bank.", "negated", True),
        ("No fewer than ten soldiers were killed near Lyman.", "negated", None),
        ("Three nurses were killed in the shelling.", "category", "medics"),
        ("There were no civilian casualties in the town.", "category", "civilians"),
        ("Three were killed in a strike on residents.", "category", None),
        ("There is no talk of them holding any part of the town.", "negated", True),
        ("The sides had yet to agree on terms.", "negated", True),
        ("Russian troops are yet to reach the border.", "negated", True),
        ("Yet Russian troops captured the village.", "negated", None),
        ("The army is far from taking the town.", "negated", True),
        ("Police prevented the rebels from leaving the town.", "negated", True),
        ("A school was damaged by Russian shelling.", "object_hit", "civilian"),
        ("Ukrainian troops repelled three Russian attacks near Lyman.", "outcome", "repelled"),
        ("The death toll from the bomb blast has reached 31.", "cumulative", True),
        ("Russian forces have destroyed 90 tanks since October.", "cumulative", True),
        ("Part of the city is under Russian control.", "extent", "part"),
        ("The 72nd Mechanised Brigade repelled an attack.", "unit", "72nd Mechanised Brigade"),
        ("Two brigades repelled an attack.", "unit", None),
        ("The shelling of the hills by Russian forces went on.", "object_hit", None),
        ("Russian warplanes attacked what they called a rebel base.", "object_hit", "military"),
        ("The town is surrounded on three sides.", "degree", "semi"),
        ("The town is surrounded on all sides.", "degree", "full"),
        ("The town is exposed to Russian attacks from three directions.", "degree", "semi"),
        ("The garrison is under growing pressure.", "valence", "negative"),
        ("The situation in the town is difficult but under control.", "valence", "positive"),
        ("There were no rebels in the camp.", "negated", True),
        ("It is too early to talk about an encirclement of the town.", "negated", True),
        ("The troops arrived too late to surround the town.", "negated", None),
        ("There was not a single fighter in the camp.", "negated", True),
        ("There were dozens of rebels in the camp.", "negated", None),
        ("No civilians were killed in the shelling.", "negated", True),
        ("None of the shells hit the town.", "negated", True),
        ("Rebels almost took Goma.", "negated", True),
        ("The abbot was nearly killed in the raid.", "negated", True),
        ("The army almost surrounded the city.", "degree", "semi"),
        ("Rebels control almost all of the town.", "extent", "most"),
    ],
)
def test_a_role_is_set_where_words_give_it(text: str, role: str, value: object) -> None:
    assert code(text).role(role) == value


def test_a_role_no_word_gives_is_absent() -> None:
    assert code("Rebels captured the village of Tal Ward.").roles == ()


def test_an_aim_wraps_what_is_aimed_at_and_asserts_nothing() -> None:
    event = code("The aim of taking the ridge is to destroy the Ukrainian army.")
    assert event.type == "intent"
    assert event.role("wrapped") == "casualties"


@pytest.mark.parametrize(
    ("text", "event_type", "wrapped"),
    [
        ("The two sides agreed to withdraw their troops.", "negotiation", "withdrawal"),
        ("The two sides agreed to a ceasefire.", "ceasefire", None),
        ("The mayor ordered residents to leave the town.", "intent", "displacement"),
        ("The army decided to withdraw from the ridge.", "intent", "withdrawal"),
        ("The UN called on the rebels to withdraw.", "appeal", "withdrawal"),
        ("The rebels were accused of shelling a hospital.", "accusation", "shelling"),
        ("The rebels offered to release the hostages.", "negotiation", "prisoner_exchange"),
        ("The rebels rejected a demand to withdraw.", "negotiation", "withdrawal"),
        ("The rebels rejected a ceasefire.", "ceasefire", None),
        ("Residents were bracing for a siege.", "assessment", "encirclement"),
        ("There is a risk of an attack on the plant.", "assessment", "attack"),
    ],
)
def test_what_is_agreed_ordered_or_demanded_has_not_happened(
    text: str, event_type: str, wrapped: str | None
) -> None:
    event = code(text)
    assert (event.type, event.role("wrapped")) == (event_type, wrapped)


@pytest.mark.parametrize(
    ("text", "initiator", "accuser"),
    [
        ("Ukraine accused Russia of shelling a hospital.", "russia", "Ukraine"),
        ("Russia was accused of shelling a hospital.", "russia", None),
        ("Hezbollah claimed responsibility for the attack.", "hezbollah", None),
        ("Russia denied responsibility for the shelling.", "russia", None),
        ("Ukraine condemned the shelling.", None, "Ukraine"),
    ],
)
def test_an_accusation_is_of_the_accused(
    text: str, initiator: str | None, accuser: str | None
) -> None:
    event = code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text))
    assert event.type == "accusation"
    assert event.role("accuser") == accuser
    assert (event.initiator and event.initiator.side) == initiator


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked what it called Hamas positions.",
        "The army attacked what it described as senior Hamas fighters.",
        "The army attacked what officials said was a Hamas base.",
    ],
)
def test_what_is_attacked_is_what_it_is_said_to_be(text: str) -> None:
    event = code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text))
    assert event.target is not None
    assert event.target.side == "hamas"


def test_a_threat_is_an_intent_and_a_past_tense_is_not() -> None:
    text = "Ukrainian troops will attack the rebels near Lyman."
    assert code(text, stance="predicts").type == "intent"
    assert code(text, stance="predicts").role("wrapped") == "attack"
    assert code("Ukrainian troops attacked the rebels.", stance="asserts").type == "attack"


def test_an_attempt_to_capture_is_an_attack() -> None:
    assert code("The army has been trying to seize the village for a year.").type == "attack"


def test_only_the_words_of_the_claim_count() -> None:
    text = "Rebels shelled the market, residents said, and they fled to the hills."
    assert code(text, part="they fled to the hills").type == "displacement"
    assert code(text, part="Rebels shelled the market").type == "shelling"


def test_who_held_a_place_until_lately_does_not_advance_there() -> None:
    event = code("Fighting goes on in streets that were held by the rebels until recently.")
    assert (event.type, event.initiator) == ("advance", None)
