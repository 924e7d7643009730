"""The copy that rules read: what becomes of odd characters, and where each letter is stored."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language.reading_copy import reading_copy
from counterclaim.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("5\u202f000\u00a0men\u2009left\tat\u3000dawn", "5 000 men left at dawn"),
        ("Gen.  Rudenko \u200b left", "Gen. Rudenko left"),
        ("  Shells fell. \n \n It burned. ", "Shells fell.\n\nIt burned."),
        (
            "Title\r\n\r\nShells fell.\rIt burned.\x85Two died.",
            "Title\n\nShells fell.\nIt burned.\nTwo died.",
        ),
        (
            "Title\u2029Shells fell.\u2028It burned.\x0bTwo died.\x0cIt rained.",
            "Title\nShells fell.\nIt burned.\nTwo died.\nIt rained.",
        ),
        ("Ki\u00adev, \ufeffLy\u200bman and \u202eIzium\u202c", "Kiev, Lyman and Izium"),
        ("a non\u2011stop re\u2010entry – he said", "a non-stop re-entry – he said"),
        ("Kafe\u0301 and Баxму\u0301т и\u0306", "Kafé and Баxмут й"),
        ("the o\ufb03ce of Ｋyiv， said\uff1a 𝗬𝗲𝘀", "the office of Kyiv, said: Yes"),
        ("Slov\u02bcyansk", "Slov’yansk"),
        ("💥\ufe0f Lyman 👨\u200d👩\u200d👧 left", "💥 Lyman 👨👩👧 left"),
        ("3\ufe0f\u20e3 Shells fell.", "Shells fell."),
        ("AT&amp;T&nbsp;said &lsquo;no&rsquo; &unknown; R&D;", "AT&T said ‘no’ &unknown; R&D;"),
    ],
)
def test_odd_characters_are_read_as_plain_ones(stored, read):
    assert reading_copy(stored).text == read


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("The minister\ufffds aide didn\ufffdt come.", "The minister’s aide didn’t come."),
        ("The minister\x92s aide", "The minister’s aide"),
        ("\ufffdWe held,\ufffd he said \ue001 \ufffd\ufffd.", "We held, he said ."),
        (
            "Khark\ufffdv, 10\ufffd000, a\ufffd\ufffdb, x\ud800y",
            "Khark\ufffdv, 10\ufffd000, a\ufffd\ufffdb, x\ufffdy",
        ),
    ],
)
def test_of_a_lost_character_only_an_apostrophe_is_guessed(stored, read):
    assert reading_copy(stored).text == read


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("the town at that time.[51] He said", "the town at that time. He said"),
        ("the town at that time.[51][52, 53] [54]He said", "the town at that time.He said"),
        ("held[a] the road[note 3], he said[citation needed].", "held the road, he said."),
        ("it fell.¹² In 2022³ he left† it", "it fell. In 2022 he left it"),
        ("300 km² at 10⁶ and 5 m³", "300 km² at 10⁶ and 5 m³"),
        ("the [5] men, [a] colonel, weapon[s] and [the army]", None),
        ("[1] Source of the note", None),
    ],
)
def test_marks_of_footnotes_are_left_out_where_they_are_glued_to_words(stored, read):
    assert reading_copy(stored).text == (stored if read is None else read)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("[the mayor](https://example.org/a_(b)?c=d) said", "the mayor said"),
        ('[Koval](/people/koval "Who is she") said', "Koval said"),
        ("it held.[[7]](#cite_note-7) He left", "it held. He left"),
        ("![](https://example.org/x.jpg)Shells fell", "Shells fell"),
        ("[the army](which had left) said", None),
        (
            "**Kyiv**: _we hold_ the *“Sich”* line, ***he*** said **_so_**",
            "Kyiv: we hold the “Sich” line, he said so",
        ),
        ("snake_case_name, 5 * 3 * 2, f*** and __", None),
        (r"the \[sic\] order", "the [sic] order"),
        ("## Shelling\n> We hold.\n# 1", "Shelling\nWe hold.\n1"),
        ("#1 target, a > b", None),
    ],
)
def test_markup_is_read_as_its_words(stored, read):
    assert reading_copy(stored).text == (stored if read is None else read)


def test_lines_of_wrapped_copy_are_joined_and_paragraphs_stay():
    stored = "The governor of the region said on Monday that\nthe bridge was hit.\n\nIt burned."
    assert reading_copy(stored).text.count("\n") == 2
    hyphened = "The governor of the region said that the bridge\u00ad\nhead was hit by shells."
    assert "bridgehead was" in reading_copy(hyphened).text


@pytest.mark.parametrize(
    ("stored", "read", "words"),
    [
        ("held by Ki\u00adev\u00a0now", "Kiev now", "Ki\u00adev\u00a0now"),
        ("the mayor.[51] He", "mayor.", "mayor."),
        ("the mayor[51] of Lyman", "mayor of", "mayor[51] of"),
        ("Kafe\u0301 burned", "Kafé", "Kafe\u0301"),
        ("Бахму\u0301т", "Бахмут", "Бахму\u0301т"),
        ("an o\ufb03ce", "office", "o\ufb03ce"),
        ("[the mayor](https://example.org) said", "the mayor", "the mayor"),
        ("AT&amp;T said", "AT&T", "AT&amp;T"),
        ("**Kyiv**\r\n\r\n fell", "Kyiv", "Kyiv"),
    ],
)
def test_a_span_of_the_copy_leads_to_the_stored_words(stored, read, words):
    copy = reading_copy(stored)
    start = copy.text.index(read)
    span = copy.span((start, start + len(read)))
    assert stored[slice(*span)] == copy.words((start, start + len(read))) == words


def test_a_plain_text_is_its_own_copy():
    stored = "“We held,” he said – on Monday.\n\nIt’s Kafé ‘Sich’, 300 km²…\n\n- 5% of Київ"
    copy = reading_copy(stored)
    assert copy.text is stored
    assert copy.span((3, 7)) == (3, 7)


def test_an_empty_span_stays_empty():
    copy = reading_copy("a\u200b b\u00a0")
    assert copy.span((1, 1)) == (2, 2)
    assert copy.span((3, 3)) == (5, 5)
    assert reading_copy("").text == ""


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab1 \n\r\t.[]()*_\\>#&;“”\u00a0\u200b\u00ad\u0301\ufffd\ufb01\ud800¹"),
        st.characters(max_codepoint=sys.maxunicode),
    ),
    max_size=60,
)


@settings(derandomize=True, deadline=None, max_examples=500, database=None)
@given(ODD)
def test_every_letter_of_the_copy_has_its_place_in_order(stored):
    copy = reading_copy(stored)
    assert len(copy.text) == len(copy.starts) == len(copy.ends)
    assert list(copy.starts) == sorted(copy.starts)
    assert list(copy.ends) == sorted(copy.ends)
    for start, end in zip(copy.starts, copy.ends, strict=True):
        assert 0 <= start < end <= len(stored)
    copy.text.encode("utf-8")


def test_a_heading_in_a_list_is_a_heading():
    text = "Hussars left.\n\n- # Abbot says mill is lost\n- Rebels took Lor.\n"
    copy = reading_copy(text)
    assert "#" not in copy.text
    assert [copy.text[s.start : s.end] for s in split_sentences(copy.text) if s.headline] == [
        "Abbot says mill is lost"
    ]
