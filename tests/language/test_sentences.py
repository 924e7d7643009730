"""Sentences and headline lines: the text, then the sentences it must give."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from counterclaim.language.paragraphs import split_paragraphs
from counterclaim.language.sentences import split_sentences
from counterclaim.resources import data_path, schema_path


def sentences(text):
    return [text[s.start : s.end] for s in split_sentences(text)]


def headlines(text):
    return [text[s.start : s.end] for s in split_sentences(text) if s.headline]


ABBREVIATIONS = {
    "ranks and initials": ["Gen. O. P. Rudenko and Lt. Col. J. K. Marsh met.", "They shook hands."],
    "an initial I": ["I. Rudenko was there.", "It was he and I.", "The others left."],
    "a network of one letter": ["It left, he wrote on X.", "Rebels burned the depot."],
    "months and numbers": ["It hit School No. 4 on Jan. 25 at dawn.", "Nobody died."],
    "a month that ends": ["They left in Jan. or in Feb.", "The depot stood empty."],
    "no is also a word": ["He was asked and said no.", "She said No.", "Both left."],
    "U.S. before a name": ["The U.S. Army moved east."],
    "U.S. at the end": ["It came from the U.S.", "The rest is ours."],
    "hours": ["It began at 5 a.m. Kyiv time and ended at 6 p.m.", "He slept."],
    "saints and streets": ["St. Nicholas stands on Harbour St.", "It burned."],
    "companies": ["Balta Steel Inc. Chairman Ivan Koval left.", "It is closed."],
    "Latin": ["Towns, e.g. Balta, fell; cf. the map.", "Guns vs. drones.", "Then etc.", "He left."],
    "decimals": ["It cost $3.5 million.", "About 1.2 tons burned.", "It is 473.5 now."],
}


@pytest.mark.parametrize("expected", ABBREVIATIONS.values(), ids=ABBREVIATIONS)
def test_a_stop_may_belong_to_a_word(expected):
    assert sentences(" ".join(expected)) == expected


QUOTED = {
    "each sentence of a quotation": ["“We came. ", "We saw,” he said. ", "He left."],
    "an interruption": ["“They shelled us,” he said, “and then left. ", "Nobody stayed.”"],
    "a question and its cue": ['"Is it over?" Petrenko asked. ', '"Yes!" she said. ', "He left."],
    "a cry, then another sentence": ["“Never!” ", "The crowd left."],
    "the mark behind the stop": ["It was “lost.” ", "Nobody saw it.”"],
    "a mark too far right": ["“It is lost. ” ", "He left."],
    "brackets": ["(Nobody was hurt.) ", "[Translated.] ", "He left."],
    "words left out": ["“The city holds (…) ", "Fighting goes on,” he said."],
    "dots that go on": ["“They want no city... only ruins,” he said."],
    "dots that end": ["“And then … nothing… ", "We left.”"],
}


@pytest.mark.parametrize("parts", QUOTED.values(), ids=QUOTED)
def test_closing_marks_stay_with_their_sentence(parts):
    assert sentences("".join(parts)) == [p.strip() for p in parts]


GLUED = {
    "small and capital": ["The bridge fell.", "The army left."],
    "a capitalised word": ["So says the Ministry of Defence.", "In May it fell."],
    "a year": ["It fell in 2022.", "The mayor fled."],
    "a closing mark": ['He said: "We lost."', "The men wept."],
    "an opening mark": ["The men wept.", '"We lost," he said.'],
    "a question": ["Who shot?", "Nobody knows."],
}


@pytest.mark.parametrize("expected", GLUED.values(), ids=GLUED)
def test_copy_without_blanks_is_split(expected):
    assert sentences("".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See Orikhiv.News or www.balta.example for more.",
        "The staff is silent. the next day they left.",
        "1. The depot burned; it held fuel.",
        "It hit Balta; The depot burned",
        "The road to Balta is closed since Lt-Gen. Koval left.",
    ],
)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["Двоє загинули.", "Він пішов."],
        ["It is lost.", "$500 was paid.", "12 people died."],
        ["He left.", "— Nobody saw it.", "“Azov” stayed."],
    ],
)
def test_what_can_begin_a_sentence(expected):
    assert sentences(" ".join(expected)) == expected


ARTICLE = """\
Shells hit Orikhiv. Four Are Dead

