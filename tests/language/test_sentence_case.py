"""Lines set in capitals, read as running text would have them."""

from __future__ import annotations

import pytest

from counterclaim.language.reading_copy import reading_copy


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("REBELS TAKE LYMAN AFTER SIEGE", "Rebels take Lyman after siege"),
        ("SIX CHILDREN KILLED IN KHARTOUM", "Six children killed in Khartoum"),
        ("US DENIES STRIKE ON UN CONVOY", "US denies strike on UN convoy"),
        ("RSF SHELLED THE CAMP IN ZAMZAM", "RSF shelled the camp in Zamzam"),
        ("“WE HELD TORETSK,” MARCHUK RETWEETS", "“We held Toretsk,” Marchuk retweets"),
        ("O'DOWD’S MEN DON'T LEAVE IZIUM", "O'Dowd’s men don't leave Izium"),
        ("M23 FIGHTERS ENTER GOMA AT DAWN", "M23 fighters enter Goma at dawn"),
        ("SUDAN: A U.S. ENVOY IS ILL", "Sudan: a U.S. envoy is ill"),
        ("ATTACK ON 5 MAY KILLS NINE", "Attack on 5 May kills nine"),
        ("FIGHTERS MAY LEAVE THE TOWN", "Fighters may leave the town"),
        ("GEN. ROLT, CHIEF OF STAFF:", "GEN. ROLT, CHIEF OF STAFF:"),
        ("GOMA HOSPITAL", "GOMA HOSPITAL"),
        ("Rebels Take Lyman After Siege", "Rebels take Lyman after siege"),
        ("Drones Shot Down Over Black Sea", "Drones shot down over Black Sea"),
        ("SHIP HIT IN RED SEA NEAR ADEN", "Ship hit in Red Sea near Aden"),
        ("Rebels Took Lyman Town.", "Rebels Took Lyman Town."),
    ],
)
def test_capitals_are_those_of_running_text(line: str, read: str) -> None:
    assert reading_copy(line).text == read


def test_the_other_lines_know_better() -> None:
    body = "Then the Wasi fled, and the al-Noor men won the hills."
    stored = f"AL-NOOR BAND SHOOTS WASI IN HILLS\n\n{body}"
    assert reading_copy(stored).text.split("\n")[0] == "Al-Noor band shoots Wasi in hills"


def test_a_capital_inside_a_sentence_stays_in_a_title() -> None:
    stored = "Free Men Hold Talks With Enemy\n\nThe talks of the Free Men went on."
    assert reading_copy(stored).text.split("\n")[0] == "Free Men hold talks with enemy"


def test_records_have_the_letters_of_the_text() -> None:
    copy = reading_copy("REBELS TAKE LYMAN AFTER SIEGE")
    assert copy.words((0, 17)) == "REBELS TAKE LYMAN"
