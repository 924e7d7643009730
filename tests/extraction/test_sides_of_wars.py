"""Whole articles about many wars: on which side each source and actor stands on that day."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo


def sides(text: str, published: str) -> list[tuple[str, str]]:
    record = extract(text, ArticleInfo("x", "0" * 64, "f", published=published))
    return [(claim.source.name, claim.source.side) for claim in record.events]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            "2025-01-28",
            "M23 enters Goma\n\nM23 rebels entered the centre of Goma, MONUSCO said. FARDC "
            "spokesman Sylvain Ekenge said Rwandan troops crossed the border. Rwandan government "
            "spokeswoman Yolande Makolo said Kinshasa had violated the ceasefire. Corneille Nangaa "
            "said his forces had captured the airport. SAMIDRC said three soldiers were killed.",
            ["independent", "dr_congo", "rwanda", "m23", "samidrc"],
        ),
        (
            "2024-07-29",
            "Losses at Tinzaouaten\n\nTuareg rebels said they had killed many Wagner mercenaries "
            "in Tinzaouaten. The Malian army said two of its soldiers were killed. The Group to "
            "Support Islam and Muslims claimed to have killed 50 Russians.",
            ["azawad", "mali", "jnim"],
        ),
        (
            "2023-09-19",
            "Shelling of Stepanakert\n\nThe Artsakh Defence Army said Azerbaijani forces shelled "
            "Stepanakert. Hikmet Hajiyev said only military targets were hit. Nikol Pashinyan said "
            "Armenian troops had repelled no attack.",
            ["artsakh", "azerbaijan", "armenia"],
        ),
        (
            "2024-10-01",
            "Rockets on Israel\n\nIsraeli forces entered Lebanon, the Israeli military said. "
            "Hezbollah said it shelled Metula. The Revolutionary Guards said Iran fired missiles "
            "at Israel. UNIFIL said its positions were shelled.",
            ["israel", "hezbollah", "iran", "independent"],
        ),
        (
            "2024-03-31",
            "Shooting in Istanbul\n\nThe Turkish president condemned the attack. Police said four "
            "people were killed in Istanbul. The government said the army had captured the gunmen.",
            ["unknown", "unknown"],
        ),
    ],
)
def test_sources_stand_on_the_side_of_their_war(
    published: str, text: str, expected: list[str]
) -> None:
    found = [side for name, side in sides(text, published) if name != "narrator"]
    assert found[-len(expected) :] == expected


WAR = "Bombs on Nyala\n\nThe Sudanese army bombed Nyala, the RSF said. "


@pytest.mark.parametrize(
    ("sentence", "name", "side"),
    [
        ("Police said they had captured four fighters.", "Sudanese police", "sudan_army"),
        ("In Cairo, police said they had captured four fighters.", "police", "unknown"),
        (
            "In Khartoum, police said they had captured four fighters.",
            "Sudanese police",
            "sudan_army",
        ),
        ("Police in Cairo said they had captured four fighters.", "Egyptian police", "independent"),
        ("Chadian officials said four soldiers were killed.", "Chadian officials", "independent"),
    ],
)
def test_bare_words_of_another_country_are_no_side_of_the_war(
    sentence: str, name: str, side: str
) -> None:
    assert sides(WAR + sentence, "2024-02-03")[-1] == (name, side)


def test_the_forces_of_another_country_are_not_those_named_before() -> None:
    text = (
        "Night of missiles\n\nIran fired missiles at Tel Aviv, the Israeli army said. The "
        "Revolutionary Guards said they had destroyed two Israeli jets. "
        "The US military said it shot down ten missiles."
    )
    assert sides(text, "2025-06-14")[-1] == ("US military", "independent")
    assert sides(text, "2025-06-23")[-1] == ("US military", "united_states")


SAHEL = """Jihadists attack army posts

The army of Burkina Faso said on Monday that JNIM fighters had attacked a post near Djibo. \
The police said two officers were killed.

Across the border in Niger, the army said 15 soldiers were killed in an ambush.

In Togo, the police said they had arrested two suspects.

