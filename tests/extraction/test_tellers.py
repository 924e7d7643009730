"""Who tells what nobody is said to say: turns of a transcript, lists of a bulletin, a staff whose
account a report takes over in its words."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo

STAFF = "General Staff of the Armed Forces of Ukraine"


def voices(text: str) -> list[str]:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
    return [f"{claim.source.name}: {claim.text}" for claim in extract(text, info).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SENIOR OFFICIAL: We struck a depot near Marib on Sunday.\n\n"
            "Q: Were there any casualties? The group has shelled the port of Mocha.\n\n"
            "A: No. Rebels shelled the port of Hodeidah.\n",
            [
                "senior official: We struck a depot near Marib on Sunday",
                "unattributed: The group has shelled the port of Mocha",
                "senior official: Rebels shelled the port of Hodeidah",
            ],
        ),
        (
            "COL. ROLT: I can say that rebels shelled the mill.\n\n"
            "GEN. AMARI: Our troops captured the mill on Monday.\n",
            [
                "Rolt: rebels shelled the mill",
                "Amari: Our troops captured the mill on Monday",
            ],
        ),
    ],
)
def test_each_turn_is_its_speakers(text: str, expected: list[str]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    "lead",
    [
        f"{STAFF}: operational information as of 6 p.m.",
        f"The {STAFF}’s evening report",
        f"In the east\n\nIvan Lys\n\nOperational information from the {STAFF} as of 6 p.m.:",
    ],
)
def test_a_bulletin_is_told_by_the_body_that_issues_it(lead: str) -> None:
    told = voices(f"{lead}\n\n- Near Lyman, the enemy shelled two villages.\n")
    assert told == [f"{STAFF}: Near Lyman, the enemy shelled two villages"]


def test_a_bulletin_inside_a_report_ends_with_its_list() -> None:
    text = (
        "Day of shelling\n\nShells fell on Nikopol.\n\nThe trains ran late.\n\n"
        "The ferries stopped.\n\nThe river rose.\n\n"
        f"Evening report of the {STAFF}:\n\n- Near Lyman, units repelled two attacks.\n\n"
        "Shells fell on Kherson."
    )
    assert voices(text) == [
        "narrator: Shells fell on Nikopol",
        f"{STAFF}: Near Lyman, units repelled two attacks",
        "narrator: Shells fell on Kherson",
    ]


def test_the_enemy_is_the_enemy_of_who_spoke_last() -> None:
    text = (
        f"According to the {STAFF}, units repelled two attacks near Lyman. "
        "The enemy shelled Siversk. Residents said a mill had burned."
    )
    assert voices(text)[:2] == [
        f"{STAFF}: units repelled two attacks near Lyman",
        f"{STAFF}: The enemy shelled Siversk",
    ]


def test_a_report_of_one_source_in_its_words_is_all_its_own() -> None:
    text = (
        f"According to the {STAFF}, units repelled two attacks near Lyman. "
        "The enemy shelled Siversk. Attempts to storm Zolote failed."
    )
    assert voices(text)[-1] == f"{STAFF}: Attempts to storm Zolote failed"


def test_the_enemy_stays_the_articles_where_two_sides_speak() -> None:
    text = (
        f"The {STAFF} said units had repelled two attacks near Lyman. The Russian Ministry of "
        "Defence said its troops had taken Zolote. The enemy shelled Siversk."
    )
    assert voices(text)[-1] == "narrator: The enemy shelled Siversk"


def test_a_question_is_no_claim() -> None:
    assert voices("Has the army shelled the hospital in Kutum?\n\nNobody knows.") == []


def test_a_statement_is_not_by_who_is_told_of_in_it() -> None:
    text = (
        f"The {STAFF} published a statement on Monday. "
        "In all, Azov fighters repelled four attacks, the statement said."
    )
    assert voices(text)[-1] == f"{STAFF}: In all, Azov fighters repelled four attacks"


def test_to_continue_doing_something_is_no_speech() -> None:
    text = "In the Donetsk direction, the army continues to shell Popasna, Rubizhne and Nyzhnie."
    assert [told.split(":")[0] for told in voices(text)] == ["narrator"]


def test_an_agency_that_passes_on_an_account_does_not_tell_it() -> None:
    told = voices(
        f"The {STAFF} said on Facebook that 12 attacks were repulsed. Kyiv Mayor Ivan Lys said a "
        "bus had burned, Ukrinform reports.\n\nUkrinform reported that a bridge was hit.\n\n"
        "Near Lyman, the enemy shelled two villages.\n"
    )
    assert told[-1] == "Ivan Lys: Near Lyman, the enemy shelled two villages"


FOLLOWED = """The {staff} said on Monday that 40 clashes had taken place near Pokrovsk.
Two clashes are still going on. The enemy tried to advance near Dobropillia.

Fighting also goes on near Lyman. Near Kupiansk the enemy lost two tanks.

Analysts in Kyiv said Russia would mass its troops in the summer. The enemy shelled Orikhiv.

The {staff} said a depot had burned down.

Overall, the enemy goes on shelling towns.
"""


def test_what_stands_between_an_account_and_the_enemy_is_told_by_the_same_staff() -> None:
    told = voices(FOLLOWED.format(staff=STAFF))
    assert told == [
        f"{STAFF}: 40 clashes had taken place near Pokrovsk",
        f"{STAFF}: Two clashes are still going on",
        f"{STAFF}: The enemy tried to advance near Dobropillia",
        f"{STAFF}: Fighting also goes on near Lyman",
        f"{STAFF}: Near Kupiansk the enemy lost two tanks",
        "analysts: Russia would mass its troops in the summer",
        "narrator: The enemy shelled Orikhiv",
        f"{STAFF}: a depot had burned down",
        "narrator: Overall, the enemy goes on shelling towns",
    ]
