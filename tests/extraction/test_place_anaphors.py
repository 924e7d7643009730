"""What "the city", "the village" and "there" mean, and where the text leaves it open."""

from __future__ import annotations

import pytest

from counterclaim.extraction.places import find_toponyms, places_in


def again(text: str) -> dict[str, str]:
    """The words that take up a place, with what they mean."""
    found = (t for t in find_toponyms(text) if t.anaphor)
    return {t.text: t.entry.name if t.entry else t.name for t in found}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Bombs fell on Izium. The city burned.", {"The city": "Izium"}),
        # A distance, a direction, a dateline and whereabouts lead to no other town.
        (
            "Bombs fell on Izium and on a farm 20 km north of Chuhuiv. Two died in the town.",
            {"the town": "Izium"},
        ),
        ("SUMY, Ukraine (Wire) - Izium was hit. The city burned.", {"The city": "Izium"}),
        (
            "Izium was hit. Officials speaking in Poltava said the city was dark.",
            {},
        ),
        # The town of an official is meant when no other is named; the region of a governor.
        ("The mayor of Izium said the city had no water.", {"the city": "Izium"}),
        (
            "Kharkiv's prosecutors said 12 people had died in the region.",
            {"the region": "Kharkiv Oblast"},
        ),
        ("The Kharkiv governor said that a man died in the city.", {}),
        # Size speaks: no village has 45,000 inhabitants.
        ("Shells hit Izium. The village burned.", {}),
        # Of two, the one that the text calls so.
        (
            "Troops left the town of Izium for Lyman. In the town, shops opened.",
            {"the town": "Izium"},
        ),
    ],
)
def test_the_nearest_fitting_place_is_taken_up(text: str, meant: dict[str, str]) -> None:
    assert again(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Fighting went on in Izium and Lyman. The town burned.",
        "Shells fell on Izium and fighters held Nyakarenda. Two died in the town.",
        "Rebels took Nyala on Monday. An official of Khartoum state said the city was calm.",
        "Izium, Lyman and Izium again.\n\nLater, Lyman was hit. Kupiansk too.\n\nThe city burned.",
    ],
)
def test_between_two_places_nothing_is_chosen(text: str) -> None:
    assert again(text) == {}


def test_what_was_left_open_stays_open() -> None:
    assert again("Izium and Lyman burned. In the town two died. A man was hurt there.") == {}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Shells hit Izium. Two people died there.", {"there": "Izium"}),
        ("Shells hit Izium. He said there was no water.", {}),
        ("Shells hit Izium and Lyman. Two people died there.", {}),
        ("Shells hit Izium, in Kharkiv region. Two people died there.", {"there": "Izium"}),
        ("Shells hit Izium.\n\nTwo people died there.", {}),
    ],
)
def test_there_is_the_one_place_just_named(text: str, meant: dict[str, str]) -> None:
    assert again(text) == meant


def test_a_village_that_no_gazetteer_knows_has_a_name_and_nothing_else() -> None:
    text = "Shells hit the village of Nyakarenda, west of Izium. The village burned."
    place, town, same = (*places_in(((0, 52),), find_toponyms(text)), again(text)["The village"])
    assert (place.name, place.id, place.lat, place.country) == ("Nyakarenda", None, None, None)
    assert (town.name, town.relation, same) == ("Izium", "west of", "Nyakarenda")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Eight soldiers died in Lyman, among them a captain from Izium.", ["Lyman"]),
        ("A depot burned in Russia's Tver region.", ["Tver Oblast"]),
        ("BEIRUT: A drone struck a car in Tyre.", ["Tyre"]),
        ("The bakery on the road to Sidon was hit.", ["Sidon"]),
    ],
)
def test_where_people_come_from_and_where_reports_are_filed(text: str, names: list[str]) -> None:
    assert [p.name for p in places_in(((0, len(text)),), find_toponyms(text))] == names


def test_a_road_to_a_town_is_not_the_town() -> None:
    found = find_toponyms("The bakery on the road to Sidon was hit.")
    assert [t.relation for t in found] == ["road to"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two men died in Lyman, among them an Odesa native.", ["Lyman"]),
        ("Monitors based in Tripoli heard shots in Misrata.", ["Misratah"]),
        ("The Minsk agreements failed, and Mariupol fell.", ["Mariupol"]),
        ("The Moscow Exchange closed after a drone hit Ryazan.", ["Ryazan’"]),
        ("The Damascus government sent tanks to Suwayda.", ["Suwayda"]),
        ("Aid reached Rafah from Cairo.", ["Rafah"]),
        ("Troops were pulled out from Robotyne.", ["Robotyne"]),
        ("Missiles fired from Kursk hit Odesa.", ["Odesa"]),
        ("Missiles were fired from Kursk.", ["Kursk"]),
        ("Some 30 km from Donetsk, shells hit Selydove.", ["Selydove"]),
        ("Shells hit Madaya, a town near Damascus.", ["Madaya"]),
    ],
)
def test_homes_origins_treaties_and_distances_are_no_places_of_events(
    text: str, names: list[str]
) -> None:
    assert [p.name for p in places_in(((0, len(text)),), find_toponyms(text))] == names


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Bakhmut was shelled. The eastern Ukrainian city is in ruins.",
         "The eastern Ukrainian city", "Bakhmut"),
        ("Drones hit Crimea. Explosions shook the Russian-occupied peninsula.",
         "the Russian-occupied peninsula", "Crimea"),
        ("Rebels took El Fasher. The Darfur city had been besieged.", "The Darfur city",
         "El Fasher"),
        ("Rebels took El Fasher. Many fled the North Darfur capital.", "the North Darfur capital",
         "El Fasher"),
        ("A missile hit Odesa. The Black Sea port city lost power.", "The Black Sea port city",
         "Odesa"),
        ("Shells hit Belgorod and Kharkiv. The Ukrainian city lost power.", "The Ukrainian city",
         "Kharkiv"),
        ("Shells hit Kharkiv. The Syrian town was quiet.", "The Syrian town", None),
        ("Shells hit Mariupol. The Russian army city map lay there.", "The Russian army city",
         None),
    ],
)  # fmt: skip
def test_names_in_a_description_tell_where_the_place_lies(
    text: str, phrase: str, name: str | None
) -> None:
    found = {t.text: t.entry.name for t in find_toponyms(text) if t.anaphor and t.entry}
    assert found.get(phrase) == name


def test_names_in_a_description_are_no_places_of_events_themselves() -> None:
    text = "Rebels took El Fasher. Shells hit the Darfur city."
    assert [t.text for t in find_toponyms(text) if t.event_place] == [
        "El Fasher",
        "the Darfur city",
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The army left Izium after rebels had entered Lyman. The town burned.", "Lyman"),
        ("The army left Izium and Lyman. The town burned.", None),
        ("The army left the towns of Izium, Lyman and Kupiansk. The town burned.", None),
        ("Shells hit Lyman, told AFP.\nA man of the town died.", "Lyman"),
    ],
)
def test_the_place_named_last_by_itself_is_taken_up(text: str, meant: str | None) -> None:
    assert again(text).get("The town", again(text).get("the town")) == meant
