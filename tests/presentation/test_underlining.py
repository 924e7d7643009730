"""Carets under the words that matter, whatever the script."""

from __future__ import annotations

from counterclaim.presentation.underlining import Underline, underline


def shown(text, *marks, width=40):
    found = [
        Underline((text.index(words), text.index(words) + len(words)), n) for words, n in marks
    ]
    return list(underline(text, found, width))


def test_every_part_has_a_row_of_its_own():
    assert shown("Kyiv denied the loss of Lyman.", ("denied", "cue"), ("Lyman", "place")) == [
        "   1  Kyiv denied the loss of Lyman.",
        "           ^^^^^^ cue",
        "                              ^^^^^ place",
    ]


def test_long_lines_are_broken_at_spaces_and_rows_without_marks_left_out():
    text = "The ministry said on its channel that nobody at all was hurt in the raid.\nFew agreed."
    assert shown(text, ("said", "cue"), ("raid", "claim"), width=22) == [
        "   1  The ministry said on",
        "                   ^^^^ cue",
        "      …",
        "   1  in the raid.",
        "             ^^^^ claim",
    ]


def test_words_over_two_rows_are_underlined_in_both():
    text = "They left the town at dawn."
    assert shown(text, ("the town", "claim"), width=14) == [
        "   1  They left the",
        "                ^^^ claim",
        "   1  town at dawn.",
        "      ^^^^ claim",
    ]


def test_wide_signs_and_controls_keep_their_columns():
    assert shown("基辅\x1b[1m denied it", ("denied", "cue"))[1] == "               ^^^^^^ cue"
