"""Every rule, piece and pattern of data/times/grammar.yaml does what it says there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from counterclaim.extraction.times import find_times, forms, grammar
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

WEDNESDAY = "2023-01-25"
SOURCE = data_path("times", "grammar.yaml")
GRAMMAR = read_yaml(SOURCE)
CODE = "".join(p.read_text("utf-8") for p in sorted(Path(forms.__file__).parent.glob("*.py")))


def found(text: str) -> set[tuple[str, str]]:
    return {(timex.text, timex.value) for timex in find_times(text, WEDNESDAY)}


@cache
def asked() -> frozenset[str]:
    """What a form has as %name%, or code as a string."""
    in_forms = re.findall(r"%(?:\w+=)?(\w+)%", SOURCE.read_text("utf-8"))
    return frozenset({*in_forms, *re.findall(r"[\"'](\w+)[\"']", CODE)})


@pytest.mark.parametrize(("name", "row"), GRAMMAR["rules"].items(), ids=GRAMMAR["rules"])
def test_a_rule_alone_reads_its_example(name, row, monkeypatch):
    text, words, value = row["example"]
    assert (words, value) in found(text)
    grammar._compiled.cache_clear()
    monkeypatch.setitem(grammar.RESOLVERS, name, lambda match, context: None)
    try:
        assert (words, value) not in found(text), "another rule reads it, too: this one is spare"
    finally:
        grammar._compiled.cache_clear()


def test_every_rule_has_a_meaning_and_every_meaning_a_rule():
    assert set(GRAMMAR["rules"]) == set(grammar.RESOLVERS)


@pytest.mark.parametrize(("name", "row"), GRAMMAR["beside"].items(), ids=GRAMMAR["beside"])
def test_what_stands_beside_fits_what_is_like_it(name, row):
    assert forms.beside(name).search(row["like"])


@pytest.mark.parametrize("part", ["pieces", "senses", "beside"])
def test_every_part_is_asked_for(part):
    assert not set(GRAMMAR[part]) - asked()


def test_every_slot_is_kept_by_a_form_and_read_by_a_meaning():
    text = SOURCE.read_text("utf-8").partition("\npieces:")[2]
    kept = set(re.findall(r"%(\w+)=\w+%", text)) | set(re.findall(r"\(\?P<(\w+)>", text))
    assert kept == set(GRAMMAR["slots"])
    assert not kept - asked()


def test_no_list_stands_there_under_two_names():
    lists = [tuple(words) for words in GRAMMAR["pieces"].values() if isinstance(words, list)]
    assert len(lists) == len(set(lists))


def test_no_line_of_a_form_ends_in_a_blank_that_nobody_sees():
    assert not [line for line in SOURCE.read_text("utf-8").split("\n") if line.endswith(" ")]


def test_the_last_word_that_points_decides():
    assert forms.pointer("this past") == forms.Pointer(-1, "publication")
    assert forms.pointer("the very same") == forms.Pointer(0, "named")
    assert forms.pointer("the") is None
