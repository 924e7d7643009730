"""Who is of a country and who speaks for it."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.registry import load_registry


@pytest.mark.parametrize(
    ("mention", "conflict", "name", "side"),
    [
        # who only comes from a country speaks for himself
        (
            "the Russian rights group Memorial",
            "ukraine",
            "Russian rights group Memorial",
            "unknown",
        ),
        ("an Israeli hospital", "israel-lebanon", "Israeli hospital", "unknown"),
        ("the Kyiv School of Economics", "ukraine", "Kyiv School of Economics", "unknown"),
        ("a Syrian from Homs", "syria", "Syrian", "unknown"),
        ("a Ukrainian state company", "ukraine", "Ukrainian state company", "ukraine"),
        # an embassy is not of the country that it stands in, nor a branch
        ("the Chinese embassy in Kyiv", "ukraine", "Chinese embassy", "independent"),
        ("the Russian embassy in London", "ukraine", "Russian embassy", "russia"),
        ("the Ukraine office of Human Rights Watch", "ukraine", "Ukraine office", "independent"),
        # the war does not tell whose a rival government is
        ("Kurdish authorities", "syria", "Kurdish authorities", "unknown"),
        ("the rival government", "sudan", "rival government", "unknown"),
        ("the Lebanese Forces party", "israel-lebanon", "Lebanese Forces", "unknown"),
        ("whose people", "israel-lebanon", "whose people", "unknown"),
        # fighters of a country need not be its state's
        ("Congolese rebels", "dr-congo", "Congolese rebels", "m23"),
        ("an Ethiopian militia", "ethiopia-amhara", "Ethiopian militia", "unknown"),
        ("Iraqi militias", "israel-iran", "Iraqi militias", "unknown"),
        ("the Free Mountain Army", "chad", "Free Mountain Army", "unknown"),
        ("the National Army", "chad", "National Army", "chad"),
        # a body is of the state whose work it does
        ("the civil protection office", "haiti", "civil protection office", "haiti"),
        ("Security Secretary Ana Lim", "mexico", "Ana Lim", "mexico"),
        ("SBC, the prison authority", "ecuador", "SBC", "ecuador"),
        (
            "Russia's National Customs Committee",
            "ukraine",
            "Russian National Customs Committee",
            "russia",
        ),
        # officials of what is no state's; help makes nobody the helper's
        ("church officials", "colombia", "church officials", "unknown"),
        ("aid officials", "colombia", "aid officials", "independent"),
        ("the ombudsman's office", "colombia", "ombudsman's office", "independent"),
        ("army deserters", "colombia", "army deserters", "unknown"),
        ("Ugandan-trained hill rangers", "somalia", "Ugandan-trained hill rangers", "unknown"),
        ("a PDF fighter in Bhamo", "myanmar", "PDF fighter", "nug"),
        ("a member of the Civilian Joint Task Force", "nigeria", "member", "nigeria"),
        ("Ana Lim of Human Rights Watch", "mozambique", "Ana Lim", "independent"),
        ("Superintendent of Police I K Rolt", "maoist-india", "I K Rolt", "india"),
        # a surname means nobody whom the rest of the phrase makes somebody else's
        ("Von al-Haq, spokesman for the MILF", "philippines", "Von al-Haq", "milf"),
        ("forces loyal to Haftar", "libya", "forces", "lna"),
        ("the Abyan branch of the Southern Transitional Council", "yemen", "Abyan branch", "stc"),
        ("the office of civil protection", "haiti", "office", "haiti"),
        ("Bishop Ana de la Rolt", "philippines", "Ana de la Rolt", "unknown"),
        ("the Iranian Red Crescent", "israel-iran", "Iranian Red Crescent", "independent"),
        ("Lod Mare provincial officials", "chad", "Lod Mare provincial officials", "chad"),
        ("the Asayish", "iraq", "Asayish of the Kurdistan Region", "krg"),
        ("Prosecutor General Ana Lim", "colombia", "Ana Lim", "colombia"),
        ("Sadiq", "afghanistan-pakistan", "Sadiq", "unknown"),
        ("Sadiq", "sudan", "Ali al-Sadiq", "sudan_army"),
        ("Ana Lim, spokeswoman for the civil protection office", "haiti", "Ana Lim", "haiti"),
        # the media wing of an army is no medium
        ("the military's media wing", "chad", "military's media wing", "chad"),
        # names in other words for their country
        (
            "Myanmar's National Democratic Alliance Army",
            "myanmar",
            "Myanmar National Democratic Alliance Army",
            "mndaa",
        ),
        (
            "the Ministry of Defence of the Republic of Armenia",
            "armenia-azerbaijan",
            "Armenian Ministry of Defence",
            "armenia",
        ),
        # a name behind an office and a town
        ("Lod Police Commissioner Ana Lim", "kenya", "Ana Lim", "kenya"),
    ],
)
def test_who_is_of_a_country_and_who_speaks_for_it(
    mention: str, conflict: str, name: str, side: str
) -> None:
    found = classify_mention(load_registry(), mention, "2024-11-28", conflict)
    assert (found.name, found.side) == (name, side)


@pytest.mark.parametrize(
    ("mention", "conflict", "body"),
    [
        (
            "Ana Lim, spokeswoman for Islamic Jihad's Al-Quds Brigades",
            "israel-palestine",
            "Al-Quds Brigades",
        ),
        ("Saudi-led coalition spokesman Omar Lim", "yemen", "Saudi-led coalition in Yemen"),
        (
            "Poland's Foreign Office spokesperson Ana Lim",
            "ukraine",
            "Polish Ministry of Foreign Affairs",
        ),
        ("a Thai army spokesman", "thailand-cambodia", "Thai Armed Forces"),
    ],
)
def test_the_body_of_a_speaker_is_the_one_that_employs_him(
    mention: str, conflict: str, body: str
) -> None:
    assert classify_mention(load_registry(), mention, "2024-11-28", conflict).organisation == body
