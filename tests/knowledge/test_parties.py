"""The parties of the world: states by pattern, armed groups, who fights whom, in which war."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.registry_tables import own_side, values
from counterclaim.knowledge.sides import load_sides
from counterclaim.records.model import ArticleInfo

SIDES = load_sides()


@pytest.mark.parametrize(
    ("a", "b", "on"),
    [
        ("thailand", "cambodia", "2025-07-24"),
        ("myanmar_military", "arakan_army", "2024-02-14"),
        ("nigeria", "boko_haram", "2016-05-01"),
        ("boko_haram", "iswap", "2021-06-01"),
        ("haiti", "viv_ansanm", "2024-03-01"),
        ("cjng", "sinaloa_cartel", "2020-01-01"),
        ("south_sudan", "splm_io", "2016-07-10"),
        ("afghan_government", "taliban", "2019-01-01"),
        ("taliban", "iskp", "2022-01-01"),
    ],
)
def test_who_stands_against_whom(a: str, b: str, on: str) -> None:
    assert SIDES.opposed(a, b, on)


def test_fronts_are_dated() -> None:
    assert not SIDES.opposed("afghan_government", "taliban", "2023-01-01")
    assert SIDES.allied("boko_haram", "iswap") is False
    assert SIDES.allied("mozambique", "rwanda", "2022-01-01")


def test_the_words_of_a_table() -> None:
    assert values("AA; ULA") == ("AA", "ULA")
    assert own_side({"name": "Chad", "side": "independent", "party": ""}) == "chad"


@pytest.mark.parametrize(
    ("votes", "on", "countries", "war"),
    [
        ({"thailand": 5, "cambodia": 3}, "2025-07-25", {}, "thailand-cambodia"),
        ({"thailand": 5, "brn": 2}, "2025-01-25", {}, "thai-south"),
        ({"taliban": 5, "pakistan": 4}, "2025-10-12", {}, "afghanistan-pakistan"),
        ({"myanmar_military": 2}, "2024-02-01", {"MM": 4}, "myanmar"),
        ({"syria_government": 3, "syria_opposition": 4}, "2016-01-01", {}, "syria"),
    ],
)
def test_the_war_of_an_article(
    votes: dict[str, int], on: str, countries: dict[str, int], war: str
) -> None:
    assert SIDES.guess_conflict(votes, on, countries) == war


def test_a_war_that_no_file_knows_has_its_states_as_parties() -> None:
    assert SIDES.war_of_states({"PT", "ES"}) == "ES+PT"
    assert SIDES.war_of_states({"PT", "ES", "FR"}) is None
    known = SIDES.conflict("ES+PT")
    assert known is not None
    assert known.parties == ("spain", "portugal")
    assert SIDES.of_country("ES", "ES+PT") == "spain"
    assert SIDES.of_country("FR", "ES+PT") == "independent"
    assert SIDES.conflict("nowhere") is None


@pytest.mark.parametrize(
    ("text", "on", "side"),
    [
        ("The Ghanaian army said gunmen had killed two soldiers in Bawku.", None, "ghana"),
        ("Kigali said on Monday that the hills were quiet.", "2025-02-03", "rwanda"),
        (
            "Thai troops shelled a hill. Cambodia's defence ministry said a temple was hit.",
            "2025-07-25",
            "cambodia",
        ),
    ],
)
def test_a_state_is_a_side_where_it_fights(text: str, on: str | None, side: str) -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=on)
    assert side in {event.source.side for event in extract(text, info).events}


@pytest.mark.parametrize(
    ("name", "war", "side"),
    [
        ("the AA", "myanmar", "arakan_army"),
        ("the AA", None, "unknown"),
        ("the PDF", "myanmar", "nug"),
        ("the junta", "myanmar", "myanmar_military"),
        ("the National Liberation Army", "colombia", "eln"),
        ("the Afghan defence ministry", "afghanistan-pakistan", "taliban"),
        ("the Afghan defence ministry", "afghanistan-republic", "afghan_government"),
    ],
)
def test_a_short_name_means_a_party_in_its_war(name: str, war: str | None, side: str) -> None:
    assert classify_mention(load_registry(), name, None, war).side == side


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("BBC Verify", "BBC"),
        ("UNAMA", "United Nations"),
        ("Xinhua", None),
        ("Ahram Online", "Egypt"),
    ],
)
def test_whose_an_outlet_is(name: str, owner: str | None) -> None:
    registry = load_registry()
    entry = registry.find(name)
    assert entry is not None
    found = registry.family(entry)
    assert (found and found.name) == owner
    assert classify_mention(registry, name).organisation == owner


@pytest.mark.parametrize(
    ("name", "on", "known"),
    [
        ("the Government of National Accord", "2019-04-20", "Government of National Accord"),
        ("Hizbul Mujahideen", "2016-07-10", "Hizbul Mujahideen"),
        ("FARC dissidents", "2025-01-20", "FARC dissidents"),
        ("southern Thai insurgents", "2017-01-01", "southern Thai insurgents"),
        ("Mercy Corps", None, "Mercy Corps"),
        ("the 400 Mawozo gang", "2024-01-01", "400 Mawozo"),
    ],
)
def test_nobody_goes_under_the_name_of_another_of_its_side(
    name: str, on: str | None, known: str
) -> None:
    assert classify_mention(load_registry(), name, on).name == known


def test_media_of_a_state_speak_for_it_where_it_fights() -> None:
    registry = load_registry()
    assert classify_mention(registry, "WAM", None, "yemen").side == "saudi_coalition"
    assert classify_mention(registry, "WAM", None, "ukraine").side == "independent"
    assert (
        classify_mention(registry, "Khmer Times", None, "thailand-cambodia").side == "independent"
    )
    assert classify_mention(registry, "Agence Kampuchea Presse", None, "KH").side == "cambodia"


@pytest.mark.parametrize(
    ("office", "state", "on", "holder"),
    [
        ("prime minister", "TH", "2025-07-02", None),
        ("prime minister", "TH", "2024-12-01", "Paetongtarn Shinawatra"),
        ("president", "NG", "2024-01-01", "Bola Tinubu"),
        ("president", "MM", "2024-01-01", None),  # that of the rival government is not meant
        ("president", "MM", "2019-01-01", "Win Myint"),
        ("president", "HT", "2020-01-01", "Jovenel Moise"),
        ("defence minister", "PK", "2025-05-07", "Khawaja Asif"),
    ],
)
def test_who_was_in_office(office: str, state: str, on: str, holder: str | None) -> None:
    found = load_registry().country_holder(office, state, on)
    assert (found and found.name) == holder


@pytest.mark.parametrize(
    ("name", "war", "side"),
    [
        ("the Nigerien junta", "niger", "niger"),
        ("Chadian gendarmes", "chad", "chad"),
        ("the Philippine coast guard", "south-china-sea", "philippines"),
        ("Cambodia's information ministry", "thailand-cambodia", "cambodia"),
        ("Bangladesh's interim government", "thailand-cambodia", "independent"),
    ],
)
def test_bodies_of_any_state_by_pattern(name: str, war: str, side: str) -> None:
    assert classify_mention(load_registry(), name, None, war).side == side
