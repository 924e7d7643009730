"""The small classes of words: each can stand in a pattern, and none stands there twice."""

from __future__ import annotations

import re

import pytest

from counterclaim.knowledge.lexicon import any_of, listed, noun_classes, word_class
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

LISTS = read_yaml(data_path("lexicon", "en", "words.yaml"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_can_stand_in_a_pattern(name):
    assert re.compile(any_of(name)).groups == 0, "a group of its own would shift those of the rule"


def test_no_list_stands_there_under_two_names():
    known = {}
    for name, listed_words in LISTS.items():
        known.setdefault(frozenset(listed_words), []).append(name)
    assert {tuple(names) for names in known.values() if len(names) > 1} == set()


def test_every_class_of_a_noun_says_what_it_is_and_has_nouns():
    data = read_yaml(data_path("lexicon", "en", "nouns.yaml"))
    used = {name for row in data["nouns"].values() for name in row.split()}
    assert used == {name for group in data["classes"].values() for name in group}


def test_a_noun_has_the_classes_of_the_group_that_asks():
    assert noun_classes("events")["army"] >= {"armed", "object:military"}
    assert noun_classes("places")["army"] == {"actor_nouns", "office_before"}


def test_classes_are_joined():
    assert word_class("he", "she") == {*listed("he"), *listed("she")}


def test_a_list_that_nobody_made_is_told():
    with pytest.raises(KeyError, match="wolves"):
        listed("wolves")