Four people died, the mayor said. Ten were hurt.
Civilians face food shortages

“We have nothing,” said one woman
- Bread is scarce
- Water is cut
Photo: A. Koval
"""


def test_lines_without_a_stop_are_headlines():
    assert headlines(ARTICLE) == [
        "Shells hit Orikhiv. Four Are Dead",
        "Civilians face food shortages",
        "“We have nothing,” said one woman",
        "Photo: A. Koval",
    ]


def test_paragraphs_are_numbered_and_list_items_stand_alone():
    found = [(s.paragraph, ARTICLE[s.start : s.end]) for s in split_sentences(ARTICLE)]
    assert found[:3] == [
        (0, "Shells hit Orikhiv. Four Are Dead"),
        (1, "Four people died, the mayor said."),
        (1, "Ten were hurt."),
    ]
    assert (4, "Bread is scarce") in found
    assert (5, "Water is cut") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who holds Balta?\n\nNobody knows.", ["Who holds Balta?"]),
        ("Army Leaves Balta After Siege.\n\nIt left.", ["Army Leaves Balta After Siege."]),
        ("The army left Balta on Monday.\n\nIt was late.", []),
        ("Mayor: “We will hold”\n\nHe spoke on Monday.", ["Mayor: “We will hold”"]),
        ("The army has left Balta", []),
        ("It left.\n\nThe mayor said:\n\n“We hold.”", []),
        ("Town falls\n\nIt fell. Two died\n\nIt burned.", ["Town falls"]),
        ("Town falls\n\nIt fell in May, he said\n\nIt burned.", ["Town falls"]),
        ("Day\n\nIt fell.\n\n– Rebels leave Balta –", ["Day", "– Rebels leave Balta –"]),
        ("Day\n\nIt fell.\n\n- ## Rebels leave Balta", ["Day", "- ## Rebels leave Balta"]),
    ],
)
def test_which_lines_are_headlines(text, expected):
    assert headlines(text) == expected


def test_punctuation_that_was_lost_is_left_alone():
    text = "Raid\n\n" + "the army said it had left the town and the rebels said so too " * 3
    assert headlines(text) == ["Raid"]
    assert len(sentences(text)) == 2


WRAPPED = """\
Shells fell on the town of Balta for a third
day on Monday and hit the market, the mayor
said. Two people died. The town has had no
water since Friday and no bread.
The army did not comment on the losses or on
what comes next.
"""


def test_lines_wrapped_at_a_width_are_put_together():
    assert sentences(WRAPPED)[1:3] == [
        "Two people died.",
        "The town has had no\nwater since Friday and no bread.",
    ]
    assert headlines(WRAPPED) == []


def test_a_single_broken_line_goes_on_in_lower_case():
    text = "The mayor of Balta said on Monday that the market\nwas hit. It burned."
    assert len(split_paragraphs(text)) == 1
    assert len(split_paragraphs(text.replace("was hit", "Was hit"))) == 2


COPY = st.text(alphabet="Ab1 .!?…\"“”’')(-—\n\r\u2028й", max_size=120)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(COPY)
def test_sentences_cover_every_letter_once_and_in_order(text):
    found = split_sentences(text)
    assert found == split_sentences(text)
    at = 0
    for s in found:
        assert at <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        assert not any(c.isalnum() for c in text[at : s.start])
        at = s.end
    assert not any(c.isalnum() for c in text[at:])
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


@pytest.mark.parametrize("name", ["abbreviations", "characters", "inflections", "quotation"])
def test_word_lists_follow_their_schema(name):
    schema = json.loads(schema_path("language.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    data = yaml.safe_load(data_path("language", f"{name}.yaml").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    assert [e.message for e in validator.iter_errors(data)] == []
    first = min(data)
    assert not validator.is_valid({**data, first: [*data[first], False]})


def test_a_line_that_ends_in_the_present_of_saying_is_a_headline():
    text = "Title\n\nFire kills nine, monks say\n\nThe guild left, clerks said\n\nIt rained."
    heads = [text[s.start : s.end] for s in split_sentences(text) if s.headline]
    assert heads == ["Title", "Fire kills nine, monks say"]
