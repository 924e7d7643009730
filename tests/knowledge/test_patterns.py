"""Every pattern of words fits what it is said to fit, and a rule asks for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import counterclaim
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.patterns import expand, form_of, pattern, pattern_with
from counterclaim.resources import data_path

SOURCE = data_path("lexicon", "en", "patterns.yaml")
PATTERNS = read_yaml(SOURCE)
CODE = "".join(
    p.read_text("utf-8") for p in sorted(Path(counterclaim.__file__).parent.rglob("*.py"))
)


@pytest.mark.parametrize(("name", "row"), PATTERNS.items(), ids=PATTERNS)
def test_a_pattern_fits_what_is_like_it(name, row):
    assert pattern_with(name, **row.get("gives", {})).search(row["like"])


def test_every_pattern_is_asked_for():
    asked = re.findall(
        r'(?:pattern|pattern_with|form_of)\(\s*"(\w+)"(?: if [^"]*else "(\w+)")?', CODE
    )
    pieces = re.findall(r"%(?:\w+=)?(\w+)%", SOURCE.read_text("utf-8"))
    assert set(PATTERNS) == {name for pair in asked for name in pair if name} | (
        set(pieces) & set(PATTERNS)
    )


def test_a_pattern_that_waits_for_a_piece_is_none_without_it():
    with pytest.raises(KeyError, match="nouns"):
        pattern("noun_of_place")


def test_a_piece_may_be_a_list_another_pattern_or_given():
    assert "kilomet" in form_of("distance")
    assert form_of("distance") in form_of("describes")
    assert pattern_with("noun_of_place", nouns="abbey").match(", an old abbey")


def test_a_slot_keeps_its_words_under_its_name():
    assert expand("%who=rulers% of", {"rulers": "(?:king|queen)"}.__getitem__) == (
        "(?P<who>(?:king|queen)) of"
    )
