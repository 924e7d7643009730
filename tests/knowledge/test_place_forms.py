"""Names as sentences carry them: after prepositions, in cases, beside nouns, as adjectives."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.place_forms import (
    PlaceFrame,
    adjective_bases,
    nominatives,
    phrase_nominatives,
    take_apart,
)
from counterclaim.knowledge.place_search import find_places


@pytest.mark.parametrize(
    ("case", "nominative"),
    [
        ("Бахмутом", "бахмут"),
        ("Авдіївці", "авдіївка"),
        ("Лисичанська", "лисичанськ"),
        ("Києві", "київ"),
        ("Каневі", "канів"),
        ("Тернополем", "тернопіль"),
        ("Попасной", "попасная"),
        ("Волновасі", "волноваха"),
        ("Тростянце", "тростянец"),
        ("Прилуках", "прилуки"),
    ],
)
def test_a_case_form_leads_to_its_nominative(case: str, nominative: str) -> None:
    assert nominative in nominatives(case)


def test_every_word_of_a_name_has_a_case_of_its_own() -> None:
    assert "голая пристань" in phrase_nominatives("Голой Пристани")
    assert "ясная поляна" in phrase_nominatives("Ясной-Поляне")


@pytest.mark.parametrize(
    ("spelling", "frame"),
    [
        ("Бахмут", PlaceFrame("Бахмут")),
        ("під Часовим Яром", PlaceFrame("Часовим Яром", governed=True)),
        ("в Сумской области", PlaceFrame("Сумской", kind="region", governed=True)),
        ("oblast de Soumy", PlaceFrame("Soumy", kind="region")),
        ("gobernación de Hama", PlaceFrame("Hama", kind="region")),
        ("ville d'Idleb", PlaceFrame("Idleb", kind="settlement")),
        ("West-Kordofan", PlaceFrame("Kordofan", side="west")),
        ("Kordofan de l'Ouest", PlaceFrame("Kordofan", side="west")),
        ("Zachodni Kordofan", PlaceFrame("Kordofan", side="west")),
    ],
)
def test_a_name_out_of_its_frame(spelling: str, frame: PlaceFrame) -> None:
    assert take_apart(spelling) == frame


def test_a_town_behind_the_adjective_of_its_region() -> None:
    assert "czernihow" in adjective_bases("czernihowski")
    assert list(adjective_bases("Sumy")) == []


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("под Лисичанском", "Lysychansk"),
        ("у Костянтинівці", "Kostiantynivka"),
        ("из Голой Пристани", "Hola Prystan"),
        ("у Старому Салтові", "Staryi Saltiv"),
        ("в Черниговской области", "Chernihiv Oblast"),
        ("на Сумщині", "Sumy Oblast"),
        ("obwód czernihowski", "Chernihiv Oblast"),
        ("région de Soumy", "Sumy Oblast"),
        ("gobernación de Hama", "Hama Governorate"),
        ("Kordofan du Sud", "South Kordofan"),
    ],
)
def test_phrases_of_many_languages_lead_to_their_place(spelling: str, name: str) -> None:
    assert find_places(spelling)[0].entry.name == name


@pytest.mark.parametrize("spelling", ["в", "в Нигдебурге", "oblast de", "région de Nullepart"])
def test_a_frame_around_nothing_known_gives_nothing(spelling: str) -> None:
    assert find_places(spelling) == []


def test_a_city_stands_before_the_region_with_its_former_name() -> None:
    found = [m.entry.name for m in find_places("Dnipropetrovsk")]
    assert found[:2] == ["Dnipro", "Dnipropetrovsk Oblast"]