In Ouagadougou, several elected officials said the road to Djibo was closed.
"""


def test_the_army_is_that_of_the_country_the_paragraph_has_gone_to() -> None:
    assert sides(SAHEL, "2024-08-28") == [
        ("Burkina Faso Armed Forces", "burkina_faso"),
        ("Burkinabe police", "burkina_faso"),
        ("army", "niger"),
        ("police", "unknown"),
        ("elected officials", "unknown"),
    ]


@pytest.mark.parametrize(
    ("deeds", "side"),
    [
        ("Polish jets downed a Russian drone. Poland shot down two more drones.", "poland"),
        ("A missile struck Poland. Polish forces shelled the launchers.", "poland"),
        ("Poland condemned the strikes. Polish jets were seen.", "independent"),
        ("Poland shot down a drone.", "independent"),
    ],
)
def test_a_state_that_strikes_or_is_struck_is_a_side_of_the_war(deeds: str, side: str) -> None:
    text = (
        f"Report\n\nRussian forces shelled Ukrainian troops. {deeds} The Polish government said so."
    )
    text = text.replace("said so", "said the mill of Lublin was hit")
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
    assert extract(text, info).events[-1].source.side == side


WAR_OF_TWO = "Report\n\nRussian forces shelled Ukrainian troops near Sumy on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "Taras Hnat, who commands a Ukrainian battalion, left. Hnat said the mill was lost.",
        "Taras Hnat commands a Ukrainian battalion. Hnat said the mill was lost.",
        "Taras Hnat is a Ukrainian officer. Hnat said the mill was lost.",
        "Taras Hnat serves in a Ukrainian brigade. Hnat said the mill was lost.",
        "Hnat said the mill was lost. Taras Hnat, a Ukrainian officer, left.",
        "The governor of Sumy, Taras Hnat, left. Hnat said the mill was lost.",
        # the unit, or how a soldier's name is spelled
        "Ana Hnat, a gunner of the 97th Mechanized Brigade, said the mill was lost.",
        "The 97th Mechanised Brigade said the mill was lost.",
        "Sergeant Serhiy Hnat said the mill was lost.",
    ],
)
def test_what_any_mention_tells_of_somebody_gives_the_side(text: str) -> None:
    found = [side for name, side in sides(WAR_OF_TWO + text, "2023-05-02") if "narr" not in name]
    assert found[-1] == "ukraine"


def test_who_leads_an_attack_on_somebody_is_not_theirs() -> None:
    text = (
        WAR_OF_TWO + "Ana Hnat leads attacks on Ukrainian positions. Hnat said the mill was lost."
    )
    assert sides(text, "2023-05-02")[-1] == ("Ana Hnat", "unknown")


def test_a_party_behind_a_verb_that_is_also_a_given_name_is_named() -> None:
    text = "Raid\n\nIsraeli jets struck Khan Younis, medics said. Hamas said a mill was hit."
    assert sides(text, "2024-03-02")[-1] == ("Hamas", "hamas")
    text = "Raid\n\nIsraeli jets struck Tyre, medics said. Hezbollah fired rockets, police said."
    assert sides(text, "2024-10-02")[-1] == ("police", "unknown")


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2024-07-10", "Police said a mill was hit in Kramatorsk, Ukraine.", "ukraine"),
        ("2022-04-10", "The mayor of Beryslav, Ukraine, said a mill was hit.", "unknown"),
        ("2023-04-10", "The mayor of Kherson, Ukraine, said a mill was hit.", "ukraine"),
        ("2023-04-10", "The governor of Sevastopol said a mill was hit.", "russia"),
    ],
)
def test_officials_of_a_contested_place_are_of_who_holds_it(
    published: str, text: str, expected: str
) -> None:
    war = "Report\n\nRussian forces shelled Ukrainian troops.\n\n"
    assert sides(war + text, published)[-1][1] == expected


def test_ministries_of_gaza_are_those_of_who_governs_it() -> None:
    war = "Report\n\nIsraeli forces fought Hamas.\n\n"
    text = war + "Gaza's interior ministry said a mill was hit."
    assert sides(text, "2024-04-10")[-1][1] == "hamas"


def test_the_side_of_a_local_official_is_that_of_the_place_or_of_the_state_at_home() -> None:
    text = (
        "Raid\n\nBoko Haram fighters killed nine Nigerian soldiers. "
        "District commissioner Ana Lim said a mill burned."
    )
    assert sides(text, "2020-05-02")[-1] == ("Ana Lim", "nigeria")
    text = (
        "Raid\n\nIsraeli jets struck Tyre after Hezbollah fired rockets. Three died. "
        "Councillor Rima Khalil said two were missing."
    )
    assert sides(text, "2024-10-02")[-1] == ("Rima Khalil", "lebanon")


def test_the_dateline_of_an_article_tells_whose_an_organ_is() -> None:
    text = (
        "LAHORE: Afghan Taliban fighters attacked a post of Pakistani troops at dawn.\n\n"
        "The Foreign Office said a truce would follow."
    )
    assert sides(text, "2025-10-15")[-1][1] == "pakistan"


def test_a_rank_alone_is_the_states_where_nobody_else_governs() -> None:
    text = (
        "Raid\n\nBoko Haram fighters killed nine Nigerian soldiers. "
        "Major General Kole Ade said a mill burned."
    )
    assert sides(text, "2020-05-02")[-1] == ("Kole Ade", "nigeria")
    text = (
        "Raid\n\nSudanese army jets hit Rapid Support Forces posts. "
        "Major General Kole Ade said a mill burned."
    )
    assert sides(text, "2024-05-02")[-1] == ("Kole Ade", "unknown")


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("Human Rights Minister Ana Reyes", "philippines"),
        ("Social Welfare Secretary Ana Reyes", "philippines"),
        ("Presidential spokesman Luis Cruz", "philippines"),
        ("Joint Task Force Ranao", "philippines"),
        ("The 1st Infantry Division", "philippines"),
        ("The movement's information secretary", "unknown"),
        ("Defence Headquarters", "philippines"),
    ],
)
def test_a_states_offices_speak_for_the_state_at_war(speaker: str, side: str) -> None:
    text = (
        "MARAWI, Philippines — Government troops and gunmen fought in Butig on Monday, the "
        f"military said.\n\n{speaker} said three people were hurt.\n"
    )
    assert sides(text, "2017-06-05")[-1][1] == side
