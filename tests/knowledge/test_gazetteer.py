"""The gazetteer: what a spelling means, what it never means, and whether the tables are whole."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import jsonschema
import pytest

from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.place_ids import PlaceIds
from counterclaim.knowledge.place_search import find_places
from counterclaim.knowledge.spelling import fold, skeleton
from counterclaim.knowledge.transliteration import romanise
from counterclaim.resources import data_path, schema_path

BAKHMUT, DONETSK_OBLAST, UKRAINE = "geonames:713174", "geonames:709716", "geonames:690791"


def first(spelling: str) -> str | None:
    matches = find_places(spelling)
    return matches[0].entry.name if matches else None


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        ("Bakhmut BAKHMUT bachmout Bachmut Bajmut Бахмут Бахмутом Артёмовск Artemivsk", "Bakhmut"),
        ("Vuhledar Vougledar Ugledar Wuhledar Угледаром Вугледар", "Vuhledar"),
        ("Kyiv Kiev Kiew Kijów Kiyv Киев Києві Київ", "Kyiv"),
        ("Avdiivka Awdijiwka Avdeevka Авдіївці Авдеевке", "Avdiivka"),
        ("Kharkiv Kharkov Charkiw Járkov Харькове", "Kharkiv"),
        ("Zaporizhzhia Zaporozhye Saporischschja Zaporoże Запоріжжі", "Zaporizhzhia"),
        ("Dnipro Dnepropetrovsk Днепр", "Dnipro"),
        ("Pokrovsk Krasnoarmiisk Покровском", "Pokrovsk"),
        ("Enerhodar Energodar Энергодаре", "Enerhodar"),
        ("el-Fasher al-Fashir El-Facher", "El Fasher"),
        ("Azovstal Asowstal Азовсталь", "Azovstal"),
    ],
)
def test_one_place_in_many_spellings(spellings: str, name: str) -> None:
    assert {spelling: first(spelling) for spelling in spellings.split()} == dict.fromkeys(
        spellings.split(), name
    )


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Chasov Yar", "Chasiv Yar"),
        ("Khan Yunis", "Khan Younis"),
        ("the city of Bakhmut", "Bakhmut"),
        ("Aleppo city", "Aleppo"),
        ("Donetsk", "Donetsk"),
        ("the Donetsk region", "Donetsk Oblast"),
        ("Donetsk People's Republic", "Donetsk Oblast"),
        ("Донецкая область", "Donetsk Oblast"),
        ("eastern Donetsk", "Donetsk Oblast"),
        ("eastern Ukraine", "eastern Ukraine"),
        ("southern Gaza", "Gaza Strip"),
        ("Idlib province", "Idlib Governorate"),
        ("Zaporizhzhia plant", "Zaporizhzhia Nuclear Power Plant"),
        ("Crimean Bridge", "Kerch Strait Bridge"),
        ("U.S.", "United States"),
        ("Georgia", "Georgia"),
        ("Odessa", "Odesa"),
    ],
)
def test_forms_that_reports_use(spelling: str, name: str) -> None:
    assert first(spelling) == name


def test_strong_historical_and_heard_names_say_which_they_are() -> None:
    def why(spelling: str) -> tuple[str, str]:
        match = find_places(spelling)[0]
        return match.how, match.why

    assert why("Bakhmut") == ("name", "its name")
    assert why("Bachmout") == ("strong", "a listed spelling of Bakhmut")
    assert why("Artyomovsk") == ("historical", "a former name of Bakhmut")
    assert why("Wuhledaar") == ("sound", "sounds the same in another transliteration: Vuhledar")
    assert why("Бахмутом") == ("strong", "case form of Бахмут")


def test_ambiguous_names_give_all_places_the_likelier_first() -> None:
    found = [(m.entry.name, m.entry.country) for m in find_places("Donetsk")]
    assert found[:3] == [("Donetsk", "UA"), ("Donetsk", "RU"), ("Donetsk Oblast", "UA")]
    countries = [m.entry.kind for m in find_places("Georgia")]
    assert countries[:2] == ["country", "region"]


@pytest.mark.parametrize("spelling", ["", " ", "the", "Bakhmud", "Xyzzyburg", "фыва"])
def test_likeness_never_resolves(spelling: str) -> None:
    assert find_places(spelling) == []


def test_likeness_suggests() -> None:
    suggest = load_gazetteer().suggest
    assert suggest("Bakhmud")[0] == "Bakhmut"
    assert suggest("Marupol")[0] == "Mariupol"
    assert suggest("Qqqqqqq") == []
    assert len(suggest("Kherso", n=2)) == 2


def test_places_lie_in_their_regions_and_countries() -> None:
    within = load_gazetteer().within
    assert within(BAKHMUT, BAKHMUT)
    assert within(BAKHMUT, DONETSK_OBLAST)
    assert within(DONETSK_OBLAST, UKRAINE)
    assert within("cc:azovstal", "geonames:701822")  # the works are a part of Mariupol
    assert within("geonames:379555", "geonames:376731")  # El Fasher in Darfur, five states
    assert within(f"{UKRAINE}/eastern", UKRAINE)
    assert not within(UKRAINE, BAKHMUT)
    assert not within(BAKHMUT, "geonames:702657")  # Luhansk Oblast
    assert not within(BAKHMUT, "geonames:524901")  # Moscow
    assert not within(BAKHMUT, "geonames:0")


def test_entries_by_id() -> None:
    gazetteer = load_gazetteer()
    entry = gazetteer.entry(BAKHMUT)
    assert entry is not None
    assert (entry.name, entry.country, entry.admin1) == ("Bakhmut", "UA", "Donetsk")
    assert (entry.lat, entry.lon, entry.precision) == (48.59419, 37.99886, "settlement")
    east = gazetteer.entry(f"{UKRAINE}/eastern")
    assert east is not None
    assert (east.name, east.precision, east.lat) == ("eastern Ukraine", "area", None)
    for unknown in ("geonames:1", "cc:nowhere", "Bakhmut", ""):
        assert gazetteer.entry(unknown) is None


def test_spellings_begin_with_the_name_and_keep_their_accents() -> None:
    known = load_gazetteer().spellings("geonames:703448")
    assert known[0] == "Kyiv"
    assert {"Kiev", "Kiew", "Kijów", "Київ", "Киев"} <= set(known)
    assert known[1:] == sorted(known[1:])


def test_reviewed_spellings_all_lead_home() -> None:
    """Every strong or historical name of spellings.yaml is found and means its place."""
    gazetteer = load_gazetteer()
    lost = []
    for spec in read_yaml(data_path("gazetteer", "spellings.yaml"))["places"]:
        lists = [value for value in spec.values() if isinstance(value, list) and value]
        for name in {name for values in lists for name in values if not name[-1].isdigit()}:
            matches = find_places(name, gazetteer)
            if not any(m.entry.name == spec["name"] for m in matches):
                lost.append((spec["name"], name))
    assert lost == []


def test_the_tables_are_sorted_and_point_at_lines() -> None:
    places = data_path("gazetteer", "places.tsv").read_text("utf-8").splitlines()
    keys = [fold(line.split("\t", 1)[0]).encode() for line in places]
    assert keys == sorted(keys)
    starts, at = set(), 0
    for line in places:
        starts.add(at)
        at += len(line.encode()) + 1
    names = data_path("gazetteer", "names.tsv").read_text("utf-8").splitlines()
    assert [n.split("\t")[0].encode() for n in names] == sorted(
        n.split("\t")[0].encode() for n in names
    )
    assert {int(ref[1:]) for n in names for ref in n.split("\t")[1].split()} <= starts


def test_knowledge_files_keep_to_their_schemas() -> None:
    def check(name: str, schema: str, part: str | None = None) -> None:
        rules: dict[str, Any] = json.loads(schema_path(schema).read_text("utf-8"))
        rules = {**rules, "$ref": f"#/$defs/{part}"} if part else rules
        rules.pop("oneOf", None)
        jsonschema.Draft202012Validator.check_schema(rules)
        jsonschema.validate(read_yaml(data_path("gazetteer", name)), rules)

    check("spellings.yaml", "place-spellings.schema.json")
    check("regions.yaml", "gazetteer.schema.json", "regions")
    check("context.yaml", "gazetteer.schema.json", "context")
    check("forms.yaml", "gazetteer.schema.json", "forms")
    check("precision.yaml", "gazetteer.schema.json", "precision")
    check("standing.yaml", "gazetteer.schema.json", "standing")


def test_rows_keep_to_their_schema() -> None:
    rules = json.loads(schema_path("gazetteer.schema.json").read_text("utf-8"))
    for spelling in ("Bakhmut", "Darfur", "Ukraine", "eastern Ukraine", "Azovstal", "Clare County"):
        for match in find_places(spelling):
            jsonschema.validate(
                asdict(match.entry), {**rules, "$ref": "#/$defs/row", "oneOf": [{}]}
            )


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bakhmut", "Bachmout"), ("Vuhledar", "Вугледар"), ("Kherson", "Cherson"), ("Hama", "Ḩamāh")],
)
def test_skeletons_meet(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_short_skeletons_are_refused() -> None:
    assert skeleton("Oman") != ""
    assert skeleton("Uz") == ""


def test_cyrillic() -> None:
    assert romanise("Авдіївка") == "avdiivka"


@pytest.mark.parametrize(
    ("place", "area", "expected"),
    [
        ("geonames:709716", "geonames:690791/eastern", True),  # Donetsk Oblast
        ("geonames:713174", "geonames:690791/eastern", True),  # Bakhmut
        ("geonames:713174", "geonames:690791/western", False),
        ("geonames:713174", "geonames:690791/south-eastern", True),
        ("geonames:713174", "geonames:690791/central", False),
        ("geonames:690791", "geonames:690791/eastern", False),  # Ukraine itself
        ("geonames:713174", "geonames:163843/northern", False),  # Syria
    ],
)
def test_a_place_lies_in_a_part_of_its_country(place, area, expected):
    assert load_gazetteer().within(place, area) is expected


def test_ids_are_found_one_by_one_and_many_at_once():
    data = b"Alna\t12\tUA\t5\t\nBorek\t5\tUA\t12\t\nCastle\tcc:castle\tUA\t\tgeonames:12\n"
    ids = ["geonames:12", "geonames:5", "cc:castle", "geonames:99", "12", "geonames:cc:castle"]
    table = PlaceIds(data)
    one_by_one = [table.find(name) for name in ids]
    assert one_by_one == [0, 14, 29, None, None, None]
    for _ in range(9):
        assert [table.find(name) for name in ids] == one_by_one


def test_parts_are_known_by_their_id_or_by_the_table():
    table = PlaceIds(b"Alna\t12\tUA\t5\t\nCastle\tcc:castle\tUA\t\tgeonames:12\n")
    assert table.is_part("cc:castle", "geonames:12")
    assert table.is_part("geonames:12/airport", "geonames:12")
    assert not table.is_part("geonames:5", "geonames:12")
