"""Present tenses that the parser takes for plurals, and plurals that stay what they are."""

from __future__ import annotations

import pytest

from counterclaim.language.present_verbs import with_present_verbs
from counterclaim.language.tree import Word

CONFESSES = [
    ("Minister", "NN", "compound", 3),
    ("Hodan", "NNP", "compound", 3),
    ("Adan", "JJ", "amod", 3),
    ("confesses", "NNS", "root", 3),
    ("that", "IN", "mark", 6),
    ("rebels", "NNS", "nsubj", 6),
    ("fled", "VBD", "acl", 3),
]
PLANS = [
    ("Army", "NN", "compound", 1),
    ("plans", "NNS", "root", 1),
    ("to", "TO", "mark", 3),
    ("attack", "VB", "acl", 1),
]
THE_CLAIMS = [
    ("Their", "PRP$", "nmod:poss", 1),
    ("claims", "NNS", "root", 1),
    ("that", "IN", "mark", 4),
    ("rebels", "NNS", "nsubj", 4),
    ("fled", "VBD", "acl", 1),
]


def read(rows):
    found, at = [], 0
    for i, (text, tag, dep, head) in enumerate(rows):
        found.append(Word(i, text, text.lower(), tag, dep, head, at, at + len(text), 0))
        at += len(text) + 1
    return with_present_verbs(found)


def test_a_plural_that_says_something_is_the_verb_of_the_name_before_it():
    words = read(CONFESSES)
    assert [(w.tag, w.dep, w.head) for w in words[:4]] == [
        ("NN", "nsubj", 3),
        ("NNP", "flat", 0),
        ("NNP", "flat", 0),
        ("VBZ", "root", 3),
    ]
    assert words[6].dep == "ccomp"


@pytest.mark.parametrize("rows", [PLANS, THE_CLAIMS])
def test_plans_and_claims_of_somebody_stay_nouns(rows):
    assert [w.tag for w in read(rows)] == [tag for _, tag, _, _ in rows]


def test_two_words_of_one_name_are_one_subject():
    rows = [
        ("Hodan", "NNP", "nsubj", 2),
        ("Adan", "NNP", "nsubj", 2),
        ("left", "VBD", "root", 2),
    ]
    assert [(w.dep, w.head) for w in read(rows)] == [("nsubj", 2), ("flat", 0), ("root", 2)]
