"""Names with a noun for their kind, places told by peoples, and what a discourse has set."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.extraction.places import find_toponyms, places_in
from counterclaim.records.model import ArticleInfo


def places(text: str) -> list[str]:
    return [p.name for p in places_in(((0, len(text)),), find_toponyms(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells hit the Kharkiv and Sumy regions.", "Kharkiv Oblast, Sumy Oblast"),
        ("Drones hit the Kursk, Bryansk and Belgorod oblasts.",
         "Kursk Oblast, Bryansk Oblast, Belgorod Oblast"),
        ("Rebels seized land in both the North and South Kivu provinces.",
         "North Kivu, South Kivu"),
        ("Clashes spread in Rakhine, Chin and Shan states.", "Rakhine, Chin, Shan State"),
        ("Houses burned in the villages of Kholmets and Verkhove.", "Kholmets, Verkhove"),
        ("Fighters entered the Al-Wohda and Al-Salam neighbourhoods.", "Al-Wohda, Al-Salam"),
        ("Rockets hit Goma's Munigi neighborhood.", "Goma, Munigi"),
        ("Goma airport fell to the rebels.", "Goma Airport"),
        ("They shelled the Abu Shouk and Zamzam camps.", "Abu Shouk Camp, Zamzam Camp"),
        ("Boats sank on the Kaladan River.", "Kaladan River"),
        ("A shell hit a Kharkiv hospital.", "Kharkiv"),
        ("A camp of Houthi fighters was hit.", ""),
        ("The Gulf states agreed.", ""),
        ("Two Shiite villages were hit.", ""),
        ("In the Lyman and Bakhmut directions, attacks were repelled.",
         "Lyman direction, Bakhmut direction"),
        ("Shells hit the Belgorod region of Kursk.", "Belgorod Oblast, Kursk"),
        ("Rebels shelled homes in the Zatyrka sector.", "Zatyrka"),
        ("Rebels shelled homes in Zatyrka province.", "Zatyrka province"),
        ("Shells hit the Hamdan Zuwar area of Mosul.", "Hamdan Zuwar, Mosul"),
        ("Shells hit the Iraqi province of Anbar.", "Anbar"),
    ],
)  # fmt: skip
def test_the_noun_beside_a_name_tells_what_it_is(text: str, names: str) -> None:
    assert ", ".join(places(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Missiles hit Israeli cities and towns.", "Israel"),
        ("Shells fell on Turkish territory.", "Turkey"),
        ("Drones reached the Ukrainian capital.", "Kyiv"),
        ("Fires broke out in Sudan's capital.", "Khartoum"),
        ("Rockets fell along the Chad-Sudan border.", "Chad-Sudan border"),
        ("Clashes went on at the border between Armenia and Azerbaijan.",
         "Armenia-Azerbaijan border"),
        ("The army struck Iran.", "Iran"),
        ("Strikes on Lebanon killed ten.", "Lebanon"),
        ("Troops withdrew from Syria.", "Syria"),
        ("Iran denied the report.", ""),
        ("He blamed Iran for it.", ""),
        ("A Syrian city official spoke.", ""),
    ],
)  # fmt: skip
def test_countries_and_borders_where_something_befalls_them(text: str, names: str) -> None:
    assert ", ".join(places(text)) == names


def test_the_capital_is_that_of_the_country_told_of() -> None:
    text = "Shells hit Omdurman, Nyala and Wad Madani. In the capital two people died."
    assert places(text)[-1] == "Khartoum"
    assert "Khartoum" not in places(text.replace("the capital", "the provincial capital"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Malian troops fled. Mali's army said two convoys were hit near the Algerian border.",
         "Algeria-Mali border"),
        ("Malian troops fled. Mali's army said it had closed the border with Algeria.",
         "Algeria-Mali border"),
        ("Chad and Sudan traded fire. Chadian and Sudanese guns fired along the border.",
         "Chad-Sudan border"),
        # no neighbours; guards; and a border only says where a town lies
        ("Malian troops fled. Mali's army said two convoys were hit near the Iranian border.", ""),
        ("Malian troops fled. Mali's army said that Algerian border guards left.", ""),
        ("Malian troops fled. Mali's army held Tinzaouaten near the Algerian border.",
         "Tinzaouaten"),
    ],
)  # fmt: skip
def test_a_border_is_that_of_the_neighbour_told_of(text: str, names: str) -> None:
    assert ", ".join(places(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels shelled Goma in response to an attack on Bunia.", "Goma"),
        ("Despite strikes on Bunia, rebels took Goma.", "Goma"),
        ("Rebels shelled Goma, a day after the army bombed Bunia.", "Goma"),
        ("Ten people died following a raid on Bunia.", "Bunia"),
        ("Ten people died in Goma following a raid on Bunia.", "Goma"),
        ("Rebels would fight until the army left Bunia.", ""),
    ],
)
def test_a_claim_is_not_where_another_event_was(text: str, names: str) -> None:
    places = [p for p, _ in next(iter(read(f"The army said: {text}").values()))]
    assert ", ".join(places) == names


def read(text: str) -> dict[str, list[tuple[str, str]]]:
    record = extract(text, ArticleInfo(id="x", sha256="0" * 64, file="x.txt", published=None))
    return {c.text: [(p.name, p.basis) for p in c.places] for c in record.events}


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("Drones hit Sumy overnight. Two people died in the attack.", "Sumy"),
        ("Rebels entered Goma on Friday.\n\nThe fighters shelled houses for hours.", "Goma"),
        ("Ships were hit in the Red Sea. A missile struck a tanker.", "Red Sea"),
        ("Drones hit Sumy overnight. Elsewhere, two people died in an attack.", None),
        ("Drones hit Sumy overnight. Two people died in attacks on three villages.", None),
        ("Drones hit Sumy overnight. Since the start of the war 400 people have died.", None),
        ("Drones hit Sumy and Lviv overnight. Two people died in the attacks.", None),
        ("Drones hit Sumy and Lviv overnight. In the city two people died.", None),
        ("Drones hit Sumy overnight. The two sides agreed on a truce in the evening.", None),
        ("The minister lives in Beirut. Two people were killed.", None),
        ("Bakers in Kaya said flour was dear. Two people were killed.", None),
        ("Drones hit Sumy overnight. In Lviv, the mayor said two people were killed.", None),
        ("A bomb fell on Mekelle. The mayor of Gao said that two people were killed.", None),
        ("Drones hit Sumy overnight. Officials in Kyiv said two people were killed.", None),
        ("Drones hit Sumy overnight. Moscow said two people were killed.", "Sumy"),
        ("Drones hit Sumy overnight. Ukraine's army said two people were killed.", "Sumy"),
        # the mayor of the same place, and another voice after him
        ("Drones hit Sumy.\n\nThe mayor of the city spoke.\n\nTwo people were killed.", "Sumy"),
        # who was there tells on, over a paragraph that names no place
        ("A drone hit Kaya.\n\nThe raid killed two people.\n\nA clinic was hit, a resident said.",
         "Kaya"),
        ("A drone hit Kaya.\n\nThe raid killed two people.\n\nThe army said its aircraft "
         "attacked rebels operating there.", "Kaya"),
        ("A drone hit Kaya.\n\nThe raid killed two people.\n\nThe rebels said they had captured "
         "a barracks.", None),
        # formations hold sectors of their own; an average is of the whole war
        ("Troops took Soledar. Battlegroup Zenit repelled two attacks.", None),
        ("Troops took Soledar. The daily average of soldiers killed rose.", None),
        # a title is of another report
        ("Shells fell on Soledar.\n\nTwo killed in raid\n\nThe army left.", None),
        ("Drones hit Sumy overnight. Two people were killed in the area.", "Sumy"),
        # a half of a country is no scene; what is told of forces as such has none
        ("Drones hit eastern Ukraine overnight. Two people were killed.", None),
        ("Drones hit Sumy overnight. Moscow's offensive has stalled.", None),
        ("Drones hit Sumy overnight. Moscow will bomb the plant again, analysts expect.", None),
    ],
)  # fmt: skip
def test_an_event_without_a_place_takes_the_one_place_of_its_scene(
    text: str, placed: str | None
) -> None:
    last = list(read(text).values())[-1]
    assert last == ([(placed, "context")] if placed else [])


FRONT_TOWNS = (
    "Huliaipole Marinka Avdiivka Pokrovsk Sudzha Vovchansk|Hodeidah Saada Marib Taiz Mocha|"
    "Goma Masisi Sake Walikale Rubaya Uvira|Poonch Uri Kupwara Rajouri Muzaffarabad|"
    "Maungdaw Lashio Myawaddy Loikaw Paletwa Hpakant|Martakert Stepanakert Shusha Hadrut Lachin|"
    "Fordow Natanz Isfahan Parchin|El_Fasher Nyala Babanusa El_Geneina Al-Malha|"
    "Kidal Menaka Tinzaouaten Djibo Timbuktu|Afrin Tell_Abyad Ras_al-Ain Manbij Tal_Tamr Saraqib|"
    "Khan_Younis Nuseirat Shejaiya Jabalia Bureij Zeitoun|Nabatieh Baalbek Khiam Yaroun Tyre|"
    "Preah_Vihear Surin Ta_Muen_Thom Poipet|Mekelle Axum Shire Humera Lalibela|"
    "Cité_Soleil Mirebalais Pont-Sondé Kenscoff|"
    "Ed_Daein Ed_Damer Al-Dabba Renk Akobo|Bulo_Burde Bardhere Barawe Harardhere El_Dher|"
    "Mir_Ali Bajaur Noshki|Mucojo Quissanga Macomia|Rathedaung Kunlong Laiza Budalin|"
    "Komanda Luvungi Kamanyola Fizi|Jurf_al-Sakhar Jalawla Bashiqa|Senafe Kolofata Bagasola Diabaly"
)


@pytest.mark.parametrize(
    ("country", "town", "id_"),
    [
        ("Mozambique", "Palma", "cc:palma-mz"),
        ("Lebanon", "Tripoli", "geonames:266826"),
        ("Mali", "Lere", "cc:lere-ml"),
        ("Myanmar", "Kani", "cc:kani"),
        ("Libya", "Tripoli", "geonames:2210247"),
    ],
)
def test_a_town_at_war_is_that_of_the_country_told_of(country: str, town: str, id_: str) -> None:
    text = f"The war in {country} goes on.\n\nShells hit {town}, officials in {country} said."
    found = {t.text: t.entry.id for t in find_toponyms(text) if t.entry}
    assert found[town] == id_


@pytest.mark.parametrize("war", FRONT_TOWNS.split("|"))
def test_a_front_town_needs_no_more_than_its_name(war: str) -> None:
    towns = [name.replace("_", " ") for name in war.split()]
    assert [t for t in towns if len(places(f"Explosions were heard in {t}.")) != 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "Uri said that the talks had failed.",
        "For the sake of peace they met.",
        "Mobile networks went down.",
        "Of all of them, Uri was the last.",
        "Ann said so.",
        "Muse opened the show.",
        "Bor said no.",
        "The Village was lost.",
    ],
)
def test_an_ordinary_word_is_no_front_town(text: str) -> None:
    assert places(text) == []


def test_the_red_sea_is_a_sea_where_no_state_is_named() -> None:
    assert places("Ships were hit in the Red Sea region.") == ["Red Sea"]
    assert places("Two died in Red Sea state.") == ["Red Sea State"]


@pytest.mark.parametrize(
    ("text", "name", "candidates"),
    [
        ("Troops took the settlement of Zhelannoye in the Donetsk region.", "Zhelanne", 0),
        ("The village of Novobakhmutovka in the Donetsk region fell.", "Novobakhmutovka", 2),
        ("Rebels took the village of Zhelannoye in Rakhine State.", "Zhelannoye", 0),
    ],
)
def test_a_village_in_russian_spelling_is_the_one_the_text_decides(
    text: str, name: str, candidates: int
) -> None:
    place = next(p for p in places_in(((0, len(text)),), find_toponyms(text)))
    assert (place.name, len(place.candidates)) == (name, candidates)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town is a stepping stone to Kramatorsk.", ""),
        ("Unlike in Mariupol, civilians left Izium.", "Izium"),
        ("Shells fell as Lyman burned.", "Lyman"),
        ("Since the invasion of Ukraine began, Lviv has been hit.", "Lviv"),
        ("He denied it at the Munich conference.", ""),
        ("He denied it in an interview in Doha.", ""),
        ("The Moskva sank.", ""),
        ("Forces attacked east of Lyman near Kreminna.", "Lyman, Kreminna"),
        ("Forces advanced near Avdiivka (northwest of Donetsk).", "Avdiivka, Donetsk"),
        ("The North Kivu provincial capital Goma fell.", "Goma"),
        ("Britain gave Kyiv new launchers.", ""),
        ("Military aid to Baghdad was cut.", ""),
        ("Talks between Kyiv and Minsk failed.", ""),
        ("Kyiv was angry.", ""),
        ("Kyiv's hopes faded.", ""),
        ("Kyiv's outskirts burned.", "Kyiv"),
        ("The deal helps Kyiv.", ""),
        ("Rockets hit Kyiv.", "Kyiv"),
        ("The battle for Khartoum went on.", "Khartoum"),
        ("The plan for Khartoum failed.", ""),
        ("Shells fell in besieged Khartoum.", "Khartoum"),
        ("Drones hit Lviv, Kyiv and Odesa.", "Lviv, Kyiv, Odesa"),
        ("Troops massed at Moldova's border.", ""),
        ("It was shelled across the LoC.", "Line of Control"),
        ("A third of Ukraine was without power.", "Ukraine"),
        ("Two died in Pakistan-administered Kashmir.", "Pakistan-administered Kashmir"),
        ("The war shook all of Africa.", ""),
        ("Kyiv was heavily shelled.", "Kyiv"),
        ("Baghdad came under fire.", "Baghdad"),
        ("Lt. Amar Said, from the hill town of Izium, was killed.", ""),
        ("A mother of three from the coastal city of Tyre was killed.", ""),
        ("People fled from Izium.", "Izium"),
        ("A missile launched from Yemen fell into the sea.", "Yemen"),
        ("Kremlin officials spoke of Kharkiv.", "Kharkiv"),
        ("The movement's Sahel branch attacked Gao.", "Gao"),
        ("Drones hit Kyiv City.", "Kyiv"),
    ],
)
def test_a_place_named_in_passing_is_not_where_it_happened(text: str, expected: str) -> None:
    assert ", ".join(places(text)) == expected


def test_a_town_called_like_a_word_is_one_behind_a_verb_of_taking() -> None:
    assert places("The rebels captured Sake on Friday.") == ["Sake"]
    assert places("Clashes went on in Paletwa Township.") == ["Paletwa Township"]


def test_a_name_in_another_language_needs_its_country() -> None:
    assert places("Residents fled towards Boni, in Mali.") == ["Mali"]
    assert places("He flew to Mailand, in Italy.") == ["Milan", "Italy"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army took control of Zubrykanda.", "Zubrykanda"),
        ("An attack on Zubrykanda west of Omdurman failed.", "Zubrykanda, Omdurman"),
        ("Shells fell near Zubrykanda on Friday.", "Zubrykanda"),
        ("Rebels hold Lyman and Zubrykanda.", "Lyman, Zubrykanda"),
        ("They fought near Lyman, Izium, Zubryk and Tarn.", "Lyman, Izium, Zubryk, Tarn"),
        ("Shells fell near Zubrykanda positions.", ""),
        ("In Lyman, Zubryk said so.", "Lyman"),
        ("Two houses burned in Zubrykanda, residents said.", "Zubrykanda"),
        (
            "They attacked in the Popasnyansky and Toretsky directions.",
            "Popasna direction, Toretsk direction",
        ),
        ("They attacked in the Zubrykansky direction.", "Zubrykansky direction"),
        ("Shells fell in al-Zubryk and in Hay al-Tarn.", "al-Zubryk, Hay al-Tarn"),
        ("A raid hit the Deir al-Tarn quarter of Nabatieh.", "Deir al-Tarn, Nabatieh"),
        ("Two people died near Zubryk's home.", ""),
        ("Two people died in Winter.", ""),
        ("The bill failed in Parliament.", ""),
        ("In Lyman, Zubryk and his men left.", "Lyman"),
    ],
)
def test_a_name_that_no_table_has_is_a_place_where_only_places_stand(text: str, names: str) -> None:
    assert ", ".join(places(text)) == names


def test_a_name_of_many_places_is_a_place_without_a_point() -> None:
    text = "Shells fell near Ivanivka, Ukraine said."
    place = places_in(((0, len(text)),), find_toponyms(text))[-1]
    assert (place.name, place.id, place.lat) == ("Ivanivka", None, None)
