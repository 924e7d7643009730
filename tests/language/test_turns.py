"""Transcripts: the text, then the labels that open a turn."""

from __future__ import annotations

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from counterclaim.language.sentences import split_sentences
from counterclaim.language.turns import find_turns
from counterclaim.resources import data_path, schema_path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COL. ROLT: We held.\n\nQ: Did they?\n\nA: Yes.", ["COL. ROLT", "Q?", "A!"]),
        (
            "**MODERATOR:** Next.\n\nQ Who left?\n\nTHE MAYOR: All.",
            ["MODERATOR", "Q?", "THE MAYOR"],
        ),
        ("Q. Is it true?\nA. It is.\nQ. And now?", ["Q?", "A!", "Q?"]),
        (
            "MR. ROLT (via video): Yes.\n\nREPORTER: Where?\n\nROLT: Here.",
            ["MR. ROLT", "REPORTER?", "ROLT"],
        ),
        ("WHAT HAPPENED: A bridge fell.\n\nUN: Two thousand fled.", []),
        ("The mayor was asked: Q is a letter.", []),
        ("Talks\n\nSENIOR OFFICIAL: We held.\n\nThey left us.", ["SENIOR OFFICIAL"]),
        ("GENERAL: We held.", []),
    ],
)
def test_labels_in_capitals_open_a_turn_in_a_transcript_only(
    text: str, expected: list[str]
) -> None:
    signs = [
        (text[slice(*t.label)], "?" if t.asks else "!" if t.answers else "")
        for t in find_turns(text)
    ]
    assert [name + sign for name, sign in signs] == expected


def test_a_label_is_a_line_of_its_own() -> None:
    text = "MR. ROLT: We held the town.\n\nQ: For how long?\n"
    cut = [(s.headline, text[s.start : s.end]) for s in split_sentences(text)]
    assert cut == [
        (True, "MR. ROLT:"),
        (False, "We held the town."),
        (True, "Q:"),
        (False, "For how long?"),
    ]


def test_the_words_of_labels_have_the_form_of_their_schema() -> None:
    schema = json.loads(schema_path("language.schema.json").read_text("utf-8"))
    table = yaml.safe_load(data_path("language", "turns.yaml").read_text("utf-8"))
    Draft202012Validator(schema).validate(table)


def test_one_turn_alone_goes_on_while_it_speaks_of_us() -> None:
    text = "SENIOR OFFICIAL: We held.\n\nThey left us the mill.\n\nThe mayor left."
    turn = find_turns(text)[0]
    assert text[turn.start : turn.end].strip() == "We held.\n\nThey left us the mill."
