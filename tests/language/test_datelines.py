"""Datelines, told from sentences that only look like one."""

from __future__ import annotations

import pytest

from counterclaim.language.datelines import dateline_end
from counterclaim.language.sentences import split_sentences


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIRUT, Oct 22 (Agency) - ",
        "BAMAKO, Mali (AP) — ",
        "BUNIA, Democratic Republic of Congo (AP) — ",
        "KAGA-BANDORO, Central African Republic — ",
        "KYIV — ",
        "Port Sudan, 5 April (SUNA) – ",
        "Goma, January 29, 2025 (AFP) - ",
        "CAIRO/JERUSALEM, Aug 14 (Agency) - ",
        "Beirut, Lebanon – ",
        "March 4, 2024 (PORT SUDAN) – ",
        "4 March 2024 (JUBA) - ",
        "3 May 2025, Juba - ",
        "(Tripoli) – ",
        "(Beirut, July 4, 2019) – ",
        "Rawalpindi - May 03, 2009: ",
        "Damascus, SANA- ",
    ],
)
def test_a_dateline_ends_before_the_first_word(dateline: str) -> None:
    text = f"{dateline}Shells fell on the port."
    assert dateline_end(text, 0, len(text)) == len(dateline)
    place, sentence = split_sentences(text)
    assert (place.headline, sentence.headline) == (True, False)
    assert text[sentence.start : sentence.end] == "Shells fell on the port."


@pytest.mark.parametrize(
    "dateline", ["BAKU, Azerbaijan, October 3. ", "YEREVAN, OCTOBER 3, ARMENPRESS. "]
)
def test_a_dateline_may_be_a_sentence_of_its_own(dateline: str) -> None:
    text = f"{dateline}Shells fell on the port."
    assert dateline_end(text, 0, len(text)) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "NATO – Europe's shield – said it would answer.",
        "The port – Odesa's only one – was shut.",
        "Avdiivka – Russian troops attacked twice.",
        "UNRWA - the agency for refugees - left.",
    ],
)
def test_an_insertion_is_none(text: str) -> None:
    assert dateline_end(text, 0, len(text)) is None


def test_capitals_before_a_colon_tell_where_a_report_was_filed():
    text = "QUETTA: Raiders repulsed an attack on four posts near the pass on Wednesday, he said."
    assert dateline_end(text, 0, len(text)) == 8
    for speaker in ("UNIFIL", "UN", "MINISTRY"):
        said = text.replace("QUETTA", speaker)
        assert dateline_end(said, 0, len(said)) is None
