"""Names of several places: what decides between them, and what is left open or is no place."""

from __future__ import annotations

import pytest

from counterclaim.extraction.places import find_toponyms


def places(text: str) -> list[tuple[str, str | None]]:
    return [(t.text, t.entry.admin1) for t in find_toponyms(text) if t.entry]


@pytest.mark.parametrize(
    "text",
    [
        "The Odesa Battalion lost two vehicles.",
        "Fighters of the Azov Brigade spoke to reporters.",
        "Divers reached the Kursk submarine.",
        "The Al-Quds Brigades claimed the rocket.",
    ],
)
def test_units_and_ships_are_no_places(text: str) -> None:
    assert places(text) == []


def test_a_brigade_of_a_city_leaves_the_city_a_place() -> None:
    assert places("Kharkiv's brigades left at night.") == [("Kharkiv", "Kharkiv")]


def test_a_village_is_in_the_region_that_is_named_after_it() -> None:
    text = "The troops held Makiivka in Luhansk region."
    assert places(text)[0] == ("Makiivka", "Luhansk")


def test_a_village_beside_another_place_of_the_text_is_meant() -> None:
    text = (
        "Russian forces advanced from Kurakhove to Marinka in the Donetsk region and entered"
        " Voznesenka."
        " The governor of the Zaporizhzhia region in Ukraine said nothing."
    )
    assert ("Voznesenka", "Donetsk") in places(text)


def test_an_office_behind_a_comma_leaves_a_place_the_place_of_an_event() -> None:
    found = find_toponyms("A drone hit a house in Kropyvnytskyi, regional governor Ivan Duda said.")
    assert [(t.text, t.event_place) for t in found] == [("Kropyvnytskyi", True)]


def test_a_town_of_a_country_that_the_text_says_nothing_of_is_not_believed() -> None:
    text = "Guwahati police in Assam, India, found the device in a tiffin box. Tiffin was emptied."
    assert "Tiffin" not in [name for name, _ in places(text)]
    assert places("A bridge closed in Tiffin.") == [("Tiffin", "Ohio")]


def test_a_region_of_the_world_needs_its_country() -> None:
    assert places("She met Basilicata in the corridor.") == []
    assert ("Lombardy", "Lombardy") in places("Trains from Milan to Lombardy's north, in Italy.")
