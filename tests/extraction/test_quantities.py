"""Quantities: what is counted, and the interval that the words allow."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from counterclaim.extraction.quantities import find_quantities, tree_quantities
from counterclaim.extraction.times import find_times
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out
from counterclaim.resources import data_path, schema_path


def counted(text, spans=None):
    return [(q.what, q.low, q.high) for q in find_quantities(text, spans)]


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("At least 19 people were killed.", "killed", 19, None),
        ("Drones were shot down over nine regions.", "regions", 9, 9),
        ("They held over nine regions.", "regions", 9, None),
        ("Power was cut off for 300 consumers.", "consumers", 300, 300),
        ("He lost two fingers.", "limbs", 2, 2),
        ("The brigade repelled nine counter-attacks.", "attacks", 9, 9),
        ("The raid killed five people.", "killed", 5, 5),
        ("Shells left 34 injured.", "wounded", 34, 34),
        ("The strike wounded over 15.", "wounded", 15, None),
        ("They had taken over seven villages.", "settlements", 7, 7),
        ("Nearly 30 gunmen were killed.", "killed", 25, 30),
        ("About 40 soldiers died.", "killed", 40, 40),
        ("Up to 200 soldiers were captured.", "captured", None, 200),
        ("As many as 60 villagers are missing.", "missing", None, 60),
        ("Between 12 and 15 rebels were killed.", "killed", 12, 15),
        ("12 to 15 rebels were killed.", "killed", 12, 15),
        ("Dozens of people were hurt.", "wounded", 24, 99),
        ("They counted the wounding of 30 monks.", "wounded", 30, 30),
        ("They told of the detention of six clerks.", "captured", 6, 6),
        ("Scores were injured.", "wounded", 40, 99),
        ("Hundreds of families fled.", "displaced", 200, 999),
        ("Several villages burned.", "settlements", 3, 9),
        ("Several million refugees wait.", "refugees", 3_000_000, 9_000_000),
        ("A few hundred thousand pupils stayed away.", "children", 200_000, 500_000),
        ("Two Syrians and a dog slept in the mill.", "syrians", 2, 2),
        ("The ward holds 61 patients.", "patients", 61, 61),
        ("Tens of thousands of people have fled.", "displaced", 20000, 99999),
        ("Several hundred people were evacuated.", "evacuated", 300, 900),
        ("Some 12 million have fled their homes.", "displaced", 12_000_000, 12_000_000),
        ("98 of 112 dead were evacuees.", "killed", 98, 98),
        ("The death toll in the port reached at least 112.", "killed", 112, None),
        ("The number of enemy losses reached 473 400.", "killed_or_wounded", 473400, 473400),
        ("It had a population of 70,000.", "population", 70000, 70000),
        ("Two-thirds of the block is gone.", "share", 0.66, 0.67),
        ("They hold 60 percent of the city.", "share", 0.6, 0.6),
        ("More than 90,000 residents remain besieged in the valley.", "besieged", 90000, None),
        ("They shot down 24 of 30 drones.", "drones", 24, 24),
        ("Three T-72 tanks burned.", "tanks", 3, 3),
        ("Ten missiles were fired.", "missiles", 10, 10),
        ("Four separate explosions were heard.", "explosions", 4, 4),
        ("A dozen houses were damaged.", "houses", 12, 12),
    ],
)
def test_a_count_is_an_interval_of_something(text, what, low, high):
    assert counted(text) == [(what, low, high)]


@pytest.mark.parametrize(
    ("text", "what", "unit", "number"),
    [
        ("They moved 5 km west.", "distance", "km", 5),
        ("They moved about 80km (50 miles) west.", "distance", "km", 80),
        ("They came within 500 metres of it.", "distance", "m", 500),
        ("They took 41 sq km.", "area", "km2", 41),
        ("They took 120 square kilometres.", "area", "km2", 120),
    ],
)
def test_measures_have_a_unit_and_drop_the_conversion(text, what, unit, number):
    (q,) = find_quantities(text)
    assert (q.what, q.unit, q.low, q.high) == (what, unit, number, number)


def test_two_tolls_of_one_sentence_keep_apart():
    text = "The strike killed five people and injured 12 others."
    assert counted(text) == [("killed", 5, 5), ("wounded", 12, 12)]
    text = "Two soldiers and three civilians were killed; six were wounded."
    assert counted(text) == [("killed", 2, 2), ("killed", 3, 3), ("wounded", 6, 6)]


def test_a_part_of_a_toll_is_not_another_toll():
    text = "At least 46 people, including six children, were killed."
    assert counted(text) == [("killed", 46, None), ("children", 6, 6)]


@pytest.mark.parametrize(
    "text",
    [
        "A nine-storey building burned.",
        "A 34-year-old woman was killed.",
        "Her sons, aged 12 and 14, were killed.",
        "One in five was hurt.",
        "155mm shells came.",
    ],
)
def test_numbers_inside_descriptions_count_nothing(text):
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 the town fell.",
        "On 24 February 2022 at 5:30 it began.",
        "The driver, 51, and a woman aged 34 spoke.",
        "The 93rd Brigade held.",
        "Brigade 93 soldiers held.",
        "An Su-27 and an F-16 flew over Kyiv-34.",
        "UN Resolution 1701 stands.",
        "It was one of the first villages to burn.",
        "No one knows, one soldier said.",
        "He waited 25 minutes.",
        "The third village burned.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text):
    assert find_quantities(text) == ()


def test_only_the_spans_are_read_and_the_words_slice():
    text = "Five tanks burned, he said; but seven drones came back."
    (q,) = find_quantities(text, ((28, len(text)),))
    assert (q.what, q.low, text[q.span[0] : q.span[1]], q.mention) == (
        "drones",
        7,
        "seven drones",
        "seven drones",
    )


def test_vague_and_rounded_numbers_are_marked():
    both = find_quantities("About 40 tanks and 3 bridges.")
    assert [q.approximate for q in both] == [True, False]
    assert find_quantities("Dozens of tanks.")[0].approximate


@pytest.mark.parametrize("name", ["nouns", "outcomes", "fates", "units", "vague"])
def test_the_word_lists_keep_their_schema(name):
    schema = json.loads(schema_path(f"quantities-{name}.schema.json").read_text("utf-8"))
    data = yaml.safe_load(data_path("quantities", f"{name}.yaml").read_text("utf-8"))
    Draft202012Validator(schema).validate(data)


def said(text, published="2023-01-25"):
    """The quantities of a text with its times and actors."""
    from counterclaim.extraction.entities.parties import find_parties
    from counterclaim.extraction.times import find_times
    from counterclaim.language.parser import parse_text

    _, actors = find_parties(text, published, [], parse_text(text))
    return find_quantities(text, None, find_times(text, published), actors)


def test_the_tally_of_an_army_gives_each_figure_once_under_its_name():
    text = "Losses of the enemy: personnel – about 121,480 (+720), tanks ‒ 3152 (+1), MLRS – 447."
    assert [(q.what, q.counted, q.fate, q.best, q.cumulative) for q in said(text)] == [
        ("killed_or_wounded", "soldiers", None, 121480, True),
        ("killed_or_wounded", "soldiers", None, 720, False),
        ("tanks", None, "lost", 3152, True),
        ("tanks", None, "lost", 1, False),
        ("rocket_launchers", None, "lost", 447, True),
    ]
    text = "In total, 381 airplanes, 206 helicopters and 3,051 UAVs have been destroyed."
    assert [(q.what, q.fate, q.best, q.cumulative) for q in said(text)] == [
        ("aircraft", "destroyed", 381, True),
        ("helicopters", "destroyed", 206, True),
        ("drones", "destroyed", 3051, True),
    ]
    assert counted("Aircraft: 349 units.") == [("aircraft", 349, 349)]
    assert counted("The tanks: 14 soldiers saw them.") == [("soldiers", 14, 14)]


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Air defences shot down 12 drones.", "shot_down"),
        ("Twelve drones were intercepted.", "shot_down"),
        ("The fleet launched 12 missiles.", "launched"),
        ("Gunners destroyed two guns and 12 tanks.", "destroyed"),
        ("Of the 30 drones, 12 were shot down.", "shot_down"),
        ("Ten men were killed, among them 12 children.", "killed"),
        ("They saw 12 tanks.", None),
    ],
)
def test_things_have_a_fate(text, fate):
    last = find_quantities(text)[-1]
    assert (last.best, last.fate) == (12, fate)


@pytest.mark.parametrize(
    ("text", "side", "window", "cumulative"),
    [
        (
            "Over the past 24 hours, 12 Russian soldiers were killed.",
            "russia",
            "2023-01-24/2023-01-25",
            False,
        ),
        ("Ukraine has lost 12 tanks since February 2022.", "ukraine", "2022-02/..", True),
        ("Every day 12 men are killed.", None, "P1D", None),
        ("A further 12 men were killed.", None, None, False),
        ("The death toll has risen to 12.", None, None, True),
        ("On Monday 12 men were killed.", None, None, None),
        ("Air defences shot down 12 Iranian drones.", None, None, None),
    ],
)
def test_scope_is_what_the_words_say(text, side, window, cumulative):
    (found,) = said(text)
    assert (found.side, found.window, found.cumulative) == (side, window, cumulative)


def test_the_kind_of_people_is_kept_beside_their_fate():
    (found,) = find_quantities("Shelling killed 12 civilians.")
    assert (found.what, found.counted) == ("killed", "civilians")
    assert find_quantities("They saw 12 civilians.")[0].counted is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("About 30k people left.", 30_000), ("1.2m people left.", 1_200_000), ("Forty-two men.", 42)],
)
def test_short_and_hyphened_numbers(text, number):
    assert find_quantities(text)[0].best == number


def test_the_number_of_a_day_counts_no_attacks():
    text = "They answered the October 7 attacks with 12 raids."
    found = find_quantities(text, times=find_times(text, "2024-01-25"))
    assert [(q.what, q.low) for q in found] == [("strikes", 12)]


def told(text):
    parse = parse_text(text, lay_out(text).units())
    found = find_quantities(text, further=tree_quantities(parse))
    return [(q.what, q.low, q.high) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one thing that was lost, with an article or in a headline; not the one known already
        ("Gunners downed a Turkish drone near Gao.", [("drones", 1, 1)]),
        ("Drone shot down near Gao.", [("drones", 1, 1)]),
        ("A helicopter that was shot down near Gao burned.", [("helicopters", 1, 1)]),
        ("Gunners downed the drone near Gao.", []),
        ("Gunners failed to down a drone.", []),
        ("A drone destroyed the bridge.", []),
        # who was killed side by side is so many together
        ("A woman and her two sons died.", [("women", 1, 1), ("killed", 3, 3), ("people", 2, 2)]),
        # nought, where somebody says so
        ("There were no injuries among the staff.", [("wounded", 0, 0)]),
        ("No casualties were reported.", [("killed_or_wounded", 0, 0)]),
        ("Nobody was killed in the raid.", [("killed", 0, 0)]),
        ("There were no reports of injuries.", []),
        # how often
        ("The enemy tried to advance 15 times.", [("times", 15, 15)]),
        ("They have three times as many guns.", []),
        # each word its own people
        ("The blast left one dead and four injured.", [("killed", 1, 1), ("wounded", 4, 4)]),
        ("A pair of drones hit the depot.", [("drones", 2, 2)]),
        ("The army lost one of its tanks.", [("tanks", 1, 1)]),
        ("One of the villages burned.", [("settlements", 1, 1)]),
        ("It was one of the largest attacks.", []),
        ("Rebels had overrun several posts.", [("post", 3, 9)]),
        ("No attacks were recorded.", [("attacks", 0, 0)]),
        ("The raid killed a large number of people.", []),
        ("It answers the death of a 50-year-old in a raid on Friday.", []),
        (
            "The ministry said two boys and a woman were killed.",
            [("children", 2, 2), ("killed", 3, 3), ("women", 1, 1)],
        ),
    ],
)  # fmt: skip
def test_numbers_that_the_tree_tells(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("Rescuers reached 40 people. Six were taken out alive.", "people", 6, 6),
        ("They sent 90 drones. Over 60 of these were jammed.", "drones", 60, None),
        ("Three of the lorries made it to Gao.", "vehicles", 3, 3),
        ("The ministry put the number of rebels killed at “more than 50”.", "killed", 50, None),
        ("The death toll rose. Villagers put it at about 40.", "killed", 40, 40),
    ],
)
def test_a_number_alone_counts_what_was_named(text, what, low, high):
    found = find_quantities(text, further=tree_quantities(parse_text(text)))
    assert (what, low, high) in [(q.what, q.low, q.high) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        "Drones struck Yei. Some 350 had to leave their homes.",
        "The mayor was 40. One in five had fled.",
        "Residents put it at risk. The hospital gives a figure of 210 for the town.",
    ],
)
def test_a_number_alone_that_may_count_several_things_counts_none(text):
    found = find_quantities(text, further=tree_quantities(parse_text(text)))
    assert [q.what for q in found] == []
