"""Who stands against whom, on which day; whose words an adjective names."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.country_terms import country_terms
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import allied, load_sides, opposed, side_name

SIDES = load_sides()


def test_opposition_is_dated_and_symmetric() -> None:
    assert opposed("russia", "ukraine", "2023-01-25")
    assert opposed("ukraine", "russia", "2023-01-25")
    assert not opposed("russia", "ukraine", "2013-01-25")
    assert opposed("russia", "ukraine")
    assert not opposed("ukraine", "independent", "2023-01-25")
    assert not opposed("russia", "russia")


def test_alliances_end() -> None:
    assert allied("syria_government", "russia", "2017-04-16")
    assert not allied("syria_government", "russia", "2025-04-16")
    assert not allied("russia", "ukraine")


def test_sides_have_names_for_readers() -> None:
    assert (side_name("russia"), side_name("sudan_army")) == ("Russia", "Sudanese army")
    assert side_name("somebody") == "somebody"


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("Russian", "russia"),
        ("Ukrainian", "ukraine"),
        ("British", "independent"),
        ("Israeli", "israel"),
        ("Kyiv", "ukraine"),
        ("Libyan", "unknown"),
        ("muddy", None),
    ],
)
def test_adjectives_name_sides(word: str, side: str | None) -> None:
    assert SIDES.of_word(word) == side


def test_third_parties_depend_on_the_conflict() -> None:
    assert SIDES.of_country("TR", "syria") == "turkey"
    assert SIDES.of_country("TR", "ukraine") == "independent"
    assert SIDES.of_country("US") == "independent"
    assert SIDES.of_country("US", "israel-iran") == "united_states"
    assert SIDES.view("israel", "ukraine") == "independent"
    assert SIDES.view("hezbollah", "ukraine") == "hezbollah"  # an armed group is no third party
    assert SIDES.view("unknown", "ukraine") == "unknown"


def test_the_conflict_of_an_article_is_the_one_whose_parties_it_names() -> None:
    assert SIDES.guess_conflict({"russia": 9, "ukraine": 7, "turkey": 1}) == "ukraine"
    assert (
        SIDES.guess_conflict({"syria_government": 5, "syria_opposition": 4, "russia": 2}) == "syria"
    )
    assert SIDES.guess_conflict({"russia": 3}) is None
    assert SIDES.guess_conflict({"rsf": 3, "independent": 8}) == "sudan"
    assert SIDES.guess_conflict({"rsf": 3, "ulfa": 3}) is None
    assert SIDES.guess_conflict({}) is None
    tied = {"jnim": 5, "mali": 3, "burkina_faso": 3}
    assert SIDES.guess_conflict(tied, "2025-06-03") is None
    assert SIDES.guess_conflict(tied, "2025-06-03", {"ML": 3, "BF": 1}) == "mali"


def test_countries_are_found_longest_first() -> None:
    assert country_terms(("north", "korean", "and", "russian", "troops")) == [
        (0, 2, "KP"),
        (3, 4, "RU"),
    ]


def test_every_side_of_a_relation_and_a_conflict_is_known() -> None:
    named = {side for c in SIDES.conflicts.values() for side in (*c.parties, *c.countries.values())}
    assert named <= set(SIDES.names)


def test_a_country_is_named_by_as_many_words_as_fit_from_one_on() -> None:
    keys = ("the", "north", "korean", "troops")
    assert [load_sides().term_at(keys, i) for i in range(5)] == [None, ("KP", 2), None, None, None]


def test_of_the_wars_with_one_group_the_one_at_home_is_meant() -> None:
    votes = {"jnim": 4, "niger": 1, "burkina_faso": 2}

    assert SIDES.guess_conflict(votes, "2024-08-25") == "burkina-faso"
    assert SIDES.view("mali", "burkina-faso") == "mali"
    assert SIDES.war_inside("ML", "2024-08-25") == "mali"
    assert SIDES.war_inside("IL", "2024-08-25") is None


@pytest.mark.parametrize(
    ("name", "on", "conflict", "side"),
    [
        ("US Central Command", "2024-06-14", "red-sea", "united_states"),
        ("US Central Command", "2024-06-14", "sudan", "independent"),
        ("the internationally recognized government", "2024-06-14", "red-sea", "yemen_government"),
        ("the internationally recognized government", "2024-06-14", "ukraine", "unknown"),
        ("the armed wing of Hamas", "2024-06-14", "israel-palestine", "hamas"),
        ("the Syrian American Medical Society", "2016-09-29", "syria", "independent"),
        ("the Syrian Doctors Association", "2016-09-29", "syria", "unknown"),
        ("state television", "2025-06-17", "israel-iran", "unknown"),
        ("Getachew Reda", "2021-07-02", "ethiopia-tigray", "tplf"),
        ("Getachew Reda", "2024-07-02", None, "unknown"),
        ("Al-Shabab fighters", "2023-05-28", "somalia", "al_shabaab"),
        ("the Kenyan army", "2023-05-28", "somalia", "kenya"),
        ("the Kenyan president", "2023-05-28", "sudan", "independent"),
        ("a Western diplomat in Nairobi", "2023-05-28", "somalia", "unknown"),
        ("a diplomat in Tehran", "2025-06-17", "israel-iran", "unknown"),
        ("an Iranian diplomat in Geneva", "2025-06-17", "israel-iran", "iran"),
        ("officials in Tehran", "2025-06-17", "israel-iran", "iran"),
    ],
)
def test_bodies_of_the_middle_east_and_africa_on_their_day(
    name: str, on: str, conflict: str | None, side: str
) -> None:
    assert classify_mention(load_registry(), name, on, conflict).side == side


def test_officials_of_towns_that_nobody_else_claims_have_the_side_of_the_state() -> None:
    assert SIDES.of_place("IL", "04", "israel-lebanon") == "israel"
    assert SIDES.of_place("LB", "06", "israel-lebanon") == "lebanon"
    assert SIDES.of_place("CD", "11", "dr-congo") == "unknown"
    assert SIDES.of_place("CD", "17", "dr-congo") == "dr_congo"
